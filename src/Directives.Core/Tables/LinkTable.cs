using System.Security.Cryptography;
using System.Text;

namespace Directives.Core;

/// <param name="ETag">Of the row, to replace just that one.</param>
public sealed record StoredLink(AccountLink Value, string ETag);

/// <summary>
/// Whose the accounts are: a partition an account with the one row that counts, so that no account ever is two people's; and beside the person's talk
/// a row for each account that was linked to them at any time, by which their accounts are found.
/// </summary>
public sealed class LinkTable(IPartitionedStore store)
{
    private const int NameBytes = 16;

    private readonly AboutTable _about = new(store);
    private byte[]? _secret;

    public async Task<StoredLink?> FindAsync(string channel, string userId, CancellationToken cancellationToken)
    {
        var row = await store.GetAsync(StoreTable.Talk, Keys.Account(channel, userId), Keys.AccountLink, cancellationToken);
        return row is null ? null : new StoredLink(StoredJson.Read<AccountLink>(row), row.ETag);
    }

    /// <param name="etag">Of the link that is replaced; null where there is none.</param>
    /// <exception cref="StoreConflictException">The account was linked by somebody else meanwhile.</exception>
    public async Task WriteAsync(AccountLink link, string? etag, CancellationToken cancellationToken)
    {
        // First, so that no link escapes a clerk who takes them all back.
        await store.CommitAsync(
            StoreTable.Talk,
            Keys.Talk(link.PersonId),
            [new RowChange.Upsert(Keys.LinkOfPerson(link.Channel, link.UserId), StoredJson.Write(link))],
            cancellationToken);
        var value = StoredJson.Write(link);
        RowChange change = etag is null ? new RowChange.Insert(Keys.AccountLink, value) : new RowChange.Replace(Keys.AccountLink, value, etag);
        await store.CommitAsync(StoreTable.Talk, Keys.Account(link.Channel, link.UserId), [change], cancellationToken);
    }

    /// <summary>The accounts that are the person's, those that were taken back too.</summary>
    public async Task<IReadOnlyList<StoredLink>> OfPersonAsync(string personId, CancellationToken cancellationToken)
    {
        var links = new List<StoredLink>();
        await foreach (var row in store.RangeAsync(StoreTable.Talk, Keys.Talk(personId), "link|", Keys.After("link|"), cancellationToken))
        {
            var known = StoredJson.Read<AccountLink>(row);
            if (await FindAsync(known.Channel, known.UserId, cancellationToken) is { } link && link.Value.PersonId == personId) links.Add(link);
        }

        return links;
    }

    /// <summary>What logs call an account: one account has one name, and without the store's secret nobody can tell whose it is.</summary>
    public async Task<string> NameAsync(string channel, string userId, CancellationToken cancellationToken)
    {
        _secret ??= await _about.SecretAsync(cancellationToken);
        return Convert.ToHexStringLower(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes($"account\n{channel}\n{userId}")).AsSpan(0, NameBytes));
    }
}
