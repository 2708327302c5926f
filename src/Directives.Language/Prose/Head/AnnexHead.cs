namespace Directives.Language.Prose;

/// <summary>
/// The head of an annex that stands in a file of its own: <c>PHỤ LỤC</c>, its title, and <c>(Kèm theo Kế hoạch số … ngày … của …)</c>, which names
/// the paper it belongs to.
/// </summary>
/// <param name="BodyAt">The line after it.</param>
internal sealed record AnnexHead(string? Kind, string? Number, string? Title, string? Issuer, DateOnly? Issued, int BodyAt)
{
    private const int DeepestOrigin = 20;
    private const int LongestOrigin = 3;

    private static readonly string[] _with = ["kèm theo", "kèm", "theo"];

    /// <summary>The head, or null for a paper with a head of its own.</summary>
    public static AnnexHead? Read(List<Line> lines)
    {
        for (var i = 0; i < Math.Min(lines.Count, DeepestOrigin); i++)
        {
            if (DocumentNumber.Read(lines[i].Text) is not null || DocumentKinds.Read(lines[i].Text) is not null) return null;
            if (lines[i].Text.StartsWith('(') && OriginOf(lines, i) is { } origin) return Of(lines, i, origin.Text, origin.Lines);
        }

        return null;
    }

    private static (string Text, int Lines)? OriginOf(List<Line> lines, int at)
    {
        var text = lines[at].Text;
        var count = 1;
        while (!text.EndsWith(')') && count < LongestOrigin && at + count < lines.Count) text += " " + lines[at + count++].Text;
        text = Duty.Fold(text).Trim('(', ')', ' ', '.');
        return text.Contains("kèm theo", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Kèm ", StringComparison.OrdinalIgnoreCase) ? (text, count) : null;
    }

    private static AnnexHead Of(List<Line> lines, int at, string origin, int count)
    {
        var paper = After(origin, _with);
        var number = paper.IndexOf("số", StringComparison.OrdinalIgnoreCase) is var says and >= 0 ? DocumentNumber.Read(paper[says..].Split(" ngày", 2)[0].Split(" của", 2)[0]) : null;
        var day = paper.IndexOf("ngày", StringComparison.OrdinalIgnoreCase);
        var of = paper.LastIndexOf(" của ", StringComparison.OrdinalIgnoreCase);
        var issued = day < 0 ? null : HeadReader.PlaceAndDate(of > day ? paper[day..of].TrimEnd(' ', ',') : paper[day..]);
        return new AnnexHead(DocumentKinds.At(paper), number?.Value, TitleOf(lines, at), of < 0 ? null : paper[(of + " của ".Length)..].Trim(' ', ',', '.'), issued, at + count);
    }

    private static string After(string text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.IndexOf(word, StringComparison.OrdinalIgnoreCase) is var at and >= 0) return text[(at + word.Length)..].TrimStart();
        }

        return text;
    }

    // Under `PHỤ LỤC`, or the capitals right above the origin. In a sheet a title is one cell, and the next one says which part of it follows.
    private static string? TitleOf(List<Line> lines, int origin)
    {
        var annex = lines.FindIndex(0, origin, line => Foot.IsAnnex(line.Text));
        var from = annex + 1;
        if (annex < 0)
        {
            from = origin;
            while (from > 0 && lines[from - 1].IsUpper && !Motto.Is(lines[from - 1].Text)) from--;
        }

        var title = lines.GetRange(from, origin - from).Where(line => !Motto.Is(line.Text)).ToList();
        if (title.Count == 0) return null;
        if (title[0].IsInTable) title.RemoveAll(line => line.Block != title[0].Block);
        return Duty.Fold(string.Join(' ', title.Select(line => line.Text)));
    }
}
