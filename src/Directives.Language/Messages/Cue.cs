namespace Directives.Language.Messages;

/// <summary>What a word or phrase hints at; the names are the first column of <c>Data/phrases.txt</c>.</summary>
internal enum Cue
{
    Task, Document, Report, Number, Topic,
    Finished, Deliver, Act, Work, Perfect, Ongoing, Partial, NotYet, NotStarted, Negation, Future, Condition, Hearsay,
    QuestionEnd, WhichTask, WhichUnit, UnitList, When, HowFar, Ask,
    Lead, Coordinate, Source, History, Detail,
    Due, DueSoon, Overdue, Remaining, All, Including, List,
    Extension, Change, AskFor, Approve, Reject, ExtensionNoun, RequestNoun, Waiting,
    Obstacle, Snag, NoObstacle, ObstacleAsk, Reason,
    Assign, Remind, RemindSelf, Call, Send, Digest, Notices, TurnOn, TurnOff,
    Export, Xlsx, Docx, Pdf, Ics, File, Summary, SummaryPlain, NoteVerb, Undo, Link, Help, Greet, Thanks, Confirm, Deny,
    UnitWord, Office, Name, Unreal, Private, Settled, Piece, Manner, ReportWord, DecisionWord, Deliverable, Step, Setback, Common, Function, Self, Person, Vocative, Polite,
}

/// <summary>Any number of cues.</summary>
internal readonly record struct CueSet(UInt128 Bits)
{
    internal static CueSet Of(Cue cue) => new(UInt128.One << (int)cue);

    internal static CueSet Of(params ReadOnlySpan<Cue> cues)
    {
        var set = default(CueSet);
        foreach (var cue in cues) set = set.With(Of(cue));
        return set;
    }

    internal bool Has(Cue cue) => (Bits >> (int)cue & UInt128.One) != UInt128.Zero;

    internal bool HasAny(CueSet other) => (Bits & other.Bits) != UInt128.Zero;

    /// <summary>Whether it holds nothing but cues of the other set.</summary>
    internal bool IsOnly(CueSet other) => (Bits & ~other.Bits) == UInt128.Zero;

    /// <summary>What is in this set and in the other.</summary>
    internal CueSet Both(CueSet other) => new(Bits & other.Bits);

    internal CueSet With(CueSet other) => new(Bits | other.Bits);
}

/// <summary>A phrase found: its tokens from <paramref name="From"/> up to, not including, <paramref name="To"/>, and what it hints at.</summary>
internal readonly record struct CueMatch(int From, int To, CueSet Cues);
