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
    private readonly List<(int Key, Node Node, int Ordinal)> _open = [];

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
        if (marker is { } mark) Open(node, KeyOf(mark, block), OrdinalOf(from, node.ContentFrom));
        else if (node.IsHeadingByForm) Open(node, PlainHeading + block.Level);
        else Append(node);
        return node;
    }

    private static int KeyOf(ListMarker marker, Block block) =>
        ((int)marker.Style * 10) + (marker.IsBullet ? Math.Min(block.Level, 9) : marker.Depth) + 1000;

    // The number of an item marked with a plain number, or 0.
    private int OrdinalOf(int from, int to)
    {
        var i = from;
        while (i < to && char.IsAsciiDigit(_text[i])) i++;
        return i > from && int.TryParse(_text.AsSpan(from, i - from), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    private void Open(Node node, int key, int ordinal = 0)
    {
        var place = _open.FindLastIndex(open => open.Key == key);

        // `1. Công an tỉnh` over `1. Chủ trì …`: numbers that start again right under a heading are one level deeper.
        if (place >= 0 && ordinal == 1 && place == _open.Count - 1 && _open[place] is { Ordinal: > 0, Node: var heading } && heading.Children.Count == 0 && !EndsAsSentence(heading))
        {
            Attach(node, heading);
            _open.Add((key, node, ordinal));
            return;
        }

        // Of two lists of one style the one that the number continues; where both do, a heading goes with the headings.
        if (place > 0 && ordinal > 1 && _open.FindLastIndex(place - 1, open => open.Key == key && open.Ordinal == ordinal - 1) is var outer and >= 0
            && (_open[place].Ordinal != ordinal - 1 || !EndsAsSentence(node)))
        {
            place = outer;
        }

        if (place >= 0) _open.RemoveRange(place, _open.Count - place);
        else if (key < 1000) _open.RemoveAll(open => open.Node.IsBullet || open.Key > key && open.Key < 1000);
        Attach(node, _open.Count > 0 ? _open[^1].Node : _root);
        _open.Add((key, node, ordinal));
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
        if (leadsIn) _open.Add((LeadIn, node, 0));
    }

    private bool EndsAsSentence(Node node) => _text[node.To - 1] is '.' or ';' or ',' or '/';

    private static void Attach(Node node, Node parent)
    {
        node.Parent = parent;
        parent.Children.Add(node);
    }
}
