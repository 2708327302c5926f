using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>What a clerk wants done with a person's accounts.</summary>
/// <param name="Unlinks">The accounts are no longer to be the person's; otherwise a code for linking one is asked for.</param>
public sealed record LinkRequest(string Name, bool Unlinks);

/// <summary>Reads "mã liên kết cho Nguyễn Văn A", "hủy liên kết của chị Trần Thị B".</summary>
public static class LinkRequestReader
{
    private static readonly string[] _openings =
        ["cho em ", "cho anh ", "cho chi ", "cho toi ", "cho minh ", "cho ", "em ", "xin ", "cap ", "tao ", "lay ", "nho ", "a ", "get ", "give me ", "please "];

    private static readonly string[] _codes = ["ma lien ket moi cho ", "ma lien ket cho ", "ma lien ket cua ", "ma ket noi cho ", "link code for ", "code to link "];

    private static readonly string[] _unlinks = ["huy lien ket ", "bo lien ket ", "go lien ket ", "go bo lien ket ", "xoa lien ket ", "ngat lien ket ", "unlink "];

    private static readonly string[] _ofWhom = ["cac tai khoan ", "tai khoan ", "account ", "cua ", "cho ", "voi ", "of "];

    // In small letters only: the same letters may end a name.
    private static readonly string[] _particles = ["nhé", "nhe", "nha", "ạ", "với", "giúp", "please"];

    /// <returns>Null for anything else; a code that is handed out is no name.</returns>
    public static LinkRequest? Read(string text)
    {
        var folded = VietnameseText.Fold(text);
        var from = After(folded, 0, _openings, isRepeated: true);
        if (After(folded, from, _codes) is var code && code > from) return Of(text[code..], unlinks: false);
        return After(folded, from, _unlinks) is var unlink && unlink > from ? Of(text[After(folded, unlink, _ofWhom, isRepeated: true)..], unlinks: true) : null;
    }

    private static int After(string folded, int from, string[] starts, bool isRepeated = false)
    {
        foreach (var start in starts)
        {
            if (string.CompareOrdinal(folded, from, start, 0, start.Length) != 0) continue;
            return isRepeated ? After(folded, from + start.Length, starts, isRepeated) : from + start.Length;
        }

        return from;
    }

    private static LinkRequest? Of(string rest, bool unlinks)
    {
        var words = rest.Split((char[]?)[' ', '\t', '\n', '.', '!', '?', '"', ','], StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 1 && _particles.Contains(words[^1])) words.RemoveAt(words.Count - 1);
        var name = string.Join(' ', words);
        return name.Length == 0 || name.Any(char.IsAsciiDigit) ? null : new LinkRequest(name, unlinks);
    }
}
