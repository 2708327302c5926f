using Directives.Language.Prose;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Directives.Documents.Tests.Directives;

/// <summary>
/// A directive's text laid out as offices lay it out in Word: head and foot as a table of two cells, items as Word's own bullets, rows
/// between strokes as a table, lines filled to the margin as one paragraph.
/// </summary>
internal static class WordDirective
{
    private const string ColumnGap = "    ";

    public static byte[] Of(string text)
    {
        var file = new WordFile();
        var lines = text.Replace("\r", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal).Replace("#", "", StringComparison.Ordinal).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith('|')) i = AddTable(file, lines, i);
            else if (IsInColumns(lines[i])) i = AddColumns(file, lines, i);
            else if (lines[i].Trim().Length > 0) i = AddParagraph(file, lines, i);
        }

        return file.ToBytes();
    }

    private static bool IsInColumns(string line) => line.TrimStart().Split(ColumnGap, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length == 2
        && line.IndexOf(line.Trim(), StringComparison.Ordinal) < 20;

    private static int AddTable(WordFile file, string[] lines, int at)
    {
        var rows = new List<string?[]>();
        for (; at < lines.Length && lines[at].StartsWith('|'); at++)
        {
            if (!lines[at].Contains("---", StringComparison.Ordinal)) rows.Add(lines[at].Trim('|').Split('|').Select(string? (cell) => cell.Trim() is "^^" ? null : cell.Trim()).ToArray());
        }

        file.Table(rows.ToArray());
        return at - 1;
    }

    private static int AddColumns(WordFile file, string[] lines, int at)
    {
        var last = at;
        for (var i = at; i < Math.Min(lines.Length, last + 5); i++)
        {
            if (IsInColumns(lines[i]) || IsOnTheRight(lines[i])) last = i;
        }

        var (left, right) = (new List<string>(), new List<string>());
        for (; at <= last; at++)
        {
            var parts = lines[at].TrimStart().Split(ColumnGap, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts.Length == 0) continue;
            (parts.Length == 1 && IsOnTheRight(lines[at]) ? right : left).Add(parts[0]);
            if (parts.Length > 1) right.Add(parts[1]);
        }

        file.Table([string.Join('\n', left), string.Join('\n', right)]);
        return last;
    }

    private static bool IsOnTheRight(string line) => line.Length > 30 && string.IsNullOrWhiteSpace(line[..30]);

    private static int AddParagraph(WordFile file, string[] lines, int at)
    {
        var text = lines[at].Trim();
        while (at + 1 < lines.Length && lines[at].Length is > 66 and <= 80 && lines[at + 1].Length > 0 && !char.IsWhiteSpace(lines[at + 1][0]) && ListMarker.Read(lines[at + 1]) is null)
        {
            text += " " + lines[++at].Trim();
        }

        if (ListMarker.Read(text) is { IsBullet: true } bullet) file.List([(NumberFormatValues.Bullet, "\uF02D")], (0, text[bullet.Length..]));
        else file.Paragraph(text);
        return at;
    }
}
