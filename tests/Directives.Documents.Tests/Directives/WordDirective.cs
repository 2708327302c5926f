using Directives.Language.Prose;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Directives.Documents.Tests.Directives;

/// <summary>A directive's text laid out as offices lay it out in Word: items as Word's own bullets, rows between strokes as a table.</summary>
internal static class WordDirective
{
    public static byte[] Of(string text)
    {
        var file = new WordFile();
        var rows = new List<string?[]>();
        foreach (var line in text.Replace("\r", "", StringComparison.Ordinal).Split('\n'))
        {
            if (line.StartsWith('|'))
            {
                if (!line.Contains("---", StringComparison.Ordinal)) rows.Add(line.Trim('|').Split('|').Select(string? (cell) => cell.Trim()).ToArray());
                continue;
            }

            EndTable(file, rows);
            AddLine(file, line.Replace("*", "", StringComparison.Ordinal).Replace("#", "", StringComparison.Ordinal));
        }

        EndTable(file, rows);
        return file.ToBytes();
    }

    private static void AddLine(WordFile file, string line)
    {
        var columns = line.Split("    ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (columns.Length == 2) file.Table([columns[0], columns[1]]);
        else if (ListMarker.Read(line) is { IsBullet: true } bullet) file.List([(NumberFormatValues.Bullet, "\uF02D")], (0, line[bullet.Length..]));
        else if (line.Trim().Length > 0) file.Paragraph(line.Trim());
    }

    private static void EndTable(WordFile file, List<string?[]> rows)
    {
        if (rows.Count > 0) file.Table(rows.ToArray());
        rows.Clear();
    }
}
