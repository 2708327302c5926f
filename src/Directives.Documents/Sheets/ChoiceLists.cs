using Directives.Core;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Directives.Documents;

/// <summary>The lists that cells offer, on a sheet of their own: a list within the validation itself may have 255 characters only.</summary>
internal sealed class ChoiceLists(string sheet)
{
    public List<IReadOnlyList<string>> Lists { get; } = [];

    /// <returns>Where the list stands, as a formula.</returns>
    public string Add(IReadOnlyList<string> choices)
    {
        var column = Lists.FindIndex(known => known.SequenceEqual(choices, StringComparer.Ordinal));
        if (column < 0)
        {
            column = Lists.Count;
            Lists.Add(choices);
        }

        var letters = SheetRow.ColumnLetters(column);
        return $"'{sheet}'!${letters}$1:${letters}${choices.Count}";
    }

    public SheetData ToRows()
    {
        var rows = new SheetData();
        for (var i = 0; i < Lists.Max(list => list.Count); i++)
        {
            var row = new Row { RowIndex = (uint)i + 1 };
            for (var column = 0; column < Lists.Count; column++)
            {
                if (i >= Lists[column].Count) continue;
                row.AppendChild(new Cell(new InlineString(new Text(Lists[column][i])))
                {
                    CellReference = $"{SheetRow.ColumnLetters(column)}{i + 1}",
                    DataType = CellValues.InlineString,
                });
            }

            rows.AppendChild(row);
        }

        return rows;
    }
}
