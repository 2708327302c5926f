using System.Buffers.Binary;
using Directives.Core;
using Directives.Testing;
using SkiaSharp;

namespace Directives.Documents.Tests;

[RequiresFont]
public sealed class ChartPainterTests
{
    private static readonly SKColor OnTime = new(0x1A, 0x44, 0x80);
    private static readonly SKColor Overdue = new(0x79, 0x0C, 0x1B);

    [ContractFact]
    public void Picture_is_a_png_for_phones_and_the_same_each_time()
    {
        var chart = Chart(new ClassCounts(72, 6, 36, 6, 0), new ChartUnit("THCS Hoa Sen", "1 quá hạn, 3/5 xong", new ClassCounts(3, 0, 1, 1, 0)));

        var file = new ChartPainter().Paint(chart)!;

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], file[..4]);
        Assert.Equal(1080, BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)));
        Assert.Equal(file, new ChartPainter().Paint(chart));
    }

    [ContractFact]
    public void Parts_of_the_bar_are_as_wide_as_their_shares()
    {
        using var picture = SKBitmap.Decode(new ChartPainter().Paint(Chart(new ClassCounts(75, 0, 0, 25, 0))));

        var bar = Enumerable.Range(0, picture.Height).First(y => picture.GetPixel(60, y) == OnTime && picture.GetPixel(600, y) == OnTime) + 8;
        var (blue, red) = (Enumerable.Range(0, 1080).Count(x => picture.GetPixel(x, bar) == OnTime), Enumerable.Range(0, 1080).Count(x => picture.GetPixel(x, bar) == Overdue));

        Assert.InRange(blue / (double)(blue + red), 0.74, 0.76);
        Assert.InRange(blue + red, 970, 984);
    }

    [ContractFact]
    public void Smallest_part_is_still_seen()
    {
        using var picture = SKBitmap.Decode(new ChartPainter().Paint(Chart(new ClassCounts(9_999, 0, 0, 1, 0))));

        var bar = Enumerable.Range(0, picture.Height).First(y => picture.GetPixel(60, y) == OnTime && picture.GetPixel(600, y) == OnTime) + 8;
        Assert.InRange(Enumerable.Range(0, 1080).Count(x => picture.GetPixel(x, bar) == Overdue), 6, 10);
    }

    [ContractFact]
    public void Picture_of_nothing_and_of_long_names_has_room_for_all()
    {
        var nothing = SKBitmap.Decode(new ChartPainter().Paint(Chart(new ClassCounts(0, 0, 0, 0, 0))));
        var named = SKBitmap.Decode(new ChartPainter().Paint(Chart(
            new ClassCounts(1, 0, 0, 0, 0), new ChartUnit(string.Join(' ', Enumerable.Repeat("Trung tâm Giáo dục thường xuyên", 6)), "0 quá hạn, 1/1 xong", new ClassCounts(1, 0, 0, 0, 0)))));

        Assert.True(named.Height > nothing.Height + 150, $"{named.Height} and {nothing.Height}");
        // Nothing is cut off: the margin is white on all sides.
        Assert.All(Enumerable.Range(0, named.Height), y => Assert.Equal((SKColors.White, SKColors.White), (named.GetPixel(20, y), named.GetPixel(1070, y))));
        Assert.All(Enumerable.Range(0, 1080), x => Assert.Equal(SKColors.White, named.GetPixel(x, named.Height - 10)));
    }

    [Fact]
    public void Without_fonts_nothing_is_painted()
    {
        var painter = new ChartPainter([]);

        Assert.False(painter.CanPaint);
        Assert.Null(painter.Paint(Chart(new ClassCounts(1, 1, 1, 1, 0))));
    }

    private static SummaryChart Chart(ClassCounts counts, params ChartUnit[] units) => new()
    {
        Title = "Tháng 11/2026: 120 việc, 24 đơn vị",
        Notes = ["Đến 09:14 thứ Tư 25/11/2026"],
        Classes =
        [
            new ChartClass(DueClass.DoneOnTime, "Hoàn thành đúng hạn", $"{counts.OnTime}", counts.OnTime),
            new ChartClass(DueClass.DoneLate, "Hoàn thành quá hạn", $"{counts.Late}", counts.Late),
            new ChartClass(DueClass.OpenInTime, "Chưa hoàn thành, trong hạn", $"{counts.InTime}", counts.InTime),
            new ChartClass(DueClass.OpenOverdue, "Chưa hoàn thành, quá hạn", $"{counts.Overdue}", counts.Overdue),
        ],
        UnitsHeading = "Theo đơn vị",
        Units = units,
    };
}
