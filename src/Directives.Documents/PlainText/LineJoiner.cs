using Directives.Language.Prose;

namespace Directives.Documents;

/// <summary>
/// Decides whether a line goes on with the paragraph before it. Text copied out of a page is broken where the page was full, so a line
/// goes on when its first word would not have fitted the line above; a page break may even stand inside a sentence.
/// </summary>
internal sealed class LineJoiner
{
    /// <summary>Lines at least this long in a text without longer ones look like lines that were filled.</summary>
    private const int NarrowestPage = 50;

    private const int WidestPage = 140;

    private readonly int _width;

    public LineJoiner(IReadOnlyList<string> lines)
    {
        // The width of the page: what the longest lines agree on. One overlong line means that lines are paragraphs.
        var lengths = lines.Select(line => line.TrimEnd().Length).Where(length => length > 0).Order().ToArray();
        if (lengths.Length == 0 || lengths[^1] > WidestPage || lengths[^1] < NarrowestPage) return;
        var full = lengths.Count(length => length > lengths[^1] - 15);
        if (full >= 3 || (full >= 2 && lengths.Length < 12)) _width = lengths[^1];
    }

    public bool GoesOn(string before, string line, bool blankBetween)
    {
        var (last, first) = (before.TrimEnd(), line.TrimStart());
        if (last.Length == 0 || first.Length == 0 || ListMarker.Read(first) is not null) return false;
        var ended = last[^1] is '.' or ':' or ';' or '!' or '?' or '/';
        if (!ended && char.IsLower(first[0])) return true;
        if (blankBetween || _width == 0) return false;
        var word = first.IndexOf(' ', StringComparison.Ordinal);
        var fits = last.Length + 1 + (word < 0 ? first.Length : word) <= _width;
        return !fits;
    }
}
