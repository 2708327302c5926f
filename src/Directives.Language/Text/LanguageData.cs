namespace Directives.Language.Text;

/// <summary>Reads the data files of this project: one entry a line, <c>#</c> begins a remark, fields are parted by <c>|</c>.</summary>
internal static class LanguageData
{
    /// <summary>The text of an embedded data file.</summary>
    internal static string ReadEmbedded(string name)
    {
        using var stream = typeof(LanguageData).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The data file {name} is not part of the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The lines that hold something, composed and trimmed, with their numbers from 1.</summary>
    internal static IEnumerable<(int Number, string Line)> Lines(string text)
    {
        var number = 0;
        foreach (var raw in VietnameseText.Compose(text).Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.Length > 0 && line[0] != '#') yield return (number, line);
        }
    }

    internal static string[] Fields(string line) => line.Split('|', StringSplitOptions.TrimEntries);

    internal static FormatException Wrong(string file, int line, string what) => new($"{file}, line {line}: {what}");
}
