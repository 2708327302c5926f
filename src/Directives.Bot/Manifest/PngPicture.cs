using System.Buffers.Binary;
using System.IO.Compression;

namespace Directives.Bot.Manifest;

/// <summary>A PNG file as its bytes say, whatever its name: its size and, for the usual kind (8 bits, RGB or RGBA, not interlaced), its pixels.</summary>
internal sealed class PngPicture
{
    private const int LargestSide = 4096;
    private const byte Rgb = 2;
    private const byte Rgba = 6;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private PngPicture(int width, int height, byte[]? pixels) => (Width, Height, Pixels) = (width, height, pixels);

    public int Width { get; }

    public int Height { get; }

    /// <summary>Red, green, blue, alpha of each pixel, row by row; null for a kind of PNG that this class does not unpack.</summary>
    public byte[]? Pixels { get; }

    /// <exception cref="InvalidDataException">Not a PNG, or a damaged one.</exception>
    public static PngPicture Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Signature)) throw new InvalidDataException("không phải là tệp PNG");
        var rest = file[Signature.Length..];
        using var packed = new MemoryStream();
        var (width, height, kind, isUsual, isWhole) = (0, 0, (byte)0, false, false);
        while (!isWhole && rest.Length >= 12)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - 12) break;
            var type = rest.Slice(4, 4);
            var data = rest.Slice(8, (int)length);
            rest = rest[(12 + (int)length)..];
            if (type.SequenceEqual("IHDR"u8) && data.Length == 13)
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]));
                kind = data[9];
                isUsual = data[8] == 8 && kind is Rgb or Rgba && data[12] == 0;
            }
            else if (type.SequenceEqual("IDAT"u8))
            {
                packed.Write(data);
            }

            isWhole = type.SequenceEqual("IEND"u8);
        }

        if (!isWhole || width is < 1 or > LargestSide || height is < 1 or > LargestSide) throw new InvalidDataException("tệp PNG hỏng hoặc bị cắt");
        packed.Position = 0;
        return new PngPicture(width, height, isUsual ? Unpack(packed, width, height, kind == Rgba ? 4 : 3) : null);
    }

    private static byte[] Unpack(Stream packed, int width, int height, int channels)
    {
        var pixels = new byte[width * height * 4];
        var (line, above) = (new byte[width * channels], new byte[width * channels]);
        using var stream = new ZLibStream(packed, CompressionMode.Decompress);
        try
        {
            for (var y = 0; y < height; y++)
            {
                var filter = stream.ReadByte();
                stream.ReadExactly(line);
                for (var i = 0; i < line.Length; i++) line[i] += Predicted(filter, line, above, i, channels);
                for (var x = 0; x < width; x++)
                {
                    line.AsSpan(x * channels, channels).CopyTo(pixels.AsSpan(((y * width) + x) * 4));
                    if (channels == 3) pixels[(((y * width) + x) * 4) + 3] = byte.MaxValue;
                }

                (line, above) = (above, line);
            }
        }
        catch (Exception failed) when (failed is EndOfStreamException or InvalidDataException)
        {
            throw new InvalidDataException("tệp PNG hỏng hoặc bị cắt");
        }

        return pixels;
    }

    /// <summary>What the format's five filters foretell of a byte from its neighbours; the file holds the difference.</summary>
    private static byte Predicted(int filter, byte[] line, byte[] above, int i, int channels)
    {
        var (left, up, corner) = (i < channels ? 0 : line[i - channels], above[i], i < channels ? 0 : above[i - channels]);
        return filter switch
        {
            0 => 0,
            1 => (byte)left,
            2 => up,
            3 => (byte)((left + up) / 2),
            4 => Nearest(left, up, corner),
            _ => throw new InvalidDataException("no such filter"),
        };
    }

    private static byte Nearest(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        if (toLeft <= toUp && toLeft <= toCorner) return (byte)left;
        return (byte)(toUp <= toCorner ? up : corner);
    }
}
