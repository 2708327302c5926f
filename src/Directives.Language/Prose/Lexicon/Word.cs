using Directives.Language.Text;

namespace Directives.Language.Prose;

/// <summary>A word or a sign of the text. Lexicons are matched against <paramref name="Form"/>; the text itself decides on capitals.</summary>
/// <param name="Form">The word in the form in which words are compared; a sign as it stands.</param>
internal readonly record struct Word(int From, int To, string Form, bool IsCapital, bool IsAllCaps)
{
    public bool IsSign => Form.Length == 1 && !char.IsLetterOrDigit(Form[0]);

    public bool Is(string form) => string.Equals(Form, form, StringComparison.Ordinal);

    /// <summary>The words of a stretch of text, in order.</summary>
    public static List<Word> Split(string text, int from, int to)
    {
        var words = new List<Word>((to - from) / 4);

        // In a heading all in capitals a capital tells nothing about names.
        var allUpper = !text.AsSpan(from, to - from).ContainsAnyInRange('a', 'z');
        for (var i = from; i < to;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var end = i + 1;
            if (char.IsLetterOrDigit(text[i]))
            {
                while (end < to && (char.IsLetterOrDigit(text[end]) || IsInner(text, end, to))) end++;
            }

            words.Add(allUpper ? Make(text, i, end) with { IsCapital = false, IsAllCaps = false } : Make(text, i, end));
            i = end;
        }

        return words;
    }

    // `GD&ĐT`, `HĐND-UBND`, `30/11`, `128-TB/QU`, `1.000`: signs inside a word belong to it.
    private static bool IsInner(string text, int at, int to) =>
        text[at] is '&' or '-' or '/' or '.' or '–' && at + 1 < to && char.IsLetterOrDigit(text[at + 1]) && char.IsLetterOrDigit(text[at - 1])
        && (text[at] != '.' || char.IsAsciiDigit(text[at + 1]) || char.IsUpper(text[at - 1]));

    private static Word Make(string text, int from, int to)
    {
        var form = VietnameseText.Comparable(text[from..to]);
        var letters = 0;
        var upper = 0;
        for (var i = from; i < to; i++)
        {
            if (!char.IsLetter(text[i])) continue;
            letters++;
            if (char.IsUpper(text[i])) upper++;
        }

        return new(from, to, form, letters > 0 && (char.IsUpper(text[from]) || upper > 1), letters > 1 && upper >= letters - 1 && upper > 1);
    }
}
