namespace Directives.Core;

/// <summary>How many letters must be put in, taken out, changed or swapped with their neighbour to turn one text into another.</summary>
internal static class EditDistance
{
    /// <returns>The distance, or <paramref name="limit"/> + 1 where it is greater than the limit.</returns>
    public static int Between(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit) return limit + 1;
        var (twoAbove, above, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) above[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], twoAbove[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }

            if (least > limit) return limit + 1;
            (twoAbove, above, row) = (above, row, twoAbove);
        }

        return Math.Min(above[b.Length], limit + 1);
    }
}
