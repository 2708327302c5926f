using System.Text;
using Directives.Language.Prose;

namespace Directives.Documents;

/// <summary>
/// Joins the lines of pages to paragraphs, over columns and page breaks too. A line goes on with the one before it where that one was full: where the
/// next word would not have fitted between it and the margin.
/// </summary>
internal sealed class PdfParagraphs
{
    private const double Indent = 8;
    private const double Tolerance = 3;

    /// <summary>In parts of the letters' size: how much a full line may fall short of the margin.</summary>
    private const double Fit = 0.6;

    /// <summary>In a file of few short lines the longest of them is not a full one.</summary>
    private const double NarrowestPage = 300;

    /// <summary>A title in larger letters does not go on in the text under it.</summary>
    private const double OtherSize = 0.8;

    private const double WidestLineGap = 2.6;

    private static readonly string[] _beforeFigure = [" ngày", " tháng", " năm", " số"];

    private readonly Action<string> _end;
    private readonly Dictionary<PdfFrame, (double Left, double Right)> _margins;
    private readonly StringBuilder _text = new();
    private PdfPlaced? _before;
    private double _itemLeft = double.NaN;

    /// <param name="end">What is done with a paragraph.</param>
    public PdfParagraphs(IEnumerable<PdfPlaced> placed, Action<string> end)
    {
        _end = end;
        _margins = placed.Where(one => one.Item is PdfLine).GroupBy(one => one.Frame).ToDictionary(frame => frame.Key, frame => Margins(frame.Key, frame.Select(one => one.Item)));
    }

    public void Add(PdfPlaced placed)
    {
        var line = (PdfLine)placed.Item;
        if (PageFurniture.IsPageNumber(line.Text) || IsRule(line.Text)) return;
        var marker = ListMarker.Read(line.Text);
        if (marker is { Style: MarkerStyle.Dash } && _before is { } full && IsHyphen(full, line)) marker = null;
        if (_before is { } before && marker is null && (BeginsInside(before, line) || GoesOn(before, placed)))
        {
            Join(line.Text);
        }
        else
        {
            End();
            _text.Append(line.Text);
            _itemLeft = marker is null ? double.NaN : line.Left - _margins[placed.Frame].Left;
        }

        _before = placed;
    }

    public void End()
    {
        if (_text.Length > 0) _end(_text.ToString());
        _text.Clear();
        _before = null;
    }

    // A line in lower case after one without an end, or the figure of a date.
    private bool BeginsInside(PdfPlaced before, PdfLine line)
    {
        var text = ((PdfLine)before.Item).Text;
        if (char.IsLower(line.Text[0])) return text[^1] is not ('.' or ':' or ';' or '!' or '?' or '/');
        if (!char.IsAsciiDigit(line.Text[0])) return false;
        return Array.Exists(_beforeFigure, word => text.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            || (before.Frame.Column == PdfFrame.Alone && _text.Length > 3 && _text.ToString(0, 3).Equals("V/v", StringComparison.OrdinalIgnoreCase));
    }

    private bool GoesOn(PdfPlaced above, PdfPlaced placed)
    {
        if (above.Frame.Column == PdfFrame.Alone || placed.Frame.Column == PdfFrame.Alone) return false;
        var (before, line) = ((PdfLine)above.Item, (PdfLine)placed.Item);
        if (before.Text.EndsWith("./.", StringComparison.Ordinal) || Math.Abs(before.Size - line.Size) > OtherSize) return false;
        if (above.Page == placed.Page && above.Frame == placed.Frame && before.Baseline - line.Baseline > WidestLineGap * before.Size) return false;
        var (left, right) = _margins[above.Frame];
        var isFull = before.Right + (0.25 * line.Size) + line.FirstWord > right - (Fit * line.Size);
        if (!isFull && !(IsCentred(above) && IsCentred(placed) && before.Right - before.Left + (0.25 * line.Size) + line.FirstWord > right - left - (Fit * line.Size))) return false;

        // A first line stands further to the right than the line above it; under a mark every line of the item may.
        var (was, now) = (before.Left - _margins[above.Frame].Left, line.Left - _margins[placed.Frame].Left);
        if (now > Tolerance && Math.Abs(was - now) > Tolerance && IsCentred(above)) return IsCentred(placed) && !EndsSentence(before) && IsCapitals(before) == IsCapitals(line);
        if (now <= was + Indent) return was <= now + Tolerance || !EndsSentence(before) || now < was - Indent;
        return !double.IsNaN(_itemLeft) && (!EndsSentence(before) || char.IsLower(line.Text[0]));
    }

    // `Phòng Văn hóa` / `- Xã hội`: the hyphen of a name had no room left on its line.
    private bool IsHyphen(PdfPlaced above, PdfLine line) => above.Frame.Column != PdfFrame.Alone && above.Item is PdfLine before && char.IsLetter(before.Text[^1])
        && before.Right + (0.5 * line.Size) + line.FirstWord > _margins[above.Frame].Right;

    private bool IsCentred(PdfPlaced placed)
    {
        var (left, right) = _margins[placed.Frame];
        var (before, after) = (placed.Item.Left - left, right - placed.Item.Right);
        return before > Indent && after > Indent && Math.Abs(before - after) < Indent;
    }

    private static bool IsCapitals(PdfLine line) => !line.Text.Any(char.IsLower);

    private static bool EndsSentence(PdfLine line) => line.Text[^1] is '.' or ';' or ':' or '/';

    // The line under the name of an issuer or a motto, and the lone `*` of a Party paper.
    private static bool IsRule(string line) => line.AsSpan().TrimStart("-–—_=* ").Length == 0;

    // `Long-` / `Biên` keeps its hyphen; a word torn apart in lower case loses it.
    private void Join(string line)
    {
        if (_text[^1] == '\u00AD') _text.Length--;
        else if (_text[^1] is '-' && _text.Length > 1 && char.IsLetterOrDigit(_text[^2]))
        {
            if (char.IsLower(line[0]) && char.IsLower(_text[^2])) _text.Length--;
        }
        else _text.Append(' ');
        _text.Append(line);
    }

    // Where most lines begin, and where the fullest of them end.
    private static (double Left, double Right) Margins(PdfFrame frame, IEnumerable<IPdfItem> lines)
    {
        var all = lines.ToList();
        var rights = all.Select(line => line.Right).Order().ToList();
        var left = all.Min(line => line.Left);
        var right = rights[(int)Math.Ceiling((rights.Count - 1) * 0.95)];
        return (left, frame.Column == 0 ? Math.Max(right, left + NarrowestPage) : right);
    }
}
