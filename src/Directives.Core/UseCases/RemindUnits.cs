using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>"Đôn đốc các trường chưa nộp việc 3": the leader sees to whom it goes and what it says, agrees, and each unit is told once a day at most.</summary>
public sealed class RemindUnits(TaskFinder finder, ProgressTable progress, OutboxTable outbox) : IUseCase
{
    private const int Shown = 8;

    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (turn.Sender.Role == Role.Principal) return new SayReply(new Phrase("role.denied", ("role", (Phrase)"role.leaderOrClerk")));
        var slots = command.Slots;
        var scope = UnitScope.Of(turn, slots.Unit);
        if (scope.Refusal is { } refusal) return refusal;
        var (task, unclear) = await finder.FindPublishedAsync(turn, command, cancellationToken);
        if (task is null) return unclear!;
        if (task.Ended is { } ended) return EndedTask.Say(task.Number, task.Title, ended);
        var late = new List<Unit>();
        foreach (var unit in await progress.OfTaskAsync(task.Number, cancellationToken))
        {
            if (!unit.IsOwed || unit.State.IsDone || !scope.Contains(unit.UnitId)) continue;
            if (slots.Filter == TaskFilter.NotStarted && unit.Status != WorkStatus.NotStarted) continue;
            if (turn.Roster.FindUnit(unit.UnitId) is { } known) late.Add(known);
        }

        var name = new TaskName(task.Number, task.Title);
        if (late.Count == 0) return new SayReply(new Phrase("nudge.none", ("task", name)));
        var reachable = late.Where(unit => Heads(turn, unit).Any()).ToArray();
        var shown = Fingerprint.Of(reachable.Select(unit => unit.Id));
        var isStale = command is { Confirmed: true, Shown: { } seen } && seen != shown;
        if (!command.Confirmed || isStale)
        {
            return Check(turn, command with { Shown = shown }, task, name, reachable, [.. late.Except(reachable)]) with { Before = isStale ? ["card.old"] : [] };
        }

        var told = new List<Unit>();
        foreach (var unit in reachable)
        {
            foreach (var head in Heads(turn, unit))
            {
                if (!await outbox.PlanAsync(Nudge(turn, task, unit, head), cancellationToken) && !told.Contains(unit)) told.Add(unit);
            }
        }

        turn.HasChanged = true;
        List<Phrase> lines = [];
        if (told.Count < reachable.Length) lines.Add(new Phrase("nudge.sending", ("n", reachable.Length - told.Count)));
        if (told.Count > 0) lines.Add(new Phrase("nudge.already", ("n", told.Count)));
        return new SayReply(lines) { Buttons = [Choices.Units(task.Number), Choices.Summary] };
    }

    private static SayReply Check(Turn turn, Command command, IndexedTask task, TaskName name, Unit[] reachable, Unit[] unreachable)
    {
        string[] names = [.. reachable.Take(Shown).Select(unit => unit.Name)];
        List<Phrase> lines = [new Phrase("nudge.check", ("n", reachable.Length), ("units", new Names(names)))];
        if (reachable.Length > names.Length) lines.Add(new Phrase("units.more", ("n", reachable.Length - names.Length)));
        lines.Add(new Phrase("quoted", ("words", Text(turn.Sender, name, task.Due))));
        if (unreachable.Length > 0) lines.Add(new Phrase("nudge.noChat", ("units", new Names([.. unreachable.Select(unit => unit.Name)]))));
        var send = command with { Confirmed = true, Slots = command.Slots with { Tasks = [new TaskReference(task.Number)] } };
        return new SayReply(lines)
        {
            Choices = [new Choice(new Phrase("btn.nudgeSend", ("n", reachable.Length)), send), new Choice("btn.notSend", Command.At(Step.Nothing))],
        };
    }

    internal static Phrase Text(Person from, TaskName task, DateOnly? due) => due is { } day
        ? new Phrase("nudge.text", ("leader", from.Name), ("task", task), ("date", day))
        : new Phrase("nudge.text.noDue", ("leader", from.Name), ("task", task));

    private static IEnumerable<Person> Heads(Turn turn, Unit unit) =>
        turn.Roster.People.Where(person => person.UnitId == unit.Id && person.Role == Role.Principal && turn.Roster.IsActive(person, turn.Today));

    private static Notice Nudge(Turn turn, IndexedTask task, Unit unit, Person head) => new()
    {
        Id = string.Join(' ', NoticeKind.Nudge, Keys.Number(task.Number), head.Id, Keys.Day(turn.Today)),
        Kind = NoticeKind.Nudge,
        PersonId = head.Id,
        NotBefore = turn.Now,
        Tasks = [task.Number],
        UnitId = unit.Id,
        From = turn.Sender.Id,
    };
}
