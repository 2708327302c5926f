using Directives.Language.Dates;
using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>One message with everything that can be seen in it before it is known what it asks for.</summary>
internal sealed class MessageText
{
    /// <summary>Cues that say something only in one place; anywhere else their words are the sender's own.</summary>
    private static readonly CueSet Hints = CueSet.Of(Cue.Piece, Cue.Manner, Cue.Common);

    /// <summary>A longer text is a note or something pasted, not several requests: only its head is searched.</summary>
    internal const int MostTokens = 400;

    private readonly int[] _matchAt;

    internal MessageText(string text, SchoolCalendar calendar)
    {
        var composed = VietnameseText.Compose(text);
        Tokens = Spelling.InContext(Tokenizer.Split(composed, Spelling.For(composed)));
        var head = Tokens.Head(MostTokens);
        Documents = Mentions.Documents(head);
        Percentages = Mentions.Percentages(head);
        Tasks = TaskMentions.Find(head);
        var taken = new bool[Tokens.Count];
        foreach (var mention in Documents) Mark(taken, mention.From, mention.To);
        foreach (var mention in Percentages) Mark(taken, mention.From, mention.To);
        foreach (var mention in Tasks) Mark(taken, mention.From, mention.To);
        Dates = new DateParser(head, calendar).Parse(taken);
        Dates.RemoveAll(date => IsNameOfTask(head, date));
        DateParser.JoinRhythms(head, Dates);
        DateParser.JoinDayParts(head, Dates);
        foreach (var date in Dates) Mark(taken, date.From, date.To);
        IsTaken = taken;
        var (matches, matchAt) = FindCues(head.Count);
        (Matches, _matchAt) = (matches, matchAt);
        var named = UnitMentions.Find(this);
        Units = [.. named.Concat(BareNames.Find(this, named)).OrderBy(unit => unit.From)];

        // What stands inside a unit's name is a name.
        RemoveInside(matches, Units);
        Array.Fill(_matchAt, -1);
        for (var index = 0; index < matches.Count; index++)
        {
            for (var at = matches[index].From; at < matches[index].To; at++) _matchAt[at] = index;
        }

        IsUnit = new bool[Tokens.Count];
        foreach (var unit in Units) Mark(IsUnit, unit.From, unit.To);
        IsEnglish = English.IsEnglish(Tokens);
    }

    internal TokenList Tokens { get; }
    internal List<TextMention> Documents { get; }
    internal List<NumberMention> Percentages { get; }
    internal List<TaskMention> Tasks { get; }
    internal List<DateExpression> Dates { get; }
    internal List<CueMatch> Matches { get; }
    internal List<UnitMention> Units { get; } = [];

    /// <summary>By token: whether it belongs to a unit's name.</summary>
    internal bool[] IsUnit { get; } = [];

    internal bool IsEnglish { get; }

    /// <summary>By token: whether it belongs to a document's number, a percentage, a task's number or a date.</summary>
    internal bool[] IsTaken { get; }

    /// <summary>The phrase that covers the token, if any.</summary>
    internal CueMatch? MatchAt(int token) => (uint)token < (uint)_matchAt.Length && _matchAt[token] >= 0 ? Matches[_matchAt[token]] : null;

    /// <summary>
    /// The phrase that begins at a token, small words of the kinds wanted included; null where the token means nothing, or is part of a name.
    /// </summary>
    internal CueMatch? AnyAt(int token, int limit, CueSet wanted)
    {
        if (Lexicon.Default.Match(Tokens, token, limit, wanted) is not { } any) return null;
        if (MatchAt(token) is { } match) return match.From == token && match.To > any.To ? match : any;
        var small = any.Cues.Both(wanted.With(Hints));
        return small.Bits == UInt128.Zero ? null : any with { Cues = small };
    }

    internal bool HasAny(int token, CueSet cues) => MatchAt(token) is { } match && match.Cues.HasAny(cues);

    internal bool Has(int token, Cue cue) => MatchAt(token) is { } match && match.Cues.Has(cue);

    /// <summary>The tokens' words as the sender meant them: as typed, but raw keys of an input method as what they write.</summary>
    internal string Words(int from, int to)
    {
        if (to <= from) return "";
        var raw = Tokens.Slice(from, to);
        var words = new System.Text.StringBuilder(raw.Length);
        var at = Tokens[from].From;
        for (var token = from; token < to; token++)
        {
            if (Tokens[token].Respelling != RespellingKind.RawKeys) continue;
            words.Append(Tokens.Text, at, Tokens[token].From - at);
            var word = Tokens[token].Text;
            words.Append(Tokens[token].IsCapitalised ? char.ToUpperInvariant(word[0]) + word[1..] : word);
            at = Tokens[token].To;
        }

        if (words.Length == 0) return raw;
        return words.Append(Tokens.Text, at, Tokens[to - 1].To - at).ToString();
    }

    /// <summary><c>việc khai giảng</c>, <c>báo cáo Trung thu</c>, <c>khai giảng hạn bao giờ</c>: a named day that names what is to be done for it.</summary>
    private static bool IsNameOfTask(TokenList tokens, DateExpression date)
    {
        // "chúc một ngày tốt lành": no day is meant.
        if (date is { Length: not null } && tokens[date.From - 1].Is("chúc")) return true;
        if (date is not { Value: NamedDayValue, Relation: DateRelation.On, End: null, Time: null } || tokens[date.From].IsAny("ngày", "hôm", "dịp")) return false;
        var before = tokens[date.From - 1];
        if (before.IsAny("lễ", "đón")) before = tokens[date.From - 2];
        return before.IsAny("việc", "vụ", "cáo", "hoạch", "chức", "án", "nv", "tác") || before.Text is "task" or "report" or "the"
            || (before.Kind == TokenKind.None && tokens[date.To].IsAny("hạn", "ai", "xong"));
    }

    private (List<CueMatch> Matches, int[] MatchAt) FindCues(int count)
    {
        var matches = new List<CueMatch>();
        var matchAt = new int[Tokens.Count];
        Array.Fill(matchAt, -1);
        var limit = 0;
        for (var at = 0; at < count;)
        {
            if (IsTaken[at])
            {
                at++;
                continue;
            }

            // No phrase may reach into something already read.
            while (limit < Tokens.Count && (limit <= at || !IsTaken[limit])) limit++;
            if (Tokens[at].Kind is TokenKind.Word && Lexicon.Default.Match(Tokens, at, limit) is { } match && !match.Cues.IsOnly(Hints) && !(match.To == at + 1 && (IsPartOfName(at) || IsRoughly(at))))
            {
                for (var token = match.From; token < match.To; token++) matchAt[token] = matches.Count;
                matches.Add(match);
                at = match.To;
            }
            else
            {
                at++;
            }
        }

        return (matches, matchAt);
    }

    private static void RemoveInside(List<CueMatch> matches, IReadOnlyList<UnitMention> units)
    {
        var unit = 0;
        matches.RemoveAll(match =>
        {
            while (unit < units.Count && units[unit].To <= match.From) unit++;
            return unit < units.Count && units[unit].From < match.To;
        });
    }

    /// <summary><c>about 40% through</c>: beside a figure it tells of no task.</summary>
    private bool IsRoughly(int at) => Tokens[at].Text == "about" && Tokens[at + 1].Kind == TokenKind.Number;

    /// <summary>One of two or more words in capitals inside a sentence: <c>Ai Mo</c> asks nothing.</summary>
    private bool IsPartOfName(int at)
    {
        // "duyet cho ai mo": typed without marks and capitals.
        if (at > 0 && Tokens[at].Text == "ai" && !Tokens.IsAccented && Tokens[at - 1].IsAny("cho", "duyệt", "nhắc") && Tokens[at + 1].Kind == TokenKind.Word
            && Lexicon.Default.Match(Tokens, at + 1, Tokens.Count) is null) return true;
        if (at == 0 && IsCapital(0) && IsCapital(1) && Tokens[0].Text.Length <= 3 && Tokens.HasBothCases) return true;
        if (at == 0 || !Tokens[at].IsCapitalised || Tokens[at].IsUpper || Tokens[at - 1].Kind != TokenKind.Word) return false;

        // "Phòng Nội vụ": the word for the kind of office keeps its meaning.
        if (Tokens[at].IsAny("phòng", "trường", "sở")) return false;
        return Tokens.HasBothCases && (IsCapital(at + 1) || (IsCapital(at - 1) && at > 1));
    }

    private bool IsCapital(int at) => Tokens[at] is { Kind: TokenKind.Word, IsCapitalised: true, IsUpper: false };

    private static void Mark(bool[] taken, int from, int to)
    {
        for (var at = from; at < to; at++) taken[at] = true;
    }
}
