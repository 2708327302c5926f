using System.Text;
using Directives.Language.Text;

namespace Directives.Core;

/// <summary>The forms in which names of the roster are stored, compared and made into ids.</summary>
internal static class NameText
{
    private const int IdCharacters = 60;

    /// <summary>As a name is stored: composed, without blanks around it, one blank between words.</summary>
    public static string Tidy(string text) =>
        string.Join(' ', VietnameseText.Compose(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Equal for two spellings of one name: letter case and the place of tone marks do not count, diacritics do.</summary>
    public static string Key(string text) => VietnameseText.Comparable(Tidy(text));

    /// <summary>Words without diacritics and without anything that is no letter or digit: <c>Văn hóa – Xã hội</c> is <c>van hoa xa hoi</c>.</summary>
    public static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in VietnameseText.Fold(VietnameseText.Compose(text)))
        {
            if (char.IsLetterOrDigit(c)) folded.Append(c);
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>An id made of a name: <c>THCS Hoa Sen</c> is <c>thcs-hoa-sen</c>.</summary>
    public static string Id(string text)
    {
        var id = Folded(text).Replace(' ', '-');
        return id.Length <= IdCharacters ? id : id[..IdCharacters].TrimEnd('-');
    }

    /// <summary>The id of that name, with a number behind it where another has it already.</summary>
    public static string FreeId(string text, Func<string, bool> isTaken)
    {
        var id = Id(text);
        if (!isTaken(id)) return id;
        var number = 2;
        while (isTaken($"{id}-{number}")) number++;
        return $"{id}-{number}";
    }
}
