namespace Directives.Language.Prose;

/// <summary>
/// Reads the duties of one paragraph or item. Clauses of one doer are one duty; another doer, or a further sentence with a date of its
/// own, begins the next.
/// </summary>
internal sealed class DutyReader(string text, DateOnly today)
{
    /// <summary>Longer sentences are lists or noise: who does what stands at their beginning.</summary>
    private const int LongestSentence = 6000;

    private const int LongestLabel = 12;

    private readonly DutyDates _dates = new(text, today);

    /// <summary>The clause that a stretch of text makes when it is read as one.</summary>
    public Clause ReadClause(int from, int to)
    {
        var words = Word.Split(text, from, Math.Min(to, from + LongestSentence));
        return new ClauseReader(words).Read(0, words.Count);
    }

    public Due ReadDue(int from, int to, bool isField = false, bool isTarget = false) => _dates.Read(from, to, isField, isTarget);

    public IReadOnlyList<Doer> DoersOf(IReadOnlyList<ActorName> names) => names.Select(name => new Doer(NameOf(name), name.IsGroup)).ToArray();

    public IEnumerable<string> NamesOf(IEnumerable<ActorName> names) => names.Select(NameOf);

    public List<Duty> Read(IReadOnlyList<(int From, int To)> sentences, Surroundings around)
    {
        var paragraph = new Paragraph(this, around);
        foreach (var (from, to) in sentences)
        {
            var words = Word.Split(text, from, Math.Min(to, from + LongestSentence));
            var segments = new Segments(words).Split();
            for (var i = 0; i < segments.Count; i++)
            {
                var (start, end) = segments[i];
                if (end > start) paragraph.Add(words.GetRange(start, end - start), i == 0, i + 1 < segments.Count);
            }
        }

        return paragraph.Duties;
    }

    /// <summary>Adds the particular that a labelled line gives.</summary>
    public void Apply(FieldLine field, Duty duty)
    {
        var doers = field.Kind is FieldKind.Lead or FieldKind.Coordinating ? DoerField.Read(text, field.ValueFrom, field.To) : [];
        switch (field.Kind)
        {
            case FieldKind.Lead when doers.Count > 0:
                duty.Lead.Clear();
                duty.Lead.AddRange(doers);
                break;
            case FieldKind.Coordinating:
                duty.Coordinating.AddRange(doers.Select(doer => doer.Name));
                break;
            case FieldKind.Due:
                var due = _dates.Read(field.ValueFrom, field.To, isField: true);
                var words = Word.Split(text, field.ValueFrom, field.To);
                if (!due.IsNone || duty.Kind != TaskKind.Ongoing) duty.Kind = Kinds.Of(words, 0, words.Count, due, duty.Kind == TaskKind.Target);
                duty.Due = due.Or(duty.Due);
                break;
        }
    }

    public Due ReadTimeLabel(List<Word> words)
    {
        var colon = words.FindIndex(0, Math.Min(words.Count, LongestLabel), word => word.Is(":"));
        return colon > 0 && colon + 1 < words.Count && TimeLabel.Is(text.AsSpan(words[0].From, words[colon].From - words[0].From))
            ? _dates.Read(words[0].From, words[colon].From, isField: true) : Due.None;
    }

    public string NameOf(ActorName name) => Duty.Fold(text[name.From..name.To]);

    public string Text => text;
}
