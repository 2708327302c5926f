using Directives.Core;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace Directives.Bot.Rendering;

/// <summary>Found tasks as Teams lists them for the writer, each with the card that is put into the message.</summary>
public static class SearchRenderer
{
    private const string Thumbnail = "application/vnd.microsoft.card.thumbnail";

    /// <summary>Of a title or a directive on the card: all results come in one answer.</summary>
    private const int MostCharacters = 200;

    public static MessagingExtensionResponse Results(IReadOnlyList<FoundTask> tasks, DateTimeOffset at, Wording words) => new(new MessagingExtensionResult
    {
        Type = "result",
        AttachmentLayout = "list",
        Attachments = [.. tasks.Select(task => new MessagingExtensionAttachment
        {
            ContentType = Card.ContentType,
            Content = TaskCard(task, at, words),
            Preview = Preview(task, words),
        })],
    });

    /// <summary>A sentence in the place of results.</summary>
    public static MessagingExtensionResponse Say(string text) => new(new MessagingExtensionResult { Type = "message", Text = text });

    // For the writer alone: how many units are done may be said here.
    private static Attachment Preview(FoundTask task, Wording words)
    {
        var row = task.Row;
        var due = row.Due is not { } day ? words.Say("list.noDeadline")
            : row.State.IsDone ? $"{words["fact.due"]} {words.Date(day)}"
            : $"{words["fact.due"]} {words.Date(day)}, {words.Left(day)}";
        var state = row.Units is { Total: > 1 } units ? words.Fill(new Phrase("task.units", ("done", units.Done), ("units", units.Total))) : words.State(row.State);
        return new Attachment(Thumbnail, content: new JObject { ["title"] = Heading(row, ShortTitle.InList, words), ["text"] = $"{due}; {state}" });
    }

    // It stays as it is when the days go by: no count of days, and the moment that its state is of. The state only where it is the writer's own unit's.
    private static JObject TaskCard(FoundTask task, DateTimeOffset at, Wording words)
    {
        var row = task.Row;
        var heading = Heading(row, MostCharacters, words);
        var facts = new List<(string Name, string Value)> { (words["fact.due"], row.Due is { } day ? words.Date(day) : words.Say("list.noDeadline")) };
        if (task.Own is { } unit) facts.AddRange([(words["fact.unit"], unit.Name), (words["fact.state"], words.State(row.State))]);
        facts.Add((words["fact.directive"], ShortTitle.Of(task.DirectiveLabel, MostCharacters)));
        var asOf = words.Say("search.asOf", ("time", at), ("date", VietnamTime.Day(at)));
        var fallback = string.Join('\n', [heading, .. facts.Select(fact => $"{fact.Name}: {fact.Value}"), asOf]);
        return Card.Of(words.Language, fallback, [Card.Heading(heading), Card.Facts(facts), Card.Line(asOf)], []);
    }

    private static string Heading(TaskRow row, int characters, Wording words) => words.Say("task.head", ("no", row.No), ("title", ShortTitle.Of(row.Title, characters)));
}
