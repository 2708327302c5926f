namespace Directives.Language.Prose;

/// <summary>A line of a block, without the blanks around it.</summary>
/// <param name="Block">The block's index in the document.</param>
internal readonly record struct Line(int From, int To, int Block, string Text)
{
    public bool IsInTable { get; init; }

    public bool IsUpper
    {
        get
        {
            int upper = 0, lower = 0;
            foreach (var c in Text)
            {
                if (char.IsUpper(c)) upper++;
                else if (char.IsLower(c)) lower++;
            }

            return upper >= 3 && lower <= upper / 8;
        }
    }

    public static List<Line> Of(DocumentText document)
    {
        var lines = new List<Line>();
        for (var b = 0; b < document.Blocks.Count; b++)
        {
            var block = document.Blocks[b];
            if (IsRepeated(document, b)) continue;
            for (var from = block.From; from <= block.To;)
            {
                var end = document.Text.IndexOf('\n', from, block.To - from);
                if (end < 0) end = block.To;
                var (start, stop) = Trim(document.Text, from, end);
                if (stop > start) lines.Add(new Line(start, stop, b, document.Text[start..stop]) { IsInTable = block.Place is not null });
                from = end + 1;
            }
        }

        return lines;
    }

    public static (int From, int To) Trim(string text, int from, int to)
    {
        while (from < to && char.IsWhiteSpace(text[from])) from++;
        while (to > from && char.IsWhiteSpace(text[to - 1])) to--;
        return (from, to);
    }

    // A merged cell points at the text of the cell it is merged into.
    private static bool IsRepeated(DocumentText document, int block) =>
        document.Blocks[block].Place is not null && block > 0 && document.Blocks[block].From < document.Blocks[block - 1].From;
}
