using Directives.Core;
using SkiaSharp;

namespace Directives.Documents;

/// <summary>
/// Four colours of which any two differ by CIEDE2000 18.5 or more, also as people see them who lack one kind of cone; on white each has a contrast
/// of 5:1 or more.
/// </summary>
internal static class ChartColors
{
    public static readonly SKColor Paper = new(0xFF, 0xFF, 0xFF);
    public static readonly SKColor Ink = new(0x1B, 0x1F, 0x24);

    public static SKColor Of(DueClass @class) => @class switch
    {
        DueClass.DoneOnTime => new SKColor(0x1A, 0x44, 0x80),
        DueClass.DoneLate => new SKColor(0x87, 0x6B, 0x01),
        DueClass.OpenInTime => new SKColor(0x6B, 0x6F, 0x76),
        DueClass.OpenOverdue => new SKColor(0x79, 0x0C, 0x1B),
        _ => Ink,
    };
}
