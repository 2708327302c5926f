using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Directives.Core;

/// <summary>What a store says of itself.</summary>
public sealed record AboutStore
{
    /// <summary>The version of the forms of keys and values that its rows have.</summary>
    public required int Schema { get; init; }

    /// <summary>The checksum of a backup that is being restored into it, or whose restoring was broken off: the content is not whole.</summary>
    public string? Restoring { get; init; }

    [JsonIgnore]
    public bool IsWhole => Restoring is null;
}

/// <summary>What a store keeps for itself, under which nobody outside it can tell hashes of its people.</summary>
internal sealed record StoreSecret(string Value);

/// <summary>The row in which a store says what it is, and one with a secret of its own.</summary>
public sealed class AboutTable(IPartitionedStore store)
{
    private const int SecretBytes = 32;

    /// <returns>With a null ETag, what a store without the row is taken for: of the first version, since that one wrote none.</returns>
    public async Task<(AboutStore Value, string? ETag)> ReadAsync(CancellationToken cancellationToken)
    {
        var row = await store.GetAsync(StoreTable.About, Keys.AboutStore, Keys.AboutStore, cancellationToken);
        return row is null ? (new AboutStore { Schema = 1 }, null) : (StoredJson.Read<AboutStore>(row), row.ETag);
    }

    /// <param name="etag">Of the row that was read; null where there was none.</param>
    /// <exception cref="StoreConflictException">Another copy of the program wrote it meanwhile.</exception>
    public async Task<string> WriteAsync(AboutStore about, string? etag, CancellationToken cancellationToken)
    {
        var value = StoredJson.Write(about);
        RowChange change = etag is null ? new RowChange.Insert(Keys.AboutStore, value) : new RowChange.Replace(Keys.AboutStore, value, etag);
        return (await store.CommitAsync(StoreTable.About, Keys.AboutStore, [change], cancellationToken))[0]!;
    }

    /// <summary>The store's secret, made when it is first asked for. No part of a backup, so no backup tells whom a hash is of.</summary>
    public async Task<byte[]> SecretAsync(CancellationToken cancellationToken)
    {
        if (await FindSecretAsync(cancellationToken) is { } known) return known;
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        try
        {
            var row = new RowChange.Insert(Keys.AboutSecret, StoredJson.Write(new StoreSecret(Convert.ToBase64String(secret))));
            await store.CommitAsync(StoreTable.About, Keys.AboutStore, [row], cancellationToken);
            return secret;
        }
        catch (StoreConflictException)
        {
            // Another copy of the program was first.
            return (await FindSecretAsync(cancellationToken))!;
        }
    }

    private async Task<byte[]?> FindSecretAsync(CancellationToken cancellationToken)
    {
        var row = await store.GetAsync(StoreTable.About, Keys.AboutStore, Keys.AboutSecret, cancellationToken);
        return row is null ? null : Convert.FromBase64String(StoredJson.Read<StoreSecret>(row).Value);
    }
}
