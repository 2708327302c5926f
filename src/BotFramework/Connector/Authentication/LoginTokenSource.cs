using System.Globalization;
using Microsoft.Bot.Internal;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// The bot's token by its client secret or certificate (OAuth 2.0, RFC 6749, section 4.4), kept until shortly before it expires. A renewal that
/// fails harms nothing as long as the old token is good.
/// </summary>
internal sealed class LoginTokenSource(AuthenticationSettings settings, HttpClient http, TimeProvider clock, ILogger logger)
    : ITokenSource, IDisposable
{
    private static readonly TimeSpan RenewAhead = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private volatile Token _token;

    public ValueTask<string> GetTokenAsync(CancellationToken cancellationToken)
    {
        var token = _token;
        return token != null && clock.GetUtcNow() < token.RenewAt
            ? ValueTask.FromResult(token.Value)
            : new ValueTask<string>(RenewAsync(token, cancellationToken));
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<string> RenewAsync(Token known, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_token == known) _token = await RequestAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception) when (known != null && clock.GetUtcNow() < known.Expires)
        {
            logger.TokenNotRenewed(known.Expires, exception);
        }
        finally
        {
            _oneAtATime.Release();
        }

        return _token.Value;
    }

    private async Task<Token> RequestAsync(CancellationToken cancellationToken)
    {
        if (settings.Password == null && settings.Certificate == null) throw TokenFailure.Because("MicrosoftAppPassword is not configured");
        try
        {
            return await AskAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException { HttpRequestError: not HttpRequestError.UserAuthenticationError }
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw TokenFailure.Because("the login does not answer", exception);
        }
    }

    private async Task<Token> AskAsync(CancellationToken cancellationToken)
    {
        var asked = clock.GetUtcNow();
        var address = new Uri(settings.LoginUrl.TrimEnd('/') + "/oauth2/v2.0/token");
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"),
            new("client_id", settings.AppId),
            new("scope", settings.OAuthScope + "/.default"),
            .. Proof(address, asked),
        ]);
        using var response = await http.PostAsync(address, form, cancellationToken).ConfigureAwait(false);
        var answer = ProtocolJson.ReadOrNull<TokenAnswer>(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
        if (!response.IsSuccessStatusCode || answer?.AccessToken == null || answer.ExpiresIn <= 0)
        {
            var reason = string.Create(CultureInfo.InvariantCulture, $"the login answers {(int)response.StatusCode} {answer?.Error} {answer?.Code}").TrimEnd();
            logger.LoginRefused(reason);
            throw TokenFailure.Because(reason, status: response.StatusCode);
        }

        var lifetime = TimeSpan.FromSeconds(answer.ExpiresIn);
        var renewAfter = lifetime > RenewAhead * 2 ? lifetime - RenewAhead : lifetime / 2;
        return new Token(answer.AccessToken, asked + renewAfter, asked + lifetime);
    }

    private IEnumerable<KeyValuePair<string, string>> Proof(Uri address, DateTimeOffset now) => settings.Certificate == null
        ? [new("client_secret", settings.Password)]
        : [new("client_assertion_type", ClientCertificate.AssertionType), new("client_assertion", settings.Certificate.Assertion(settings.AppId, address, now))];

    private sealed record Token(string Value, DateTimeOffset RenewAt, DateTimeOffset Expires);

    private sealed class TokenAnswer
    {
        [JsonProperty("access_token")]
        public string AccessToken { get; set; }

        [JsonProperty("expires_in")]
        public int ExpiresIn { get; set; }

        [JsonProperty("error")]
        public string Error { get; set; }

        [JsonProperty("error_codes")]
        public int[] ErrorCodes { get; set; }

        /// <summary>Entra's own, such as AADSTS7000222: the secret has expired.</summary>
        public string Code => ErrorCodes is [var first, ..] ? "AADSTS" + first.ToString(CultureInfo.InvariantCulture) : null;
    }
}
