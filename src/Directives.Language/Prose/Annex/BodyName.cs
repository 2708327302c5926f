namespace Directives.Language.Prose;

/// <summary>Tells, where names of bodies stand one under the other, whether a line ends a name and whether the next begins another.</summary>
public static class BodyName
{
    /// <summary>Whether a line may end with a name: with a proper noun, or with the kind of place a body belongs to (<c>Hội Nông dân xã</c>).</summary>
    public static bool IsWhole(string line)
    {
        var words = Word.Split(line, 0, line.Length);
        return words.Count > 1 && (words[^1].IsCapital || _places.IsAt(words, words.Count - 1, words.Count));
    }

    /// <summary>Whether a line begins with a noun that bodies are named with (<c>Trường Mầm non …</c>).</summary>
    public static bool Begins(string line)
    {
        var words = Word.Split(line, 0, line.Length);
        if (words.Count < 2 || !words[0].IsCapital) return false;
        return Actors.Strong.IsAt(words, 0, words.Count) || (words.Count > 2 && words[1].IsCapital && Actors.Weak.IsAt(words, 0, words.Count));
    }

    private static readonly PhraseSet _places = new("xã, phường, quận, huyện, tỉnh, phố, trấn, khu, trường, sở");
}
