using System.Security.Claims;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>A request that proved where it comes from.</summary>
internal sealed record AuthenticateRequestResult(ClaimsIdentity ClaimsIdentity, string CallerId);
