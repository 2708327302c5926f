using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Directives.Core;

/// <summary>
/// Makes any text fit for a part of a key, reversibly and so that two texts never get one key. What Azure Tables refuses in keys, what is known
/// to go wrong on the way there, the <c>|</c> that joins parts, and the escape character itself become <c>~</c> and four hex digits. Nothing
/// else changes: no trimming, no folding of case or Unicode form (the domain composes text before it comes here).
/// </summary>
public static class KeyText
{
    /// <summary>
    /// The longest part: two of them with what <see cref="Keys"/> puts around them stay below <see cref="StoreLimits.KeyCharacters"/>.
    /// A text whose escaped form is longer gets a key that cannot be reversed; its full text stands in the row.
    /// </summary>
    public const int PartCharacters = 90;

    private const char EscapeMark = '~';
    private const int HashedPrefix = 24;

    /// <summary>The part for <paramref name="text"/>; only the empty text gives an empty one.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (IsPlain(c)) escaped.Append(c);
            else escaped.Append(EscapeMark).Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        // "~~" stands in no reversible part, so the two kinds never meet. The digest is of the UTF-16 units themselves: an encoding would
        // make all lone surrogates one.
        return escaped.Length <= PartCharacters
            ? escaped.ToString()
            : string.Concat(escaped.ToString(0, HashedPrefix), "~~", Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()))));
    }

    /// <summary>The text that <see cref="Escape"/> was given.</summary>
    /// <exception cref="FormatException">It is not what <see cref="Escape"/> gives, or the text was too long for a reversible part.</exception>
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
                throw NotReversible(key);
            }

            text.Append((char)code);
            i += 4;
        }

        // Other spellings of the same text ("~002F", "~0061") are not taken for it: one text, one key.
        var unescaped = text.ToString();
        return Escape(unescaped) == key ? unescaped : throw NotReversible(key);
    }

    private static FormatException NotReversible(string key) => new($"Not a reversible key: {key}");

    private static bool IsPlain(char c) =>
        c is not (EscapeMark or '|') && !IsRefused(c) && !IsTroublesome(c) && !char.IsSurrogate(c) && !IsNoncharacter(c);

    private static bool IsRefused(char c) => c is '/' or '\\' or '#' or '?' || char.IsControl(c);

    // '%' and '\'' are allowed, but were decoded twice or not doubled by services, emulators and clients on the way; U+FEFF is taken for a
    // byte order mark.
    private static bool IsTroublesome(char c) => c is '%' or '\'' or '\ufeff';

    // No text: XML cannot hold U+FFFE and U+FFFF, and any program may use these points for its own ends.
    private static bool IsNoncharacter(char c) => c is >= '\ufdd0' and <= '\ufdef' or '\ufffe' or '\uffff';
}
