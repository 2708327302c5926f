namespace Directives.Core;

/// <summary>Reads what summaries are counted from: once, for any number of periods and days.</summary>
public sealed class SummaryRows(ProgressTable progress, DirectiveTable directives)
{
    /// <param name="isCounted">Whether a unit, by its id, is among those that are asked about, such as <see cref="UnitScope.Contains"/>.</param>
    /// <param name="tasks">The tasks that are asked about; null for all.</param>
    /// <returns>By task and unit. Units that the roster does not have are left out.</returns>
    public async Task<IReadOnlyList<SummaryRow>> ReadAsync(
        Roster roster, Func<string, bool> isCounted, IReadOnlyList<IndexedTask>? tasks, CancellationToken cancellationToken)
    {
        tasks ??= await directives.IndexAsync(cancellationToken);
        var byNumber = await progress.OfTasksAsync([.. tasks.Select(task => task.Number)], cancellationToken);
        var rows = new List<SummaryRow>();
        foreach (var task in tasks)
        {
            foreach (var one in byNumber[task.Number])
            {
                if (isCounted(one.UnitId) && roster.FindUnit(one.UnitId) is { } unit) rows.Add(new SummaryRow(task, unit, one));
            }
        }

        return rows;
    }
}
