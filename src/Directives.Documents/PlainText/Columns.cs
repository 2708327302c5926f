namespace Directives.Documents;

/// <summary>
/// Takes apart lines in which text stands in two columns, kept apart by blanks: the head of a paper (issuer left, state's name right) and
/// its foot (recipients left, signature right).
/// </summary>
internal static class Columns
{
    private const int Gap = 4;

    /// <summary>Lines of a run in two columns come back as those on the left and then those on the right; other lines as they are.</summary>
    public static List<string> Unfold(IReadOnlyList<string> lines)
    {
        var unfolded = new List<string>(lines.Count);
        var right = new List<string>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var split = SplitAt(line);
            var inRun = right.Count > 0;
            if (split > 0)
            {
                unfolded.Add(line[..split].TrimEnd());
                right.Add(line[split..].Trim());
            }
            else if (inRun && IsIndented(line))
            {
                right.Add(line.Trim());
            }
            else if (inRun && string.IsNullOrWhiteSpace(line) && right.Count < 40)
            {
                // A blank line inside the run belongs to both columns: the signature stands lower than its title.
                unfolded.Add("");
                right.Add("");
            }
            else
            {
                // A short line on the left alone is inside the run where the run goes on below it.
                if (!inRun || line.Length > 60 || !GoesOnBelow(lines, i)) EndRun(unfolded, right);
                unfolded.Add(line);
            }
        }

        EndRun(unfolded, right);
        return unfolded;
    }

    private static bool GoesOnBelow(IReadOnlyList<string> lines, int at)
    {
        for (var i = at + 1; i < Math.Min(lines.Count, at + 5); i++)
        {
            if (SplitAt(lines[i]) > 0 || IsIndented(lines[i])) return true;
        }

        return false;
    }

    private static void EndRun(List<string> lines, List<string> right)
    {
        if (right.Count == 0) return;
        lines.Add("");
        lines.AddRange(right);
        lines.Add("");
        right.Clear();
    }

    private static bool IsIndented(string line) => line.Length > 24 && line.AsSpan(0, 20).IsWhiteSpace() && !string.IsNullOrWhiteSpace(line);

    // Where the right column begins, or 0. A gap in running text (justified by blanks) is never that wide.
    private static int SplitAt(string line)
    {
        if (line.Contains('|', StringComparison.Ordinal) || line.Length > 200) return 0;
        var text = line.Replace('\t', ' ');
        var start = text.Length - text.TrimStart().Length;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] != ' ') continue;
            var end = i;
            while (end < text.Length && text[end] == ' ') end++;
            var tabs = line.AsSpan(i, end - i).Contains('\t');
            if (end < text.Length && (end - i >= Gap || tabs) && i - start >= 3 && start < 20 && char.IsLetter(text[end])) return end;
            i = end;
        }

        return 0;
    }
}
