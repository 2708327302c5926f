namespace Directives.Core;

/// <summary>Changes of a unit's assignments that nobody of the unit makes: by what becomes of their directive, or of the unit itself.</summary>
public sealed class AmendAssignments(WorkTable work, Projections projections)
{
    private const int Attempts = 5;

    /// <param name="operation">What was done; each change stands in the history under it.</param>
    /// <param name="change">What becomes of an assignment; null where it stays, or has been changed so already.</param>
    /// <returns>The assignments as they now are, changed now or before.</returns>
    public async Task<IReadOnlyList<Assignment>> HandleAsync(
        string unitId, IReadOnlyList<int> tasks, string operation, Func<Assignment, (Assignment After, HistoryEvent Event)?> change, CancellationToken cancellationToken)
    {
        var now = new List<Assignment>();
        foreach (var some in tasks.Chunk(WorkTable.TasksPerAmendment))
        {
            for (var attempt = 1; ; attempt++)
            {
                var stored = new List<StoredAssignment>();
                foreach (var number in some)
                {
                    if (await work.FindAsync(unitId, number, cancellationToken) is { } one) stored.Add(one);
                }

                var changes = new List<(StoredAssignment Before, Assignment After, HistoryEvent Event)>();
                foreach (var one in stored)
                {
                    if (change(one.Value) is not var (after, happened)) continue;
                    changes.Add((one, after with { Version = one.Value.Version + 1 }, happened));
                }

                try
                {
                    if (changes.Count > 0)
                    {
                        await projections.FollowAsync(
                            unitId, [.. changes.Select(one => one.After)], operation, () => work.AmendAsync(unitId, operation, changes, cancellationToken), cancellationToken);
                    }

                    now.AddRange(stored.Select(one => changes.Find(made => made.After.Task == one.Value.Task).After ?? one.Value));
                    break;
                }
                catch (StoreConflictException) when (attempt < Attempts)
                {
                    // The unit reported at the same moment: what it finished stays finished.
                }
            }
        }

        return now;
    }
}
