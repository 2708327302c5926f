using System.Globalization;
using System.Text.RegularExpressions;
using Directives.Language.Messages;
using Directives.Language.Prose;

namespace Directives.Core;

/// <summary>A clerk sends a document, looks through its draft task by task, drops what is none, and publishes the rest.</summary>
public sealed partial class ReviewDraft(
    IDocumentReader documents, ImportDirective import, ReplaceDraft replaceDraft, DirectiveTable directives, PublishDirective publish, EarlierDirectives earlier,
    LaterLine later) : IUseCase
{
    private const int ItemsShown = 5;
    private const int ItemCharacters = 60;

    /// <summary>Between the names in a field: a name may have a comma in it.</summary>
    private const string Between = "; ";

    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (turn.Sender.Role != Role.Clerk) return new SayReply(new Phrase("role.denied", ("role", (Phrase)"role.clerk")));
        IReadOnlyList<Phrase> said = [];
        if (command.IsForm)
        {
            (said, var wrong) = await KeepAsync(turn, command, cancellationToken);
            if (wrong is not null) return wrong;
        }

        return command.Step switch
        {
            Step.DropDraft => await DropAsync(turn, command, cancellationToken),
            Step.CheckPublishing => await CheckAsync(turn, command, cancellationToken) is var check && said.Count > 0 ? check with { Before = said } : check,
            Step.Publish => await PublishAsync(turn, command, cancellationToken),
            Step.SaveDraft => await ShowAsync(turn, command.DirectiveId, (command.Item ?? 0) + 1, said, cancellationToken),
            _ => await ShowAsync(turn, command.DirectiveId ?? turn.Talk.DraftId, command.Item ?? 1, said, cancellationToken),
        };
    }

    /// <summary>Keeps what was filled in of a task of the draft, as far as it differs from what stood there.</summary>
    /// <returns>What is to be said of it, and the answer where it is not kept.</returns>
    private async Task<(IReadOnlyList<Phrase> Said, Reply? Wrong)> KeepAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (command is not { DirectiveId: { } id, Item: { } item }) return ([], null);
        if (await directives.FindAsync(id, cancellationToken) is not { Value.Stage: DirectiveStage.Draft }) return ([], new SayReply("draft.none"));
        var task = (await directives.DraftAsync(id, cancellationToken)).FirstOrDefault(draft => draft.Number == item);
        if (task is null || Shows(task) != command.Shown) return ([], await ShowAsync(turn, id, item, ["card.old"], cancellationToken));
        var filled = turn.Message.Filled;
        var due = FilledForm.Day(filled, FilledForm.Until);
        if (due is null && filled.GetValueOrDefault(FilledForm.Until) is { Length: > 0 }) return ([], await ShowAsync(turn, id, item, ["form.day.error"], cancellationToken));
        var (who, helpers) = (Names(FilledForm.Who, Who(task.Draft)), Names(FilledForm.Helpers, task.Draft.Coordinating));
        if (who is null && helpers is null && (due is null || due == task.Draft.Deadline)) return ([], null);
        var edit = new DraftEdit { Item = item, Lead = who, Coordinating = helpers, Deadline = due };
        if (!await ChangeAsync(turn, id, [Edited(task, edit)], [], cancellationToken)) return ([], new SayReply("draft.none"));
        return ([new Phrase("draft.saved", ("no", item)), .. Unmatched(turn, edit), .. Past(turn, due)], null);

        IReadOnlyList<string>? Names(string field, IReadOnlyList<string> before) =>
            FilledForm.Words(filled, field) is { } words && words != string.Join(Between, before)
                ? Parted(turn, words.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                : null;
    }

    private static IReadOnlyList<string> Who(TaskDraft draft) => [.. draft.Lead, .. draft.Audience.Except(draft.Lead)];

    private static string Shows(DirectiveTask task) => Fingerprint.Of(StoredJson.Write(task));

    private static DirectiveTask Edited(DirectiveTask task, DraftEdit edit) => task with
    {
        Draft = task.Draft with
        {
            Lead = edit.Lead ?? task.Draft.Lead,
            Audience = edit.Lead is null ? task.Draft.Audience : [],
            Coordinating = edit.Coordinating ?? task.Draft.Coordinating,
            Deadline = edit.Deadline ?? task.Draft.Deadline,
            Text = edit.Text ?? task.Draft.Text,
            Kind = edit.Deadline is not null && task.Draft.Kind == TaskKind.Ongoing ? TaskKind.OneOff : task.Draft.Kind,
        },
    };

    private static IReadOnlyList<Field> Fields(DirectiveTask task)
    {
        Field[] fields =
        [
            new(FilledForm.Who, FieldKind.Line, "draft.field.who") { Value = string.Join(Between, Who(task.Draft)) },
            new(FilledForm.Until, FieldKind.Day, "fact.due") { Value = task.Draft.Deadline is { } due ? FilledForm.Value(due) : null },
            new(FilledForm.Helpers, FieldKind.Line, "fact.coordinating") { Value = string.Join(Between, task.Draft.Coordinating) },
        ];
        // A field holds no more than is read of it again.
        return [.. fields.Where(field => field.Value is not { Length: > FilledForm.MaxCharacters }).OrderBy(field => field.Id != FilledForm.Helpers && string.IsNullOrEmpty(field.Value) ? 0 : 1)];
    }

    /// <summary>Reads a file that was sent and keeps its draft.</summary>
    public async Task<Reply> ReadAsync(Turn turn, IncomingFile file, CancellationToken cancellationToken)
    {
        if (turn.Sender.Role != Role.Clerk) return new SayReply(new Phrase("role.denied", ("role", (Phrase)"role.clerk")));
        ImportedDirective? imported;
        try
        {
            if (await replaceDraft.ReadAsync(turn, file, cancellationToken) is { } replaced) return replaced;
            imported = await import.HandleAsync(documents.Read(file.Name, file.Content), turn.Sender, cancellationToken);
        }
        catch (UnreadableFileException unreadable)
        {
            return new SayReply(new Phrase("error.file", ("name", file.Name), ("reason", (Phrase)unreadable.Reason)));
        }

        if (imported is null) return new SayReply(new Phrase("draft.read.none", ("directive", file.Name)));
        var directive = imported.Directive;
        if (imported.WasKnown && directive.Stage != DirectiveStage.Draft)
        {
            return new SayReply(new Phrase("draft.known", ("directive", directive.Label), ("stage", (Phrase)"stage.published")));
        }

        var effects = await EffectsAsync(directive, quote: true, cancellationToken);
        int[] incomplete = [.. imported.Tasks.Where(task => Missing(task.Draft).Count > 0).Select(task => task.Number)];
        turn.Talk = turn.Talk with { DraftId = directive.Id, DraftItem = 1, UndoDirective = null };
        if (imported.Tasks.Count == 0) return new SayReply([new Phrase("draft.read.effects", ("directive", directive.Label)), .. effects]) { Choices = [Check(directive.Id, 0)] };
        var read = incomplete.Length > 0
            ? new Phrase(
                "draft.read",
                ("directive", directive.Label),
                ("n", imported.Tasks.Count),
                ("numbers", new Names([.. incomplete.Select(number => turn.Words.Number(number))])))
            : new Phrase("draft.read.complete", ("directive", directive.Label), ("n", imported.Tasks.Count));
        return new SayReply([read, .. effects]) { Choices = Offer(directive.Id, imported.Tasks) };
    }

    /// <summary>Look through the draft, or publish it.</summary>
    internal static IReadOnlyList<Choice> Offer(string directiveId, IReadOnlyList<DirectiveTask> drafts) =>
        drafts.Count > 0 ? [Show("btn.firstDraft", directiveId, drafts[0].Number), Check(directiveId, drafts.Count)] : [Check(directiveId, 0)];

    /// <summary>What the draft does to earlier directives, after the clerk changed it.</summary>
    internal async Task<Reply> ShowEarlierAsync(Turn turn, string directiveId, CancellationToken cancellationToken)
    {
        if (await directives.FindAsync(directiveId, cancellationToken) is not { Value: var directive }) return new SayReply("draft.none");
        var effects = await EffectsAsync(directive, quote: true, cancellationToken);
        var drafts = await directives.DraftAsync(directiveId, cancellationToken);
        if (drafts.Count > 0 && turn.Talk.DraftItem == 0) turn.Talk = turn.Talk with { DraftItem = drafts[0].Number };
        return new SayReply(effects.Count > 0 ? effects : [new Phrase("earlier.nothing", ("directive", directive.Label))]) { Choices = Offer(directiveId, drafts) };
    }

    private async Task<IReadOnlyList<Phrase>> EffectsAsync(Directive directive, bool quote, CancellationToken cancellationToken) =>
        [.. EarlierLines.Of(await earlier.FindAsync(directive, cancellationToken), quote)];

    /// <summary>Changes the draft as the clerk says: "việc 4 chủ trì Phòng Nội vụ, hạn 31/12", "bỏ 3", "gộp 2 và 3", "tách 5", "thêm việc: ...".</summary>
    public async Task<Reply> EditAsync(Turn turn, DraftEdit edit, CancellationToken cancellationToken)
    {
        var id = turn.Talk.DraftId!;
        if (await directives.FindAsync(id, cancellationToken) is not { Value: { Stage: DirectiveStage.Draft } head }) return new SayReply("draft.none");
        var drafts = await directives.DraftAsync(id, cancellationToken);
        if (edit.Add is { } added)
        {
            // Said again, or delivered again, it is there already.
            if (drafts.FirstOrDefault(draft => draft.Draft.Text == added) is { } known) return await ShowAsync(turn, id, known.Number, [new Phrase("draft.added", ("no", known.Number))], cancellationToken);
            var number = NextItem(head, drafts);
            if (!await ChangeAsync(turn, id, [DraftOf(id, number, added, turn.Today)], [], cancellationToken)) return new SayReply("draft.none");
            return await ShowAsync(turn, id, number, [new Phrase("draft.added", ("no", number)), .. Past(turn, DirectiveReader.ReadTask(added, turn.Today).Deadline)], cancellationToken);
        }

        edit = edit with { Lead = Parted(turn, edit.Lead), Coordinating = Parted(turn, edit.Coordinating) };
        var item = edit.Item ?? turn.Talk.DraftItem;
        if (drafts.FirstOrDefault(draft => draft.Number == item) is not { } task) return new SayReply(new Phrase("draft.unknown", ("no", item)));
        if (edit.Drop) return await DropAsync(turn, Command.At(Step.DropDraft) with { DirectiveId = id, Item = item }, cancellationToken);
        if (edit.MergeWith is { } with)
        {
            if (with == item || drafts.FirstOrDefault(draft => draft.Number == with) is not { } other) return new SayReply(new Phrase("draft.unknown", ("no", with)));
            if (!await ChangeAsync(turn, id, [Merge(task, other)], [with], cancellationToken)) return new SayReply("draft.none");
            return await ShowAsync(turn, id, item, [new Phrase("draft.merged", ("no", with), ("into", item)), .. Chosen(task.Draft, other.Draft)], cancellationToken);
        }

        if (edit.Split)
        {
            var parts = task.Draft.Text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts.Length < 2) return new SayReply(new Phrase("draft.cannotSplit", ("no", item)));
            var next = NextItem(head, drafts);
            DirectiveTask[] split =
            [
                .. parts.Select((part, i) => Retitled(task with
                {
                    Number = i == 0 ? item : next + i - 1,
                    Draft = PartOf(task.Draft, part, turn.Today),
                    Supersedes = i == 0 ? task.Supersedes : [],
                })),
            ];
            if (!await ChangeAsync(turn, id, split, [], cancellationToken)) return new SayReply("draft.none");
            return await ShowAsync(turn, id, item, [new Phrase("draft.split", ("no", item), ("n", parts.Length))], cancellationToken);
        }

        var changed = Edited(task, edit);
        // What the directive itself says is kept beside the clerk's words.
        if (edit.Text is not null) changed = Retitled(changed with { Quote = TaskTemplate.QuoteOf(task) is { } quote && quote != edit.Text ? quote : null });
        if (!await ChangeAsync(turn, id, [changed], [], cancellationToken)) return new SayReply("draft.none");
        return await ShowAsync(turn, id, item, [.. Unmatched(turn, edit), .. Past(turn, edit.Deadline)], cancellationToken);
    }

    // "Hạn 31/11" cannot be kept, and no other day is guessed; said at once, since the words are no question about a task.
    internal static Reply? NoSuchDay(string text)
    {
        if (DraftDay().Match(text) is not { Success: true } found || Impossible.IsInCalendar(found)) return null;
        return new SayReply(new Phrase("draft.noSuchDay", ("words", found.Groups["day"].Value)));
    }

    private const string DayField =
        @"^\s*(?:(?:việc|viec|nháp|nhap)\s+\d+\s*,?\s*)?(?:.*[\s,;])?(?:thời\s+hạn|hạn|han|due)\s*:?\s*(?:đến\s+|ngày\s+|den\s+|ngay\s+)*"
        + @"(?<day>(?<d>\d{1,2})[/.-](?<m>\d{1,2})(?:[/.-](?<y>\d{4}))?)\s*\.?\s*$";

    [GeneratedRegex(DayField, RegexOptions.IgnoreCase)]
    private static partial Regex DraftDay();

    private static IEnumerable<Phrase> Past(Turn turn, DateOnly? due) => due < turn.Today ? [new Phrase("draft.past", ("date", due.Value))] : [];

    // "Hoa Sen và Cỏ May" are two units; "Phòng Văn hóa, Khoa học và Thông tin" is one, where the roster has it.
    private static IReadOnlyList<string>? Parted(Turn turn, IReadOnlyList<string>? pieces)
    {
        if (pieces is null) return null;
        var roster = UnitNames.Of(turn.Roster);
        var names = new List<string>();
        for (var from = 0; from < pieces.Count;)
        {
            var count = pieces.Count - from;
            while (count > 1 && !roster.Find(string.Join(", ", pieces.Skip(from).Take(count)), turn.Today).IsFound) count--;
            var name = string.Join(", ", pieces.Skip(from).Take(count));
            string[] parts = name.Split([" và ", " va ", " and "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts.Length > 1 && !roster.Find(name, turn.Today).IsFound && parts.Any(part => roster.Find(part, turn.Today).IsFound)) names.AddRange(parts);
            else names.Add(name);
            from += count;
        }

        return names;
    }

    // Names that the roster does not hold are said at once, not only when everything is to be published.
    private static IReadOnlyList<Phrase> Unmatched(Turn turn, DraftEdit edit)
    {
        var names = UnitNames.Of(turn.Roster);
        string[] unmatched = [.. (edit.Lead ?? []).Concat(edit.Coordinating ?? []).Where(name => !names.Find(name, turn.Today).IsFound).Select(name => $"\"{name}\"")];
        return unmatched.Length > 0 ? [new Phrase("publish.unmatched", ("names", new Names(unmatched)))] : [];
    }

    // An item that was published and taken back keeps its number, and no other item gets it.
    internal static int NextItem(Directive? head, IReadOnlyList<DirectiveTask> drafts) =>
        drafts.Select(draft => draft.Number).Concat((head?.Kept ?? []).Select(kept => kept.Item)).DefaultIfEmpty(0).Max() + 1;

    // What both cannot keep is said, with what is kept of it.
    private static IEnumerable<Phrase> Chosen(TaskDraft task, TaskDraft other)
    {
        if (task.Deadline is { } one && other.Deadline is { } two && one != two) yield return new Phrase("draft.merged.due", ("date", one < two ? one : two), ("other", one < two ? two : one));
        if (task.Recurrence is { } rule && other.Recurrence is { } another && rule != another) yield return new Phrase("draft.merged.rule", ("rule", new Rhythm(rule)), ("other", new Rhythm(another)));
    }

    /// <summary>A part of a task with what its own words say of who and when; what they do not say stays as it was.</summary>
    private static TaskDraft PartOf(TaskDraft whole, string part, DateOnly today)
    {
        var read = DirectiveReader.ReadTask(part, today);
        var hasDoers = read.Lead.Count + read.Audience.Count > 0;
        var hasTime = read.Deadline is not null || read.Recurrence is not null;
        return whole with
        {
            Text = part,
            Lead = hasDoers ? read.Lead : whole.Lead,
            Audience = hasDoers ? read.Audience : whole.Audience,
            Coordinating = hasDoers || read.Coordinating.Count > 0 ? read.Coordinating : whole.Coordinating,
            Deadline = hasTime ? read.Deadline : whole.Deadline,
            Time = hasTime ? read.Time : whole.Time,
            Recurrence = hasTime ? read.Recurrence : whole.Recurrence,
            Targets = read.Targets.Count > 0 ? read.Targets : whole.Targets,
            Kind = hasTime ? read.Kind : whole.Kind,
        };
    }

    private static DirectiveTask Merge(DirectiveTask task, DirectiveTask other) => task with
    {
        Supersedes = [.. task.Supersedes.Union(other.Supersedes)],
        Draft = task.Draft with
        {
            Text = $"{task.Draft.Text.TrimEnd('.', ' ')}; {other.Draft.Text}",
            Lead = [.. task.Draft.Lead.Union(other.Draft.Lead)],
            Audience = [.. task.Draft.Audience.Union(other.Draft.Audience)],
            Coordinating = [.. task.Draft.Coordinating.Union(other.Draft.Coordinating)],
            Directing = [.. task.Draft.Directing.Union(other.Draft.Directing)],
            ReportTo = [.. task.Draft.ReportTo.Union(other.Draft.ReportTo)],
            // The earlier one: whoever keeps it keeps the other too.
            Deadline = First(task, other).Deadline,
            Time = First(task, other).Time,
            Start = task.Draft.Start is { } start && other.Draft.Start is { } other2 ? (start < other2 ? start : other2) : task.Draft.Start ?? other.Draft.Start,
            Recurrence = task.Draft.Recurrence ?? other.Draft.Recurrence,
            Targets = [.. task.Draft.Targets.Union(other.Draft.Targets)],
            Kind = task.Draft.Kind == other.Draft.Kind ? task.Draft.Kind
                : (task.Draft.Recurrence ?? other.Draft.Recurrence) is not null ? TaskKind.Recurring
                : First(task, other).Deadline is not null ? TaskKind.OneOff
                : task.Draft.Targets.Count + other.Draft.Targets.Count > 0 ? TaskKind.Target
                : task.Draft.Kind,
        },
    };

    private static TaskDraft First(DirectiveTask task, DirectiveTask other) => (task.Draft, other.Draft) switch
    {
        ({ Deadline: null } one, { Deadline: null } two) => one.Time is null ? two : one,
        ({ Deadline: null }, var two) => two,
        (var one, { Deadline: null }) => one,
        var (one, two) when one.Deadline == two.Deadline => one.Time is { } early && (two.Time is not { } late || early <= late) ? one : two,
        var (one, two) => one.Deadline < two.Deadline ? one : two,
    };

    private async Task<bool> ChangeAsync(
        Turn turn, string directiveId, IReadOnlyList<DirectiveTask> written, IReadOnlyList<int> dropped, CancellationToken cancellationToken)
    {
        // "Hoàn tác" after this would not mean what was published before it.
        turn.Talk = turn.Talk with { UndoDirective = null };
        return turn.HasChanged = await directives.ChangeDraftAsync(directiveId, written, dropped, cancellationToken);
    }

    private static DirectiveTask DraftOf(string directiveId, int number, string text, DateOnly today) => Retitled(new DirectiveTask
    {
        DirectiveId = directiveId,
        Number = number,
        Title = "",
        // No document says it: it quotes none.
        Draft = DirectiveReader.ReadTask(text, today) with { No = number, Source = new Source(0, 0) },
    });

    private static DirectiveTask Retitled(DirectiveTask task) => task with { Title = TaskTitle.Of(task.Draft, ImportDirective.TitleCharacters) };

    /// <summary>What "5 rõ" (rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ kết quả) finds missing, as keys of the texts.</summary>
    public static IReadOnlyList<string> Missing(TaskDraft task) =>
    [
        .. Clarity.Missing(task).Select(unclear => unclear switch
        {
            Unclear.Person => "missing.who",
            Unclear.Time => "missing.when",
            Unclear.Result => "missing.result",
            _ => "missing.responsibility",
        }),
    ];

    private async Task<Reply> ShowAsync(
        Turn turn, string? directiveId, int item, IReadOnlyList<Phrase> before, CancellationToken cancellationToken)
    {
        var drafts = directiveId is null ? [] : await directives.DraftAsync(directiveId, cancellationToken);
        if (directiveId is not null && drafts.Count == 0) return await EndAsync();
        if (directiveId is null || (await directives.FindAsync(directiveId, cancellationToken))?.Value.Stage != DirectiveStage.Draft)
        {
            return new SayReply([.. before, new Phrase("draft.none")]);
        }

        var position = drafts.TakeWhile(draft => draft.Number < item).Count();
        if (position == drafts.Count) return await EndAsync();
        var task = drafts[position];
        turn.Talk = turn.Talk with { DraftId = directiveId, DraftItem = task.Number };
        return new DraftReply
        {
            Before = before,
            No = task.Number,
            Place = position + 1,
            Of = drafts.Count,
            Title = task.Title,
            Text = task.Draft.Text,
            Who = [.. task.Draft.Lead, .. task.Draft.Audience.Except(task.Draft.Lead)],
            Coordinating = task.Draft.Coordinating,
            Due = task.Draft.Deadline,
            Recurrence = task.Draft.Recurrence,
            Supersedes = task.Supersedes,
            Missing = Missing(task.Draft),
            Choices =
            [
                .. position + 1 < drafts.Count ? [Show("btn.nextDraft", directiveId, task.Number + 1)] : Array.Empty<Choice>(),
                Check(directiveId, drafts.Count),
                Drop(directiveId, task),
            ],
            Fields = Fields(task),
            Buttons =
            [
                new Choice(position + 1 < drafts.Count ? "btn.saveNext" : "btn.save", Keeping(Command.At(Step.SaveDraft), directiveId, task)),
                Check(directiveId, drafts.Count) is var check ? check with { Command = Keeping(check.Command, directiveId, task) } : check,
                Drop(directiveId, task),
            ],
        };

        // Behind the last draft there is publishing; what became of the last one is said all the same.
        async Task<Reply> EndAsync() =>
            await CheckAsync(turn, Command.At(Step.CheckPublishing) with { DirectiveId = directiveId }, cancellationToken) is var check && before.Count > 0 ? check with { Before = before } : check;
    }

    private static Choice Drop(string directiveId, DirectiveTask task) =>
        new("btn.dropDraft", Command.At(Step.DropDraft) with { DirectiveId = directiveId, Item = task.Number, Shown = Shows(task) });

    private static Command Keeping(Command command, string directiveId, DirectiveTask task) =>
        command with { DirectiveId = directiveId, Item = task.Number, IsForm = true, Shown = Shows(task) };

    private async Task<Reply> DropAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if ((command.DirectiveId ?? turn.Talk.DraftId) is not { } id || (command.Item ?? turn.Talk.DraftItem) is not (> 0 and var item)) return new SayReply("draft.none");
        if (command.Shown is { } shown && (await directives.DraftAsync(id, cancellationToken)).FirstOrDefault(draft => draft.Number == item) is var task && (task is null || Shows(task) != shown))
        {
            return await ShowAsync(turn, id, item, ["card.old"], cancellationToken);
        }

        if (!await ChangeAsync(turn, id, [], [item], cancellationToken)) return new SayReply("draft.none");
        return await ShowAsync(turn, id, item + 1, [new Phrase("draft.dropped", ("no", item))], cancellationToken);
    }

    private async Task<Reply> CheckAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if ((command.DirectiveId ?? turn.Talk.DraftId) is not { } id || await publish.PlanAsync(id, cancellationToken) is not { } plan || plan is { Tasks.Count: 0, Earlier.Count: 0 })
        {
            return new SayReply("draft.none");
        }

        var yes = Command.At(Step.Publish) with { DirectiveId = id, Shown = Shows(plan) };
        if (plan.Tasks.Count == 0)
        {
            // A paper that only ends earlier tasks, or gives them more time.
            Phrase[] effects = [.. EarlierLines.Of(plan.Earlier, quote: true)];
            return !plan.HasEffect
                ? new SayReply(effects)
                : new SayReply(effects) { Choices = [new Choice("btn.carryOut", yes), new Choice("btn.notNow", Command.At(Step.Nothing))] };
        }

        if (plan.Going.Count == 0) return new SayReply(["publish.nobody", .. NobodyDoes(turn, plan)]);
        List<Phrase> lines = [new Phrase("publish.check", ("n", plan.Going.Count), ("units", plan.Units)), .. NobodyDoes(turn, plan)];
        (DirectiveTask Task, DateOnly Due)[] past = [.. plan.Going.Where(task => task.Task.Draft.Deadline < turn.Today).Select(task => (task.Task, task.Task.Draft.Deadline!.Value))];
        lines.AddRange(past.Take(ItemsShown).Select(one => new Phrase("publish.past", ("no", one.Task.Number), ("date", one.Due))));
        if (past.Length > ItemsShown) lines.Add(new Phrase("publish.past.more", ("n", past.Length - ItemsShown)));
        lines.AddRange(EarlierLines.Of(plan.Earlier, quote: false));
        int[] superseded = [.. plan.Going.SelectMany(task => task.Task.Supersedes).Distinct().Order()];
        if (superseded.Length > 0) lines.Add(new Phrase("publish.supersedes", ("tasks", EarlierLines.Tasks(superseded))));
        var unmatched = plan.Unmatched;
        if (unmatched.Count > 0) lines.Add(new Phrase("publish.unmatched", ("names", new Names([.. unmatched.Select(name => $"\"{name}\"")]))));
        return new SayReply(lines)
        {
            Choices =
            [
                new Choice(
                    plan.Left.Count > 0 ? new Phrase("btn.publish", ("n", plan.Going.Count)) : unmatched.Count > 0 ? new Phrase("btn.publishRest", ("n", unmatched.Count)) : "btn.publishNow", yes),
                new Choice("btn.notYet", Command.At(Step.Nothing)),
            ],
        };
    }

    // Named before anything is published: without a doer they would be in no list.
    private static IEnumerable<Phrase> NobodyDoes(Turn turn, PublishingPlan plan)
    {
        var left = plan.Left;
        if (left.Count == 0) yield break;
        yield return new Phrase("publish.left", ("items", Items(turn, [.. left.Select(task => task.Task)])));
        string[] names = [.. left.SelectMany(task => task.Unmatched).Distinct(StringComparer.Ordinal).Select(name => $"\"{name}\"")];
        if (names.Length > 0) yield return new Phrase("publish.unmatched", ("names", new Names(names)));
        yield return new Phrase("publish.left.how", ("no", left[0].Task.Number));
    }

    private static object Items(Turn turn, IReadOnlyList<DirectiveTask> drafts)
    {
        var shown = new Names([.. drafts.Take(ItemsShown).Select(draft => $"{turn.Words.Number(draft.Number)} \"{ShortTitle.Of(draft.Title, ItemCharacters)}\"")]);
        return drafts.Count > ItemsShown ? new Phrase("draft.items.more", ("items", shown), ("n", drafts.Count - ItemsShown)) : shown;
    }

    private async Task<Reply> PublishAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (command.DirectiveId is not { } id) return new SayReply("draft.none");
        // Delivered again, the message must not publish what was taken back since.
        if (turn.IsRepeat && (await directives.FindAsync(id, cancellationToken))?.Value is { TakenBack: not null } taken && taken.PublishedAs == turn.Operation) return new SayReply("repeat.done");
        if (command.Shown is { } shown && !turn.IsRepeat
            && await directives.FindAsync(id, cancellationToken) is { Value.Stage: DirectiveStage.Draft }
            && await publish.PlanAsync(id, cancellationToken) is { } now && Shows(now) != shown)
        {
            return await CheckAsync(turn, command, cancellationToken) with { Before = ["card.old"] };
        }

        if (await publish.HandleAsync(id, turn, cancellationToken) is not { } published)
        {
            return await directives.FindAsync(id, cancellationToken) is { Value: { Stage: not DirectiveStage.Draft } known }
                ? new SayReply(new Phrase("draft.known", ("directive", known.Label), ("stage", (Phrase)"stage.published")))
                : await publish.PlanAsync(id, cancellationToken) is { HasEffect: false } plan && plan is not { Tasks.Count: 0, Earlier.Count: 0 }
                    ? await CheckAsync(turn, command, cancellationToken)
                    : new SayReply("draft.none");
        }

        turn.HasChanged = true;
        turn.Talk = turn.Talk with { DraftId = null, DraftItem = 0, UndoDirective = id, UndoUnit = null };
        turn.Show(published.Numbers);
        List<Phrase> lines = [.. Done(published)];
        if (published.Left.Count > 0) lines.Add(new Phrase("publish.kept", ("items", Items(turn, published.Left))));
        lines.Add(later.OfUnits(turn.Now + PublishDirective.NoticeDelay));
        return new SayReply(lines)
        {
            Buttons = published is { LeftId: { } left, Left: [var first, ..] } ? [Choices.UndoPublishing(turn.Operation, id), Show("btn.leftDrafts", left, first.Number)] : [Choices.UndoPublishing(turn.Operation, id)],
        };
    }

    // Another task, another doer, other names left out: that is not what the clerk said yes to.
    private static string Shows(PublishingPlan plan) => Fingerprint.Of(
    [
        .. plan.Tasks.Select(task => Fingerprint.Of(
            [Shows(task.Task), .. task.Duties.OrderBy(duty => duty.Key, StringComparer.Ordinal).Select(duty => $"{duty.Key} {duty.Value}"), .. task.Unmatched])),
        .. plan.Earlier.Select(one => Fingerprint.Of([one.Found?.Id ?? "", .. one.Open.Select(task => Keys.Number(task.Number)), .. one.Extended.Select(Keys.Number)])),
    ]);

    private static IEnumerable<Phrase> Done(PublishedDirective published)
    {
        var (count, units) = (published.Numbers.Count, published.Plan.Units);
        if (published.Range is var (first, last)) yield return new Phrase("publish.done", ("n", count), ("from", first), ("to", last), ("units", units));
        else if (count > 0) yield return new Phrase("publish.done.some", ("n", count), ("tasks", new TaskNumbers(published.Numbers)), ("units", units));
        else yield return new Phrase("publish.done.none", ("directive", published.Plan.Directive.Label));
        if (published.Earlier.Superseded is { Count: > 0 } superseded) yield return new Phrase("publish.superseded", ("tasks", EarlierLines.Tasks(superseded)));
        if (published.Earlier.Extended is { Count: > 0 } extended) yield return new Phrase("publish.extended", ("tasks", EarlierLines.Tasks(extended)));
    }

    private static Choice Show(Phrase label, string directiveId, int item) =>
        new(label, Command.At(Step.ShowDraft) with { DirectiveId = directiveId, Item = item });

    private static Choice Check(string directiveId, int count) =>
        new(count == 0 ? "btn.carryOut" : new Phrase("btn.publish", ("n", count)), Command.At(Step.CheckPublishing) with { DirectiveId = directiveId });
}
