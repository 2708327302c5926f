using System.Globalization;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Directives.Core;

namespace Directives.Storage.AzureTables;

/// <summary>
/// A row as an entity. A property holds at most 32,768 characters, so the value is cut over several properties of the one entity, which is read
/// and written whole: nobody sees half a value.
/// </summary>
internal static class AzureRow
{
    private const int PartCharacters = 32_000;

    private static readonly string[] PartNames =
        [.. Enumerable.Range(0, StoreLimits.RowBytes / sizeof(char) / PartCharacters + 2).Select(i => "Value" + i.ToString("d2", CultureInfo.InvariantCulture))];

    public static TableEntity ToEntity(string partition, string key, string value)
    {
        var entity = new TableEntity(partition, key) { [PartNames[0]] = "" };
        var rest = value.AsSpan();
        for (var part = 0; rest.Length > 0; part++)
        {
            var length = Math.Min(rest.Length, PartCharacters);
            // No encoding carries half of a surrogate pair.
            if (char.IsHighSurrogate(rest[length - 1])) length--;
            entity[PartNames[part]] = rest[..length].ToString();
            rest = rest[length..];
        }

        return entity;
    }

    public static StoredRow FromEntity(TableEntity entity) => new(entity.RowKey, Value(entity), entity.ETag.ToString());

    public static ScannedRow Scanned(TableEntity entity) => new(entity.PartitionKey, entity.RowKey, Value(entity));

    /// <summary>Whether the service may have given this ETag. It answers any other form with "bad request", but to us no row has it.</summary>
    public static bool IsETag(string etag) =>
        etag.StartsWith("W/\"", StringComparison.Ordinal) && etag.EndsWith('"') && etag.All(c => c is >= ' ' and <= '~') && etag.Count(c => c == '"') == 2;

    public static ETag? Expected(RowChange change) => change switch
    {
        RowChange.Replace replace => new ETag(replace.ETag),
        RowChange.Delete { ETag: { } etag } => new ETag(etag),
        _ => null,
    };

    private static string Value(TableEntity entity) => entity.ContainsKey(PartNames[1])
        ? new StringBuilder().AppendJoin("", PartNames.TakeWhile(entity.ContainsKey).Select(entity.GetString)).ToString()
        : entity.GetString(PartNames[0]);
}
