namespace Directives.Core;

/// <summary>What a notice says, from what is true at the moment it is sent.</summary>
public sealed class ComposeNotice(WorkTable work)
{
    private const int Shown = 4;

    /// <returns>Null when there is nothing left to say: all its tasks are done, or the person has left.</returns>
    public async Task<Reply?> HandleAsync(Notice notice, Person person, CancellationToken cancellationToken)
    {
        var open = new List<Assignment>();
        foreach (var number in notice.Tasks)
        {
            if (await work.FindAsync(person.UnitId, number, cancellationToken) is { Value: { State.IsDone: false } task }) open.Add(task);
        }

        if (open.Count == 0) return null;
        var lines = open.OrderBy(task => task.Due ?? DateOnly.MaxValue).Take(Shown).Select(Line).ToList();
        if (open.Count > lines.Count) lines.Add(new Phrase("notice.new.more", ("n", open.Count - lines.Count)));
        return new SayReply(lines) { Buttons = [.. open.Take(1).Where(_ => open.Count == 1).Select(task => Choices.Task(task.Task)), Choices.Open] };
    }

    private static Phrase Line(Assignment task)
    {
        var name = new TaskName(task.Task, task.Title);
        return task.Due is { } due
            ? new Phrase("notice.new", ("task", name), ("date", due), ("directive", task.DirectiveLabel))
            : new Phrase("notice.new.noDue", ("task", name), ("directive", task.DirectiveLabel));
    }
}
