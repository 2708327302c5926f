namespace Directives.Core;

/// <summary>
/// A clerk's spreadsheet becomes the roster: first a plan that says what would change, then, when the clerk agrees, the change. A file with any
/// error changes nothing. A second import of the same file changes nothing either.
/// </summary>
public sealed class ImportRoster(RosterTable table)
{
    /// <summary>Whether sheets are a roster at all, be it a wrong one.</summary>
    public static bool Recognises(IReadOnlyList<RosterSheet> sheets) => RosterLines.IsRoster(sheets);

    /// <summary>What the import would do; nothing is stored.</summary>
    public async Task<RosterPlan> PlanAsync(IReadOnlyList<RosterSheet> sheets, CancellationToken cancellationToken) =>
        Plan(sheets, await table.ReadAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>Does what the plan says, all of it.</summary>
    /// <exception cref="StoreConflictException">The roster was changed after the plan was made: make a new one.</exception>
    public async Task<StoredRoster> ApplyAsync(RosterPlan plan, CancellationToken cancellationToken)
    {
        if (plan.Next is null) throw new InvalidOperationException("A plan with errors cannot be applied.");
        return await table.ReplaceAsync(plan.Next, plan.Basis, cancellationToken).ConfigureAwait(false);
    }

    private static RosterPlan Plan(IReadOnlyList<RosterSheet> sheets, StoredRoster basis)
    {
        var lines = RosterLines.Of(sheets);
        var draft = lines.HasHeaders ? RosterDraft.Of(basis.Roster, lines.Lines) : null;
        var errors = lines.Errors.Concat(draft?.Errors ?? []).ToList();
        if (draft?.Roster is not { } next || errors.Count > 0)
        {
            var order = sheets.Select((sheet, index) => (sheet.Name, index)).DistinctBy(sheet => sheet.Name).ToDictionary(sheet => sheet.Name, sheet => sheet.index);
            return new RosterPlan(basis, null, [])
            {
                Errors = [.. errors.OrderBy(error => order.GetValueOrDefault(error.Sheet)).ThenBy(error => error.Row).Take(RosterPlan.ErrorsShown)],
                ErrorCount = errors.Count,
                Ignored = lines.Ignored,
            };
        }

        return new RosterPlan(basis, next, RosterDifference.Between(basis.Roster, next, draft.IsInFile)) { Ignored = lines.Ignored };
    }
}
