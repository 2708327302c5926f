using Directives.Core;

namespace Directives.Storage.Tests.Contract;

/// <summary>What one partition should hold, and the next random thing to do to it.</summary>
public sealed class StoreModel(Random random)
{
    private static readonly string[] AllKeys = ["a", "A", "a|1", "b", "ế", "e\u0302\u0301"];

    private readonly SortedDictionary<string, StoredRow> rows = new(StringComparer.Ordinal);
    private readonly List<string> etags = ["never-given"];

    public RowChange[] NextChanges()
    {
        var keys = AllKeys.ToArray();
        random.Shuffle(keys);
        return [.. keys.Take(random.Next(1, 4)).Select(NextChange)];
    }

    public (string From, string? To) NextRange() => (NextBound(), random.Next(3) == 0 ? null : NextBound());

    public bool Conflicts(RowChange[] changes) => changes.Any(change => change switch
    {
        RowChange.Insert => rows.ContainsKey(change.Key),
        RowChange.Replace replace => ETagOf(change.Key) != replace.ETag,
        RowChange.Delete { ETag: { } etag } => ETagOf(change.Key) != etag,
        _ => false,
    });

    public void Apply(RowChange[] changes, IReadOnlyList<string?> given)
    {
        Assert.Equal(changes.Length, given.Count);
        for (var i = 0; i < changes.Length; i++)
        {
            var value = changes[i] switch
            {
                RowChange.Insert insert => insert.Value,
                RowChange.Replace replace => replace.Value,
                RowChange.Upsert upsert => upsert.Value,
                _ => null,
            };
            if (value is null)
            {
                Assert.Null(given[i]);
                rows.Remove(changes[i].Key);
                continue;
            }

            var etag = given[i];
            Assert.NotNull(etag);
            Assert.NotEqual(ETagOf(changes[i].Key), etag);
            rows[changes[i].Key] = new StoredRow(changes[i].Key, value, etag);
            etags.Add(etag);
        }
    }

    public IEnumerable<StoredRow> Rows(string from, string? to) => rows.Values.Where(row =>
        string.CompareOrdinal(row.Key, from) >= 0 && (to is null || string.CompareOrdinal(row.Key, to) < 0));

    private RowChange NextChange(string key) => random.Next(5) switch
    {
        0 => new RowChange.Insert(key, NextValue()),
        1 => new RowChange.Replace(key, NextValue(), NextETag(key)),
        2 => new RowChange.Upsert(key, NextValue()),
        3 => new RowChange.Delete(key, null),
        _ => new RowChange.Delete(key, NextETag(key)),
    };

    private string NextValue() => new string('v', random.Next(3)) + random.Next(1000);

    // Mostly the current one: otherwise nearly every transaction would conflict.
    private string NextETag(string key) => random.Next(4) > 0 && ETagOf(key) is { } current ? current : etags[random.Next(etags.Count)];

    private string NextBound() => random.Next(4) == 0 ? "" : AllKeys[random.Next(AllKeys.Length)];

    private string? ETagOf(string key) => rows.TryGetValue(key, out var row) ? row.ETag : null;
}
