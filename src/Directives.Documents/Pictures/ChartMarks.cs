using Directives.Core;
using SkiaSharp;

namespace Directives.Documents;

/// <summary>The marks ✓ ◐ ! of the cards, drawn: many fonts lack them.</summary>
internal static class ChartMarks
{
    /// <param name="size">Half the height.</param>
    public static void Draw(SKCanvas canvas, DueClass @class, SKPoint middle, float size)
    {
        using var line = new SKPaint { Color = ChartColors.Paper, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = size * 0.34f, StrokeCap = SKStrokeCap.Round, StrokeJoin = SKStrokeJoin.Round };
        using var fill = new SKPaint { Color = ChartColors.Paper, IsAntialias = true };
        var (x, y) = (middle.X, middle.Y);
        switch (@class)
        {
            case DueClass.DoneOnTime or DueClass.DoneLate:
                canvas.DrawLine(x - size, y + (size * 0.1f), x - (size * 0.3f), y + (size * 0.75f), line);
                canvas.DrawLine(x - (size * 0.3f), y + (size * 0.75f), x + size, y - (size * 0.7f), line);
                break;
            case DueClass.OpenInTime:
                line.StrokeWidth = size * 0.25f;
                canvas.DrawCircle(x, y, size, line);
                canvas.DrawArc(new SKRect(x - size, y - size, x + size, y + size), 90, 180, useCenter: true, fill);
                break;
            default:
                canvas.DrawLine(x, y - size, x, y + (size * 0.3f), line);
                canvas.DrawCircle(x, y + (size * 0.95f), size * 0.2f, fill);
                break;
        }
    }
}
