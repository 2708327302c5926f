using Directives.Language.Dates;
using Directives.Language.Messages;
using Directives.Language.Text;

namespace Directives.Core;

/// <summary>
/// "Việc 3 xong rồi", "nv 7 được 60%". Done at once, with undo, where there is one plain reading; asked about where anything is doubtful;
/// recorded all together or not at all.
/// </summary>
public sealed class ReportStatus(TaskFinder finder, WorkTable work, Projections projections) : IUseCase
{
    /// <summary>How long a report can be taken back. Nobody higher up is told of it before.</summary>
    public static readonly TimeSpan UndoTime = TimeSpan.FromMinutes(10);

    private const int Attempts = 8;

    private sealed record Report(StoredAssignment Stored, WorkState State, string? Note);

    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        var unit = turn.Roster.FindUnit(turn.Sender.UnitId);
        if (unit is null) return new SayReply(new Phrase("unit.unknown", ("words", turn.Sender.UnitId)));
        if (command.UnitId is { } shown && shown != unit.Id) return StaleCard.OfAnother(turn, shown);
        if (command.IsForm && command.Parts.Count == 0 && command.Slots.Tasks.Count == 0) return new SayReply("ask.dropped");
        if (command.Slots.Unit is { } named && UnitScope.Of(turn, named).Unit?.Id != unit.Id)
        {
            return turn.Sender.Role == Role.Principal
                ? new SayReply(new Phrase("report.othersUnit", ("words", named), ("unit", unit.Name)))
                : new SayReply(new Phrase("role.denied", ("role", (Phrase)"role.principal")));
        }

        // Between the first reading and the commit somebody else of the unit may report: then the decision is taken anew on what is there now.
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(turn, command, unit, cancellationToken);
            }
            catch (StoreConflictException) when (attempt < Attempts)
            {
                if (await work.HasRunAsync(unit.Id, turn.Operation, cancellationToken)) return await AgainAsync(turn, unit, cancellationToken);
            }
        }
    }

    private async Task<Reply> TryAsync(Turn turn, Command command, Unit unit, CancellationToken cancellationToken)
    {
        IReadOnlyList<Command> parts = command.Parts.Count > 0 ? command.Parts : [command];
        var reports = new List<Report>();
        var notDone = new List<Assignment>();
        var isUnsure = false;
        foreach (var part in parts)
        {
            // "Xong hết rồi" is not about the one that was shown last: the person says which.
            if (part.Doubts.Contains(Doubt.AllTasks)) turn.Show();
            var found = await finder.FindAsync(turn, unit.Id, part.Slots.Tasks, cancellationToken);
            isUnsure |= found is { Implied: true, Found: [var last] } && turn.IsReading
                && ImpliedTask.MayNameAnother(turn.Message.Text, last.Value, part.Slots.Percent is not null);
            if (found.Unknown.Count > 0) return new SayReply(new Phrase("report.notYours", ("unit", unit.Name), ("no", found.Unknown[0])));
            if (NotFound.Reply(turn, unit.Name, found, part) is { } unclear) return unclear;
            if (found.Implied && found.Found.Count > 1)
            {
                return NotFound.Which("ask.which", [.. found.Found.Select(task => task.Value)], part);
            }

            if (found.Found.FirstOrDefault(task => task.Value.Ended is not null) is { } ended)
            {
                turn.Show(ended.Value.Task);
                return await EndedTask.RefuseAsync(work, ended.Value, part, cancellationToken);
            }

            // A report not wholly understood is not taken for a denial: the person chooses.
            if (part.Slots.Status is null && part.Doubts.All(doubt => doubt == Doubt.UnknownWords) && parts.Count == 1)
            {
                return StaleCard.Check(turn, part, found.Found[0].Value) ?? How(turn, found.Found[0].Value, command.IsForm);
            }


            // A denial names a task and reports nothing: the state is told, and nothing is recorded. Of hearsay the sender is asked.
            var isHearsay = part.Slots.Status is null && part.Doubts.Contains(Doubt.Hearsay);
            if ((part.Slots.Status is null && !isHearsay) || part.Doubts.Contains(Doubt.Denial) || part.Doubts.Contains(Doubt.Plan))
            {
                notDone.AddRange(found.Found.Select(task => task.Value));
                continue;
            }

            var state = part.Slots.Status is { } status ? WorkState.From((WorkStatus)status, part.Slots.Percent) : WorkState.Done;
            // Typed once more, since the answer seemed lost, it may be what is recorded already.
            if (found.Found is [var shown] && (turn.Message.Pressed is not null || shown.Value.State != state)
                && StaleCard.Check(turn, part, shown.Value) is { } stale)
            {
                return stale;
            }

            reports.AddRange(found.Found.Select(stored => new Report(stored, state, part.Slots.Note)));
        }

        if (reports.Count == 0) return PlanOffer(turn, parts, notDone) ?? NotDone(turn, notDone[0]);
        if (reports.Count > WorkTable.TasksPerReport) return new SayReply(new Phrase("report.tooMany", ("n", WorkTable.TasksPerReport)));
        turn.Show([.. reports.Select(report => report.Stored.Value.Task)]);

        var news = reports.Where(report => report.Stored.Value.State != report.State).ToArray();
        if (news.Length == 0) return Same(reports[0]);
        if (!command.Confirmed && Ask(parts, reports, notDone, isUnsure) is { } question) return question;
        return await RecordAsync(turn, unit, news, cancellationToken);
    }

    private async Task<Reply> RecordAsync(Turn turn, Unit unit, IReadOnlyList<Report> reports, CancellationToken cancellationToken)
    {
        var changes = reports.Select(report =>
        {
            var before = report.Stored.Value;
            var after = before.Reported(report.State, turn.Now, turn.Sender.Id);
            return (report.Stored, After: after, Event: new HistoryEvent
            {
                Kind = HistoryKind.Reported,
                At = turn.Now,
                By = turn.Sender.Id,
                Channel = turn.Message.Channel,
                MessageId = turn.Message.MessageId,
                Before = HistoryState.Of(before),
                After = HistoryState.Of(after),
                Note = report.Note,
            });
        }).ToArray();
        var undo = new UndoableReport
        {
            Operation = turn.Operation,
            At = turn.Now,
            Until = turn.Now + UndoTime,
            Changes = [.. changes.Select(change => UndoReport.Of(change.Stored.Value, change.After))],
        };
        turn.Talk = turn.Talk with { UndoUnit = null, UndoDirective = null };
        await projections.FollowAsync(
            unit.Id,
            [.. changes.Select(change => change.After)],
            turn.Operation,
            () => work.ChangeAsync(unit.Id, turn.Sender.Id, turn.Operation, changes, undo, cancellationToken),
            cancellationToken);
        turn.HasChanged = true;
        return Recorded(turn, changes.Select(change => (change.Stored.Value, change.After)), undo);
    }

    /// <summary>The message was carried out by an earlier delivery whose answer may not have arrived: it is given again.</summary>
    private async Task<Reply> AgainAsync(Turn turn, Unit unit, CancellationToken cancellationToken)
    {
        var undo = await work.FindUndoableAsync(unit.Id, turn.Sender.Id, cancellationToken);
        if (undo?.Operation != turn.Operation) return new SayReply("repeat.done");
        var pairs = new List<(Assignment, Assignment)>();
        foreach (var change in undo.Changes)
        {
            var now = (await work.FindAsync(unit.Id, change.Task, cancellationToken))!.Value;
            if (now.Version != change.Version) return new SayReply("repeat.done");
            pairs.Add((change.Before, now));
        }

        return Recorded(turn, pairs, undo);
    }

    private static RecordedReply Recorded(Turn turn, IEnumerable<(Assignment Before, Assignment After)> pairs, UndoableReport undo)
    {
        Recorded[] items =
        [
            .. pairs.Select(pair => new Recorded(new TaskName(pair.After.Task, pair.After.Title), pair.Before.State, pair.After.State, pair.After.Due)),
        ];
        return new RecordedReply(items, undo.At, undo.Until)
        {
            By = turn.Sender.Name,
            Buttons =
            [
                Choices.Undo(turn, turn.Sender.UnitId, undo.Operation),
                .. items is [var only] ? [Choices.Evidence(only.Task.No)] : Array.Empty<Choice>(),
                Choices.Open,
            ],
        };
    }

    /// <param name="isUnsure">Words are left over that may name another task than the one just shown.</param>
    private static Reply? Ask(IReadOnlyList<Command> parts, IReadOnlyList<Report> reports, IReadOnlyList<Assignment> notDone, bool isUnsure)
    {
        var doubts = parts.SelectMany(part => part.Doubts).ToHashSet();
        // Words such as "việc đó", with one task shown, have one plain reading.
        doubts.Remove(Doubt.TaskImplied);
        doubts.Remove(Doubt.YearInferred);
        if (isUnsure) doubts.Add(Doubt.UnknownWords);
        var isSetBack = reports.Count == 1 && notDone.Count == 0 && reports[0].Stored.Value.State.IsDone && !reports[0].State.IsDone;
        if (reports.Count == 1 && !isSetBack && doubts.Count == 0 && notDone.Count == 0) return null;

        Command agreed = new(Intent.UpdateStatus)
        {
            Confirmed = true,
            Parts = [.. reports.Select(Agreed)],
        };
        if (reports.Count + notDone.Count > 1)
        {
            Phrase[] left = [.. notDone.Select(task => new Phrase("ask.notDone", ("task", new TaskName(task.Task, task.Title))))];
            return new FormReply(
            [
                "ask.check",
                .. reports.Select(report => new Phrase("ask.line", ("task", Name(report)), ("state", report.State))),
                .. left,
            ])
            {
                Heading = "ask.check",
                Fields = [.. reports.Select(report => StatusForm.Reading(report.Stored.Value, report.State))],
                Notes = left,
                Choices = [new Choice("btn.recordAll", agreed), Choices.Nothing],
                Buttons = [new Choice("btn.recordAll", agreed with { IsForm = true }), Choices.Nothing],
            };
        }

        var (one, name) = (reports[0], Name(reports[0]));
        // Less than what was recorded is a slip, or sets right what was recorded by one.
        if (isSetBack) return SetBack(name, one.State, agreed);
        if (doubts.Contains(Doubt.Homograph))
        {
            return new SayReply(new Phrase("ask.homograph", ("task", name)))
            {
                Choices =
                [
                    new Choice("btn.confirmDone", agreed),
                    new Choice("btn.postpone", new Command(Intent.RequestExtension, Choices.Of(one.Stored.Value.Task))),
                    Choices.Nothing,
                ],
            };
        }

        var question = doubts.Contains(Doubt.Hearsay) && one.State.IsDone
            ? new Phrase("report.hearsay", ("task", name))
            : new Phrase("report.state", ("task", name), ("state", one.State));
        return new SayReply(question)
        {
            Choices = [new Choice(new Phrase("btn.confirmState", ("state", one.State)), agreed), Choices.Nothing],
        };
    }

    private static Command Agreed(Report report) =>
        (Choices.Report(report.Stored.Value.Task, report.State) with { Slots = Slots(report) }).Of(report.Stored.Value);

    private static Slots Slots(Report report) => Choices.Report(report.Stored.Value.Task, report.State).Slots with { Note = report.Note };

    private static Reply How(Turn turn, Assignment task, bool again)
    {
        turn.Show(task.Task);
        return task.State.IsDone ? SetBack(task) : StatusForm.Of(task, again);
    }

    /// <summary>"Mai mới xong việc 12": somebody who says when may want to be reminded then.</summary>
    private static SayReply? PlanOffer(Turn turn, IReadOnlyList<Command> parts, List<Assignment> notDone)
    {
        if (parts is not [{ } only] || !only.Doubts.Contains(Doubt.Plan) || notDone is not [{ State.IsDone: false } task] || !turn.IsReading) return null;
        DateOnly[] days = [.. DateReader.Read(VietnameseText.Compose(turn.Message.Text), new DateContext(turn.Today, DatePurpose.Deadline)).Select(date => date.Deadline).OfType<DateOnly>()];
        if (days is not [var day] || VietnamTime.On(day, SetReminder.PlannedAt) <= turn.Now) return null;
        turn.Show(task.Task);
        return SetReminder.Offer(task.Task, day, SetReminder.PlannedAt, [new Phrase("remind.offer.plan", ("task", new TaskNumbers([task.Task])), ("time", SetReminder.PlannedAt), ("date", day))]);
    }

    private static SayReply NotDone(Turn turn, Assignment task)
    {
        turn.Show(task.Task);
        var name = new TaskName(task.Task, task.Title);
        if (task.State.IsDone) return SetBack(task);
        return new SayReply(task.Due is { } due
            ? new Phrase("report.notDone", ("task", name), ("state", task.State), ("date", due), ("left", new Left(due)))
            : new Phrase("report.notDone.noDue", ("task", name), ("state", task.State)));
    }

    /// <summary>Recorded as done, and now said not to be: that may be put right, but never by a guess.</summary>
    private static SayReply SetBack(Assignment task)
    {
        var state = WorkState.InProgress(null);
        return SetBack(new TaskName(task.Task, task.Title), state, (Choices.Report(task.Task, state) with { Confirmed = true }).Of(task));
    }

    private static SayReply SetBack(TaskName name, WorkState state, Command agreed) =>
        new(new Phrase("report.setBack", ("task", name), ("state", state))) { Choices = [new Choice("btn.setBack", agreed), new Choice("btn.keep", Command.At(Step.Nothing))] };

    private static SayReply Same(Report report)
    {
        var task = report.Stored.Value;
        return new SayReply(task.ReportedAt is { } at
            ? new Phrase("report.same", ("task", Name(report)), ("state", task.State), ("time", at), ("date", VietnamTime.Day(at)))
            : new Phrase("report.same.never", ("task", Name(report)), ("state", task.State)));
    }

    private static TaskName Name(Report report) => new(report.Stored.Value.Task, report.Stored.Value.Title);
}
