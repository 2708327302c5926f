using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Directives.Core;

/// <summary>
/// Makes any text fit for a key, reversibly. Azure Tables refuses <c>/ \ # ?</c> and control characters in keys; this joins parts with
/// <c>|</c>. So these and the escape character itself become <c>~</c> and four hex digits, and nothing else changes: no trimming, no folding
/// of case or Unicode form (the domain composes text before it comes here).
/// </summary>
public static class KeyText
{
    private const char EscapeMark = '~';
    private const int HashedPrefix = 300;

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (IsPlain(c)) escaped.Append(c);
            else escaped.Append(EscapeMark).Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        // Too long to be a key: a prefix that sorts as the text does, and a digest that tells such texts apart. The full text stands in the row.
        return escaped.Length <= StoreLimits.KeyCharacters
            ? escaped.ToString()
            : string.Concat(escaped.ToString(0, HashedPrefix), "~~", Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(text))));
    }

    /// <summary>The text that <see cref="Escape"/> was given.</summary>
    /// <exception cref="FormatException">It is not what <see cref="Escape"/> gives, or it was too long to be reversible.</exception>
    public static string Unescape(string key)
    {
        var text = new StringBuilder(key.Length);
        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] != EscapeMark)
            {
                text.Append(key[i]);
                continue;
            }

            if (i + 4 >= key.Length || !ushort.TryParse(key.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                throw new FormatException($"Not a reversible key: {key}");
            }

            text.Append((char)code);
            i += 4;
        }

        return text.ToString();
    }

    private static bool IsPlain(char c) => c is not ('/' or '\\' or '#' or '?' or '|' or EscapeMark) && !char.IsControl(c) && !char.IsSurrogate(c);
}
