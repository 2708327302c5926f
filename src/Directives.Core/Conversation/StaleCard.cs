namespace Directives.Core;

/// <summary>A button acts on what its card showed. What has changed since is shown anew, and nothing is recorded.</summary>
internal static class StaleCard
{
    /// <summary>The command with what was shown of the assignment that it changes.</summary>
    public static Command Of(this Command command, Assignment shown) => command with { Version = shown.Version, UnitId = shown.UnitId };

    /// <returns>Null when the assignment is the one that was shown, unchanged.</returns>
    public static Reply? Check(Turn turn, Command command, Assignment task)
    {
        if (command.UnitId is { } unit && unit != task.UnitId) return OfAnother(turn, unit);
        if (command.Version is not { } version || version == task.Version) return null;
        if (turn.IsRepeat) return new SayReply("repeat.done");
        turn.Show(task.Task);
        // Nothing that a digit chooses: whoever types the last answer once more, since it seemed lost, must not choose something else by it.
        var fresh = ShowTask.Detail(turn, task);
        return fresh with
        {
            Choices = [],
            Buttons = fresh.Buttons.Count > 0 ? fresh.Buttons : [Choices.Open],
            Before = [new Phrase("card.stale", ("task", new TaskName(task.Task, task.Title)), ("state", task.State))],
        };
    }

    /// <summary>Handed on by somebody of another unit: its tasks are theirs, even where both units owe the same one.</summary>
    public static Reply OfAnother(Turn turn, string unitId) =>
        new SayReply(new Phrase("card.others", ("unit", turn.Roster.FindUnit(unitId)?.Name ?? unitId))) { Buttons = SmallTalk.Menu(turn.Sender.Role) };

    /// <summary>Of an older form, or about something that is no more.</summary>
    public static Reply Old(Turn turn) => new SayReply("card.old") { Buttons = SmallTalk.Menu(turn.Sender.Role) };
}
