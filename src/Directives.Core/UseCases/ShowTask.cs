using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>"Việc 3 hạn bao giờ", "nhiệm vụ bếp ăn ai chủ trì", "việc 3 xong chưa", "căn cứ đâu": one task, or one thing about it.</summary>
public sealed class ShowTask(TaskFinder finder, WorkTable work, ProgressTable progress, DirectiveTable directives) : IUseCase
{
    private const int HistoryLines = 5;

    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        var scope = UnitScope.Of(turn, command.Slots.Unit);
        if (scope.Refusal is { } refusal) return refusal;
        if (scope.Unit is null) return await OfAllAsync(turn, command, scope, cancellationToken);

        var unit = scope.Unit;
        var found = await finder.FindAsync(turn, unit.Id, command.Slots.Tasks, cancellationToken);
        if (NotFound.Reply(turn, unit.Name, found, command) is { } reply) return reply;
        if (found.Found.Count > 1) return Which(turn, [.. found.Found.Select(task => task.Value)], command);
        var task = found.Found[0].Value;
        turn.Show(task.Task);
        return command.Slots.Aspect switch
        {
            null => Detail(turn, task) with { History = (await HistoryLinesAsync(turn, unit, task, cancellationToken)).Own, Refresh = Again(command, task.Task) },
            TaskAspect.History => await HistoryAsync(turn, unit, task, cancellationToken),
            var aspect => Say(turn, aspect.Value, task),
        };
    }

    private async Task<Reply> OfAllAsync(Turn turn, Command command, UnitScope scope, CancellationToken cancellationToken)
    {
        var (found, unclear) = await finder.FindPublishedAsync(turn, command, cancellationToken);
        if (found is null) return unclear!;
        var all = await progress.OfTaskAsync(found.Number, cancellationToken);
        var units = all.Where(unit => unit.IsOwed && scope.Contains(unit.UnitId)).ToArray();
        // A task that no unit owes is nobody else's, and can be asked about.
        if (units.Length == 0 && found.Ended is null && all.Any(unit => unit.IsOwed)) return new SayReply(new Phrase("task.unknown.all", ("no", found.Number)));
        var task = (await directives.FindTaskAsync(found.Number, cancellationToken))!;
        var directive = (await directives.FindAsync(found.DirectiveId, cancellationToken))?.Value;
        var reply = new TaskReply
        {
            Task = ListTasks.Row(found, units, turn.Today),
            Title = task.Title,
            Recurrence = task.Draft.Recurrence,
            Lead = task.Draft.Lead.Count > 0 ? task.Draft.Lead : task.Draft.Audience,
            Coordinating = task.Draft.Coordinating,
            ReportTo = task.Draft.ReportTo,
            DirectiveLabel = found.DirectiveLabel,
            Issued = directive?.Head.Issued,
            Quote = task.Quote ?? task.Draft.Text,
            Ended = found.Ended,
            Choices = found.Ended is null && units.Length > 0 ? [Choices.Units(found.Number)] : [],
            Buttons = found.Ended?.Task is { } by ? [Choices.Task(by)] : found.Ended is null && units.Any(unit => !unit.State.IsDone) ? [Choices.Nudge.On(found.Number)] : [],
            Refresh = Again(command, found.Number),
        };
        return command.Slots.Aspect is { } aspect and not (TaskAspect.Status or TaskAspect.History or TaskAspect.Extension)
            ? Say(aspect, reply)
            : reply;
    }

    private static Command Again(Command command, int task) => new(Intent.ShowTask, Choices.Of(task) with { Unit = command.Slots.Unit });

    internal static TaskReply Detail(Turn turn, Assignment task) => new()
    {
        Task = ListTasks.Row(task, turn.Today),
        Title = task.Title,
        ReportedAt = task.ReportedAt,
        Ended = task.Ended,
        Recurrence = task.Recurrence,
        Lead = task.Lead,
        Coordinating = task.Coordinating,
        ReportTo = task.ReportTo,
        Evidence = [.. task.Evidence.Select(file => file.Name)],
        DirectiveLabel = task.DirectiveLabel,
        Issued = task.Issued,
        Quote = task.Quote ?? task.Text,
        Choices = !Reports(turn, task) ? []
            : CanExtend(task) ? [Choices.Done(task), Choices.Extend.On(task.Task)]
            : [Choices.Done(task)],
        Buttons = task.Ended?.Task is { } by ? [Choices.Task(by)]
            : !Reports(turn, task) ? []
            : CanExtend(task) ? [Choices.Done(task), Choices.Percent(task.Task), Choices.Extend.On(task.Task), Choices.Obstacle.On(task.Task)]
            : [Choices.Done(task), Choices.Percent(task.Task), Choices.Obstacle.On(task.Task)],
        Refresh = Again(new Command(Intent.ShowTask), task.Task),
    };

    private static bool CanExtend(Assignment task) => task is { IsOwed: true, Extension: null };

    private static bool Reports(Turn turn, Assignment task) =>
        turn.Sender.Role == Role.Principal && turn.Sender.UnitId == task.UnitId && task.IsOpen;

    private static SayReply Say(Turn turn, TaskAspect aspect, Assignment task)
    {
        if (task.Ended is { } ended && aspect is TaskAspect.Extension or TaskAspect.Status or TaskAspect.Deadline) return EndedTask.Say(task.Task, task.Title, ended);
        if (aspect == TaskAspect.Extension) return Extension(turn, task);
        if (aspect != TaskAspect.Status) return Say(aspect, Detail(turn, task));
        var name = new TaskName(task.Task, task.Title);
        return new SayReply(
            task.State.IsDone ? "task.already" : "task.notYet",
            task.ReportedAt is { } at
                ? new Phrase("task.state", ("task", name), ("state", task.State), ("time", at), ("date", VietnamTime.Day(at)))
                : new Phrase("task.state.never", ("task", name), ("state", task.State)));
    }

    private static SayReply Extension(Turn turn, Assignment task)
    {
        var name = ("task", (object)new TaskName(task.Task, task.Title));
        if (task.Extension is { } asked) return new SayReply(new Phrase("extend.pending", name, ("date", asked.Until)));
        return task.Decision is null ? new SayReply(new Phrase("extend.none", name)) : new SayReply(Decided(turn, task));
    }

    /// <summary>The last answer to a request for more time.</summary>
    internal static IReadOnlyList<Phrase> Decided(Turn turn, Assignment task)
    {
        var (name, decided) = (("task", (object)new TaskName(task.Task, task.Title)), task.Decision!);
        if (decided.Until is { } until) return [new Phrase("extend.approved", name, ("date", until), ("leader", turn.Roster.FindPerson(decided.By)?.Name ?? decided.By))];
        List<Phrase> lines = [new Phrase("extend.rejected", name, ("date", task.Due!.Value))];
        if (decided.Reason is { } reason) lines.Add(new Phrase("extend.reason", ("words", reason)));
        return lines;
    }

    private static SayReply Say(TaskAspect aspect, TaskReply reply)
    {
        var name = new TaskName(reply.Task.No, reply.Task.Title);
        if (reply.Ended is { } ended && aspect == TaskAspect.Deadline) return EndedTask.Say(reply.Task.No, reply.Task.Title, ended);
        return aspect switch
        {
            TaskAspect.Deadline => new SayReply(reply.Task.Due is { } due
                ? new Phrase("task.deadline", ("task", name), ("date", due), ("left", new Left(due)))
                : reply.Recurrence is { } rule
                    ? new Phrase("task.deadline.recurring", ("task", name), ("rule", new Rhythm(rule)))
                    : new Phrase("task.deadline.none", ("task", name))),
            TaskAspect.Lead => new SayReply(
                new Phrase("task.head", ("no", reply.Task.No), ("title", reply.Task.Title)),
                reply.Lead.Count > 0 ? new Phrase("task.lead", ("names", new Names(reply.Lead))) : "task.noLead"),
            TaskAspect.Coordinators => new SayReply(
                new Phrase("task.head", ("no", reply.Task.No), ("title", reply.Task.Title)),
                reply.Coordinating.Count > 0 ? new Phrase("task.coordinating", ("names", new Names(reply.Coordinating))) : "task.noCoordinating"),
            _ => new SayReply(new Phrase("task.head", ("no", reply.Task.No), ("title", reply.Task.Title)), Source(reply)),
        };
    }

    private static Phrase Source(TaskReply reply) => reply.CitedOn is { } issued
        ? new Phrase("task.source", ("directive", reply.DirectiveLabel), ("date", issued), ("quote", reply.Quote))
        : new Phrase("task.source.undated", ("directive", reply.DirectiveLabel), ("quote", reply.Quote));

    private async Task<Reply> HistoryAsync(Turn turn, Unit unit, Assignment task, CancellationToken cancellationToken)
    {
        var (own, before) = await HistoryLinesAsync(turn, unit, task, cancellationToken);
        return new SayReply([new Phrase("task.history", ("task", new TaskName(task.Task, task.Title))), .. own, .. before]);
    }

    private async Task<(IReadOnlyList<Phrase> Own, IReadOnlyList<Phrase> Before)> HistoryLinesAsync(Turn turn, Unit unit, Assignment task, CancellationToken cancellationToken)
    {
        var own = await LinesAsync(turn, unit.Id, task.Task, cancellationToken);
        if (task.TakenOverFrom is not { } old) return (own, []);
        // The history of the unit that ended stays under its name, and is shown with this one.
        return (own, [new Phrase("task.history.from", ("unit", turn.Roster.FindUnit(old)?.Name ?? old)), .. await LinesAsync(turn, old, task.Task, cancellationToken)]);
    }

    private async Task<Phrase[]> LinesAsync(Turn turn, string unitId, int task, CancellationToken cancellationToken)
    {
        var events = new List<HistoryEvent>();
        await foreach (var happened in work.HistoryAsync(unitId, task, cancellationToken)) events.Add(happened);
        return [.. events.TakeLast(HistoryLines).Select(happened => Line(turn, happened))];
    }

    private static Phrase Line(Turn turn, HistoryEvent happened)
    {
        (string, object) time = ("time", happened.At), date = ("date", VietnamTime.Day(happened.At));
        return happened.Kind switch
        {
            HistoryKind.Reported => new Phrase(
                "history.reported", time, date, ("state", happened.After!.State), ("who", turn.Roster.FindPerson(happened.By ?? "")?.Name ?? happened.By ?? "")),
            HistoryKind.Undone => new Phrase("history.undone", time, date, ("state", happened.After!.State)),
            HistoryKind.Assigned => new Phrase("history.assigned", time, date),
            HistoryKind.Superseded or HistoryKind.DeadlineMoved or HistoryKind.Restored or HistoryKind.TakenBack => new Phrase(Key(happened.Kind), time, date, ("directive", happened.Note ?? "")),
            HistoryKind.HandedOver or HistoryKind.TakenOver => new Phrase(Key(happened.Kind), time, date, ("unit", turn.Roster.FindUnit(happened.Note ?? "")?.Name ?? happened.Note ?? "")),
            HistoryKind.ObstacleAnswered => new Phrase(
                Key(happened.Kind), time, date, ("who", turn.Roster.FindPerson(happened.By ?? "")?.Name ?? happened.By ?? ""), ("words", happened.Note ?? "")),
            HistoryKind.Withdrawn => new Phrase("history.withdrawn", time, date, ("words", happened.Note ?? "")),
            var kind => new Phrase(
                Key(kind),
                time,
                date,
                ("who", turn.Roster.FindPerson(happened.By ?? "")?.Name ?? happened.By ?? "")),
        };
    }

    private static string Key(HistoryKind kind) => "history." + char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..];

    private static SayReply Which(Turn turn, IReadOnlyList<Assignment> tasks, Command command)
    {
        turn.Show([.. tasks.Select(task => task.Task)]);
        return NotFound.Which("ask.which", tasks, command);
    }
}
