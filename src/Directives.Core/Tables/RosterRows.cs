using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Directives.Core;

/// <summary>Units, groups and people as rows, and the row changes that lead from one roster to another.</summary>
internal static class RosterRows
{
    private static readonly string UnitPrefix = Keys.RosterUnit("");
    private static readonly string GroupPrefix = Keys.RosterGroup("");
    private static readonly string PersonPrefix = Keys.RosterPerson("");

    public static bool IsUnit(StoredRow row) => row.Key.StartsWith(UnitPrefix, StringComparison.Ordinal);

    public static bool IsGroup(StoredRow row) => row.Key.StartsWith(GroupPrefix, StringComparison.Ordinal);

    public static bool IsPerson(StoredRow row) => row.Key.StartsWith(PersonPrefix, StringComparison.Ordinal);

    public static Unit ReadUnit(StoredRow row) => Read(row, RosterJson.Written.Unit);

    public static UnitGroup ReadGroup(StoredRow row) => Read(row, RosterJson.Written.UnitGroup);

    public static Person ReadPerson(StoredRow row) => Read(row, RosterJson.Written.Person);

    public static RosterHead ReadHead(StoredRow row) => Read(row, RosterJson.Written.RosterHead);

    public static string Write(RosterHead head) => JsonSerializer.Serialize(head, RosterJson.Written.RosterHead);

    /// <summary>
    /// In an order in which a half-written roster still makes sense: a unit before what stands under it, units before the groups and people that
    /// name them; then removals, the other way round.
    /// </summary>
    public static List<RowChange> Differences(Roster from, Roster to)
    {
        var before = Written(from);
        var after = Written(to);
        var kept = after.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        var known = before.ToDictionary(row => row.Key, row => row.Value, StringComparer.Ordinal);
        return
        [
            .. after.Where(row => known.GetValueOrDefault(row.Key) != row.Value).Select(row => new RowChange.Upsert(row.Key, row.Value)),
            .. before.Where(row => !kept.Contains(row.Key)).Reverse().Select(row => new RowChange.Delete(row.Key, ETag: null)),
        ];
    }

    private static List<(string Key, string Value)> Written(Roster roster) =>
    [
        .. roster.TopDown().Select(unit => (Keys.RosterUnit(unit.Id), JsonSerializer.Serialize(unit, RosterJson.Written.Unit))),
        .. roster.Groups.Select(group => (Keys.RosterGroup(group.Id), JsonSerializer.Serialize(group, RosterJson.Written.UnitGroup))),
        .. roster.People.Select(person => (Keys.RosterPerson(person.Id), JsonSerializer.Serialize(person, RosterJson.Written.Person))),
    ];

    private static T Read<T>(StoredRow row, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(row.Value, type) ?? throw new InvalidDataException($"The roster's row {row.Key} is empty.");
}
