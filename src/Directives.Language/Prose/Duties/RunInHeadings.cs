namespace Directives.Language.Prose;

/// <summary>
/// Headings that stand before the text on its own line: <c>2. Tổ chức lại sản xuất. Hội Nông dân xã …</c> Where one item of a list has such a
/// heading, others have it too; a single one is a duty of its own.
/// </summary>
internal sealed class RunInHeadings(string text, DutyReader reader)
{
    private const int LongestHeading = 12;
    private const int Fewest = 2;

    private readonly Dictionary<Node, bool> _known = [];

    public bool Heads(Node node) => node.Parent is { } list && IsKnown(list) && HasHeading(node);

    private bool IsKnown(Node list)
    {
        if (!_known.TryGetValue(list, out var known)) _known[list] = known = list.Children.Count(HasHeading) >= Fewest;
        return known;
    }

    private bool HasHeading(Node node)
    {
        if (node.Marker is null || node.IsBullet || node.Children.Count > 0) return false;
        var sentences = Sentences.Split(text, node.ContentFrom, node.To);
        if (sentences.Count < 2) return false;
        var (from, to) = sentences[0];
        if (text[to - 1] != '.' || Word.Split(text, from, to).Count > LongestHeading || !reader.ReadDue(from, to).IsNone) return false;
        return reader.ReadClause(from, to) is { HasDoers: false, IsOrder: false } && reader.ReadClause(sentences[1].From, sentences[1].To) is { HasDoers: true };
    }
}
