namespace Directives.Core;

/// <summary>One change of one assignment, with its history, its undo and its projections: what every use case that changes one does at the end.</summary>
public sealed class ChangeAssignment(WorkTable work, Projections projections)
{
    /// <remarks>What an earlier delivery of the same message has done is not done again, and counts as done.</remarks>
    /// <exception cref="StoreConflictException">Somebody changed the assignment since it was read: decide again.</exception>
    public Task HandleAsync(Turn turn, StoredAssignment stored, Assignment changed, HistoryKind kind, string? note, CancellationToken cancellationToken) =>
        HandleAsync(turn, stored, changed, kind, note, turn.Operation, cancellationToken);

    /// <param name="operation">What tells this change from another one that the same message makes.</param>
    /// <remarks>What an earlier delivery of the same message has done is not done again, and counts as done.</remarks>
    /// <exception cref="StoreConflictException">Somebody changed the assignment since it was read: decide again.</exception>
    public async Task HandleAsync(
        Turn turn, StoredAssignment stored, Assignment changed, HistoryKind kind, string? note, string operation, CancellationToken cancellationToken)
    {
        var after = changed with { Version = stored.Value.Version + 1 };
        var happened = new HistoryEvent
        {
            Kind = kind,
            At = turn.Now,
            By = turn.Sender.Id,
            Channel = turn.Message.Channel,
            MessageId = turn.Message.MessageId,
            Before = HistoryState.Of(stored.Value),
            After = HistoryState.Of(after),
            Note = note,
        };
        var undo = new UndoableReport
        {
            Operation = operation,
            At = turn.Now,
            Until = turn.Now + ReportStatus.UndoTime,
            Changes = [UndoReport.Of(stored.Value, after)],
        };
        turn.Talk = turn.Talk with { UndoUnit = after.UnitId == turn.Sender.UnitId ? null : after.UnitId, UndoDirective = null };
        try
        {
            await projections.FollowAsync(
                after.UnitId,
                [after],
                operation,
                () => work.ChangeAsync(after.UnitId, turn.Sender.Id, operation, [(stored, after, happened)], undo, cancellationToken),
                cancellationToken);
        }
        catch (StoreConflictException)
        {
            if (!await work.HasRunAsync(after.UnitId, operation, cancellationToken)) throw;
        }

        turn.HasChanged = true;
    }
}
