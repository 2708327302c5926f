namespace Directives.Language.Prose;

/// <summary>The particulars of a meeting (<c>Thời gian: …</c>, <c>Địa điểm: …</c>, <c>Nội dung: …</c>): lines side by side that invite and assign nothing.</summary>
internal static class MeetingDetails
{
    private const int Fewest = 2;
    private const int LongestLabel = 40;

    /// <summary>The children of a node that are no such lines.</summary>
    public static IReadOnlyList<Node> Without(string text, List<Node> children)
    {
        var labels = children.ConvertAll(child => LabelOf(text, child));
        if (labels.Count(label => label is not null) < Fewest || !labels.Contains(Label.When)) return children;
        return children.Where((_, index) => labels[index] is null).ToArray();
    }

    private static Label? LabelOf(string text, Node node)
    {
        if (node.Children.Exists(child => child.Marker is not null)) return null;
        var words = Word.Split(text, node.ContentFrom, Math.Min(node.To, node.ContentFrom + LongestLabel));
        if (_when.Match(words, 0, words.Count) is var when and > 0 && when < words.Count && words[when].Is(":")) return Label.When;
        return _what.Match(words, 0, words.Count) is var what and > 0 && what < words.Count && words[what].Is(":") ? Label.What : null;
    }

    private enum Label
    {
        When,
        What,
    }

    private static readonly PhraseSet _when = new("thời gian, địa điểm, thời gian và địa điểm, thời gian họp, địa điểm họp");
    private static readonly PhraseSet _what = new(
        """
        thành phần, nội dung, chủ trì, người chủ trì, thành phần dự họp, thành phần tham dự, thành phần mời, chương trình, nội dung họp, nội dung cuộc họp, hình thức, trang phục
        khách mời, đại biểu
        """);
}
