using System.Text;
using Directives.Language.Prose;

namespace Directives.Documents;

/// <summary>Puts a document's paragraphs and cells one after another and remembers where each stands.</summary>
internal sealed class DocumentTextBuilder
{
    private readonly StringBuilder _text = new();
    private readonly List<Block> _blocks = [];

    private (int Table, int Row)? _lastRow;

    public void Add(BlockKind kind, string text, int level = 0)
    {
        var folded = Fold(text);
        if (folded.Length == 0) return;
        EndLine();
        Append(kind, folded, level, null);
    }

    /// <summary>Adds a cell and returns where its text stands, so that a cell merged into it can point there too.</summary>
    public Source AddCell(string text, TablePlace place)
    {
        var folded = Fold(text);
        if (_text.Length > 0) _text.Append(_lastRow == (place.Table, place.Row) ? '\t' : '\n');
        _lastRow = (place.Table, place.Row);
        Append(BlockKind.TableCell, folded, 0, place);
        return new Source(_text.Length - folded.Length, _text.Length);
    }

    public void AddMergedCell(Source origin, TablePlace place) =>
        _blocks.Add(new Block(BlockKind.TableCell, origin.From, origin.To) { Place = place });

    public DocumentText ToDocumentText() => new(_text.ToString(), _blocks);

    private void Append(BlockKind kind, string text, int level, TablePlace? place)
    {
        if (_text.Length + text.Length > DocumentLimits.Characters)
        {
            throw new UnreadableDocumentException(UnreadableReason.TooLarge, $"the text is longer than {DocumentLimits.Characters} characters");
        }

        var from = _text.Length;
        _text.Append(text);
        _blocks.Add(new Block(kind, from, _text.Length, level) { Place = place });
    }

    private void EndLine()
    {
        if (_text.Length > 0) _text.Append('\n');
    }

    // Runs of blanks become one; a line break inside a paragraph stays, for the lines of a head or a signature mean something.
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c == '\n')
            {
                while (folded.Length > 0 && folded[^1] == ' ') folded.Length--;
                if (folded.Length > 0 && folded[^1] != '\n') folded.Append('\n');
            }
            else if (char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] is not (' ' or '\n')) folded.Append(' ');
            }
            else
            {
                folded.Append(c);
            }
        }

        return folded.ToString().TrimEnd();
    }
}
