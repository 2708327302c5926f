using System.Globalization;

namespace Directives.Language.Prose;

/// <summary>Reads figures to reach: <c>12/15 trường đạt chuẩn</c>, <c>ít nhất 03 thư viện mở</c>, <c>trên 95% trẻ 5 tuổi</c>.</summary>
internal static class TargetReader
{
    /// <summary>Whether words say that a figure is an aim and not a mere quantity.</summary>
    public static bool IsAim(IReadOnlyList<Word> words, int predicate, int end) => _outright.Occurs(words, 0, end)
        || (_aims.Occurs(words, 0, end) && (predicate < 0 || _goalVerbs.IsAt(words, MainVerb.Find(words, predicate, end), end)));

    public static IReadOnlyList<Target> Read(string text, IReadOnlyList<Word> words, int from, int end)
    {
        var found = new List<Target>();
        for (var i = from; i < end; i++)
        {
            if (Figure(words, i, end) is not { } figure) continue;
            var bounded = EndsWithBound(words, from, i) || _above.IsAt(words, figure.End, Math.Min(end, figure.End + 6));
            if (!figure.IsRatio && !figure.IsPercent && !bounded) continue;
            var of = figure.Of ?? (found.Count > 0 && !figure.IsPercent && WithinWhole(words, from, i) ? found[0].Of ?? found[0].AtLeast : null);
            found.Add(new Target(Measure(text, words, from, i, figure.End, end), figure.AtLeast, of));
            i = figure.End - 1;
        }

        return found;
    }

    private readonly record struct FigureAt(decimal AtLeast, decimal? Of, bool IsRatio, bool IsPercent, int End);

    private static FigureAt? Figure(IReadOnlyList<Word> words, int i, int end)
    {
        var form = words[i].Form;
        if (!char.IsAsciiDigit(form[0])) return null;
        var next = i + 1;
        var isPercent = next < end && words[next].Is("%");
        if (i > 0 && !isPercent && _notBefore.IsAt(words, i - 1, i) && !(i > 1 && _counts.IsAt(words, i - 2, i))) return null;
        if (next < end && _notAfter.IsAt(words, next, end)) return null;
        if (form.Split('/') is [var part, var whole] && Number(part) is { } atLeast && Number(whole) is { } of)
        {
            return atLeast <= of && next < end && char.IsLetter(words[next].Form[0]) && !words[next].IsCapital ? new(atLeast, of, true, false, next) : null;
        }

        var value = Number(form);

        // `98,5%` is split at its comma.
        if (next + 1 < end && words[next].Is(",") && words[next].From == words[i].To && words[next + 1].From == words[next].To
            && Number(words[next + 1].Form) is { } && Number($"{form},{words[next + 1].Form}") is { } withFraction)
        {
            (value, next) = (withFraction, next + 2);
        }

        if (value is not { } number) return null;
        return next < end && words[next].Is("%") ? new(number, null, false, true, next + 1) : new FigureAt(number, null, false, false, next);
    }

    private static decimal? Number(string form)
    {
        var plain = form.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static bool EndsWithBound(IReadOnlyList<Word> words, int from, int at)
    {
        for (var i = Math.Max(from, at - 3); i < at; i++)
        {
            if (i + _bounds.Match(words, i, at) == at) return true;
        }

        return false;
    }

    private static bool WithinWhole(IReadOnlyList<Word> words, int from, int at)
    {
        for (var i = Math.Max(from, at - 6); i < at; i++)
        {
            if (i + 1 < at && words[i].Is("trong") && words[i + 1].Is("đó")) return true;
        }

        return false;
    }

    // What is counted: the words after the figure, and before them the verb that qualifies them (`hoàn thành 5/5 phần việc`).
    private static string Measure(string text, IReadOnlyList<Word> words, int from, int at, int after, int end)
    {
        var stop = after;
        while (stop < end && !words[stop].IsSign && !_ends.IsAt(words, stop, end)) stop++;
        while (stop > after && _trailing.IsAt(words, stop - 1, stop)) stop--;
        var noun = stop > after ? Fold(text[words[after].From..words[stop - 1].To]) : "";
        var verb = at;
        while (verb > from && at - verb < 6 && !words[verb - 1].IsSign && !_bounds.IsAt(words, verb - 1, at) && !_aims.IsAt(words, verb - 1, at)) verb--;
        if (verb < at && Verbs.ActionLength(words, verb, at) == 0) verb = at;
        var qualifier = verb < at ? Fold(text[words[verb].From..words[at - 1].To]) : "";
        return (noun.Length > 0 && qualifier.Length > 0 ? $"{noun} {qualifier}" : noun + qualifier).Trim();
    }

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static readonly PhraseSet _outright = new("phấn đấu, mục tiêu, chỉ tiêu, tỷ lệ, tỉ lệ");
    private static readonly PhraseSet _goalVerbs = new("đảm bảo, bảo đảm, duy trì, hoàn thành, đạt, có, nâng, huy động, giữ vững, tăng, giảm, kết nạp, phát triển, thu hút");
    private static readonly PhraseSet _aims = new("phấn đấu, mục tiêu, chỉ tiêu, đạt, tỷ lệ, tỉ lệ, trở lên, ít nhất, tối thiểu, không dưới, duy trì tỷ lệ, 100 %");
    private static readonly PhraseSet _bounds = new(
        """
        ít nhất, tối thiểu, không dưới, trên, từ, đạt, có, phấn đấu, đạt từ, đạt trên, có ít nhất, là, đạt tối thiểu, hơn, ≥, đảm bảo, bảo đảm, ít nhất là, duy trì, phấn đấu có
        """);
    private static readonly PhraseSet _above = new("trở lên");
    private static readonly PhraseSet _notBefore = new("ngày, tháng, năm, quý, số, khoản, điều, lớp, khối, tuổi, mục, học, lúc, kỳ, tuần, thứ");
    private static readonly PhraseSet _counts = new("sĩ số, tổng số, duy trì số, nâng số, tăng số");
    private static readonly PhraseSet _notAfter = new("lần, ngày, tháng, năm, giờ, tuần, tuổi, phút, quý");
    private static readonly PhraseSet _ends = new("trở lên, trong đó, trước, trong năm, trong tháng, vào, đến hết, trước ngày");
    private static readonly PhraseSet _trailing = new("của, và, ngành, các");
}
