using System.Security.Cryptography;
using System.Text;

namespace Directives.Core;

/// <summary>A person's calendar address, as its hash: the address itself is told once and stands nowhere.</summary>
public sealed record CalendarAddress(string PersonId, string Hash, DateTimeOffset At);

/// <summary>
/// The addresses by which calendar programs read a person's tasks without signing in. The row beside the person's talk is the one that counts, so that
/// one write takes an address back; the row under the hash only finds the person.
/// </summary>
public sealed class CalendarTable(IPartitionedStore store)
{
    /// <summary>Nobody guesses so many random bytes.</summary>
    private const int TokenBytes = 32;

    /// <summary>A token is written in hex digits in lower case: no channel takes any of it for a mark of its own.</summary>
    public const int TokenCharacters = 2 * TokenBytes;

    public async Task<CalendarAddress?> FindOfPersonAsync(string personId, CancellationToken cancellationToken) =>
        await store.GetAsync(StoreTable.Talk, Keys.Talk(personId), Keys.CalendarAddress, cancellationToken) is { } row ? StoredJson.Read<CalendarAddress>(row) : null;

    /// <summary>Makes an address; the one that the person had before is void with it.</summary>
    /// <returns>The token, which is not to be had again.</returns>
    public async Task<string> IssueAsync(string personId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = await FindOfPersonAsync(personId, cancellationToken);
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        var address = new CalendarAddress(personId, HashOf(token), now);
        await WriteAsync(Keys.Calendar(address.Hash), address, cancellationToken);
        await WriteAsync(Keys.Talk(personId), address, cancellationToken);
        if (before is not null) await DropAsync(before, cancellationToken);
        return token;
    }

    /// <returns>False where there was none.</returns>
    public async Task<bool> RevokeAsync(string personId, CancellationToken cancellationToken)
    {
        if (await FindOfPersonAsync(personId, cancellationToken) is not { } address) return false;
        await store.CommitAsync(StoreTable.Talk, Keys.Talk(personId), [new RowChange.Delete(Keys.CalendarAddress, null)], cancellationToken);
        await DropAsync(address, cancellationToken);
        return true;
    }

    /// <summary>Whose calendar a token opens: at most two point reads.</summary>
    /// <returns>The person's id; null for a token that never was one, or is none any longer.</returns>
    public async Task<string?> FindPersonAsync(string token, CancellationToken cancellationToken)
    {
        var hash = HashOf(token);
        if (await store.GetAsync(StoreTable.Talk, Keys.Calendar(hash), Keys.CalendarAddress, cancellationToken) is not { } row) return null;
        var personId = StoredJson.Read<CalendarAddress>(row).PersonId;
        return (await FindOfPersonAsync(personId, cancellationToken))?.Hash == hash ? personId : null;
    }

    // So many random bits need no secret beside them: nobody finds them from their hash. It stays the same when a backup is restored.
    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("calendar\n" + token)));

    private Task WriteAsync(string partition, CalendarAddress address, CancellationToken cancellationToken) =>
        store.CommitAsync(StoreTable.Talk, partition, [new RowChange.Upsert(Keys.CalendarAddress, StoredJson.Write(address))], cancellationToken);

    private Task DropAsync(CalendarAddress address, CancellationToken cancellationToken) =>
        store.CommitAsync(StoreTable.Talk, Keys.Calendar(address.Hash), [new RowChange.Delete(Keys.CalendarAddress, null)], cancellationToken);
}
