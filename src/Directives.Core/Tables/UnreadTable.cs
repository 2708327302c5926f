using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace Directives.Core;

/// <summary>A message that was not understood, with nothing in it that tells of whom it is.</summary>
/// <param name="Words">Masked.</param>
/// <param name="Sender">One sender has one name here; without the store's secret nobody can tell whose it is.</param>
/// <param name="Denied">It was asked about, and the person said no; otherwise the answer was the menu.</param>
public sealed record UnreadMessage(string Words, string Sender, DateOnly Day, bool Denied);

/// <summary>
/// Messages that were not understood, those of one phrasing beside each other: so they can be counted, however many there are, with one phrasing
/// in memory. One message has one row, however often it is delivered.
/// </summary>
public sealed class UnreadTable(IPartitionedStore store)
{
    public const int Shards = 16;

    private const int HashBytes = 16;

    private readonly AboutTable _about = new(store);
    private byte[]? _secret;

    public async Task AddAsync(string operation, string personId, string words, DateOnly day, bool denied, CancellationToken cancellationToken)
    {
        // Without it, whoever has the store could hash all people of the roster and see which fits. The channel's message ids name people too.
        _secret ??= await _about.SecretAsync(cancellationToken);
        var phrasing = MaskedText.Key(words);
        var row = new RowChange.Upsert(
            Keys.UnreadMessage(phrasing, Hash(_secret, "message", operation)),
            StoredJson.Write(new UnreadMessage(words, Hash(_secret, "sender", personId), day, denied)));
        await store.CommitAsync(StoreTable.Unread, Keys.UnreadShard(ShardOf(phrasing)), [row], cancellationToken);
    }

    /// <summary>All that are kept; those of one phrasing, which have one key here, are beside each other.</summary>
    public async IAsyncEnumerable<(string Phrasing, UnreadMessage Message)> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in store.ScanAsync(StoreTable.Unread, cancellationToken))
        {
            yield return (Keys.UnreadPhrasing(row.Key), StoredJson.Read<UnreadMessage>(row.Value));
        }
    }

    /// <summary>Removes what is older than that day.</summary>
    public async Task DropBeforeAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var partition = "";
        var old = new List<RowChange>();
        await foreach (var row in store.ScanAsync(StoreTable.Unread, cancellationToken))
        {
            if (StoredJson.Read<UnreadMessage>(row.Value).Day >= day) continue;
            if (old.Count == StoreLimits.RowsPerTransaction || row.Partition != partition) await DropAsync();
            partition = row.Partition;
            old.Add(new RowChange.Delete(row.Key, null));
        }

        await DropAsync();

        async Task DropAsync()
        {
            if (old.Count > 0) await store.CommitAsync(StoreTable.Unread, partition, old, cancellationToken);
            old = [];
        }
    }

    private static string Hash(byte[] secret, string kind, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{kind}\n{text}")).AsSpan(0, HashBytes));

    private static int ShardOf(string phrasing) => SHA256.HashData(Encoding.UTF8.GetBytes(phrasing))[0] % Shards;
}
