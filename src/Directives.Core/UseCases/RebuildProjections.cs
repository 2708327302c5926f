namespace Directives.Core;

public enum ProjectionFault
{
    ProgressMissing,
    ProgressDiffers,

    /// <summary>A row of progress for what the unit does not owe.</summary>
    ProgressWithoutWork,

    /// <summary>The row by which lists find an open task is missing, wrong, or left from before.</summary>
    DueIndexDiffers,
}

/// <summary>Where a projection is not what the unit's assignment makes it.</summary>
public sealed record ProjectionDifference(string UnitId, int Task, ProjectionFault Fault);

public sealed record RebuiltProjections(int Units, int Assignments, IReadOnlyList<ProjectionDifference> Differences);

/// <summary>
/// Holds everything that follows <see cref="WorkTable"/> against it, and sets right what differs. It may run while the program does: what
/// changes meanwhile is set right by its own change.
/// </summary>
public sealed class RebuildProjections(DirectiveTable directives, WorkTable work, ProgressTable progress)
{
    /// <param name="repair">False to report only.</param>
    public async Task<RebuiltProjections> HandleAsync(bool repair, CancellationToken cancellationToken)
    {
        var differences = new List<ProjectionDifference>();
        var assignments = 0;
        var units = await work.UnitsAsync(cancellationToken);
        foreach (var unitId in units)
        {
            var stored = await work.ListStoredAsync(unitId, cancellationToken);
            assignments += stored.Count;
            foreach (var one in stored) await CheckProgressAsync(unitId, one.Value.Task, repair, differences, cancellationToken);
            await CheckDueIndexAsync(unitId, stored, repair, differences, cancellationToken);
        }

        foreach (var task in await directives.IndexAsync(cancellationToken))
        {
            foreach (var row in await progress.OfTaskAsync(task.Number, cancellationToken))
            {
                if (await work.FindAsync(row.UnitId, row.Task, cancellationToken) is null)
                {
                    await CheckProgressAsync(row.UnitId, row.Task, repair, differences, cancellationToken);
                }
            }
        }

        return new RebuiltProjections(units.Count, assignments, differences);
    }

    private async Task CheckProgressAsync(
        string unitId, int task, bool repair, List<ProjectionDifference> differences, CancellationToken cancellationToken)
    {
        // Progress first: if both change in between, the assignment is the newer one, and the repair meets another ETag.
        var found = await progress.FindAsync(task, unitId, cancellationToken);
        var truth = (await work.FindAsync(unitId, task, cancellationToken))?.Value;
        ProjectionFault? fault = (truth, found) switch
        {
            (null, null) => null,
            (null, _) => ProjectionFault.ProgressWithoutWork,
            (_, null) => ProjectionFault.ProgressMissing,
            // As it is written: two lists of the same are not equal.
            var (assignment, row) => StoredJson.Write(row.Value.Value) == StoredJson.Write(UnitProgress.Of(assignment)) ? null : ProjectionFault.ProgressDiffers,
        };
        if (fault is null) return;
        differences.Add(new ProjectionDifference(unitId, task, fault.Value));
        if (repair) await UnlessChangedAsync(progress.RepairAsync(task, unitId, truth, found?.ETag, cancellationToken));
    }

    private async Task CheckDueIndexAsync(
        string unitId, IReadOnlyList<StoredAssignment> stored, bool repair, List<ProjectionDifference> differences, CancellationToken cancellationToken)
    {
        var byTask = (await work.DueRowsAsync(unitId, cancellationToken)).ToLookup(row => StoredJson.Read<Assignment>(row).Task);
        foreach (var one in stored)
        {
            var right = WorkTable.DueRow(one.Value);
            (string Key, string Value)[] found = [.. byTask[one.Value.Task].Select(row => (row.Key, row.Value))];
            if (found.SequenceEqual(right is { } row ? [row] : [])) continue;
            // The assignment may have changed between the two reads.
            if (await work.FindAsync(unitId, one.Value.Task, cancellationToken) is not { } again || again.ETag != one.ETag) continue;
            differences.Add(new ProjectionDifference(unitId, one.Value.Task, ProjectionFault.DueIndexDiffers));
            if (repair) await UnlessChangedAsync(work.RepairDueAsync(one, [.. found.Select(wrong => wrong.Key)], cancellationToken));
        }
    }

    private static async Task UnlessChangedAsync(Task repairing)
    {
        try
        {
            await repairing;
        }
        catch (StoreConflictException)
        {
            // A change overtook the repair and wrote its own projection.
        }
    }
}
