namespace Directives.Language.Prose;

/// <summary>The foot of a paper: recipients, signature, and where annexes begin after it. Indexes count lines; the number of lines stands for none.</summary>
internal sealed record Foot(int At, int AnnexAt, string? Signer, IReadOnlyList<string> Recipients)
{
    public static Foot Read(List<Line> lines, int bodyAt)
    {
        var at = lines.Count;
        for (var i = bodyAt; i < lines.Count; i++)
        {
            if (!IsRecipientsLabel(lines[i].Text) && !IsSignature(lines, i)) continue;
            at = i;
            break;
        }

        var annex = at;
        while (annex < lines.Count && !IsAnnex(lines[annex].Text)) annex++;
        var foot = lines.GetRange(at, annex - at);
        return new Foot(at, annex, SignerOf(foot), RecipientsOf(foot));
    }

    private static bool IsRecipientsLabel(string line) =>
        line.StartsWith("Nơi nhận", StringComparison.OrdinalIgnoreCase) && line.Length < 120;

    internal static bool IsAnnex(string line) => line.StartsWith("PHỤ LỤC", StringComparison.Ordinal) || line.StartsWith("Phụ lục", StringComparison.Ordinal) && line.Length < 40;

    private static bool IsSignature(List<Line> lines, int at)
    {
        var line = lines[at];
        if (line.Text.Length > 90) return false;
        var words = Word.Split(line.Text, 0, line.Text.Length);
        foreach (var sign in _signs)
        {
            if (line.Text.StartsWith(sign, StringComparison.Ordinal) && line.IsUpper) return true;
        }

        // The post alone in capitals, with nothing but a name after it.
        return line.IsUpper && _posts.IsAt(words, 0, words.Count) && words.Count <= 6 && at >= lines.Count - 6 && at > 3;
    }

    private static string? SignerOf(List<Line> foot)
    {
        // The name stands below the post; recipients may stand after it where the columns were read right to left.
        for (var i = foot.Count - 1; i >= 0; i--)
        {
            if (IsPersonName(foot[i].Text) && foot.Take(i).Any(line => line.IsUpper)) return Duty.Fold(StripTitle(foot[i].Text));
        }

        return foot.Select(line => line.Text).LastOrDefault(IsPersonName) is { } any ? Duty.Fold(StripTitle(any)) : null;
    }

    private static string StripTitle(string name)
    {
        foreach (var title in _titles)
        {
            if (name.StartsWith(title, StringComparison.Ordinal)) return name[title.Length..].Trim();
        }

        return name;
    }

    private static bool IsPersonName(string line)
    {
        var name = StripTitle(line).Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal).Replace("‘", "", StringComparison.Ordinal);
        var words = Word.Split(name, 0, name.Length);
        return words.Count is >= 2 and <= 5 && words.TrueForAll(word => word.IsCapital && !IsAbbreviation(name[word.From..word.To]) && word.Form.All(c => char.IsLetter(c) || c == '-'))
            && !Actors.Strong.IsAt(words, 0, words.Count) && (_surnames.IsAt(words, 0, 1) || !Actors.Weak.IsAt(words, 0, words.Count));
    }

    // In `KBrơi`, from `K’Brơi`, only the first two letters are capitals.
    private static bool IsAbbreviation(string word) => word.Length > 1 && !word.Any(char.IsLower);

    private static string[] RecipientsOf(List<Line> foot)
    {
        var start = foot.FindIndex(line => IsRecipientsLabel(line.Text));
        if (start < 0) return [];
        var found = new List<string>();
        Add(found, foot[start].Text["Nơi nhận".Length..]);
        for (var i = start + 1; i < foot.Count; i++)
        {
            var line = foot[i].Text;
            var marker = ListMarker.Read(line);
            if (marker is null && (foot[i].IsUpper || IsPersonName(line))) break;
            if (marker is null && found.Count > 0 && !line.EndsWith(';')) break;
            Add(found, line[(marker?.Length ?? 0)..]);
        }

        return found.ToArray();
    }

    private static void Add(List<string> found, string recipient)
    {
        var text = Duty.Fold(recipient).Trim(' ', ':', ';', '.', ',', '-', '/');
        var remark = text.IndexOf('(', StringComparison.Ordinal);
        if (remark > 0) text = text[..remark].TrimEnd(' ', ';');
        if (text.Length > 0 && !text.StartsWith("Lưu", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("Như trên", StringComparison.OrdinalIgnoreCase)
            && !text.StartsWith("Như kính gửi", StringComparison.OrdinalIgnoreCase))
        {
            found.Add(text);
        }
    }

    /// <summary>Surnames that are nouns for bodies too: <c>Đoàn Văn Hòa</c>.</summary>
    private static readonly PhraseSet _surnames = new("đoàn");

    private static readonly string[] _signs = ["TM.", "KT.", "TL.", "TUQ.", "Q.", "T/M", "K/T", "T/L", "TM ", "KT ", "TL ", "TUQ "];
    private static readonly string[] _titles = ["ThS.", "TS.", "PGS.", "BS.", "Th.S", "GS.", "Đại tá", "Thượng tá", "Trung tá", "Thiếu tá", "Đại úy", "Thượng úy", "Trung úy", "Thiếu tướng", "Bác sĩ"];
    private static readonly PhraseSet _posts = new(
        """
        chủ tịch, hiệu trưởng, trưởng phòng, giám đốc, bí thư, phó chủ tịch, phó hiệu trưởng, chánh văn phòng, trưởng ban, phó trưởng phòng, phó giám đốc, thủ trưởng, phó bí thư
        chánh thanh tra, phó chánh văn phòng, trưởng công an, chỉ huy trưởng, phó chỉ huy trưởng, trạm trưởng, trưởng trạm, tổ trưởng, chủ nhiệm, tổng biên tập, viện trưởng
        chi cục trưởng, cục trưởng, trưởng tiểu ban, bí thư chi bộ, đội trưởng
        """);
}
