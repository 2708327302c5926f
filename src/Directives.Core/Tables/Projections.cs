namespace Directives.Core;

/// <summary>A change of <see cref="WorkTable"/> that is being made, or was made and is not projected yet.</summary>
public sealed record PendingProjection(string UnitId, int Task, DateTimeOffset At);

/// <summary>
/// Keeps the projections, and the notices that a change calls for, in step with <see cref="WorkTable"/>. A marker is written before the change
/// and removed after its projection, so that a process killed between any two writes leaves the marker, and the sweep finishes what is left.
/// </summary>
public sealed class Projections(IPartitionedStore store, WorkTable work, ProgressTable progress, RequestNotices notices, TimeProvider time)
{
    /// <summary>
    /// A younger marker may belong to a change that another copy is just making: removing it before that change is committed would lose
    /// its projection. No change takes this long.
    /// </summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(2);

    /// <summary>Makes a change of some of a unit's assignments and projects it.</summary>
    /// <param name="changed">As the change leaves them.</param>
    /// <remarks>
    /// When the change is refused its markers stay: an earlier delivery of the same operation may have made it and died before its projection.
    /// </remarks>
    public async Task FollowAsync(
        string unitId, IReadOnlyList<Assignment> changed, string operation, Func<Task> change, CancellationToken cancellationToken)
    {
        int[] tasks = [.. changed.Select(assignment => assignment.Task)];
        var now = time.GetUtcNow();
        await store.CommitAsync(
            StoreTable.Agenda,
            Keys.PendingProjections,
            [.. tasks.Select(task => new RowChange.Upsert(
                Keys.PendingProjection(unitId, task, operation), StoredJson.Write(new PendingProjection(unitId, task, now))))],
            cancellationToken);
        await change();
        try
        {
            foreach (var assignment in changed) await ProjectAsync(assignment, cancellationToken);
            await store.CommitAsync(
                StoreTable.Agenda,
                Keys.PendingProjections,
                [.. tasks.Select(task => new RowChange.Delete(Keys.PendingProjection(unitId, task, operation), null))],
                cancellationToken);
        }
        catch (Exception left) when (left is StoreConflictException or StoreUnavailableException)
        {
            // The change is made, and to be told as made. The markers stay, and the sweep does the rest.
        }
    }

    /// <summary>Finishes what killed processes left behind.</summary>
    /// <returns>How many markers were cleared.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var left = new List<(string Key, PendingProjection Marker)>();
        await foreach (var row in store.RangeAsync(StoreTable.Agenda, Keys.PendingProjections, "", null, cancellationToken))
        {
            var marker = StoredJson.Read<PendingProjection>(row);
            if (now - marker.At >= Settled) left.Add((row.Key, marker));
        }

        foreach (var (key, marker) in left)
        {
            if (await work.FindAsync(marker.UnitId, marker.Task, cancellationToken) is { Value: var assignment }) await ProjectAsync(assignment, cancellationToken);
            await store.CommitAsync(StoreTable.Agenda, Keys.PendingProjections, [new RowChange.Delete(key, null)], cancellationToken);
        }

        return left.Count;
    }

    // What a unit takes over follows from what the other one handed over. Where it owes the task itself, that stands.
    private async Task TakeOverAsync(Assignment assignment, Ending ended, string unitId, CancellationToken cancellationToken)
    {
        var happened = new HistoryEvent
        {
            Kind = HistoryKind.TakenOver,
            At = ended.At,
            By = ended.By,
            Channel = "roster",
            MessageId = ended.Operation,
            After = HistoryState.Of(assignment),
            Note = assignment.UnitId,
        };
        foreach (var taken in await work.AssignAsync(unitId, [(assignment.TakenOverBy(unitId), happened)], cancellationToken)) await progress.ProjectAsync(taken, cancellationToken);
    }

    private async Task ProjectAsync(Assignment assignment, CancellationToken cancellationToken)
    {
        await progress.ProjectAsync(assignment, cancellationToken);
        if (assignment.Ended is { Kind: EndingKind.HandedOver, UnitId: { } next } ended) await TakeOverAsync(assignment, ended, next, cancellationToken);
        await notices.PlanAsync(assignment, cancellationToken);
    }
}
