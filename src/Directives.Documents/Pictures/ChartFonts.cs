using SkiaSharp;

namespace Directives.Documents;

/// <summary>
/// A regular and a bold font of this machine that have the letters of Vietnamese. They are looked for by the names of their files, since the
/// library is built without the system's own search for fonts, which servers often lack.
/// </summary>
internal sealed record ChartFonts(SKTypeface Regular, SKTypeface Bold)
{
    private const int MaxDepth = 4;

    /// <summary>Letters that fonts without Vietnamese lack, and the signs of figures.</summary>
    private const string Needed = "ẪẫỰựỮữỔổỖỗẶặẬậĐđƠơƯưỹỵẻ0123456789/%().,:;–-…";

    // Best first. Each pair is one design in two weights.
    private static readonly (string Regular, string Bold)[] Files =
    [
        ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
        ("segoeui.ttf", "segoeuib.ttf"),
        ("Roboto-Regular.ttf", "Roboto-Bold.ttf"),
        ("BeVietnamPro-Regular.ttf", "BeVietnamPro-Bold.ttf"),
        ("arial.ttf", "arialbd.ttf"),
        ("Arial.ttf", "Arial Bold.ttf"),
        ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
        ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
    ];

    /// <summary>Where systems keep their fonts.</summary>
    public static IReadOnlyList<string> Folders { get; } =
    [
        Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share", "fonts"),
        "/usr/local/share/fonts",
        "/usr/share/fonts",
        "/Library/Fonts",
        "/System/Library/Fonts",
    ];

    /// <returns>Null where no font of the list is there with all letters.</returns>
    public static ChartFonts? Find(IReadOnlyList<string> folders)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var wanted = Files.SelectMany(pair => new[] { pair.Regular, pair.Bold }).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var look = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = MaxDepth, IgnoreInaccessible = true };
        foreach (var folder in folders.Where(folder => folder.Length > 0 && Directory.Exists(folder)))
        {
            foreach (var path in Directory.EnumerateFiles(folder, "*.ttf", look).Where(path => wanted.Contains(Path.GetFileName(path)))) found.TryAdd(Path.GetFileName(path), path);
        }

        foreach (var (regular, bold) in Files)
        {
            if (Load(found, regular) is { } plain && Load(found, bold) is { } heavy) return new ChartFonts(plain, heavy);
        }

        return null;
    }

    private static SKTypeface? Load(Dictionary<string, string> found, string file)
    {
        if (!found.TryGetValue(file, out var path) || SKTypeface.FromFile(path) is not { } face) return null;
        using var font = new SKFont(face);
        return font.ContainsGlyphs(Needed) ? face : null;
    }
}
