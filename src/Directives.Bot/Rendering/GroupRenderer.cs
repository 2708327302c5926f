using Directives.Core;

namespace Directives.Bot.Rendering;

/// <summary>What of a reply everybody in a group may read, in a line or three: that a report was recorded or taken
/// back, that a digest is to come, and that nothing could be.</summary>
internal static class GroupRenderer
{
    // What goes to the group itself is no secret of it.
    private static readonly string[] OfDigests =
    [
        "group.digest.set", "group.digest.names", "group.digest.noNames", "group.digest.stop", "group.digest.off", "group.digest.none", "group.digest.undone",
        "digest.quiet",
    ];

    /// <param name="unit">The name of the sender's unit, which the report is of.</param>
    /// <returns>Null for what is the sender's alone: lists, questions, reasons, refusals, files.</returns>
    public static string? Render(Reply reply, Wording words, Person sender, string unit) => reply switch
    {
        RecordedReply recorded => words.Say(
            "group.recorded",
            ("unit", unit),
            ("tasks", Tasks(recorded.Items.Select(item => new Phrase("group.task", ("no", item.Task.No), ("state", item.After))), words)),
            ("name", sender.Name),
            ("time", recorded.UndoUntil)),
        // A leader's own changes are made in other units.
        SayReply say when sender.Role == Role.Principal && say.Lines.All(line => line.Key == "undo.done") => words.Say(
            "group.undone", ("unit", unit), ("tasks", Tasks(say.Lines.Select(Undone), words))),
        SayReply say when say.Lines.All(line => OfDigests.Contains(line.Key)) => string.Join('\n', say.Lines.Select(words.Say)),
        SayReply { Lines: [{ Key: "error.store" }] } say => words.Say(say.Lines[0]),
        _ => null,
    };

    private static Phrase Undone(Phrase line) => new(
        "group.task.undone",
        [.. line.Values.Select(value => value.Value is TaskName task ? ("no", task.No) : value)]);

    private static Names Tasks(IEnumerable<Phrase> tasks, Wording words) => new([.. tasks.Select(words.Fill)]);
}
