using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>What is said when the task meant is not clear: none, several, or one of another unit.</summary>
internal static class NotFound
{
    private const int Shown = 5;

    /// <returns>Null when at least one task was found and nothing is unclear.</returns>
    public static Reply? Reply(Turn turn, string unitName, FoundTasks found, Command command)
    {
        if (found.Words is { } words)
        {
            if (found.Candidates.Count == 0) return new SayReply(new Phrase("list.noMatch", ("words", words)));
            turn.Show([.. found.Candidates.Take(Shown).Select(task => task.Task)]);
            return Which(new Phrase("task.which", ("n", found.Candidates.Count), ("words", words)), found.Candidates, command);
        }

        if (found.Unknown.Count > 0) return new SayReply(new Phrase("task.unknown", ("unit", unitName), ("no", found.Unknown[0])));
        if (found.Found.Count > 0) return null;
        if (found.Candidates.Count == 0) return new SayReply(new Phrase("list.empty", ("unit", unitName)));
        turn.Show([.. found.Candidates.Take(Shown).Select(task => task.Task)]);
        return Which("ask.which", found.Candidates, command);
    }

    /// <summary>Lists the tasks; the number of one carries the command out on it.</summary>
    public static SayReply Which(Phrase heading, IReadOnlyList<Assignment> tasks, Command command)
    {
        var some = tasks.Take(Shown).ToArray();
        return new SayReply([heading, .. some.Select(task => Line(task.Task, task.Title, task.Due))])
        {
            ChoosesTask = true,
            Choices = [.. some.Select(task => On(task.Task, command)).Zip(some, (choice, task) => choice with { Command = choice.Command.Of(task) })],
        };
    }

    public static Choice On(int task, Command command) => new(
        new Phrase("btn.task", ("no", task)),
        command with { Slots = command.Slots with { Tasks = [new TaskReference(task)] }, Doubts = [.. command.Doubts.Where(doubt => doubt is not (Doubt.TaskImplied or Doubt.AllTasks))] });

    public static Phrase Line(int number, string title, DateOnly? due) => due is { } day
        ? new Phrase("task.which.line", ("no", number), ("title", ShortTitle.Of(title)), ("date", day))
        : new Phrase("task.which.line.undated", ("no", number), ("title", ShortTitle.Of(title)));
}
