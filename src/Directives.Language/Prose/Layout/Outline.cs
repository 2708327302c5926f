namespace Directives.Language.Prose;

/// <summary>
/// Makes a tree of the paragraphs of a body. The level of a mark is not fixed (<c>1.</c> stands over <c>a)</c> here, under <c>II.</c> there):
/// a mark of a style already open is a sibling of the item that opened it, any other goes one deeper.
/// </summary>
internal sealed class Outline
{
    private const int LeadIn = 0;
    private const int PlainHeading = 99;
    private const int MostInlineLists = 20;

    private readonly string _text;
    private readonly Node _root;
    private readonly List<(int Key, Node Node)> _open = [];

    private Outline(string text)
    {
        _text = text;
        _root = new Node { From = 0, ContentFrom = 0, To = 0, Marker = null, IsHeadingByForm = false };
    }

    /// <summary>The top paragraphs of the blocks between two offsets, tables left out.</summary>
    public static Node Of(DocumentText document, IReadOnlyList<(int From, int To)> body)
    {
        var outline = new Outline(document.Text);
        foreach (var block in document.Blocks)
        {
            if (block.Kind == BlockKind.TableCell || !body.Any(part => block.From >= part.From && block.From < part.To)) continue;
            foreach (var (from, to) in Paragraphs(document.Text, block)) outline.Add(block, from, to);
        }

        return outline._root;
    }

    // A line break inside a block ends a paragraph where an item or a sentence begins after it.
    private static IEnumerable<(int From, int To)> Paragraphs(string text, Block block)
    {
        var start = block.From;
        for (var at = block.From; at < block.To; at++)
        {
            if (text[at] != '\n') continue;
            var (from, to) = Line.Trim(text, start, at);
            var (next, _) = Line.Trim(text, at, block.To);
            var ended = to > from && text[to - 1] is '.' or ';' or ':' or '/';
            if (!ended && ListMarker.Read(text.AsSpan(next, block.To - next)) is null) continue;
            if (to > from) yield return (from, to);
            start = at + 1;
        }

        var last = Line.Trim(text, start, block.To);
        if (last.To > last.From) yield return last;
    }

    private void Add(Block block, int from, int to)
    {
        var inline = InlineList.Read(_text, from, to);
        var node = AddNode(block, from, inline?.LeadTo ?? to);
        var lists = 0;
        for (var lead = node; inline is not null;)
        {
            foreach (var item in inline.Items) Attach(Plain(item.From, item.To, ListMarker.Read(_text.AsSpan(item.From, item.To - item.From))), lead);
            if (inline.Rest >= to) return;
            var rest = inline.Rest;
            inline = ++lists < MostInlineLists ? InlineList.Read(_text, rest, to) : null;
            Attach(lead = Plain(rest, inline?.LeadTo ?? to, null), node);
        }
    }

    private static Node Plain(int from, int to, ListMarker? marker) =>
        new() { From = from, ContentFrom = from + (marker?.Length ?? 0), To = to, Marker = marker, IsHeadingByForm = false };

    private Node AddNode(Block block, int from, int to)
    {
        var marker = ListMarker.Read(_text.AsSpan(from, to - from));
        var line = new Line(from, to, 0, _text[from..to]);
        var node = new Node
        {
            From = from,
            ContentFrom = from + (marker?.Length ?? 0),
            To = to,
            Marker = marker,
            IsHeadingByForm = block.Kind == BlockKind.Heading || (line.IsUpper && to - from < 200),
        };
        if (marker is { } mark) Open(node, KeyOf(mark, block));
        else if (node.IsHeadingByForm) Open(node, PlainHeading + block.Level);
        else Append(node);
        return node;
    }

    private static int KeyOf(ListMarker marker, Block block) =>
        ((int)marker.Style * 10) + (marker.IsBullet ? Math.Min(block.Level, 9) : marker.Depth) + 1000;

    private void Open(Node node, int key)
    {
        var place = _open.FindLastIndex(open => open.Key == key);
        if (place >= 0) _open.RemoveRange(place, _open.Count - place);
        else if (key < 1000) _open.RemoveAll(open => open.Node.IsBullet || open.Key > key && open.Key < 1000);
        Attach(node, _open.Count > 0 ? _open[^1].Node : _root);
        _open.Add((key, node));
    }

    // A plain paragraph ends the bullets before it and belongs to the numbered item or heading they stood under.
    private void Append(Node node)
    {
        var bullet = _open.FindIndex(open => open.Node.IsBullet);
        if (bullet >= 0) _open.RemoveRange(bullet, _open.Count - bullet);
        var leadsIn = _text.AsSpan(node.From, node.To - node.From).EndsWith(":") || TimeLabel.Is(_text.AsSpan(node.From, node.To - node.From));

        // A plain lead-in opens no style of its own; the next one takes its place.
        if (leadsIn && _open.Count > 0 && _open[^1].Key == LeadIn) _open.RemoveAt(_open.Count - 1);
        Attach(node, _open.Count > 0 ? _open[^1].Node : _root);
        if (leadsIn) _open.Add((LeadIn, node));
    }

    private static void Attach(Node node, Node parent)
    {
        node.Parent = parent;
        parent.Children.Add(node);
    }
}
