namespace Directives.Core;

/// <summary>Posts that stand for the unit whose head they are: <c>Hiệu trưởng THCS Hoa Sen</c>, <c>ban giám hiệu các trường</c>.</summary>
internal static class HeadWords
{
    private static readonly List<NameWord>[] Posts =
    [
        .. ((string[])
        [
            "ban giám hiệu", "ban lãnh đạo", "tập thể lãnh đạo", "lãnh đạo", "hiệu trưởng", "thủ trưởng", "người đứng đầu", "các đồng chí", "đồng chí", "chánh",
            "trưởng", "giám đốc", "chủ tịch", "bí thư",
        ]).Select(NameWords.Written),
    ];

    /// <summary>The words after the post, or null where there is none.</summary>
    public static List<NameWord>? Strip(IReadOnlyList<NameWord> words) =>
        Posts.Where(post => words.Count > post.Count && NameWords.Starts(words, post))
            .Select(post => words.Skip(post.Count).ToList())
            .FirstOrDefault();
}
