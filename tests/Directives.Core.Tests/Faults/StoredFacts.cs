using System.Globalization;

namespace Directives.Core.Tests.Faults;

/// <summary>
/// What a store holds, a line a fact, without what may differ between two runs of the same thing (instants, ETags, task numbers). A line that
/// is missing was lost; one that is too many was doubled.
/// </summary>
internal static class StoredFacts
{
    public static async Task<IReadOnlyList<string>> OfAsync(DomainParts parts)
    {
        var facts = new List<string>();
        var titles = (await parts.Get<DirectiveTable>().IndexAsync(default)).ToDictionary(task => task.Number, task => task.Title);
        var roster = await parts.Get<RosterTable>().ReadAsync(default);
        facts.Add($"roster {roster.Partial} {roster.Roster.Units.Count} {roster.Roster.People.Count}");
        foreach (var unit in roster.Roster.Units) await AddWorkAsync(parts.Get<WorkTable>(), unit.Id, roster.Roster, facts);
        await AddDirectivesAsync(parts.Get<DirectiveTable>(), facts);
        await AddNoticesAsync(parts.Get<IPartitionedStore>(), titles, facts);
        facts.Sort(StringComparer.Ordinal);
        return facts;
    }

    private static async Task AddWorkAsync(WorkTable work, string unitId, Roster roster, List<string> facts)
    {
        foreach (var one in await work.ListAsync(unitId, default))
        {
            facts.Add(Line(
                "work", unitId, one.Title, one.Status, one.Percent, one.Due, one.DoneOn, one.Extension?.Until, one.Decision?.Until, one.Obstacle?.Note, one.Answer?.Words, one.Evidence.Count, Ended(one.Ended), one.Moved?.From, one.TakenOverFrom, "v", one.Version));
            await foreach (var happened in work.HistoryAsync(unitId, one.Task, default))
            {
                facts.Add(Line("history", unitId, one.Title, happened.Kind, happened.By, happened.Before?.State, happened.After?.State, happened.Note));
            }
        }

        foreach (var person in roster.People)
        {
            if (await work.FindUndoableAsync(unitId, person.Id, default) is { } undo)
            {
                facts.Add(Line("undo", unitId, person.Id, string.Join(", ", undo.Changes.Select(change => change.Before.Title))));
            }
        }
    }

    private static async Task AddDirectivesAsync(DirectiveTable directives, List<string> facts)
    {
        foreach (var directive in await directives.ListAsync(default))
        {
            // The id of what was left goes by the moment of its publishing.
            var id = directive.PartOf is { } whole ? "left of " + whole : directive.Id;
            facts.Add(Line("directive", id, directive.Stage, directive.ImportedBy, "kept", directive.Kept.Count, "withdrawing", directive.Withdrawing.Count));
            facts.AddRange(directive.Earlier.Select(earlier => Line("earlier", id, earlier.Document.Effect, earlier.Document.Number, earlier.DirectiveId)));
            facts.AddRange((await directives.DraftAsync(directive.Id, default)).Select(task => Line("draft", id, task.Title, task.Draft.Deadline, task.Supersedes.Count)));
            facts.AddRange((await directives.TasksAsync(directive.Id, default)).Select(task => Line("task", id, task.Title)));
        }

        facts.AddRange((await directives.IndexAsync(default)).Select(task => Line("indexed", task.DirectiveId, task.Title, task.Due, Ended(task.Ended), task.Moved?.From)));
    }

    private static async Task AddNoticesAsync(IPartitionedStore store, Dictionary<int, string> titles, List<string> facts)
    {
        for (var shard = 0; shard < OutboxTable.Shards; shard++)
        {
            await foreach (var row in store.RangeAsync(StoreTable.Outbox, Keys.OutboxShard(shard), "", null, default))
            {
                var (notice, state) = row.Key.StartsWith("o|", StringComparison.Ordinal)
                    ? StoredJson.Read<NoticeOutcome>(row) switch { var outcome => (outcome.Notice, $"{outcome.Result}") }
                    : (StoredJson.Read<Notice>(row), "waiting");
                facts.Add(Line("notice", notice.Kind, notice.PersonId, notice.UnitId, state, Titles(notice.Tasks, titles), Titles(notice.Earlier, titles)));
            }
        }
    }

    // Of what was taken back the index knows nothing.
    private static string Titles(IReadOnlyList<int> tasks, Dictionary<int, string> titles) => string.Join(", ", tasks.Select(task => titles.GetValueOrDefault(task, "taken back")));

    private static string? Ended(Ending? ended) => ended is null ? null : Line(ended.Kind, ended.By, ended.DirectiveLabel, ended.Task is not null, ended.UnitId, ended.Reason);

    private static string Line(params object?[] parts) =>
        string.Join(" · ", parts.Select(part => Convert.ToString(part, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "-"));
}
