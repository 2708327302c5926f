using System.Globalization;

namespace Directives.Storage.Sqlite;

/// <summary>An ETag is the number of the write that made it, in decimal.</summary>
internal static class SqliteETag
{
    public static string Format(long etag) => etag.ToString(CultureInfo.InvariantCulture);

    /// <returns>False for what this store never gave; such an ETag matches no row.</returns>
    public static bool TryParse(string text, out long etag) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out etag) && text == Format(etag);
}
