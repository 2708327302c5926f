using System.Runtime.CompilerServices;
using System.Text;
using Directives.Language.Text;

namespace Directives.Core;

/// <summary>
/// Masks the names in what somebody typed: those of the roster, people's and units', and what stands where names stand, behind a title or a
/// family name. Where a word may be either, it is masked: the words that are left say what was asked, and need not say of whom.
/// </summary>
internal sealed class NamesInText
{
    public const string PersonMask = "<tên>";
    public const string UnitMask = "<đơn vị>";

    // More words with a capital, one after the other, are a heading or somebody who types in capitals.
    private const int LongestUnknownName = 4;

    private static readonly ConditionalWeakTable<Roster, NamesInText> Known = [];

    private static readonly HashSet<string> Titles =
    [
        "cô", "thầy", "anh", "chị", "chi", "ông", "ong", "bà", "bác", "bac", "chú", "cháu", "bạn", "đc", "mr", "mrs", "ms", "miss",
    ];

    // These are mostly something else ("em báo", "có", "thay đổi", "ba", "được"): only a capital makes what follows a name.
    private static readonly HashSet<string> DoubtfulTitles = ["em", "co", "thay", "ba", "chu", "chau", "ban", "dc"];

    private static readonly HashSet<string> Posts =
    [
        "đồng chí", "dong chi", "cô giáo", "co giao", "thầy giáo", "thay giao", "giáo viên", "giao vien", "học sinh", "hoc sinh", "hiệu trưởng", "hieu truong",
        "hiệu phó", "hieu pho", "chủ tịch", "chu tich", "bí thư", "bi thu", "kế toán", "ke toan", "văn thư", "van thu",
    ];

    private static readonly HashSet<string> FamilyNames =
    [
        "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương", "lý", "đinh", "trịnh", "đoàn", "lâm",
        "mai", "đào", "trương", "lương", "phùng", "tô", "tạ", "thái", "quách", "kiều", "nguyen", "tran", "pham", "huynh", "hoang",
    ];

    // Whole names are typed without capitals too, but only these family names are nothing else then.
    private static readonly HashSet<string> PlainFamilyNames = ["nguyễn", "trần", "phạm", "huỳnh", "hoàng", "nguyen", "tran", "pham", "huynh", "hoang"];

    private static readonly HashSet<string> MiddleNames = ["văn", "thị", "van", "thi"];

    private readonly Dictionary<string, List<(string[] Words, NameKind Kind)>> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _given = new(StringComparer.Ordinal);
    private int _longest;

    private NamesInText(Roster roster)
    {
        foreach (var person in roster.People)
        {
            string[] words = [.. Words(person.Name).Select(word => word.Text)];
            Add(words, NameKind.Person);
            if (words.Length > 2) Add(words[^2..], NameKind.PartOfPerson);
            if (words.Length > 1 && ListAt(_given, VietnameseText.Fold(words[^1])) is var given && !given.Contains(words[^1])) given.Add(words[^1]);
        }

        var place = new OwnPlace(roster.Units.Where(unit => unit.ParentId is null).Select(unit => unit.Name).Append(roster.Body));
        foreach (var unit in roster.Units)
        {
            foreach (var name in unit.Aliases.Prepend(unit.Name)) Add([.. Words(name).Select(word => word.Text)], NameKind.Unit);
            foreach (var (_, words) in UnitForms.Of(unit, place).Where(form => !KindWords.IsKindOnly(form.Words))) Add([.. words.Select(word => word.Text)], NameKind.Unit);
        }
    }

    private enum NameKind
    {
        Person,
        PartOfPerson,
        Unit,
    }

    /// <summary>The names of that roster; made once for each.</summary>
    public static NamesInText Of(Roster roster) => Known.GetValue(roster, static roster => new NamesInText(roster));

    /// <param name="text">Composed.</param>
    public string Mask(string text)
    {
        var words = Words(text);
        var masked = new StringBuilder(text.Length);
        var (done, at) = (0, 0);
        while (at < words.Count)
        {
            if (Found(text, words, at) is not { } found)
            {
                at++;
                continue;
            }

            masked.Append(text, done, words[found.From].At - done).Append(found.Mask);
            at = found.From + found.Count;
            done = words[at - 1].End;
        }

        return masked.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>The name at this word, or the one that this word is the title of.</summary>
    private (int From, int Count, string Mask)? Found(string text, IReadOnlyList<Word> words, int at)
    {
        if (OfRoster(words, at) is { } known) return (at, known.Count, known.Mask);
        if (Title(text, words, at) is { } title && at + title.Count < words.Count)
        {
            var from = at + title.Count;
            if (OfRoster(words, from) is { } titled) return (from, titled.Count, titled.Mask);
            var capitals = Capitals(text, words, from);
            if (capitals > 0) return (from, capitals, PersonMask);
            if (!title.IsDoubtful && IsGiven(words[from])) return (from, 1, PersonMask);
        }

        if (FamilyNames.Contains(words[at].Text))
        {
            if (words[at].IsCapital && Capitals(text, words, at) is > 1 and var whole) return (at, whole, PersonMask);
            if (at + 2 < words.Count && PlainFamilyNames.Contains(words[at].Text) && MiddleNames.Contains(words[at + 1].Text)) return (at, 3, PersonMask);
        }

        // By itself a given name is often another word; in the middle of a sentence its capital tells.
        var isCalled = at + 1 < words.Count && words[at + 1].Folded == "oi";
        return words[at].IsCapital && (at > 0 || isCalled) && IsGiven(words[at]) ? (at, 1, PersonMask) : null;
    }

    private (int Count, string Mask)? OfRoster(IReadOnlyList<Word> words, int at)
    {
        for (var count = Math.Min(_longest, words.Count - at); count > 1; count--)
        {
            var key = string.Join(' ', words.Skip(at).Take(count).Select(word => word.Folded));
            foreach (var (name, kind) in _names.GetValueOrDefault(key) ?? [])
            {
                if (Fits(words, at, name, kind)) return (count, kind == NameKind.Unit ? UnitMask : PersonMask);
            }
        }

        return null;
    }

    // A whole name with a capital is one whatever its marks: people get each other's wrong.
    private static bool Fits(IReadOnlyList<Word> words, int at, string[] name, NameKind kind)
    {
        var isNamed = Enumerable.Range(0, name.Length).All(i => Names(words[at + i], name[i]));
        return kind switch
        {
            NameKind.Person => isNamed || words[at].IsCapital,
            NameKind.PartOfPerson => isNamed && words[at].IsCapital && words[at + name.Length - 1].IsCapital,
            _ => isNamed,
        };
    }

    private bool IsGiven(Word word) => (_given.GetValueOrDefault(word.Folded) ?? []).Exists(name => Names(word, name));

    // Diacritics that are written must be right; those that are left out do not matter.
    private static bool Names(Word written, string word) =>
        written.Text == word || (!VietnameseText.HasDiacritics(written.Text) && written.Folded == VietnameseText.Fold(word));

    /// <summary>How many words the title here has, and whether they may be none.</summary>
    private static (int Count, bool IsDoubtful)? Title(string text, IReadOnlyList<Word> words, int at)
    {
        if (at + 1 >= words.Count) return null;
        if (Posts.Contains($"{words[at].Text} {words[at + 1].Text}")) return (2, true);
        if (words[at].Folded == "d" && words[at + 1].Folded == "c" && text[words[at].End] == '/') return (2, false);
        return Titles.Contains(words[at].Text) ? (1, false) : DoubtfulTitles.Contains(words[at].Text) ? (1, true) : null;
    }

    /// <summary>How many words from here on begin with a capital, with nothing but blanks between them.</summary>
    private static int Capitals(string text, IReadOnlyList<Word> words, int from)
    {
        var count = 0;
        while (count < LongestUnknownName && from + count < words.Count && words[from + count].IsCapital
            && (count == 0 || text.AsSpan(words[from + count - 1].End, words[from + count].At - words[from + count - 1].End).IsWhiteSpace()))
        {
            count++;
        }

        return count;
    }

    private void Add(string[] words, NameKind kind)
    {
        if (words.Length < 2) return;
        _longest = Math.Max(_longest, words.Length);
        var sameKey = ListAt(_names, string.Join(' ', words.Select(VietnameseText.Fold)));
        if (!sameKey.Exists(name => name.Kind == kind && name.Words.SequenceEqual(words))) sameKey.Add((words, kind));
    }

    private static List<T> ListAt<T>(Dictionary<string, List<T>> lists, string key)
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        return list;
    }

    private static List<Word> Words(string text)
    {
        var composed = VietnameseText.Compose(text);
        var comparable = VietnameseText.Comparable(composed);
        var words = new List<Word>();
        for (var at = 0; at < composed.Length; at++)
        {
            if (!char.IsLetterOrDigit(composed[at])) continue;
            var from = at;
            while (at + 1 < composed.Length && char.IsLetterOrDigit(composed[at + 1])) at++;
            var word = comparable[from..(at + 1)];
            words.Add(new Word(from, word, VietnameseText.Fold(word), char.IsUpper(composed[from])));
        }

        return words;
    }

    private readonly record struct Word(int At, string Text, string Folded, bool IsCapital)
    {
        public int End => At + Text.Length;
    }
}
