using Directives.Language.Text;

namespace Directives.Language.Prose;

/// <summary>The kinds of papers (Nghị định 30/2020, điều 7, and those of the Party) as they stand over a title.</summary>
internal static class DocumentKinds
{
    private static readonly string[] _kinds =
    [
        "Nghị quyết", "Quyết định", "Chỉ thị", "Quy chế", "Quy định", "Thông cáo", "Thông báo", "Hướng dẫn", "Chương trình", "Kế hoạch", "Phương án",
        "Đề án", "Dự án", "Báo cáo", "Biên bản", "Tờ trình", "Công văn", "Công điện", "Bản ghi nhớ", "Giấy mời", "Kết luận", "Thông tri", "Lịch công tác",
    ];

    public static IReadOnlyList<string> All => _kinds;

    /// <summary>The kind that words name inside a sentence.</summary>
    /// <param name="words">In the form in which words are compared.</param>
    public static string? Named(string words) => Array.Find(_kinds, kind => VietnameseText.Comparable(kind) == words);

    /// <summary>The kind a line names, where the line is that of the title, and what the line says after it.</summary>
    public static (string Name, string Tail)? Read(string line)
    {
        var plain = VietnameseText.Comparable(line);
        foreach (var kind in _kinds)
        {
            if (!plain.StartsWith(VietnameseText.Comparable(kind), StringComparison.Ordinal)) continue;
            var rest = line[kind.Length..].Trim(' ', ':', '*');
            var isCapitals = !line[..kind.Length].Any(char.IsLower);
            if (rest.Length == 0 || (isCapitals && (line.Length == kind.Length || !char.IsLetter(line[kind.Length])))) return (kind, rest);
        }

        return null;
    }

    /// <summary>The kind a text begins with, as running text writes it.</summary>
    public static string? At(string text)
    {
        var plain = VietnameseText.Comparable(text);
        return _kinds.FirstOrDefault(kind => plain.StartsWith(VietnameseText.Comparable(kind), StringComparison.Ordinal));
    }
}
