using Microsoft.Bot.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// An issuer's signing keys, read from its OpenID metadata and kept for a day, as the connector protocol asks; read again sooner
/// when a token names a key that is not among them. Keys that could not be renewed stay good for a second day, then nothing is accepted.
/// (The library's own configuration manager renews in the background, so a request signed with a new key would be refused first.)
/// </summary>
internal sealed class OpenIdMetadata(string address, HttpClient http, TimeProvider clock, ILogger logger) : IDisposable
{
    private static readonly TimeSpan RenewAfter = TimeSpan.FromHours(24);
    private static readonly TimeSpan GoodFor = TimeSpan.FromHours(48);

    /// <summary>So that made-up key ids cannot make the bot flood the issuer.</summary>
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ShortestIntervalAfterFailure = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private volatile SigningKeys _keys;
    private DateTimeOffset? _lastFailure;

    public Task<SigningKeys> GetKeysAsync(CancellationToken cancellationToken)
    {
        var keys = _keys;
        return keys != null && clock.GetUtcNow() - keys.ReadAt < RenewAfter
            ? Task.FromResult(keys)
            : RenewAsync(keys, TimeSpan.Zero, cancellationToken);
    }

    /// <summary>Keys read later than those, if the issuer may be asked again by now; else the same.</summary>
    public Task<SigningKeys> GetNewerKeysAsync(SigningKeys known, CancellationToken cancellationToken) =>
        RenewAsync(known, ShortestInterval, cancellationToken);

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<SigningKeys> RenewAsync(SigningKeys known, TimeSpan shortestInterval, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Someone else was here while this one waited.
            if (_keys != known) return StillGood();
            var now = clock.GetUtcNow();
            if (_keys != null && now - _keys.ReadAt < shortestInterval) return _keys;
            if (now - _lastFailure < ShortestIntervalAfterFailure) return StillGood();
            await ReadAsync(cancellationToken).ConfigureAwait(false);
            return StillGood();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var documents = new HttpDocumentRetriever(http) { RequireHttps = !new Uri(address).IsLoopback };
            var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(address, documents, either.Token).ConfigureAwait(false);
            if (configuration.SigningKeys.Count == 0) throw new InvalidDataException("The metadata has no signing keys.");
            _keys = new SigningKeys(configuration, clock.GetUtcNow());
            _lastFailure = null;
            logger.KeysRead(_keys.Keys.Count, address);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever went wrong, the answer is the same: without keys nobody is believed.
            _lastFailure = clock.GetUtcNow();
            logger.KeysUnreadable(address, exception);
        }
    }

    private SigningKeys StillGood()
    {
        if (_keys != null && clock.GetUtcNow() - _keys.ReadAt < GoodFor) return _keys;
        throw new UnauthorizedAccessException("the issuer's signing keys cannot be read");
    }
}
