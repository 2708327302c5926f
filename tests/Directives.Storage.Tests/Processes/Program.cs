using Directives.Core;
using Directives.Storage.Sqlite;

namespace Directives.Storage.Tests.Processes;

/// <summary>What a test runs as another process on the same file: <c>write FILE PARTITION</c> or <c>count FILE STEPS</c>.</summary>
public static class Program
{
    public const string Write = "write";
    public const string Count = "count";
    public const string Counter = "counter";

    public static async Task Main(string[] arguments)
    {
        await using var store = SqliteStore.Open(arguments[1]);
        await (arguments[0] switch
        {
            Write => WriteUntilKilledAsync(store, arguments[2]),
            Count => CountAsync(store, int.Parse(arguments[2], null)),
            _ => throw new ArgumentException(arguments[0]),
        });
    }

    /// <summary>Adds 1 to the counter so many times, reading it again whenever somebody else was first.</summary>
    public static async Task CountAsync(IPartitionedStore store, int steps)
    {
        for (var made = 0; made < steps;)
        {
            var row = await store.GetAsync(StoreTable.Work, Counter, Counter, default);
            try
            {
                await store.CommitAsync(StoreTable.Work, Counter, [Next(row)], default);
                made++;
            }
            catch (StoreConflictException)
            {
            }
        }
    }

    private static RowChange Next(StoredRow? row) => row is null
        ? new RowChange.Insert(Counter, "1")
        : new RowChange.Replace(Counter, (int.Parse(row.Value, null) + 1).ToString((IFormatProvider?)null), row.ETag);

    // A line on the standard output is the acknowledgement: what it names must be there however the process ends.
    private static Task WriteUntilKilledAsync(SqliteStore store, string partition) => Task.WhenAll(Enumerable.Range(0, 8).Select(async caller =>
    {
        for (var i = 0; ; i++)
        {
            var name = $"{caller}-{i:d6}";
            await store.CommitAsync(
                StoreTable.Work, partition, [new RowChange.Insert("a|" + name, name), new RowChange.Insert("b|" + name, name)], default);
            Console.WriteLine(name);
        }
    }));
}
