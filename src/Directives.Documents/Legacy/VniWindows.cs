using System.Text;

namespace Directives.Documents;

/// <summary>VNI-Windows: a base letter followed by a code for its diacritics.</summary>
internal static class VniWindows
{
    private const string MarkCodes = "ùøûõïâáàåãäêéèúüë";

    private static readonly Dictionary<char, string> _marked = new()
    {
        ['a'] = "áàảãạâấầẩẫậăắằẳẵặ",
        ['e'] = "éèẻẽẹêếềểễệ",
        ['o'] = "óòỏõọôốồổỗộ",
        ['u'] = "úùủũụ",
        ['y'] = "ýỳỷỹ",
        ['ô'] = "ớờởỡợ",
        ['ö'] = "ứừửữự",
    };

    private static readonly Dictionary<char, char> _single = new() { ['ô'] = 'ơ', ['ö'] = 'ư', ['ñ'] = 'đ', ['æ'] = 'ỉ', ['ó'] = 'ĩ', ['ò'] = 'ị', ['î'] = 'ỵ', ['í'] = 'í', ['ì'] = 'ì' };

    public static string ToUnicode(string text)
    {
        var shown = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var lower = char.ToLowerInvariant(text[i]);
            var upper = lower != text[i];
            if (_marked.TryGetValue(lower, out var letters) && i + 1 < text.Length
                && MarkCodes.IndexOf(char.ToLowerInvariant(text[i + 1]), StringComparison.Ordinal) is var mark and >= 0 && mark < letters.Length)
            {
                shown.Append(upper ? char.ToUpperInvariant(letters[mark]) : letters[mark]);
                i++;
            }
            else if (_single.TryGetValue(lower, out var letter))
            {
                shown.Append(upper ? char.ToUpperInvariant(letter) : letter);
            }
            else
            {
                shown.Append(text[i]);
            }
        }

        return shown.ToString();
    }
}
