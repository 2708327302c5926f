using System.Text;
using Directives.Core;

namespace Directives.Documents;

/// <summary>Comma or semicolon separated values with quoted fields (RFC 4180), as spreadsheet programs save them.</summary>
internal static class Csv
{
    public static List<SheetRow> Rows(string text)
    {
        var rows = new List<SheetRow>();
        var start = 0;
        var separator = DeclaredSeparator(text, ref start) ?? GuessSeparator(text);
        var cells = new List<string>();
        var cell = new StringBuilder();
        int row = 1, line = start == 0 ? 1 : 2;
        row = line;
        var quoted = false;
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"') cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
                else quoted = false;
                if (c == '\n') line++;
            }
            else if (c == '"' && IsBlank(cell))
            {
                cell.Clear();
                quoted = true;
            }
            else if (c == separator)
            {
                EndCell();
            }
            else if (c is '\n')
            {
                EndRow();
                row = ++line;
            }
            else if (c != '\r')
            {
                cell.Append(c);
            }
        }

        if (quoted) throw new UnreadableDocumentException(UnreadableReason.Damaged, $"row {row}: a quotation mark is not closed");
        EndRow();
        return rows;

        void EndCell()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            if (cells.Exists(value => value.Length > 0)) rows.Add(new SheetRow("", row, cells.ToArray()));
            cells.Clear();
        }
    }

    private static bool IsBlank(StringBuilder cell)
    {
        for (var i = 0; i < cell.Length; i++)
        {
            if (!char.IsWhiteSpace(cell[i])) return false;
        }

        return true;
    }

    // Spreadsheet programs write `sep=;` as the first line where the reader's locale may differ.
    private static char? DeclaredSeparator(string text, ref int start)
    {
        if (!text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || text.Length < 5) return null;
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        start = end < 0 ? text.Length : end + 1;
        return text[4];
    }

    private static char GuessSeparator(string text)
    {
        int commas = 0, semicolons = 0, tabs = 0;
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"') quoted = !quoted;
            if (quoted) continue;
            if (c == '\n' && commas + semicolons + tabs > 0) break;
            if (c == ',') commas++;
            else if (c == ';') semicolons++;
            else if (c == '\t') tabs++;
        }

        return semicolons > commas && semicolons >= tabs ? ';' : tabs > commas ? '\t' : ',';
    }
}
