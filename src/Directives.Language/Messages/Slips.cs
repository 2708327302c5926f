using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>
/// Known words one slip of the finger away from what was typed: a letter left out, two exchanged, one too many, one wrong, in this order of
/// likelihood. Marks that were typed must be the word's; those left out count against it.
/// </summary>
internal sealed class Slips
{
    /// <summary>Shorter words have too many neighbours. With its marks a word says more.</summary>
    private const int ShortestPlain = 5;
    private const int ShortestMarked = 4;

    private readonly ILookup<string, string> _byKey;

    /// <summary>By each form of the key that lacks one letter.</summary>
    private readonly ILookup<string, string> _byShortenedKey;

    internal Slips(IReadOnlySet<string> known)
    {
        _byKey = known.Where(word => word.Length >= ShortestMarked).ToLookup(VietnameseText.Fold, StringComparer.Ordinal);
        _byShortenedKey = known.Where(word => word.Length >= ShortestMarked)
            .SelectMany(word => Shortened(VietnameseText.Fold(word)).Distinct().Select(shorter => (shorter, word)))
            .ToLookup(pair => pair.shorter, pair => pair.word, StringComparer.Ordinal);
    }

    /// <summary>The one word that is nearest, or null where there is none or more than one. A word typed without marks comes back so where several words share its letters.</summary>
    internal string? Nearest(string typed)
    {
        var key = VietnameseText.Fold(typed);
        var isMarked = VietnameseText.HasDiacritics(typed);
        return Best(_byShortenedKey[key], typed, isMarked)
            ?? Best(Exchanged(key).SelectMany(exchanged => _byKey[exchanged]), typed, isMarked)
            ?? Best(Shortened(key).SelectMany(shorter => _byKey[shorter]), typed, isMarked)
            ?? Best(Shortened(key).SelectMany(shorter => _byShortenedKey[shorter]).Where(word => word.Length == key.Length), typed, isMarked);
    }

    /// <summary>Whether the typed word is that word with one letter left out or two exchanged: a word with a letter more, or another one, is likelier to be meant.</summary>
    internal static bool IsCarelessFormOf(string typed, string word)
    {
        var (key, right) = (VietnameseText.Fold(typed), VietnameseText.Fold(word));
        if (right.Length - key.Length is not (0 or 1) || MissingMarks(typed, word) < 0) return false;
        var from = 0;
        while (from < key.Length && key[from] == right[from]) from++;
        var end = 0;
        while (end < key.Length - from && key[^(end + 1)] == right[^(end + 1)]) end++;
        var (left, meant) = (key[from..^end], right[from..^end]);
        return (left.Length == 0 && meant.Length == 1) || (left.Length == 2 && meant.Length == 2 && left[0] == meant[1] && left[1] == meant[0]);
    }

    private static string? Best(IEnumerable<string> words, string typed, bool isMarked)
    {
        var (best, least, isOnly) = ((string?)null, int.MaxValue, true);
        foreach (var word in words)
        {
            if (!isMarked && word.Length < ShortestPlain) continue;
            var missing = isMarked ? MissingMarks(typed, word) : 0;
            if (missing < 0 || missing > least) continue;
            var candidate = isMarked ? word : VietnameseText.Fold(word);
            isOnly = missing < least || (isOnly && candidate == best);
            (best, least) = (candidate, missing);
        }

        return isOnly ? best : null;
    }

    /// <summary>How many marks of the word were not typed; -1 where one was typed that it does not have.</summary>
    private static int MissingMarks(string typed, string word)
    {
        var (tone, rightTone) = (ToneOf(typed), ToneOf(word));
        if (tone != 0 && tone != rightTone && !(tone is 3 or 4 && rightTone is 3 or 4)) return -1;
        var missing = tone == 0 && rightTone != 0 ? 1 : 0;
        foreach (var shaped in "ăâêôơưđ")
        {
            var (has, should) = (HasShape(typed, shaped), HasShape(word, shaped));
            if (has && !should) return -1;
            if (should && !has) missing++;
        }

        return missing;
    }

    private static bool HasShape(string word, char shaped)
    {
        foreach (var letter in word)
        {
            if (VietnameseLetters.WithTone(letter, 0) == shaped) return true;
        }

        return false;
    }

    private static int ToneOf(string word)
    {
        foreach (var letter in word)
        {
            if (VietnameseLetters.Tone(letter) is > 0 and var tone) return tone;
        }

        return 0;
    }

    private static IEnumerable<string> Shortened(string key)
    {
        for (var at = 0; at < key.Length; at++) yield return key.Remove(at, 1);
    }

    private static IEnumerable<string> Exchanged(string key)
    {
        for (var at = 0; at + 1 < key.Length; at++)
        {
            if (key[at] != key[at + 1]) yield return $"{key[..at]}{key[at + 1]}{key[at]}{key[(at + 2)..]}";
        }
    }
}
