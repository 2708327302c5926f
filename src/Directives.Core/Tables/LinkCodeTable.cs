using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Directives.Core;

/// <param name="UsedBy">The account that used it. The same account may go on where it was broken off; no other can use it again.</param>
public sealed record LinkCode(string PersonId, DateTimeOffset Until, string? UsedBy = null);

/// <summary>The code that a person has now; a new one takes its place.</summary>
public sealed record LinkCodeOfPerson(string Code, DateTimeOffset Until);

/// <param name="Operation">The message that was counted last: delivered again it is not counted again.</param>
public sealed record LinkTries(int Count, DateTimeOffset Last, string Operation);

/// <summary>
/// The codes by which accounts are linked, and how often each account tried one. Codes stand here as hashes under the store's secret, which is in no
/// backup. One partition: codes are few, live for minutes, and go when the next one is made.
/// </summary>
public sealed class LinkCodeTable(IPartitionedStore store)
{
    /// <summary>How long a code is good, and how long an account pauses that tried too often.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    public const int MaxTries = 5;

    private const int Codes = 1_000_000;
    private const int Attempts = 10;

    private readonly AboutTable _about = new(store);
    private byte[]? _secret;

    /// <summary>Six digits that link an account to the person; the code that the person had before is void.</summary>
    public async Task<string> IssueAsync(string personId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await SweepAsync(now, cancellationToken);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var code = RandomNumberGenerator.GetInt32(Codes).ToString("d6", CultureInfo.InvariantCulture);
            var hash = await HashAsync(code, cancellationToken);
            var (same, last) = (await GetAsync(Keys.LinkCode(hash), cancellationToken), await GetAsync(Keys.LinkCodeOfPerson(personId), cancellationToken));
            if (same is not null && StoredJson.Read<LinkCode>(same).Until > now) continue;
            List<RowChange> changes =
            [
                Written(Keys.LinkCode(hash), StoredJson.Write(new LinkCode(personId, now + Life)), same?.ETag),
                Written(Keys.LinkCodeOfPerson(personId), StoredJson.Write(new LinkCodeOfPerson(hash, now + Life)), last?.ETag),
            ];
            if (last is not null && StoredJson.Read<LinkCodeOfPerson>(last).Code is var old && old != hash) changes.Add(new RowChange.Delete(Keys.LinkCode(old), null));
            if (await TryCommitAsync(changes, cancellationToken)) return code;
        }

        throw new StoreUnavailableException("The codes kept changing while one was made.");
    }

    /// <summary>Makes the code that the person has now void.</summary>
    public async Task VoidAsync(string personId, CancellationToken cancellationToken)
    {
        if (await GetAsync(Keys.LinkCodeOfPerson(personId), cancellationToken) is not { } row) return;
        var code = StoredJson.Read<LinkCodeOfPerson>(row).Code;
        await TryCommitAsync([new RowChange.Delete(Keys.LinkCode(code), null), new RowChange.Delete(Keys.LinkCodeOfPerson(personId), null)], cancellationToken);
    }

    /// <summary>Makes a code void that others have read. No try is counted: nobody is told whether there was one.</summary>
    public async Task VoidCodeAsync(string code, CancellationToken cancellationToken)
    {
        var hash = await HashAsync(code, cancellationToken);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await GetAsync(Keys.LinkCode(hash), cancellationToken) is not { } row) return;
            var ofPerson = Keys.LinkCodeOfPerson(StoredJson.Read<LinkCode>(row).PersonId);
            List<RowChange> changes = [new RowChange.Delete(row.Key, row.ETag)];
            if (await GetAsync(ofPerson, cancellationToken) is { } last && StoredJson.Read<LinkCodeOfPerson>(last).Code == hash) changes.Add(new RowChange.Delete(ofPerson, last.ETag));
            if (await TryCommitAsync(changes, cancellationToken)) return;
        }

        throw new StoreUnavailableException("A code kept changing while it was made void.");
    }

    /// <summary>Counts a try before the code is looked at, so that many at once are no more than many one after the other.</summary>
    /// <returns>False while the account has to pause.</returns>
    public async Task<bool> TakeTryAsync(ChannelUser user, string operation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var key = Keys.LinkTries(user.Channel, user.UserId);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var row = await GetAsync(key, cancellationToken);
            var tries = row is null ? null : StoredJson.Read<LinkTries>(row);
            if (tries is not null && now - tries.Last >= Life) tries = null;
            if (tries?.Operation == operation) return true;
            if (tries?.Count >= MaxTries) return false;
            var next = StoredJson.Write(new LinkTries((tries?.Count ?? 0) + 1, now, operation));
            if (await TryCommitAsync([Written(key, next, row?.ETag)], cancellationToken)) return true;
        }

        // So many at once are no person's.
        return false;
    }

    public Task ForgetTriesAsync(ChannelUser user, CancellationToken cancellationToken) =>
        TryCommitAsync([new RowChange.Delete(Keys.LinkTries(user.Channel, user.UserId), null)], cancellationToken);

    /// <summary>Uses the code for that account.</summary>
    /// <returns>The id of the person it is for; null for a code that there is not, that is too old, or that another account used.</returns>
    public async Task<string?> UseAsync(string code, ChannelUser user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var key = Keys.LinkCode(await HashAsync(code, cancellationToken));
        if (await GetAsync(key, cancellationToken) is not { } row) return null;
        var (found, account) = (StoredJson.Read<LinkCode>(row), Keys.Account(user.Channel, user.UserId));
        if (found.Until <= now) return null;
        if (found.UsedBy is { } by) return by == account ? found.PersonId : null;
        return await TryCommitAsync([new RowChange.Replace(key, StoredJson.Write(found with { UsedBy = account }), row.ETag)], cancellationToken)
            ? found.PersonId
            : await UseAsync(code, user, now, cancellationToken);
    }

    private static RowChange Written(string key, string value, string? etag) => etag is null ? new RowChange.Insert(key, value) : new RowChange.Replace(key, value, etag);

    private async Task SweepAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var old = new List<RowChange>();
        await foreach (var row in store.RangeAsync(StoreTable.Talk, Keys.LinkCodes, "", null, cancellationToken))
        {
            if (old.Count == StoreLimits.RowsPerTransaction) break;
            if (EndOf(row) <= now) old.Add(new RowChange.Delete(row.Key, row.ETag));
        }

        // What changed meanwhile is not old, or goes the next time.
        if (old.Count > 0) await TryCommitAsync(old, cancellationToken);
    }

    private static DateTimeOffset EndOf(StoredRow row) => Keys.KindOfLinkRow(row.Key) switch
    {
        Keys.LinkCodeKind => StoredJson.Read<LinkCode>(row).Until,
        Keys.LinkCodeOfPersonKind => StoredJson.Read<LinkCodeOfPerson>(row).Until,
        _ => StoredJson.Read<LinkTries>(row).Last + Life,
    };

    private Task<StoredRow?> GetAsync(string key, CancellationToken cancellationToken) => store.GetAsync(StoreTable.Talk, Keys.LinkCodes, key, cancellationToken);

    private async Task<bool> TryCommitAsync(IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
    {
        try
        {
            await store.CommitAsync(StoreTable.Talk, Keys.LinkCodes, changes, cancellationToken);
            return true;
        }
        catch (StoreConflictException)
        {
            return false;
        }
    }

    private async Task<string> HashAsync(string code, CancellationToken cancellationToken)
    {
        _secret ??= await _about.SecretAsync(cancellationToken);
        return Convert.ToHexStringLower(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes("code\n" + code)));
    }
}
