namespace Directives.Language.Prose;

/// <summary>A line that is only a time (<c>Tháng 9/2026</c>, <c>Tuần 2:</c>): what stands under it is to be done then.</summary>
internal static class TimeLabel
{
    private const int Longest = 60;

    public static bool Is(ReadOnlySpan<char> line)
    {
        if (line.Length > Longest) return false;
        var text = line.TrimEnd(" :.").ToString();
        var words = Word.Split(text, 0, text.Length);
        if (words.Count < 2 || !_units.IsAt(words, 0, words.Count) || !words.Exists(word => char.IsAsciiDigit(word.Form[0]))) return false;
        return words.TrueForAll(word => word.IsSign || char.IsAsciiDigit(word.Form[0]) || word.IsAllCaps || _inner.IsAt([word], 0, 1));
    }

    private static readonly PhraseSet _units = new("tháng, tuần, quý, ngày, từ ngày, từ, trong tháng, trước, đến hết ngày, chậm nhất, học kỳ, năm, trước ngày, đến ngày");
    private static readonly PhraseSet _inner = new("tháng, tuần, quý, ngày, từ, đến, trong, học, kỳ, năm, trước, hết, chậm, nhất, đầu, cuối, giữa, i, ii, iii, iv");
}
