namespace Directives.Core;

/// <summary>Charts as pictures that a phone shows.</summary>
public interface IChartPainter
{
    /// <summary>Whether the machine has a font with the letters of Vietnamese; without one nothing is painted.</summary>
    public bool CanPaint { get; }

    /// <returns>A PNG file, 1,080 pixels wide; the same chart gives the same bytes on the same machine. Null where <see cref="CanPaint"/> is false.</returns>
    public byte[]? Paint(SummaryChart chart);
}
