using System.Net;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// The bot has no token, so nothing was sent. One kind of exception says so, whatever the cause: who sends can tell it from a message
/// whose fate is unknown by its <see cref="HttpRequestError.UserAuthenticationError"/>.
/// </summary>
internal static class TokenFailure
{
    public static HttpRequestException Because(string reason, Exception cause = null, HttpStatusCode? status = null) =>
        new(HttpRequestError.UserAuthenticationError, "The bot cannot get a token: " + reason, cause, status);
}
