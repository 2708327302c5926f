using System.Text;
using Directives.Language.Text;

namespace Directives.Language.Prose;

/// <summary>The name of the issuing body, which the head gives in capitals, as it is written in running text.</summary>
internal static class IssuerName
{
    /// <summary>The last body named in the head: those before it are its superiors.</summary>
    public static string? Of(IReadOnlyList<string> named)
    {
        var lines = WithoutUnion(named);
        var last = lines.Count - 1;
        if (last < 0) return null;
        var name = lines[last];

        // `UBND TỈNH LAM GIANG` / `VĂN PHÒNG`: the office of the body above it.
        if (last > 0 && IsOffice(name) && StartsWithBody(lines[last - 1])) return $"{Shown(name)} {Shown(lines[last - 1])}";

        // `ỦY BAN NHÂN DÂN` / `PHƯỜNG SÔNG MÂY`: one name on two lines.
        while (last > 0 && (StartsWithPlace(lines[last]) || IsIncomplete(lines[last - 1]) || IsTorn(lines[last - 1], lines[last])))
        {
            var needsPlace = EndsWithPlace(Word.Split(lines[last - 1], 0, lines[last - 1].Length));
            if (!needsPlace && !IsIncomplete(lines[last - 1]) && StartsWithBody(lines[last])) break;
            if (!needsPlace && !StartsWithPlace(lines[last]) && StartsWithBody(lines[last])) break;
            name = lines[--last] + " " + name;
            if (StartsWithBody(lines[last])) break;
        }

        // `CHỦ TỊCH` / `ỦY BAN NHÂN DÂN`: who speaks is the post.
        return Shown(last > 0 && IsPost(lines[last - 1]) ? $"{lines[last - 1]} {name}" : name);
    }

    // A union's papers have its whole name on the right, where others have the state's: read last, it is no more the issuer than the state is.
    private static IReadOnlyList<string> WithoutUnion(IReadOnlyList<string> lines)
    {
        if (!lines.Any(line => !IsUnion(line) && StartsWithBody(line))) return lines;
        return lines.Where(line => !IsUnion(line)).ToList();
    }

    private static bool IsUnion(string line)
    {
        var words = Word.Split(line.Trim('*', ' '), 0, line.Trim('*', ' ').Length);
        return words.Count > 0 && _unions.Match(words, 0, words.Count) == words.Count;
    }

    /// <summary>
    /// From a title such as <c>Kết luận của Thường trực Quận ủy về …</c>: a standing board speaks for its committee, and the committee of a paper
    /// that names no place is that of the place it was written in.
    /// </summary>
    /// <param name="place">The place before the date, if one is there.</param>
    public static string? FromConclusion(IReadOnlyList<string> title, string? place)
    {
        var line = Duty.Fold(string.Join(' ', title));
        var words = Word.Split(line, 0, line.Length);
        var of = words.FindIndex(word => word.Is("của"));
        if (of is < 0 or > 4) return null;
        var about = words.FindIndex(of, word => word.Is("về") || word.Is("tại"));
        var end = about < 0 ? words.Count : about;
        if (end <= of + 1) return null;
        var board = _boards.Match(words, of + 1, end);
        var first = of + 1 + (board > 0 && of + 1 + board < end ? board : 0);
        var name = InRunningText(line[words[first].From..words[end - 1].To]);
        var isBare = place is not null && _committees.Match(words, first, end) == end - first;
        return isBare ? $"{name} {place}" : name;
    }

    // `QUẬN SÔNG MÂY` is a place, `QUẬN ỦY SÔNG MÂY` a body.
    private static bool StartsWithPlace(string line)
    {
        var words = Word.Split(line, 0, line.Length);
        return _places.Match(words, 0, words.Count) is var place && place > 0 && Actors.Strong.Match(words, 0, words.Count) <= place;
    }

    private static bool StartsWithBody(string line)
    {
        var words = Word.Split(line, 0, line.Length);
        return !StartsWithPlace(line) && (Actors.Strong.IsAt(words, 0, words.Count) || Actors.Weak.IsAt(words, 0, words.Count));
    }

    private static string Shown(string name) => InRunningText(Duty.Fold(name).Trim('*', ' ', '-'));

    private static bool IsOffice(string line) => VietnameseText.Comparable(line).Trim('*', ' ', '-') is "văn phòng";

    private static bool IsPost(string line) => VietnameseText.Comparable(line).Trim('*', ' ', '-') is "chủ tịch" or "bộ trưởng" or "giám đốc";

    // `LIÊN ĐOÀN LAO ĐỘNG TỈNH` / `BÌNH KHÊ`, `SỞ VĂN HÓA, THỂ THAO` / `VÀ DU LỊCH`: a name broken where its column ended.
    private static bool IsTorn(string line, string next)
    {
        var (words, nextWords) = (Word.Split(line, 0, line.Length), Word.Split(next, 0, next.Length));
        return words.Count > 1 && nextWords.Count > 0 && (nextWords[0].Is("và") || line.EndsWith(',')
            || EndsWithPlace(words) || (!StartsWithBody(next) && (EndsWithStage(words) || nextWords.Count == 1)));
    }

    // `ỦY BAN NHÂN DÂN PHƯỜNG` needs the name of the place.
    private static bool EndsWithPlace(List<Word> words) =>
        Enumerable.Range(1, 2).Any(count => count < words.Count && _places.Match(words, words.Count - count, words.Count) == count && !words[^1].Is("nam"));

    // `TRƯỜNG TRUNG HỌC CƠ SỞ` needs a name after it.
    private static bool EndsWithStage(List<Word> words) =>
        words[0].Is("trường") && Enumerable.Range(1, words.Count - 1).Any(at => Actors.Stages.Match(words, at, words.Count) == words.Count - at);

    /// <summary>Who sends a telegram: <c>CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH … ĐIỆN:</c>.</summary>
    public static string? OfTelegram(IEnumerable<string> lines) =>
        lines.Select(line => line.TrimEnd(' ', ':')).FirstOrDefault(line => line.EndsWith(" ĐIỆN", StringComparison.Ordinal)) is { } sender ? Shown(sender[..^5]) : null;

    // The name of a body that needs a place after it.
    private static bool IsIncomplete(string line)
    {
        var words = Word.Split(line, 0, line.Length);
        return words.Count > 0 && _incomplete.Match(words, 0, words.Count) == words.Count;
    }

    private static string InRunningText(string name)
    {
        if (name.Any(char.IsLower)) return name;
        var lower = VietnameseText.Lower(name);
        var words = Word.Split(lower, 0, lower.Length);
        var shown = new StringBuilder(lower);
        var abbreviations = Word.Split(name, 0, name.Length);
        for (var i = 0; i < words.Count;)
        {
            var common = Math.Max(_common.Match(words, i, words.Count), Math.Max(_incomplete.Match(words, i, words.Count), _places.Match(words, i, words.Count)));
            var field = Math.Max(Actors.Fields.Match(words, i, words.Count), Actors.Stages.Match(words, i, words.Count));
            if (IsAbbreviation(words[i].Form))
            {
                for (var at = words[i].From; at < words[i].To; at++) shown[at] = name[abbreviations[i].From + at - words[i].From];
                i++;
            }
            else if (common > 0 && common >= field)
            {
                if (i == 0) Capitalise(shown, words[i].From);
                i += common;
            }
            else
            {
                Capitalise(shown, words[i].From);
                i += Math.Max(1, field);
            }
        }

        return shown.ToString();
    }

    private static void Capitalise(StringBuilder text, int at) => text[at] = char.ToUpperInvariant(text[at]);

    private static bool IsAbbreviation(string form)
    {
        if (_abbreviations.Contains(form)) return true;
        return form.Length > 1 && !form.Any(c => "aeiouyăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ".Contains(c, StringComparison.Ordinal));
    }

    private static readonly PhraseSet _unions = new(
        "đoàn tncs hồ chí minh, đoàn thanh niên cộng sản hồ chí minh, đoàn tncs hcm, đoàn thanh niên cs hồ chí minh, hội liên hiệp thanh niên việt nam, hội sinh viên việt nam");
    private static readonly PhraseSet _boards = new("thường trực, ban thường vụ, thường vụ, ban chấp hành");
    private static readonly PhraseSet _committees = new("quận ủy, huyện ủy, thành ủy, tỉnh ủy, thị ủy");
    private static readonly HashSet<string> _abbreviations = ["ubnd", "hđnd", "ubmttq", "mttq", "gd&đt", "gdđt", "thcs", "thpt"];
    private static readonly PhraseSet _places = new("phường, xã, quận, huyện, thị trấn, thành phố, tỉnh, thị xã, đặc khu, tp, việt nam, tp.");
    private static readonly PhraseSet _incomplete = new(
        """
        ủy ban nhân dân, hội đồng nhân dân, ban chấp hành, ban thường vụ, đảng ủy, đảng bộ, ubnd, hđnd, văn phòng, ủy ban mặt trận tổ quốc việt nam, ban chỉ đạo
        ban chấp hành đảng bộ, thường trực
        """);
    private static readonly PhraseSet _common = new(
        """
        ủy ban nhân dân, hội đồng nhân dân, và, phòng, ban, trường, sở, quận ủy, huyện ủy, thành ủy, tỉnh ủy, đảng ủy, đảng bộ, văn phòng, thường trực, của, ủy ban, trung tâm
        công an, bộ
        """);
}
