namespace Directives.Core;

/// <summary>Writes out the abbreviations that all offices use. Those of one office, such as <c>TCKH</c>, follow from its name or its aliases.</summary>
internal static class OfficeAbbreviations
{
    private static readonly Dictionary<string, List<NameWord>> Everywhere = Table(
        ("mn", "mầm non"), ("th", "tiểu học"), ("thcs", "trung học cơ sở"), ("thpt", "trung học phổ thông"),
        ("c1", "tiểu học"), ("c2", "trung học cơ sở"), ("c3", "trung học phổ thông"),
        ("gd", "giáo dục"), ("gdđt", "giáo dục & đào tạo"), ("gddt", "giáo dục & đào tạo"),
        ("pgd", "phòng giáo dục"), ("pgdđt", "phòng giáo dục & đào tạo"), ("pgddt", "phòng giáo dục & đào tạo"), ("sgd", "sở giáo dục"),
        ("ubnd", "ủy ban nhân dân"), ("hđnd", "hội đồng nhân dân"), ("hdnd", "hội đồng nhân dân"),
        ("vp", "văn phòng"), ("qu", "quận ủy"), ("đu", "đảng ủy"), ("qlda", "quản lý dự án"), ("mttq", "mặt trận tổ quốc"),
        ("bgh", "ban giám hiệu"), ("btv", "ban thường vụ"), ("bch", "ban chấp hành"));

    // Words too, unless written in capitals.
    private static readonly Dictionary<string, List<NameWord>> InCapitals = Table(
        ("du", "đảng ủy"), ("hu", "huyện ủy"), ("tu", "thành ủy"), ("ht", "hiệu trưởng"));

    private static readonly Dictionary<string, List<NameWord>> AtTheStart = Table(
        ("p", "phòng"), ("tr", "trường"), ("trg", "trường"), ("ub", "ủy ban nhân dân"));

    private static readonly Dictionary<string, List<NameWord>> Levels = Table(
        ("1", "tiểu học"), ("i", "tiểu học"), ("2", "trung học cơ sở"), ("ii", "trung học cơ sở"), ("3", "trung học phổ thông"), ("iii", "trung học phổ thông"));

    private static readonly List<NameWord> Education = NameWords.Written("giáo dục");
    private static readonly List<NameWord> Training = NameWords.Written("đào tạo");

    public static List<NameWord> WriteOut(IReadOnlyList<NameWord> written)
    {
        var words = new List<NameWord>();
        for (var at = 0; at < written.Count; at++)
        {
            var word = written[at];
            if (word.Text is "cấp" or "cap" && at + 1 < written.Count && Levels.TryGetValue(written[at + 1].Text, out var level))
            {
                at++;
                Add(words, level, word.StartsPart);
            }
            else if (Find(word, at == 0 && written.Count > 1) is { } full)
            {
                Add(words, full, word.StartsPart);
            }
            else if (word.Text is "đt" or "dt" && NameWords.Ends(words, Education))
            {
                Add(words, Training, startsPart: true);
            }
            else
            {
                words.Add(word);
            }
        }

        return words;
    }

    private static List<NameWord>? Find(NameWord word, bool isAtTheStart) =>
        Everywhere.GetValueOrDefault(word.Text)
        ?? (word.IsUpper ? InCapitals.GetValueOrDefault(word.Text) : null)
        ?? (isAtTheStart ? AtTheStart.GetValueOrDefault(word.Text) : null);

    private static void Add(List<NameWord> words, List<NameWord> full, bool startsPart)
    {
        var first = words.Count;
        words.AddRange(full);
        words[first] = words[first] with { StartsPart = startsPart };
    }

    private static Dictionary<string, List<NameWord>> Table(params (string Short, string Full)[] rows) =>
        rows.ToDictionary(row => row.Short, row => NameWords.Written(row.Full), StringComparer.Ordinal);
}
