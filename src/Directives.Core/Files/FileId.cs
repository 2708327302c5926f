using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;

namespace Directives.Core;

/// <summary>The names that files are stored under, made of their content and never of what they are called.</summary>
public static class FileId
{
    private const int HashCharacters = 64;
    private const int TickCharacters = 19;

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    public static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Of a held file: since when, then what. The same file sent twice in one moment is held once.</summary>
    public static string Held(DateTimeOffset now, ReadOnlySpan<byte> content) => HeldFrom(now) + "-" + Hash(content);

    /// <summary>Comes before all that is held from then on, and after all that was held before.</summary>
    public static string HeldFrom(DateTimeOffset instant) => instant.UtcTicks.ToString("d" + TickCharacters, CultureInfo.InvariantCulture);

    public static string HashOfHeld(string id) => id[(TickCharacters + 1)..];

    /// <exception cref="ArgumentException">It is no hash: nothing else may become part of a path or an address.</exception>
    public static void CheckHash(string hash)
    {
        if (!IsHash(hash)) throw new ArgumentException("Not a SHA-256 in lower-case hex digits.", nameof(hash));
    }

    /// <exception cref="ArgumentException">It is no id of a held file.</exception>
    public static void CheckHeld(string id)
    {
        var isHeld = id.Length == TickCharacters + 1 + HashCharacters && id[TickCharacters] == '-' && id.AsSpan(0, TickCharacters).IndexOfAnyExceptInRange('0', '9') < 0;
        if (!isHeld || !IsHash(id.AsSpan(TickCharacters + 1))) throw new ArgumentException("Not the id of a held file.", nameof(id));
    }

    private static bool IsHash(ReadOnlySpan<char> text) => text.Length == HashCharacters && !text.ContainsAnyExcept(Hex);
}
