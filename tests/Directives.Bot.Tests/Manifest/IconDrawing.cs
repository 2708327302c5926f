using System.Buffers.Binary;
using System.IO.Compression;

namespace Directives.Bot.Tests.Manifest;

/// <summary>
/// The drawing that the two icons of the Teams package are made from: a directive with its tasks, the last of them ticked. Shapes are distances, so
/// that edges are smooth at any size; only additions, products and roots, so that every machine draws the same.
/// </summary>
internal static class IconDrawing
{
    /// <summary>Points looked at in each pixel, across and down.</summary>
    private const int Fineness = 8;

    private static readonly (byte R, byte G, byte B) Blue = (0x1A, 0x44, 0x80);
    private static readonly (byte R, byte G, byte B) White = (255, 255, 255);
    private static readonly (byte R, byte G, byte B) PaleBlue = (0x9D, 0xB4, 0xD3);
    private static readonly (byte R, byte G, byte B) Fold = (0xC9, 0xD6, 0xE8);
    private static readonly (byte R, byte G, byte B) Gold = (0xFF, 0xC8, 0x3D);

    /// <summary>192×192, filled to its edges: Teams rounds the corners itself. What matters stays within the middle 120×120.</summary>
    public static byte[] Colour() => Draw(192, (column, row) =>
    {
        // Sheet and seal together stand in the middle.
        var (x, y) = (column + 6, row + 2.5);
        if (Disc(x, y, 130, 130, 27) < 0) return Tick(x, y, 118, 131, 127, 140, 143, 121, 3.6) < 0 ? Blue : Gold;
        if (Disc(x, y, 130, 130, 33) < 0) return Blue;
        if (Sheet(x, y) >= 0) return Blue;
        if (x > 109 && y < 65) return Fold;
        foreach (var (line, end) in new[] { (76.0, 115.0), (96.0, 115.0), (116.0, 100.0) })
        {
            if (Disc(x, y, 63, line, 4.2) < 0) return Blue;
            if (Segment(x, y, 77, line, end, line) < 3.4) return PaleBlue;
        }

        return White;
    });

    /// <summary>32×32, white on nothing: Teams lays it over its own bars.</summary>
    public static byte[] Outline() => Draw(32, (x, y) =>
    {
        if (Disc(x, y, 23, 23, 7.6) < 0) return Math.Abs(Disc(x, y, 23, 23, 5.6)) < 0.8 || Tick(x, y, 20.6, 23.2, 22.3, 24.9, 25.4, 21.3, 0.75) < 0 ? White : null;
        if (Math.Abs(SmallSheet(x, y)) < 0.75) return White;
        if (SmallSheet(x, y) > 0) return null;
        if (Segment(x, y, 16.25, 4, 16.25, 9.25) < 0.6 || Segment(x, y, 16.25, 9.25, 21.4, 9.25) < 0.6) return White;
        foreach (var (line, end) in new[] { (13.5, 17.4), (17.5, 14.6), (21.5, 13.0) })
        {
            if (Segment(x, y, 9.5, line, end, line) < 0.55) return White;
        }

        return null;
    });

    /// <summary>As a PNG of eight bits RGBA.</summary>
    public static byte[] Png(byte[] pixels, int side)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var y = 0; y < side; y++)
            {
                zlib.WriteByte(0);
                zlib.Write(pixels, y * side * 4, side * 4);
            }
        }

        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, side);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), side);
        (head[8], head[9]) = (8, 6);
        return [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR"u8, head), .. Chunk("IDAT"u8, packed.ToArray()), .. Chunk("IEND"u8, [])];
    }

    public static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        var sum = uint.MaxValue;
        foreach (var one in chunk.AsSpan(4, data.Length + 4))
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++) sum = (sum >> 1) ^ (0xEDB88320 & (uint)-(int)(sum & 1));
        }

        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(data.Length + 8), ~sum);
        return chunk;
    }

    private static byte[] Draw(int side, Func<double, double, (byte R, byte G, byte B)?> colourAt)
    {
        var pixels = new byte[side * side * 4];
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                var (red, green, blue, covered) = (0, 0, 0, 0);
                for (var i = 0; i < Fineness * Fineness; i++)
                {
                    if (colourAt(x + (((i % Fineness) + 0.5) / Fineness), y + (((i / Fineness) + 0.5) / Fineness)) is not { } colour) continue;
                    (red, green, blue, covered) = (red + colour.R, green + colour.G, blue + colour.B, covered + 1);
                }

                if (covered == 0) continue;
                var at = ((y * side) + x) * 4;
                (pixels[at], pixels[at + 1], pixels[at + 2]) = ((byte)(red / covered), (byte)(green / covered), (byte)(blue / covered));
                pixels[at + 3] = (byte)(covered * 255 / (Fineness * Fineness));
            }
        }

        return pixels;
    }

    /// <summary>The sheet of the colour icon, its upper right corner cut off.</summary>
    private static double Sheet(double x, double y) => Math.Max(Box(x, y, 90.5, 96, 43.5, 56, 7), (x - y - 69) * 0.70710678);

    private static double SmallSheet(double x, double y) => Math.Max(Box(x, y, 13.5, 15.75, 8.25, 12.0, 2), (x - y - 12.5) * 0.70710678);

    private static double Disc(double x, double y, double centreX, double centreY, double radius) =>
        Math.Sqrt(((x - centreX) * (x - centreX)) + ((y - centreY) * (y - centreY))) - radius;

    private static double Box(double x, double y, double centreX, double centreY, double halfWidth, double halfHeight, double round)
    {
        var (dx, dy) = (Math.Abs(x - centreX) - halfWidth + round, Math.Abs(y - centreY) - halfHeight + round);
        var (outX, outY) = (Math.Max(dx, 0), Math.Max(dy, 0));
        return Math.Sqrt((outX * outX) + (outY * outY)) + Math.Min(Math.Max(dx, dy), 0) - round;
    }

    private static double Segment(double x, double y, double fromX, double fromY, double toX, double toY)
    {
        var (dx, dy) = (toX - fromX, toY - fromY);
        var along = Math.Clamp((((x - fromX) * dx) + ((y - fromY) * dy)) / ((dx * dx) + (dy * dy)), 0, 1);
        return Disc(x, y, fromX + (along * dx), fromY + (along * dy), 0);
    }

    private static double Tick(double x, double y, double fromX, double fromY, double bendX, double bendY, double toX, double toY, double half) =>
        Math.Min(Segment(x, y, fromX, fromY, bendX, bendY), Segment(x, y, bendX, bendY, toX, toY)) - half;
}
