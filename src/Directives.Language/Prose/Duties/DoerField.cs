namespace Directives.Language.Prose;

/// <summary>Names in a field that holds nothing else: a cell, or what stands after <c>Đơn vị chủ trì:</c>.</summary>
internal static class DoerField
{
    public static IReadOnlyList<Doer> Read(string text, int from, int to)
    {
        var found = new List<Doer>();
        foreach (var (start, end) in Lines(text, from, to))
        {
            var words = Word.Split(text, start, end);
            if (words.Count == 0) continue;
            var at = words[0].Is("giao") ? 1 : 0;
            var list = new ActorReader(words).ReadList(at, words.Count);
            if (list is not null && list.End >= words.Count) found.AddRange(list.Names.Select(name => new Doer(Duty.Fold(text[name.From..name.To]), name.IsGroup)));
            else found.AddRange(Pieces(text, start, end));
        }

        return found;
    }

    // A name that the grammar does not know stands as it is; several are set apart by commas before capitals.
    private static IEnumerable<Doer> Pieces(string text, int from, int to)
    {
        var start = from;
        for (var i = from; i <= to; i++)
        {
            if (i < to && !(text[i] == ',' && NextLetter(text, i + 1, to) is var next && char.IsUpper(next))) continue;
            var piece = Duty.Fold(text[start..i]).Trim(' ', '.', ';', ',', '-', '/');
            if (piece.Length > 0) yield return new Doer(piece, IsGroup(piece));
            start = i + 1;
        }
    }

    private static bool IsGroup(string name)
    {
        var words = Word.Split(name, 0, name.Length);
        return Actors.Plurals.IsAt(words, 0, words.Count);
    }

    private static char NextLetter(string text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (char.IsLetter(text[i])) return text[i];
        }

        return ' ';
    }

    private static IEnumerable<(int From, int To)> Lines(string text, int from, int to)
    {
        var start = from;
        for (var i = from; i <= to; i++)
        {
            if (i < to && text[i] is not ('\n' or ';')) continue;
            var (first, last) = Line.Trim(text, start, i);
            while (first < last && text[first] is '-' or '+' or '•' or ' ') first++;
            while (last > first && text[last - 1] is '.' or ',' or ' ') last--;
            if (last > first) yield return (first, last);
            start = i + 1;
        }
    }
}
