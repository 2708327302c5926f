using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Directives.Zalo.Webhook;

/// <summary>
/// Whether an event comes from Zalo: the header <c>X-ZEvent-Signature</c> is the SHA-256 of app id, body, timestamp and secret, one after the other.
/// Taken over the bytes as they arrived, since Zalo writes its JSON otherwise than any serialiser here would.
/// </summary>
/// <param name="secret">The OA Secret Key of the app's webhook page. Without it, or without an app id, nothing is accepted.</param>
public sealed class ZaloSignature(string appId, string secret)
{
    public const string Header = "X-ZEvent-Signature";

    private const string Prefix = "mac";

    /// <summary>False for anything but the right signature, whatever the body and the header hold.</summary>
    public bool IsValid(string? header, ReadOnlySpan<byte> body) =>
        TimestampOf(body) is { } timestamp && IsValid(header, body, timestamp);

    internal bool IsValid(string? header, ReadOnlySpan<byte> body, string timestamp)
    {
        // An empty secret would let anybody sign.
        if (appId.Length == 0 || secret.Length == 0 || header is null) return false;
        Span<byte> given = stackalloc byte[SHA256.HashSizeInBytes];
        if (!TryReadHex(Unprefixed(header), given)) return false;

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(appId));
        hash.AppendData(body);
        hash.AppendData(Encoding.UTF8.GetBytes(timestamp));
        hash.AppendData(Encoding.UTF8.GetBytes(secret));
        return CryptographicOperations.FixedTimeEquals(hash.GetHashAndReset(), given);
    }

    // "mac=1f…", "mac = 1f…" and "1f…" are all sent.
    private static ReadOnlySpan<char> Unprefixed(ReadOnlySpan<char> header)
    {
        header = header.Trim();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return header;
        var rest = header[Prefix.Length..].TrimStart();
        return rest is ['=', .. var digits] ? digits.TrimStart() : header;
    }

    private static bool TryReadHex(ReadOnlySpan<char> digits, Span<byte> bytes) =>
        digits.Length == bytes.Length * 2
        && Convert.FromHexString(digits, bytes, out _, out _) == System.Buffers.OperationStatus.Done;

    /// <summary>The body's own timestamp as it is written, a string or a number; null where there is none.</summary>
    private static string? TimestampOf(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var wanted = reader.ValueTextEquals("timestamp");
                if (!reader.Read()) return null;
                if (wanted) return reader.TokenType is JsonTokenType.String or JsonTokenType.Number ? Encoding.UTF8.GetString(reader.ValueSpan) : null;
                reader.Skip();
            }
        }
        catch (JsonException)
        {
            // Not JSON, hence not from Zalo.
        }

        return null;
    }
}
