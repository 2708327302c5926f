using System.Buffers;

namespace Directives.Language.Prose;

/// <summary>A doer by name, and whether the name stands for a group.</summary>
internal readonly record struct Doer(string Name, bool IsGroup);

/// <summary>What stands around an item and holds for it too: the heading over it, and whom the lead-in named.</summary>
internal sealed record Surroundings
{
    public IReadOnlyList<Doer> Directing { get; init; } = [];
    public IReadOnlyList<Doer> Lead { get; init; } = [];
    public IReadOnlyList<string> Coordinating { get; init; } = [];
    public IReadOnlyList<string> ReportTo { get; init; } = [];
    public Due Due { get; init; } = Due.None;
    public string? Section { get; init; }

    /// <summary>Who speaks: what the issuer says that it does itself is told, not assigned.</summary>
    public string? Issuer { get; init; }

    /// <summary>The leads are those whom the paper is addressed to, not anyone named in it.</summary>
    public bool IsAddressed { get; init; }

    public SectionKind Kind { get; init; } = SectionKind.Duties;

    /// <summary>Whether this is under a time label: an activity named without a verb is to be held then.</summary>
    public bool IsSchedule { get; init; }

    /// <summary>Whether plain verbs are orders here: under a heading, or after a sentence that assigns.</summary>
    public bool Assigns { get; init; }
}

/// <summary>A duty while it is being put together out of clauses.</summary>
internal sealed class Duty
{
    public List<(int From, int To)> Parts { get; } = [];
    public List<Doer> Directing { get; init; } = [];
    public List<Doer> Lead { get; init; } = [];
    public List<string> Coordinating { get; } = [];
    public List<string> ReportTo { get; } = [];
    public List<string> Audience { get; } = [];
    public List<Target> Targets { get; } = [];
    public required TaskKind Kind { get; set; }
    public Due Due { get; set; } = Due.None;
    public string? Section { get; init; }

    public bool HasSameDoers(IReadOnlyList<Doer> directing, IReadOnlyList<Doer> lead) =>
        Same(Directing, directing) && (Same(Lead, lead) || (lead.Count == 0 && directing.Count > 0));

    public TaskDraft ToDraft(string text, int number) => new()
    {
        No = number,
        Section = Section,
        Text = TextOf(text),
        Directing = Names(Directing.Select(doer => doer.Name)),
        Lead = Names(Lead.Select(doer => doer.Name)),
        Coordinating = Names(Coordinating).Where(name => !Lead.Exists(doer => SameName(doer.Name, name))).ToArray(),
        Audience = Names(Audience.Count > 0 ? Audience : Lead.Where(doer => doer.IsGroup).Select(doer => doer.Name)),
        ReportTo = Names(ReportTo),
        Kind = Kind,
        Deadline = Due.Deadline,
        Time = Due.Time,
        Start = Due.Start,
        Recurrence = Due.Recurrence,
        Targets = Targets.ToArray(),
        Source = new Source(Parts[0].From, Parts[^1].To),
    };

    private string TextOf(string text)
    {
        var pieces = new List<string>();
        for (var i = 0; i < Parts.Count; i++)
        {
            var (from, to) = Parts[i];

            // Parts that touch are one stretch: the signs between them stay.
            while (i + 1 < Parts.Count && IsSeparator(text, to, Parts[i + 1].From)) to = Parts[++i].To;
            pieces.Add(Fold(text[from..to]));
        }

        return string.Join(' ', pieces).TrimEnd(' ', ';', ',', '/');
    }

    private static bool IsSeparator(string text, int from, int to) => to >= from && !text.AsSpan(from, to - from).ContainsAnyExcept(_separators);

    private static readonly SearchValues<char> _separators = SearchValues.Create(" \n\t;,.:");

    public static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool Same(List<Doer> some, IReadOnlyList<Doer> others) =>
        some.Count == others.Count && some.Zip(others).All(pair => SameName(pair.First.Name, pair.Second.Name));

    private static bool SameName(string one, string other) =>
        string.Equals(Text.VietnameseText.Comparable(one), Text.VietnameseText.Comparable(other), StringComparison.Ordinal);

    private static string[] Names(IEnumerable<string> names)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var kept = names.Where(name => known.Add(Text.VietnameseText.Comparable(name)));
        return kept.ToArray();
    }
}
