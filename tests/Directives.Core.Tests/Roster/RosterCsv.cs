namespace Directives.Core.Tests.Rosters;

/// <summary>Sheets for tests, written as lines whose cells are separated by <c>|</c> or, for a file of data, by commas.</summary>
internal static class RosterCsv
{
    public static RosterSheet Sheet(string name, params string[] lines) =>
        new(name, [.. lines.Select((line, index) => new RosterRow(index + 1, line.Split('|')))]);

    public static RosterSheet File(string path) =>
        new(Path.GetFileName(path), [.. System.IO.File.ReadAllLines(path).Select((line, index) => new RosterRow(index + 1, Cells(line)))]);

    public static async Task<Roster> ImportAsync(params RosterSheet[] sheets)
    {
        using var table = new RosterTable(new InMemoryStore());
        var import = new ImportRoster(table);
        var plan = await import.PlanAsync(sheets, CancellationToken.None);
        Assert.Empty(plan.Errors.Select(error => error.Text("en")));
        await import.ApplyAsync(plan, CancellationToken.None);
        return await table.LoadAsync(CancellationToken.None);
    }

    // The data's cells have no quotes and no line ends in them.
    private static List<string> Cells(string line)
    {
        var cells = new List<string> { "" };
        var isQuoted = false;
        foreach (var c in line)
        {
            if (c == '"') isQuoted = !isQuoted;
            else if (c == ',' && !isQuoted) cells.Add("");
            else cells[^1] += c;
        }

        return cells;
    }
}
