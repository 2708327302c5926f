namespace Directives.Documents;

/// <summary>TCVN 5712:1993 VN3, the encoding of the <c>.Vn…</c> fonts: one byte a letter.</summary>
internal static class Tcvn3
{
    // Capitals with tones have no codes of their own: they are the small letters in a font of capitals.
    private const string Codes =
        "¡¢£¤¥¦§¨©ª«¬\u00AD®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ";

    private const string Letters =
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";

    public static string ToUnicode(string text) => string.Create(text.Length, text, static (shown, source) =>
    {
        for (var i = 0; i < shown.Length; i++)
        {
            var code = Codes.IndexOf(source[i], StringComparison.Ordinal);
            shown[i] = code < 0 ? source[i] : Letters[code];
        }
    });
}
