namespace Directives.Bot.Manifest;

/// <summary>What Teams asks of the two icons: it shows the colour one in lists and the outline one, white on whatever is behind it, in its own bars.</summary>
internal static class IconRules
{
    private const int ColourSide = 192;
    private const int OutlineSide = 32;

    public static IEnumerable<string> ColourProblems(string fileName, byte[] file) => Problems(fileName, file, ColourSide, _ => []);

    public static IEnumerable<string> OutlineProblems(string fileName, byte[] file) => Problems(fileName, file, OutlineSide, picture =>
    {
        if (picture.Pixels is not { } pixels) return ["cần lưu dạng RGBA 8 bit, không xen kẽ (interlaced)"];
        var points = pixels.Chunk(4).ToArray();
        if (points.All(point => point[3] == byte.MaxValue)) return ["nền phải trong suốt"];
        if (points.All(point => point[3] == 0)) return ["không có nét nào"];
        return points.Any(point => point[3] > 0 && (point[0], point[1], point[2]) is not (255, 255, 255)) ? ["nét vẽ phải màu trắng"] : [];
    });

    private static IEnumerable<string> Problems(string fileName, byte[] file, int side, Func<PngPicture, IEnumerable<string>> more)
    {
        PngPicture picture;
        try
        {
            picture = PngPicture.Read(file);
        }
        catch (InvalidDataException damaged)
        {
            return [$"{fileName}: {damaged.Message}"];
        }

        return (picture.Width, picture.Height) == (side, side)
            ? more(picture).Select(problem => $"{fileName}: {problem}")
            : [$"{fileName}: {picture.Width}×{picture.Height} điểm ảnh, phải là {side}×{side}"];
    }
}
