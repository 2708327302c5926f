namespace Directives.Core;

/// <summary>What is said of a task that is owed no longer: how it ended, and which one took its place.</summary>
public static class EndedTask
{
    /// <summary>The words after the task's name.</summary>
    public static Phrase How(Ending ended) => ended switch
    {
        { Kind: EndingKind.Superseded, Task: { } by } => new Phrase("ended.superseded.task", ("no", by), ("directive", ended.DirectiveLabel!)),
        { Kind: EndingKind.Superseded } => new Phrase("ended.superseded", ("directive", ended.DirectiveLabel!)),
        { Kind: EndingKind.Withdrawn } => new Phrase("ended.withdrawn", ("date", VietnamTime.Day(ended.At)), ("words", ended.Reason!)),
        { Kind: EndingKind.HandedOver } => new Phrase("ended.handedOver", ("unit", ended.UnitName!)),
        _ => "ended.takenBack",
    };

    public static Phrase Line(int number, string title, Ending ended) => new("ended.line", ("task", new TaskName(number, title)), ("ended", How(ended)));

    /// <summary>The answer to a question about it.</summary>
    public static SayReply Say(int number, string title, Ending ended) =>
        new(Line(number, title, ended)) { Buttons = ended.Task is { } by ? [Choices.Task(by)] : [] };

    /// <summary>The answer to whoever would change it: nothing is recorded, and the task that took its place is offered where the unit has it.</summary>
    public static async Task<Reply> RefuseAsync(WorkTable work, Assignment task, Command command, CancellationToken cancellationToken)
    {
        var line = Line(task.Task, task.Title, task.Ended!);
        if (task.Ended!.Task is not { } by || await work.FindAsync(task.UnitId, by, cancellationToken) is not { Value: { Ended: null } next }) return new SayReply(line, "ended.nothing");
        return new SayReply(line, new Phrase("ended.instead", ("task", new TaskName(next.Task, next.Title))))
        {
            Choices = [new Choice(new Phrase("btn.instead", ("no", by)), NotFound.On(by, command).Command.Of(next)), Choices.Nothing],
        };
    }
}
