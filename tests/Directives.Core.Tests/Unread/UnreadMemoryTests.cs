using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Time.Testing;

namespace Directives.Core.Tests.Unread;

/// <summary>Alone, since the memory that is measured is the whole process's.</summary>
[CollectionDefinition(nameof(UnreadMemoryTests), DisableParallelization = true)]
[Collection(nameof(UnreadMemoryTests))]
public sealed class UnreadMemoryTests
{
    [Fact]
    public async Task A_hundred_thousand_messages_are_counted_in_the_memory_of_those_that_are_shown()
    {
        const int Messages = 100_000;
        var store = new EndlessStore(Messages);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 9, 14, 0, VietnamTime.Offset));
        var list = new ListUnread(new UnreadTable(store), clock);
        await list.HandleAsync(null, default);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var found = await list.HandleAsync(null, default);

        // The words of all of them would take 20 MB.
        Assert.InRange(store.MemoryAtLast - before, long.MinValue, 4_000_000);
        Assert.Equal((Messages / 2, Messages), (found.Phrasings, found.Messages));
        Assert.Equal(ListUnread.MostShown, found.Commonest.Count);
        Assert.All(found.Commonest, one => Assert.Equal((2, 2), (one.Messages, one.Senders)));
    }

    /// <summary>A store that makes its rows while they are read, two of each phrasing, and holds none.</summary>
    private sealed class EndlessStore(int rows) : IPartitionedStore
    {
        public long MemoryAtLast { get; private set; }

        public async IAsyncEnumerable<ScannedRow> ScanAsync(
            StoreTable table, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            for (var i = 0; i < rows; i++)
            {
                var words = string.Create(CultureInfo.InvariantCulture, $"câu thứ {i / 2:d9} {new string('x', 180)}");
                var value = $$"""{"words":"{{words}}","sender":"{{i:x32}}","day":"2026-11-20","denied":false}""";
                yield return new ScannedRow("00", Keys.UnreadMessage(MaskedText.Key(words), i.ToString("x32", CultureInfo.InvariantCulture)), value);
            }

            MemoryAtLast = GC.GetTotalMemory(forceFullCollection: true);
            await Task.CompletedTask;
        }

        public Task<StoredRow?> GetAsync(StoreTable table, string partition, string rowKey, CancellationToken cancellationToken) => throw new NotSupportedException();

        public IAsyncEnumerable<StoredRow> RangeAsync(StoreTable table, string partition, string from, string? to, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<string?>> CommitAsync(StoreTable table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
