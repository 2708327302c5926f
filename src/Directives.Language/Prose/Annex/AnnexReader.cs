namespace Directives.Language.Prose;

/// <summary>Reads the rows of an annex as duties.</summary>
internal sealed class AnnexReader(string text, DateOnly today)
{
    private readonly DutyDates _dates = new(text, today);

    public List<Duty> Read(AnnexTable table)
    {
        var found = new List<Duty>();
        string? section = null;
        foreach (var row in table.Rows(text))
        {
            var filled = row.Values.Where(cell => cell.To > cell.From).ToArray();
            if (filled.Length == 0) continue;
            if (SectionOf(table, row, filled) is { } heading) section = heading;
            else if (table.Cell(row, AnnexColumn.Content) is { } content) found.Add(ReadRow(table, row, content, filled, section));
        }

        return found;
    }

    // A row that only names a group of rows: a numeral and a text, or one text over the whole width.
    private string? SectionOf(AnnexTable table, IReadOnlyDictionary<int, Block> row, Block[] filled)
    {
        var places = filled.Select(cell => (cell.From, cell.To)).Distinct().ToArray();
        if (table.Cell(row, AnnexColumn.Lead) is { } lead && places.Length > 2 || table.Cell(row, AnnexColumn.Due) is { } due && places.Length > 2) return null;
        var number = table.Cell(row, AnnexColumn.Number);
        var label = number is null ? "" : Fold(number);
        var isRoman = label.Length > 0 && label.Trim('.', ')').All(c => "IVXLCABDE".Contains(c, StringComparison.Ordinal));
        var only = places.Length == 1 && !(table.Cell(row, AnnexColumn.Content) is { } alone && number is null && !LooksLikeHeading(Fold(alone)));
        if (!isRoman && !only) return null;
        if (places.Length > 2 || (places.Length == 1 && label.All(char.IsAsciiDigit) && label.Length > 0)) return null;
        return string.Join(' ', places.OrderBy(place => place.From).Select(place => Duty.Fold(text[place.From..place.To])));
    }

    private static bool LooksLikeHeading(string line) =>
        !line.Any(char.IsLower) || ListMarker.Read(line) is { Style: MarkerStyle.Roman or MarkerStyle.UpperLetter or MarkerStyle.Part };

    private Duty ReadRow(AnnexTable table, IReadOnlyDictionary<int, Block> row, Block content, Block[] filled, string? section)
    {
        var words = Word.Split(text, content.From, content.To);
        var clause = words.Count > 0 ? new ClauseReader(words).Read(0, words.Count) : new Clause();
        var lead = Doers(table.Cell(row, AnnexColumn.Lead));
        var due = table.Cell(row, AnnexColumn.Due) is { } time ? _dates.Read(time.From, time.To, isField: true) : Due.None;
        if (table.Cell(row, AnnexColumn.Start) is { } start && _dates.Read(start.From, start.To, isField: true) is { Deadline: { } from }) due = due with { Start = from };
        var named = table.Cell(row, AnnexColumn.Due) is { } said ? Word.Split(text, said.From, said.To) : [];
        var isAim = section is not null && _aims.OccursIn(section);
        var targets = isAim || TargetReader.IsAim(words, clause.Predicate, words.Count) ? TargetReader.Read(text, words, 0, words.Count) : [];
        if (due.IsNone) due = _dates.Read(content.From, content.To);
        var isTarget = targets.Count > 0 && (isAim || (due.IsNone && !clause.HasPredicate));
        var duty = new Duty
        {
            Lead = [.. lead.Count > 0 ? lead : clause.Lead.Select(name => new Doer(Duty.Fold(text[name.From..name.To]), name.IsGroup))],
            Directing = [.. Doers(table.Cell(row, AnnexColumn.Directing))],
            Kind = KindOf(words, clause, named, due, isTarget),
            Due = due,
            Section = section,
        };
        duty.Coordinating.AddRange(Doers(table.Cell(row, AnnexColumn.Coordinating)).Select(doer => doer.Name));
        if (duty.Coordinating.Count == 0) duty.Coordinating.AddRange(clause.Coordinating.Select(name => Duty.Fold(text[name.From..name.To])));
        duty.ReportTo.AddRange(Doers(table.Cell(row, AnnexColumn.ReportTo)).Select(doer => doer.Name));
        duty.ReportTo.AddRange(clause.ReportTo.Select(name => Duty.Fold(text[name.From..name.To])));
        duty.Audience.AddRange(Doers(table.Cell(row, AnnexColumn.Audience)).Select(doer => doer.Name));
        if (isTarget) duty.Targets.AddRange(targets);
        duty.Parts.Add((content.From, content.To));
        return duty;
    }

    private static TaskKind KindOf(List<Word> words, Clause clause, List<Word> time, Due due, bool isTarget)
    {
        if (isTarget || due.Recurrence is not null || due.Deadline is not null) return Kinds.Of(words, clause.Predicate, words.Count, due, isTarget);
        if (time.Count > 0) return Kinds.Of(time, 0, time.Count, due, false) is var kind && kind != TaskKind.OneOff ? kind : Kinds.Of(words, clause.Predicate, words.Count, due, false);
        return Kinds.Of(words, clause.Predicate, words.Count, due, false);
    }

    private static readonly PhraseSet _aims = new("chỉ tiêu");

    private IReadOnlyList<Doer> Doers(Block? cell) => cell is null ? [] : DoerField.Read(text, cell.From, cell.To);

    private string Fold(Block cell) => Duty.Fold(text[cell.From..cell.To]);
}
