using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>That somebody wants the tasks of a directive as a spreadsheet.</summary>
public sealed record SheetRequest
{
    /// <summary>The words that name the directive; null where none is named.</summary>
    public string? Directive { get; init; }

    /// <summary>The draft is meant, not what was assigned.</summary>
    public bool IsDraft { get; init; }

    /// <summary>An empty sheet, to be filled in.</summary>
    public bool IsEmpty { get; init; }
}

/// <summary>Reads "xuất dự thảo ra excel", "gửi file excel của thông báo 123", "cho mẫu excel".</summary>
public static class SheetRequestReader
{
    private const int MaxWords = 25;

    private static readonly HashSet<string> Kinds = ["excel", "exel", "xlsx", "xls"];

    private static readonly HashSet<string> Verbs = ["xuat", "gui", "tai", "lay", "cho", "xin", "export", "send", "download", "get", "give"];

    // Other things that one may want as a spreadsheet are not this.
    private static readonly HashSet<string> Others = ["tong", "bao", "thong", "danh", "tien", "summary", "report", "roster"];

    private static readonly HashSet<string> Spans =
        ["thang", "quy", "tuan", "nam", "hom", "ky", "week", "month", "quarter", "year", "today"];

    private static readonly HashSet<string> Fill =
    [
        "ra", "file", "tep", "bang", "cua", "ban", "van", "giup", "em", "toi", "minh", "chi", "anh", "co", "thay", "nhe", "a", "voi", "di", "du", "thao", "nhap", "nay",
        "do", "viec", "nhiem", "vu", "thanh", "dang", "sang", "mot", "ve", "lai", "theo", "cac", "duoc", "ko", "khong", "de", "sua", "mau", "trong", "trang", "dinh",
        "the", "of", "draft", "to", "as", "an", "me", "please", "blank", "empty", "template", "tasks", "in", "directive", "my",
    ];

    /// <returns>Null for words that ask for no such file.</returns>
    public static SheetRequest? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var composed = VietnameseText.Compose(text);
        var written = composed.Split([' ', ',', '?', '!', '"', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (written.Length is 0 or > MaxWords) return null;
        var words = written.Select(word => VietnameseText.Fold(word).TrimEnd('.')).ToArray();
        if (!words.Any(IsKind) || !words.Any(Verbs.Contains)) return null;
        if (IsOfPeriod(words)) return null;
        // A number of a directive may hold what a word holds: it stays as it is.
        var rest = written.Where((_, i) => !IsKind(words[i]) && !Verbs.Contains(words[i]) && !Fill.Contains(words[i])).ToArray();
        // Without diacritics "mẫu nhập" looks like "nháp".
        var isDraft = Pair(words, "du", "thao") || (words.Contains("nhap") && !words.Contains("mau")) || words.Contains("draft");
        var isEmpty = rest.Length == 0 && !isDraft && (words.Contains("mau") || words.Contains("trong") || words.Contains("blank") || words.Contains("empty") || words.Contains("template"));
        // "Thông báo 123" is a directive, "báo cáo" and "tổng hợp" are none.
        if (rest.Length > 0 && !rest.Any(word => word.Any(char.IsAsciiDigit)) && words.Any(Others.Contains)) return null;
        return new SheetRequest { Directive = rest.Length > 0 ? string.Join(' ', rest).TrimEnd('.') : null, IsDraft = isDraft, IsEmpty = isEmpty };
    }

    /// <summary>"Báo cáo tháng 11" is about a span of time; "báo cáo 45" is a directive.</summary>
    private static bool IsOfPeriod(string[] words) =>
        (Pair(words, "bao", "cao") || Pair(words, "tong", "hop") || words.Contains("report") || words.Contains("summary")) && words.Any(Spans.Contains);

    // Also "file.xlsx".
    private static bool IsKind(string word) => Kinds.Contains(word) || word.EndsWith(".xlsx", StringComparison.Ordinal);

    private static bool Pair(string[] words, string first, string second) => Enumerable.Range(0, words.Length - 1).Any(i => words[i] == first && words[i + 1] == second);
}
