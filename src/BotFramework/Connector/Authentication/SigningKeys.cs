using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>An issuer's keys as they stood at one moment, and which channels each may sign for.</summary>
internal sealed class SigningKeys
{
    private readonly Dictionary<string, HashSet<string>> _endorsements = new(StringComparer.Ordinal);

    public SigningKeys(OpenIdConnectConfiguration configuration, DateTimeOffset readAt)
    {
        ReadAt = readAt;
        Keys = configuration.SigningKeys.ToList();
        foreach (var key in configuration.JsonWebKeySet?.Keys ?? [])
        {
            if (key.Kid != null && EndorsementsOf(key) is { } channels) _endorsements[key.Kid] = channels;
        }
    }

    public DateTimeOffset ReadAt { get; }

    public IReadOnlyList<SecurityKey> Keys { get; }

    public bool Contains(string keyId) => Keys.Any(key => key.KeyId == keyId);

    /// <summary>
    /// A key without endorsements signs for every channel; the connector protocol lists them for keys that do not. Those sign for no activity that
    /// names no channel.
    /// </summary>
    public bool MaySignFor(string keyId, string channelId) =>
        !_endorsements.TryGetValue(keyId, out var channels) || (channelId != null && channels.Contains(channelId));

    private static HashSet<string> EndorsementsOf(JsonWebKey key)
    {
        if (!key.AdditionalData.TryGetValue("endorsements", out var value)) return null;
        return value switch
        {
            System.Text.Json.JsonElement { ValueKind: System.Text.Json.JsonValueKind.Array } array =>
                array.EnumerateArray().Select(item => item.ToString()).ToHashSet(StringComparer.Ordinal),
            IEnumerable<object> items => items.Select(item => item.ToString()).ToHashSet(StringComparer.Ordinal),

            // Endorsements of a shape nobody knows endorse nothing.
            _ => [],
        };
    }
}
