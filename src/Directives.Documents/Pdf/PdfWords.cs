using System.Text;
using UglyToad.PdfPig.Content;

namespace Directives.Documents;

/// <summary>Puts the letters of a page together to words.</summary>
internal static class PdfWords
{
    /// <summary>In parts of the letters' size: a wider gap is a blank.</summary>
    private const double Blank = 0.15;

    /// <summary>In parts of the letters' size: the same letter closer than that is one drawn twice, to look bold.</summary>
    private const double Twice = 0.1;

    private const double SameLine = 0.35;

    public static List<PdfWord> Of(Page page)
    {
        var letters = page.Letters.Where(letter => letter.Value.Length > 0 && double.IsFinite(letter.StartBaseLine.X) && double.IsFinite(letter.StartBaseLine.Y))
            .OrderByDescending(letter => letter.StartBaseLine.Y).ToList();
        var words = new List<PdfWord>();
        for (var from = 0; from < letters.Count;)
        {
            var size = SizeOf(letters[from]);
            var to = from + 1;

            // Accents and small raised figures do not begin a line.
            while (to < letters.Count && letters[from].StartBaseLine.Y - letters[to].StartBaseLine.Y <= size * SameLine) to++;
            AddLine(words, letters.GetRange(from, to - from));
            from = to;
        }

        return words;
    }

    private static void AddLine(List<PdfWord> words, List<Letter> letters)
    {
        letters.Sort((a, b) => a.StartBaseLine.X.CompareTo(b.StartBaseLine.X));
        var baseline = letters[0].StartBaseLine.Y;
        var size = letters.Max(SizeOf);
        var text = new StringBuilder();
        var (left, right) = (0.0, 0.0);
        Letter? before = null;
        foreach (var letter in letters)
        {
            if (string.IsNullOrWhiteSpace(letter.Value)) continue;
            var start = letter.StartBaseLine.X;
            if (before is not null && before.Value == letter.Value && start - before.StartBaseLine.X < Twice * size && letter.EndBaseLine.X > start) continue;
            if (text.Length > 0 && start - right > Blank * size) End();
            if (text.Length == 0) (left, right) = (start, start);
            text.Append(Shown(letter.Value));
            right = Math.Max(right, Math.Max(letter.EndBaseLine.X, start));
            before = letter;
        }

        End();

        void End()
        {
            if (text.Length > 0) words.Add(new(left, right, baseline, size, text.ToString()));
            text.Clear();
        }
    }

    // The signs of symbol fonts, which Word draws bullets with, have no letters of their own.
    private static string Shown(string letter) => letter switch
    {
        "\uF02D" => "-",
        "\uF02B" => "+",
        [>= '\uF000' and <= '\uF0FF'] => "•",
        _ => letter,
    };

    private static double SizeOf(Letter letter) => letter.PointSize is > 1 and < 200 ? letter.PointSize : 12;
}
