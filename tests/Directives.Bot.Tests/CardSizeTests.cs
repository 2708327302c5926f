using System.Globalization;
using System.Text;
using Directives.Bot.Messages;
using Directives.Bot.Rendering;
using Directives.Core;
using Directives.Language.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Directives.Bot.Tests;

/// <summary>Whatever is in the store, no message with a card is larger than a channel takes, and nothing in it is cut in two.</summary>
public sealed class CardSizeTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 14, 0, VietnamTime.Offset);

    // Four bytes each in UTF-8, two units in UTF-16; letters with two marks; a family of joined people; one word without an end; Markdown.
    private static readonly string[] Letters = ["𝕿", "Ẫ", "e\u0302\u0301", "👩‍👩‍👧", "a", "*_[`\\", "𠀋 ", "việc 12, "];

    public static TheoryData<int, int> Sizes => new() { { 5, 200 }, { 85, 200 }, { 500, 200 }, { 85, 4_000 }, { 0, 0 }, { 1, 1 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Message_of_any_reply_is_small_enough_and_cut_between_characters(int count, int characters)
    {
        foreach (var letters in Letters)
        {
            foreach (var reply in Replies(count, Words(letters, characters)))
            {
                var words = new Wording(Texts.Vietnamese, null, Today);
                var message = ToActivity.Message(reply, words, [.. Enumerable.Repeat("29:" + new string('x', 120), 1)]);
                message.Id = message.ReplyToId = new string('i', 200);
                message.Conversation = new Microsoft.Bot.Schema.ConversationAccount { Id = new string('c', 300) };
                message.From = message.Recipient = new Microsoft.Bot.Schema.ChannelAccount("29:" + new string('x', 120), new string('n', 200));

                Assert.InRange(Bytes(message), 1, CardSize.MaxBytes);
                Assert.InRange(Bytes(ToActivity.Replacement(reply, words, ["29:x"], follows: true)), 1, CardSize.MaxBytes);
                Assert.All(Strings(JToken.FromObject(message)), AssertWhole);
            }
        }
    }

    [Fact]
    public void Command_too_long_for_a_button_is_answered_in_words()
    {
        var note = new string('ấ', 4_000);
        var reply = new SayReply("assign.check")
        {
            Choices = [new Choice("btn.assign", new Command(Intent.AssignTask, new Slots { Note = note }) { Confirmed = true }), Choices.Nothing],
        };

        var card = CardRenderer.Render(reply, new Wording(Texts.Vietnamese, null, Today));

        Assert.Equal(["Không ghi"], card["actions"]!.Select(action => (string?)action["title"]));
        Assert.Equal("Nhắn số: 1 Giao việc · 2 Không ghi", (string?)card["body"]!.Last!["text"]);
    }

    [Fact]
    public void Card_of_ordinary_size_is_not_cut()
    {
        var words = new Wording(Texts.Vietnamese, null, Today);
        foreach (var reply in Replies(5, "Kiểm kê tài sản công"))
        {
            var card = CardRenderer.Render(reply, words);
            Assert.Same(card, CardSize.Fit(card));
        }
    }

    [Fact]
    public void Card_has_at_most_four_buttons_and_no_colour_or_picture_of_its_own()
    {
        foreach (var card in Replies(85, "Kiểm kê").Select(reply => CardRenderer.Render(reply, new Wording(Texts.Vietnamese, null, Today))))
        {
            Assert.InRange(card["actions"]?.Count() ?? 0, 0, 4);
            Assert.DoesNotContain(card.DescendantsAndSelf().OfType<JProperty>(), property => property.Name is "isSubtle" or "url" or "backgroundImage");
            Assert.DoesNotContain("\"#", card.ToString(Formatting.None), StringComparison.Ordinal);
            Assert.All(card.DescendantsAndSelf().OfType<JObject>().Where(one => (string?)one["type"] == "TextBlock" && (string?)one["text"] != "\u00a0"), block => Assert.True((bool)block["wrap"]!));
            Assert.All(card.DescendantsAndSelf().OfType<JObject>().Where(one => (string?)one["type"] == "FactSet"), facts => Assert.InRange(facts["facts"]!.Count(), 1, 6));
            Assert.All(card.DescendantsAndSelf().OfType<JObject>().Where(one => ((string?)one["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true), input => Assert.NotEmpty((string)input["label"]!));
        }
    }

    /// <summary>A reply of each kind, with as many of everything as there may be.</summary>
    private static IEnumerable<Reply> Replies(int count, string words)
    {
        var some = Math.Min(count, ListTasks.Page);
        var many = Enumerable.Repeat(words, count).ToArray();
        var row = new TaskRow { No = int.MaxValue, Title = words, Due = Today, State = WorkState.InProgress(50), Class = DueClass.OpenOverdue };
        var command = new Command(Intent.UpdateStatus, new Slots { Tasks = [new TaskReference(int.MaxValue)], Note = words, Unit = words }) { Version = int.MaxValue, UnitId = words };
        Choice[] choices = [new Choice("btn.done", command), new Choice("btn.extend", command), new Choice("btn.obstacle", command), new Choice("btn.percent", command)];
        Field[] fields = [.. Enumerable.Range(0, Math.Max(1, some)).Select(i => new Field($"f{i}", FieldKind.Words, Say(words)) { Value = words.Length <= 500 ? words : null, Error = Say(words) })];
        var name = new TaskName(int.MaxValue, words);
        var loads = Enumerable.Repeat(new UnitLoad(words, new ClassCounts(1, 1, 1, 1, 1)), some).ToArray();
        var block = new RequestBlock { Unit = words, Task = row, Until = Today, Words = words, Proposal = words, Times = 3, Choices = [.. choices.Take(3)] };
        yield return new SayReply(Enumerable.Repeat(Say(words), Math.Min(count, 20)).Prepend("ask.check").ToArray()) { Choices = choices };
        yield return new SayReply([.. many.Take(1).Select(Say), "ask.check"]);
        yield return new FormReply(Say(words))
        {
            Heading = Say(words),
            Facts = [.. Enumerable.Repeat(new Fact("fact.task", Say(words)), some)],
            Fields = fields,
            Notes = [Say(words)],
            Buttons = choices,
        };
        yield return new FormReply("ask.check")
        {
            Heading = "ask.check",
            Fields =
            [
                .. Enumerable.Range(0, Math.Min(count, WorkTable.TasksPerReport)).Select(i => new Field($"state{i}", FieldKind.Choice, new Phrase("extend.task", ("task", name)))
                {
                    Value = "done",
                    Options = [new FieldOption("done", "state.done"), new FieldOption("started", "state.progress.plain"), new FieldOption("drop", "btn.nothing")],
                }),
            ],
            Buttons = [new Choice("btn.recordAll", new Command(Intent.UpdateStatus) { Parts = [.. Enumerable.Repeat(command, Math.Min(count, WorkTable.TasksPerReport))] }), Choices.Nothing],
        };
        yield return new TaskListReply
        {
            Heading = new Phrase("list.matching", ("unit", words), ("n", count), ("words", words)),
            Rows = [.. Enumerable.Repeat(row, some)],
            More = count,
            MoreCommand = command,
            AlsoOverdue = [.. Enumerable.Range(1, count)],
            Buttons = choices,
            Refresh = command,
        };
        yield return new TaskReply
        {
            Task = row,
            Title = words,
            Lead = many,
            Coordinating = many,
            ReportTo = many,
            Evidence = many,
            DirectiveLabel = words,
            Issued = Today,
            Quote = words,
            Recurrence = "FREQ=MONTHLY",
            History = [.. Enumerable.Repeat(new Phrase("history.withdrawn", ("time", Now), ("date", Today), ("words", words)), some)],
            Buttons = choices,
            Refresh = command,
        };
        yield return new RecordedReply([.. Enumerable.Repeat(new Recorded(name, WorkState.NotStarted, WorkState.Done, Today), Math.Clamp(count, 1, WorkTable.TasksPerReport))], Now, Now) { By = words, Buttons = choices };
        yield return new RecordedReply([new Recorded(name, WorkState.NotStarted, WorkState.Done, Today)], Now, Now) { By = words, Buttons = choices };
        yield return new SummaryReply
        {
            Period = Say(words),
            At = Now,
            Units = count,
            Counts = new ClassCounts(count, count, count, count, count),
            Scope = words,
            Worst = [new WorstTask(1, words, 1), new WorstTask(2, words, 1), new WorstTask(3, words, 1)],
            ByUnit = loads,
            MoreUnits = count,
            Buttons = choices,
            Refresh = command,
        };
        yield return new UnitLoadsReply(Enumerable.Repeat(Say(words), some).ToArray()) { Heading = Say(words), Units = loads, More = count, Buttons = choices };
        var states = many.Select(unit => new UnitState(unit, WorkState.InProgress(50))).ToArray();
        yield return new UnitsReply { Heading = Say(words), Count = new UnitCount(1, Math.Max(1, count)), Untouched = states, Started = states, Done = states, Shown = 12, Buttons = choices };
        yield return new RequestsReply(Say(words)) { Heading = Say(words), Blocks = [.. Enumerable.Repeat(block, some)], More = count };
        yield return new RequestsReply(Say(words)) { Heading = Say(words), Blocks = [block], Fields = [fields[0]], Before = [Say(words)] };
        yield return new DraftReply
        {
            Before = [.. many.Take(3).Select(Say)],
            No = 1,
            Place = 1,
            Of = Math.Max(1, count),
            Title = words,
            Text = words,
            Who = many,
            Coordinating = many,
            Due = Today,
            Supersedes = [.. Enumerable.Range(1, count)],
            Missing = ["missing.who", "missing.when", "missing.result"],
            Fields = [.. fields.Take(3)],
            Buttons = choices,
        };
    }

    private static int Bytes(object value) => Encoding.UTF8.GetByteCount(JsonConvert.SerializeObject(value));

    private static Phrase Say(string words) => new("btn.kept", ("words", words));

    private static string Words(string letters, int characters)
    {
        var words = new StringBuilder();
        while (words.Length + letters.Length <= characters * letters.EnumerateRunes().First().Utf16SequenceLength) words.Append(letters);
        return words.ToString();
    }

    private static IEnumerable<string> Strings(JToken token) => token is JContainer container ? container.Children().SelectMany(Strings) : token.Type == JTokenType.String ? [(string)token!] : [];

    // No half of a pair anywhere; before the mark of a cut a whole character, as people see them.
    private static void AssertWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i])) Assert.True(i + 1 < text.Length && char.IsLowSurrogate(text[++i]), "Half a character.");
            else Assert.False(char.IsLowSurrogate(text[i]), "Half a character.");
        }

        // A command is plain letters, however it writes the others.
        if (text.StartsWith('{')) return;
        var rest = new[] { "👩‍👩‍👧", "e\u0302\u0301", "E\u0302\u0301" }.Aggregate(text, (left, whole) => left.Replace(whole, "", StringComparison.Ordinal));
        Assert.DoesNotContain('\u200d', rest);
        Assert.DoesNotContain(rest, c => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark);
    }
}
