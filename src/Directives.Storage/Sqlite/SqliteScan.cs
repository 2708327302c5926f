using System.Runtime.CompilerServices;
using Directives.Core;

namespace Directives.Storage.Sqlite;

/// <summary>A table's rows one after the other, of which a page at a time is in memory.</summary>
internal static class SqliteScan
{
    public const int RowsPerPage = 500;
    public const int CharactersPerPage = 1 << 20;

    /// <param name="readPage">Adds the rows after the given one, and says whether there may be more.</param>
    public static async IAsyncEnumerable<ScannedRow> RowsAsync(
        Func<ScannedRow?, List<ScannedRow>, bool> readPage,
        CancellationToken callToken, [EnumeratorCancellation] CancellationToken enumerationToken = default)
    {
        var page = new List<ScannedRow>();
        ScannedRow? last = null;
        for (var more = true; more;)
        {
            callToken.ThrowIfCancellationRequested();
            enumerationToken.ThrowIfCancellationRequested();
            page.Clear();
            more = readPage(last, page);
            foreach (var row in page) yield return row;
            if (page.Count > 0) last = page[^1];
            if (more) await Task.Yield(); // A long scan must not keep a thread to itself.
        }
    }
}
