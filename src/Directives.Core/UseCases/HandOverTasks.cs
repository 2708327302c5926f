using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>
/// "Đơn vị nào đã sắp xếp lại", "giao lại việc 3 của MN Sao Mai cho TH Cỏ May": what an ended unit still had to do goes to another one, never by
/// guess. The old unit keeps its history; the new one goes on from the state that was reported.
/// </summary>
public sealed class HandOverTasks(EndedUnits units, WorkTable work, AmendAssignments amend, OutboxTable outbox) : IUseCase
{
    private const int Shown = 5;

    public static Command Of(HandOver said) => said.From is null
        ? Command.At(Step.ListEnded)
        : Command.At(Step.HandOver) with
        {
            Slots = new Slots { Unit = said.From, Note = said.To, Tasks = [.. said.Tasks.Select(task => new TaskReference(task))] },
        };

    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (turn.Sender.Role != Role.Clerk) return new SayReply(new Phrase("role.denied", ("role", (Phrase)"role.clerk")));
        var ended = await units.FindAsync(turn.Roster, turn.Today, cancellationToken);
        if (command.Step == Step.ListEnded) return List(turn, ended);

        var (named, target) = (command.Slots.Unit!, command.Slots.Note!);
        if (Ended(turn, named) is not { } old) return NotEnded(turn, named);
        var scope = UnitScope.Of(turn, target);
        if (scope.Refusal is { } refusal) return refusal;
        if (scope.Unit is not { } next) return new SayReply(new Phrase("unit.unknown", ("words", target)));
        var open = ended.FirstOrDefault(one => one.Unit.Id == old.Id)?.Open ?? [];
        int[] numbers = [.. command.Slots.Tasks.Select(task => task.Number).OfType<int>()];
        if (numbers.Length == 0) numbers = [.. open.Select(task => task.Task)];
        if (numbers.FirstOrDefault(number => open.All(task => task.Task != number)) is > 0 and var other) return await NotOpenAsync(old, other, cancellationToken);
        if (numbers.Length == 0) return new SayReply(turn.IsRepeat ? "repeat.done" : new Phrase("handover.none", ("unit", old.Name)));
        turn.Show(numbers);
        var isStale = command is { Confirmed: true, Shown: { } shown } && shown != Shows(numbers);
        if (!command.Confirmed || isStale)
        {
            return new SayReply(
            [
                .. isStale ? ["card.old"] : Array.Empty<Phrase>(),
                new Phrase("handover.check", ("n", numbers.Length), ("from", old.Name), ("unit", next.Name)),
                .. open.Where(task => numbers.Contains(task.Task)).Take(Shown).Select(task => NotFound.Line(task.Task, task.Title, task.Due)),
            ])
            {
                Choices = [new Choice(new Phrase("btn.handOver", ("unit", next.Name)), On(old, next, numbers) with { Confirmed = true, Shown = Shows(numbers) }), Choices.Nothing],
            };
        }

        return await HandOverAsync(turn, old, next, numbers, cancellationToken);
    }

    private async Task<Reply> NotOpenAsync(Unit unit, int number, CancellationToken cancellationToken) => await work.FindAsync(unit.Id, number, cancellationToken) switch
    {
        null => new SayReply(new Phrase("task.unknown", ("unit", unit.Name), ("no", number))),
        { Value: { Ended: { } ended } task } => EndedTask.Say(number, task.Title, ended),
        { Value: var done } => new SayReply(new Phrase("report.same.never", ("task", new TaskName(number, done.Title)), ("state", done.State))),
    };

    /// <summary>What of it is still to be done, and who may take it over: one successor is offered, of several the clerk says which task goes where.</summary>
    internal static SayReply Offer(EndedUnit ended, Roster roster, DateOnly today)
    {
        Unit[] successors = [.. ended.Unit.Successors.Select(roster.FindUnit).OfType<Unit>().Where(unit => unit.IsValidOn(today))];
        List<Phrase> lines =
        [
            new Phrase("handover.head", ("unit", ended.Unit.Name), ("date", ended.Unit.ValidTo!.Value), ("n", ended.Open.Count)),
            .. ended.Open.Take(Shown).Select(task => NotFound.Line(task.Task, task.Title, task.Due)),
        ];
        if (ended.Open.Count > Shown) lines.Add(new Phrase("notice.new.more", ("n", ended.Open.Count - Shown)));
        if (successors is [var only])
        {
            return new SayReply(lines) { Choices = [new Choice(new Phrase("btn.handOver", ("unit", only.Name)), On(ended.Unit, only, []) with { Confirmed = true, Shown = Shows(ended.Open.Select(task => task.Task)) }), Choices.Nothing] };
        }

        if (successors.Length > 1) lines.Add(new Phrase("handover.successors", ("names", new Names([.. successors.Select(unit => unit.Name)]))));
        lines.Add(new Phrase("handover.example", ("no", ended.Open[0].Task), ("from", ended.Unit.Name), ("unit", successors is [var first, ..] ? first.Name : "...")));
        return new SayReply(lines);
    }

    private static string Shows(IEnumerable<int> numbers) => Fingerprint.Of(numbers.Order().Select(Keys.Number));

    private static SayReply List(Turn turn, IReadOnlyList<EndedUnit> ended)
    {
        if (ended.Count == 0) return new SayReply("handover.nobody");
        if (ended is [var only]) return Offer(only, turn.Roster, turn.Today);
        return new SayReply(
        [
            .. ended.Select(one => new Phrase("handover.head", ("unit", one.Unit.Name), ("date", one.Unit.ValidTo!.Value), ("n", one.Open.Count))),
            new Phrase("handover.example", ("no", ended[0].Open[0].Task), ("from", ended[0].Unit.Name), ("unit", "...")),
        ]);
    }

    private async Task<Reply> HandOverAsync(Turn turn, Unit old, Unit next, IReadOnlyList<int> numbers, CancellationToken cancellationToken)
    {
        // Told of first, for what the units then have: a notice of nothing is not sent.
        foreach (var person in turn.Roster.People.Where(person => person.UnitId == next.Id && person.Role == Role.Principal && turn.Roster.IsActive(person, turn.Today)))
        {
            await outbox.PlanAsync(
                new Notice
                {
                    Id = string.Join(' ', "handover", old.Id, turn.Operation, person.Id),
                    Kind = NoticeKind.NewTasks,
                    PersonId = person.Id,
                    NotBefore = turn.Now,
                    UnitId = next.Id,
                    Tasks = numbers,
                },
                cancellationToken);
        }

        var ending = new Ending(EndingKind.HandedOver, turn.Now, turn.Sender.Id) { Operation = turn.Operation, UnitId = next.Id, UnitName = next.Name };
        await amend.HandleAsync(old.Id, numbers, turn.Operation, HandOver, cancellationToken);
        turn.HasChanged = true;
        return new SayReply(new Phrase("handover.done", ("n", numbers.Count), ("from", old.Name), ("unit", next.Name)));

        (Assignment, HistoryEvent)? HandOver(Assignment task) => !task.IsOpen
            ? null
            : (task with { Ended = ending }, new HistoryEvent
            {
                Kind = HistoryKind.HandedOver,
                At = turn.Now,
                By = turn.Sender.Id,
                Channel = turn.Message.Channel,
                MessageId = turn.Message.MessageId,
                Before = HistoryState.Of(task),
                After = HistoryState.Of(task),
                Note = next.Id,
            });
    }

    private static Command On(Unit old, Unit next, IReadOnlyList<int> numbers) => Command.At(Step.HandOver) with
    {
        Slots = new Slots { Unit = old.Name, Note = next.Name, Tasks = [.. numbers.Select(number => new TaskReference(number))] },
    };

    // By the names of its last day: an ended unit is not found by what people call units today.
    private static Unit? Ended(Turn turn, string words)
    {
        var names = UnitNames.Of(turn.Roster);
        return turn.Roster.Units.FirstOrDefault(unit => unit.HasEndedBy(turn.Today) && names.Find(words, unit.ValidTo!.Value) is { IsFound: true, Units: [var one] } && one.Id == unit.Id);
    }

    private static SayReply NotEnded(Turn turn, string words) =>
        UnitScope.Of(turn, words) is { Unit: { } unit } ? new SayReply(new Phrase("handover.notEnded", ("unit", unit.Name))) : new SayReply(new Phrase("unit.unknown", ("words", words)));
}
