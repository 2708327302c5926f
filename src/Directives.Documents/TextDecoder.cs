using System.Buffers;
using System.Text;

namespace Directives.Documents;

/// <summary>The characters of a text file: UTF-8 with or without a byte order mark, UTF-16, or a legacy Vietnamese encoding.</summary>
internal static class TextDecoder
{
    private static readonly UTF8Encoding _strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Decode(byte[] content)
    {
        var text = DecodeBytes(content);
        if (text.Length > DocumentLimits.Characters)
        {
            throw new UnreadableDocumentException(UnreadableReason.TooLarge, $"the text is longer than {DocumentLimits.Characters} characters");
        }

        if (string.IsNullOrWhiteSpace(text)) throw new UnreadableDocumentException(UnreadableReason.Empty, "the file is empty");
        return text;
    }

    private static string DecodeBytes(byte[] content)
    {
        if (LooksLikeAnotherKind(content))
        {
            throw new UnreadableDocumentException(UnreadableReason.NotWhatItsNameSays, "the file is not a text file");
        }

        if (Utf16(content) is { } utf16) return utf16;
        var body = content.AsSpan();
        if (body.StartsWith(Encoding.UTF8.Preamble)) body = body[3..];
        if (IsBinary(body)) throw new UnreadableDocumentException(UnreadableReason.NotWhatItsNameSays, "the file is not a text file");
        try
        {
            return _strictUtf8.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(body);
        }
    }

    private static bool LooksLikeAnotherKind(ReadOnlySpan<byte> content) =>
        content.StartsWith("PK\x03\x04"u8) || content.StartsWith("%PDF-"u8) || content.StartsWith("\x7fELF"u8)
        || content.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) || content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47])
        || content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || content.StartsWith("{\\rtf"u8);

    private static string? Utf16(byte[] content)
    {
        if (content.Length < 2) return null;
        var (little, skip) = (content[0], content[1]) switch
        {
            (0xFF, 0xFE) => (true, 2),
            (0xFE, 0xFF) => (false, 2),
            _ => ((bool?)GuessUtf16(content), 0),
        };
        if (little is null) return null;
        var encoding = little.Value ? Encoding.Unicode : Encoding.BigEndianUnicode;
        if ((content.Length - skip) % 2 != 0) throw new UnreadableDocumentException(UnreadableReason.Damaged, "the file is damaged");
        return encoding.GetString(content, skip, content.Length - skip);
    }

    // Without a mark: blanks, digits and line ends have a zero byte on one side only.
    private static bool? GuessUtf16(ReadOnlySpan<byte> content)
    {
        if (content.Length % 2 != 0) return null;
        int even = 0, odd = 0;
        var sample = content[..Math.Min(content.Length, 4096)];
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }

        var few = sample.Length / 10;
        return odd > few && even == 0 ? true : even > few && odd == 0 ? false : null;
    }

    private static bool IsBinary(ReadOnlySpan<byte> content) => content.ContainsAny(_neverInText);

    private static readonly SearchValues<byte> _neverInText = SearchValues.Create([0, 1, 2, 3, 4, 5, 6, 7, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23]);
}
