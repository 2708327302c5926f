namespace Directives.Language.Prose;

/// <summary>The number of a paper: <c>Số: 42/KH-UBND</c>, <c>Số 128-TB/QU</c>.</summary>
internal readonly record struct DocumentNumber(string Value)
{
    public static DocumentNumber? Read(string line)
    {
        var rest = line.AsSpan().Trim();
        var labelled = rest.StartsWith("Số", StringComparison.OrdinalIgnoreCase) && rest.Length > 2 && !char.IsLetter(rest[2]);
        if (labelled) rest = rest[2..].TrimStart(" :.");
        if (rest.Length is 0 or > 60) return null;
        var digits = 0;
        while (digits < rest.Length && (char.IsAsciiDigit(rest[digits]) || rest[digits] is '.' or '…' or '_')) digits++;
        var tail = rest[digits..].TrimStart();
        if (tail.Length == 0 || tail[0] is not ('/' or '-' or '–')) return null;
        if (!char.IsAsciiDigit(rest[0])) return null;
        var value = string.Concat(rest[..digits].Trim("._…"), Compact(tail));
        var code = value.AsSpan(value.AsSpan().IndexOfAnyExceptInRange('0', '9') is var at and >= 0 ? at : 0);
        var hasLetters = false;
        foreach (var c in code)
        {
            if (char.IsLetter(c)) hasLetters = true;
            else if (!(char.IsAsciiDigit(c) || c is '/' or '-' or '–' or '&' or '.')) return null;
        }

        return hasLetters && value.Length <= 40 ? new DocumentNumber(value.Replace('–', '-')) : null;
    }

    // The code goes on up to a blank that is not beside a stroke or hyphen.
    private static string Compact(ReadOnlySpan<char> tail)
    {
        var kept = new System.Text.StringBuilder();
        for (var i = 0; i < tail.Length; i++)
        {
            if (!char.IsWhiteSpace(tail[i])) kept.Append(tail[i]);
            else if (i + 1 < tail.Length && !IsJoint(tail[i + 1]) && !(kept.Length > 0 && IsJoint(kept[^1]))) kept.Append(' ');
        }

        var value = kept.ToString();
        var blank = value.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0 ? value : value[..blank].TrimEnd(',', ';');
    }

    private static bool IsJoint(char c) => c is '/' or '-' or '–' or '&';
}
