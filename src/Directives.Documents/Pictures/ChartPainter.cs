using Directives.Core;
using SkiaSharp;

namespace Directives.Documents;

/// <summary>
/// A summary as a PNG for phones: 1,080 pixels wide, no letter smaller than 28 pixels. Each class has a mark, a word and a number beside its
/// colour; the colours differ for people who see no red, green or blue too.
/// </summary>
public sealed class ChartPainter : IChartPainter
{
    private const int Width = 1080;
    private const int Padding = 48;
    private const float Inner = Width - (2 * Padding);
    private const float BodySize = 32;
    private const float SmallSize = 28;

    /// <summary>Vietnamese letters carry marks over and under them: less would let lines touch.</summary>
    private const float LineHeight = 1.4f;

    /// <summary>Below it a part of a bar is not seen.</summary>
    private const float SmallestPart = 8;

    // Even areas are smallest without filters, and hardly smaller with more work.
    private static readonly SKPngEncoderOptions Plain = new(SKPngEncoderFilterFlags.None, 3);

    private readonly Lazy<ChartFonts?> _fonts;

    public ChartPainter()
        : this(ChartFonts.Folders)
    {
    }

    /// <param name="fontFolders">Where fonts are looked for.</param>
    public ChartPainter(IReadOnlyList<string> fontFolders) => _fonts = new Lazy<ChartFonts?>(() => ChartFonts.Find(fontFolders));

    public bool CanPaint => _fonts.Value is not null;

    public byte[]? Paint(SummaryChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        if (_fonts.Value is not { } fonts) return null;
        // Laid out twice: how high the picture is shows when all of it has its place.
        var height = new Page(null, fonts).Fill(chart);
        using var bitmap = new SKBitmap(new SKImageInfo(Width, (int)Math.Ceiling(height), SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(ChartColors.Paper);
        new Page(canvas, fonts).Fill(chart);
        using var pixels = bitmap.PeekPixels();
        using var data = pixels.Encode(Plain) ?? throw new InvalidOperationException("The picture could not be written as PNG.");
        return data.ToArray();
    }

    /// <param name="canvas">Null to lay out only.</param>
    private sealed class Page(SKCanvas? canvas, ChartFonts fonts)
    {
        private float _y = Padding;

        public float Fill(SummaryChart chart)
        {
            Text(chart.Title, fonts.Bold, 44);
            foreach (var note in chart.Notes) Text(note, fonts.Regular, BodySize);
            _y += 20;
            Bar([.. chart.Classes.Select(one => (one.Class, one.Count))], 64);
            _y += 20;
            foreach (var one in chart.Classes) Class(one);
            if (chart.Units.Count > 0)
            {
                _y += 28;
                Text(chart.UnitsHeading, fonts.Bold, 36);
                _y += 4;
                foreach (var unit in chart.Units) Unit(unit);
            }

            if (chart.More is { } more) Text(more, fonts.Regular, SmallSize);
            return _y + Padding - 12;
        }

        private void Class(ChartClass one)
        {
            const float Box = 44;
            using var fill = Paint(ChartColors.Of(one.Class));
            canvas?.DrawRoundRect(Padding, _y + 1, Box, Box, 6, 6, fill);
            if (canvas is not null) ChartMarks.Draw(canvas, one.Class, new SKPoint(Padding + (Box / 2), _y + 1 + (Box / 2)), Box * 0.3f);
            Pair(one.Word, one.Figure, Padding + Box + 18, BodySize, fonts.Bold);
            _y += 10;
        }

        private void Unit(ChartUnit unit)
        {
            Pair(unit.Name, unit.Figure, Padding, SmallSize + 2, fonts.Regular);
            _y += 4;
            var counts = unit.Counts;
            Bar([(DueClass.DoneOnTime, counts.OnTime), (DueClass.DoneLate, counts.Late), (DueClass.OpenInTime, counts.InTime), (DueClass.OpenOverdue, counts.Overdue)], 26);
            _y += 16;
        }

        // Two texts on one line; where both do not fit, the second takes a line of its own.
        private void Pair(string left, string right, float from, float size, SKTypeface second)
        {
            using var font = Font(fonts.Regular, size);
            using var heavy = Font(second, size);
            var wide = heavy.MeasureText(right);
            var fits = font.MeasureText(left) + 24 + wide <= Width - Padding - from;
            var (top, start) = (_y, Padding + Inner - wide);
            Lines(left, font, from, (fits ? start - 24 : Padding + Inner) - from, size);
            if (!fits) top = _y;
            Write(right, heavy, start, top, size);
            if (!fits) _y += size * LineHeight;
        }

        private void Text(string text, SKTypeface face, float size)
        {
            using var font = Font(face, size);
            Lines(text, font, Padding, Inner, size);
        }

        private void Lines(string text, SKFont font, float from, float room, float size)
        {
            foreach (var line in Wrapped(text, font, room))
            {
                Write(line, font, from, _y, size);
                _y += size * LineHeight;
            }
        }

        private void Write(string text, SKFont font, float x, float top, float size)
        {
            using var paint = Paint(ChartColors.Ink);
            canvas?.DrawText(text, x, top + (size * 1.08f), SKTextAlign.Left, font, paint);
        }

        private void Bar(IReadOnlyList<(DueClass Class, int Count)> parts, float height)
        {
            const float Gap = 4;
            var shown = parts.Where(part => part.Count > 0).ToArray();
            var total = shown.Sum(part => part.Count);
            var room = Inner - (Gap * Math.Max(0, shown.Length - 1));
            // What the smallest parts take more than their share, the others give.
            var widths = shown.Select(part => Math.Max(SmallestPart, room * part.Count / total)).ToArray();
            var scale = room / widths.Sum();
            var x = (float)Padding;
            for (var i = 0; i < shown.Length; i++)
            {
                using var paint = Paint(ChartColors.Of(shown[i].Class));
                canvas?.DrawRect(x, _y, widths[i] * scale, height, paint);
                x += (widths[i] * scale) + Gap;
            }

            _y += height;
        }

        private static IEnumerable<string> Wrapped(string text, SKFont font, float room)
        {
            var line = "";
            foreach (var word in text.Split(' '))
            {
                var longer = line.Length == 0 ? word : line + " " + word;
                if (line.Length > 0 && font.MeasureText(longer) > room)
                {
                    yield return line;
                    longer = word;
                }

                line = longer;
            }

            yield return line;
        }

        private static SKFont Font(SKTypeface face, float size) => new(face, size) { Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None, Subpixel = true };

        private static SKPaint Paint(SKColor color) => new() { Color = color, IsAntialias = true };
    }
}
