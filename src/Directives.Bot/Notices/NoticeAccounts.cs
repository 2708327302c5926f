using System.Collections.Concurrent;
using Directives.Bot.Hosting;
using Directives.Core;
using Microsoft.Extensions.Options;

namespace Directives.Bot.Notices;

/// <summary>Where a person can be written to unasked.</summary>
/// <param name="Open">The accounts to try, the likeliest first.</param>
/// <param name="Closed">A channel that the person is known on and that takes nothing for them now; null where there is none.</param>
/// <param name="Reason">Why nothing can be sent where no account is open.</param>
internal sealed record ReachableAccounts(IReadOnlyList<ChatAccount> Open, string? Closed, string Reason);

/// <summary>Finds the accounts of people: still theirs, within the channel's window, the chosen channel first, else the one used last.</summary>
public sealed class NoticeAccounts(TalkTable talks, FindLinkedPerson find, SettingsTable settings, IOptions<NoticeSettings> options, TimeProvider time)
{
    /// <summary>Nobody turns up on a channel without a message; then they are told what waits for them within this time.</summary>
    private static readonly TimeSpan Absence = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, ReachableAccounts Accounts)> _absent = new(StringComparer.Ordinal);

    /// <summary>Somebody has turned up: all are looked for again.</summary>
    public void Forget() => _absent.Clear();

    /// <summary>Where the person can be written to; who was nowhere to be found is not looked for again at once.</summary>
    internal async Task<ReachableAccounts> FindAsync(string personId, Roster roster, CancellationToken cancellationToken)
    {
        if (_absent.TryGetValue(personId, out var known) && time.GetUtcNow() < known.Until) return known.Accounts;
        var found = await LookAsync(personId, roster, cancellationToken);
        if (found.Open.Count == 0) _absent[personId] = (time.GetUtcNow() + Absence, found);
        return found;
    }

    private async Task<ReachableAccounts> LookAsync(string personId, Roster roster, CancellationToken cancellationToken)
    {
        var open = new List<ChatAccount>();
        (string Channel, string Reason)? closed = null;
        foreach (var account in await talks.AccountsAsync(personId, cancellationToken))
        {
            if (!await IsOwnAsync(account, roster, cancellationToken)) continue;
            if (account.Unreachable is not null) closed ??= (account.Channel, Undelivered.Blocked);
            else if (options.Value.Channels.GetValueOrDefault(account.Channel)?.Window is { } window && time.GetUtcNow() - account.SeenAt > window) closed ??= (account.Channel, Undelivered.Window);
            else open.Add(account);
        }

        if (open.Count > 1 && (await settings.FindAsync(personId, cancellationToken)).Channel is { } chosen) open = [.. open.OrderBy(account => account.Channel != chosen)];
        // One message on each channel at most.
        return new ReachableAccounts([.. open.DistinctBy(account => account.Channel)], closed?.Channel, closed?.Reason ?? Undelivered.NoAccount);
    }

    /// <summary>One that was theirs may by now be somebody else's.</summary>
    private async Task<bool> IsOwnAsync(ChatAccount account, Roster roster, CancellationToken cancellationToken)
    {
        if (account.Channel == PageSettings.Channel) return true;
        var linked = await find.HandleAsync(new ChannelUser(account.Channel, account.UserId), roster, time.Today(), cancellationToken);
        return linked.Person?.Id == account.PersonId;
    }
}
