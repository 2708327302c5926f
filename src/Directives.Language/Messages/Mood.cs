using Directives.Language.Dates;
using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>Whether a clause asks, denies, plans or reports what others say: what keeps it from being a plain statement.</summary>
internal sealed class Mood
{
    private static readonly string[] EnglishQuestionStarts =
    [
        "is", "are", "was", "were", "did", "does", "do", "has", "have", "can", "could", "will", "should", "might", "what", "what's", "when", "when's", "which", "who", "who's", "how", "how's", "why", "where",
    ];

    private static readonly string[] Quotations = ["fwd", "fw", "forwarded"];

    private readonly Clause _clause;
    private bool? _isQuestion;
    private bool? _endsAsQuestion;

    internal Mood(Clause clause) => _clause = clause;

    /// <summary>Whether it asks, by its end, by a question word or by its word order.</summary>
    internal bool IsQuestion => _isQuestion ??= EndsAsQuestion || HasQuestionWord || StartsAsEnglishQuestion;

    /// <summary>Whether its last word or sign asks.</summary>
    internal bool EndsAsQuestion => _endsAsQuestion ??= FindEndOfQuestion();

    private bool FindEndOfQuestion()
    {
        var at = BeforeCheck();
        while (at >= _clause.From)
        {
            var token = _clause.Tokens[at];
            if (token.IsSign('?')) return true;
            if (token.Kind is TokenKind.Sign or TokenKind.Break)
            {
                at--;
                continue;
            }

            var match = _clause.Message.MatchAt(at);
            if (match is { } soft && IsParticleOfShare(soft))
            {
                at = soft.From - 1;
                continue;
            }

            if (match is { } end && (end.Cues.Has(Cue.QuestionEnd) || token.IsAny("chưa", "không") || (end.Cues.Has(Cue.HowFar) && end.To - end.From > 1 && !IsHeading(end)))) return true;
            if (match is { } particle && (particle.Cues.HasAny(CueSet.Of(Cue.Polite, Cue.Vocative)) || (particle.Cues.HasAny(CueSet.Of(Cue.Self, Cue.Person)) && particle.To == at + 1)))
            {
                at = particle.From - 1;
                continue;
            }

            if (token.IsAny("vậy", "thế", "ta") || token.Is("đây")) at--;
            else break;
        }

        return false;
    }

    /// <summary>The last token; before <c>Rõ chưa?</c>, <c>nghe chưa</c> behind an order, which ask nothing.</summary>
    private int BeforeCheck()
    {
        var last = _clause.To - 1;
        var at = last;
        while (at > _clause.From && _clause.Tokens[at].Kind is TokenKind.Sign or TokenKind.Break) at--;
        var isCheck = _clause.Tokens[at].IsAny("chưa", "không") && _clause.Tokens[at - 1].IsAny("rõ", "nghe", "hiểu", "nhớ") && at - 2 > _clause.From;
        return isCheck && _clause.Tokens[at - 2].Kind is TokenKind.Sign or TokenKind.Break && !_clause.Tokens[at - 2].IsSign('?') ? at - 3 : last;
    }

    /// <summary>
    /// <c>được 50% rồi hè</c>, <c>mới 30% à</c>: behind a share of the work the Central <c>hè</c> and, after <c>mới</c>, the Southern <c>à</c> only soften.
    /// A whole that is reported so stays a question, since it would change the status.
    /// </summary>
    private bool IsParticleOfShare(CueMatch end)
    {
        if (!end.Cues.Has(Cue.QuestionEnd) || _clause.Percent is not < 100) return false;
        var (first, last) = (_clause.Tokens[end.From], _clause.Tokens[end.To - 1]);
        if (end.To - end.From > 1 && !first.Is("rồi")) return false;
        return last.IsAny("hè", "hỉ", "hí") || last.Is("à") && end.To - end.From == 1 && _clause.HasWord("mới", "chỉ");
    }

    internal bool HasQuestionWord
    {
        get
        {
            foreach (var match in _clause.Matches)
            {
                if (match.Cues.HasAny(CueSet.Of(Cue.WhichTask, Cue.WhichUnit, Cue.When)) && !IsConditionWhen(match)) return true;
                if (match.Cues.Has(Cue.HowFar) && match.To - match.From > 1 && !IsHeading(match)) return true;
                if (match.Cues.Has(Cue.Help) && _clause.Tokens[match.From].IsAny("làm", "cách", "how")) return true;
                if (match.Cues.HasAny(CueSet.Of(Cue.Lead, Cue.Coordinate, Cue.Source, Cue.History, Cue.Detail)) && HasInterrogative(match)) return true;
                if (match.Cues.Has(Cue.Ask) && !match.Cues.HasAny(CueSet.Of(Cue.Polite, Cue.Negation)) && !_clause.Tokens[match.To].Is("mai")) return true;
            }

            return _clause.IsWhichUnit;
        }
    }

    /// <summary>Whether a status is denied: not yet, not, unable.</summary>
    internal bool IsDenied => !EndsAsQuestion && _clause.HasAny(Cue.NotYet, Cue.Negation, Cue.NotStarted) && !IsOnlyFinalNegation;

    /// <summary>
    /// Where the report of now begins behind a denial of an earlier day (<c>hôm qua chưa xong chứ hôm nay xong rồi</c>); -1 where nothing is overtaken.
    /// </summary>
    internal int OvertakenTo
    {
        get
        {
            if (_clause.First(Cue.NotYet) is not { } denial || !_clause.Has(Cue.Perfect) || !IsOfBefore(denial.From)) return -1;
            for (var at = denial.To; at < _clause.To - 2; at++)
            {
                if (!_clause.Tokens[at].IsAny("chứ", "nhưng", "mà") && !_clause.Tokens[at].IsSign(',') && _clause.Tokens[at].Text is not "but") continue;
                var (next, second) = (_clause.Tokens[at + 1], _clause.Tokens[at + 2]);
                if (next.IsAny("giờ", "nay", "bây") || next.IsAny("hôm", "sáng", "còn") && second.IsAny("nay", "giờ") || next.Text is "now" or "today") return at + 1;
            }

            return -1;
        }
    }

    /// <summary>Whether a past day stands before a token.</summary>
    private bool IsOfBefore(int to)
    {
        foreach (var date in _clause.Dates)
        {
            if (date.From < to && date.Value is OffsetValue { Offset: < 0 }) return true;
        }

        return _clause.HasWord("nãy") || _clause.HasWord("bữa") && _clause.HasWord("trước", "rồi", "qua");
    }

    /// <summary>Whether what is said of the status lies ahead or hangs on something.</summary>
    internal bool IsPlanned(int statusAt)
    {
        if (_clause.Has(Cue.Unreal) || IsOrder || IsFollowedByThen(statusAt) || IsLaterToday || IsAllItTakes(statusAt)) return true;
        foreach (var match in _clause.Matches)
        {
            if (!match.Cues.HasAny(CueSet.Of(Cue.Future, Cue.Condition))) continue;
            if (match.From <= statusAt || !_clause.Has(Cue.Perfect)) return true;
        }

        if (!_clause.Has(Cue.Perfect) && (HasPluralUnits || IsEnglishOrder)) return true;

        // "xong thì báo tôi", "đề nghị hoàn thành": what is to come, or is asked of others.
        for (var at = _clause.From; at < _clause.To && !_clause.Has(Cue.Perfect); at++)
        {
            if (at > statusAt && _clause.Tokens[at].Is("thì") || at < statusAt && (_clause.Message.Has(at, Cue.AskFor) || _clause.Message.Has(at, Cue.Assign))) return true;
        }

        if (_clause.Has(Cue.Perfect)) return false;

        // "sau Tết" lies ahead even where no calendar names the day.
        foreach (var date in _clause.Dates)
        {
            if (date.Relation == DateRelation.After) return true;
        }

        foreach (var mention in _clause.ReadDates(DatePurpose.Question))
        {
            var isToday = mention.Deadline == _clause.Today && mention.Time is not null && !IsJustBefore(statusAt, mention.From);
            if ((mention.Deadline > _clause.Today || isToday) && !mention.IsPast) return true;
        }

        return false;
    }

    /// <summary><c>bấm nộp là xong</c>, <c>hết nợ mới là xong</c>: what it takes; in <c>vậy là xong việc 3</c> it is told.</summary>
    private bool IsAllItTakes(int statusAt) =>
        statusAt > _clause.Start && _clause.Tokens[statusAt - 1].Is("là") && !_clause.Has(Cue.Perfect) && !_clause.Message.IsTaken[statusAt - 2]
        && !_clause.Tokens[statusAt - 2].IsAny("vậy", "thế", "rứa", "dzậy");

    /// <summary><c>mới nộp xong hồi 8h sáng nay</c>: just now, and the time of day says when; in <c>8h tối nay mới xong</c> the day comes first.</summary>
    private bool IsJustBefore(int statusAt, int dateFrom) =>
        dateFrom > _clause.Tokens[statusAt].From && (_clause.Tokens[statusAt - 1].Is("mới") || _clause.Tokens[statusAt - 2].Is("mới") && _clause.Message.Has(statusAt - 1, Cue.Deliver));

    /// <summary><c>hoàn thành việc 3 nhé em</c>, <c>làm xong việc 3 đi</c>: the bare verb at the head is an order.</summary>
    private bool IsOrder
    {
        get
        {
            if (_clause.Has(Cue.Perfect) || _clause.HasAny(Cue.Self) || !_clause.Tokens[_clause.Start].IsAny("hoàn", "làm", "nộp")) return false;
            return _clause.HasWord("nhé", "đi", "nha", "nhớ") && _clause.HasAny(Cue.Finished, Cue.Deliver) || _clause.Tokens[_clause.To - 1].Is("em");
        }
    }

    /// <summary><c>xong rồi thì báo em</c>: what hangs on its being done.</summary>
    private bool IsFollowedByThen(int statusAt)
    {
        for (var at = statusAt + 1; at < _clause.To - 1; at++)
        {
            // In a text with marks "thi" is an examination.
            var isThen = _clause.Tokens[at].Is("thì") && !_clause.Message.Has(at, Cue.Topic) && !(_clause.Tokens.IsAccented && _clause.Tokens[at].Text == "thi");
            if (isThen && !_clause.Message.Has(at + 1, Cue.Finished)) return true;
            if (_clause.Tokens[at].IsSign(',')) return false;
        }

        return false;
    }

    /// <summary><c>chiều nay xong việc 3</c> without <c>rồi</c>: a part of today that may lie ahead.</summary>
    private bool IsLaterToday
    {
        get
        {
            if (_clause.Has(Cue.Perfect)) return false;
            foreach (var date in _clause.Dates)
            {
                if (date.Value is not OffsetValue { Unit: DateUnit.Day, Offset: 0 }) continue;
                for (var at = date.From; at < date.To; at++)
                {
                    if (_clause.Tokens[at].IsAny("chiều", "tối", "trưa") || _clause.Tokens[at].Is("đêm")) return true;
                }
            }

            return false;
        }
    }

    /// <summary>Whether the words are somebody else's: told by another, quoted or forwarded.</summary>
    internal bool IsHearsay(int statusAt)
    {
        foreach (var match in _clause.Matches)
        {
            if (!match.Cues.Has(Cue.Hearsay) || match.From >= statusAt || _clause.Tokens[match.To].Is("chung")) continue;
            var isUnsure = _clause.Tokens[match.From].IsAny("tưởng", "nghĩ", "hình", "cứ");
            if (isUnsure || !IsSaidBySelf(match)) return true;
        }

        for (var at = _clause.From; at < statusAt && at < _clause.To; at++)
        {
            var token = _clause.Tokens[at];
            var isTold = token.Is("báo") && _clause.Message.MatchAt(at) is null && !IsSelfCalled(at - 1);
            if (isTold && (_clause.Message.Has(at - 1, Cue.Person) || _clause.Message.Has(at - 2, Cue.Person) || IsUnitBefore(at))) return true;
            if (token.Is("báo") && IsStaffBefore(at)) return true;
            if (token.IsAny(Quotations) || token.IsSign(':') && IsSpokenBy(at)) return true;
            if (token.IsSign('"') && !_clause.Message.Has(at - 1, Cue.Task) && HasQuoteAfter(statusAt)) return true;
        }

        return false;
    }

    /// <summary><c>cô phó bên em báo việc 9 xong rồi</c>: one of the sender's own people tells it; in <c>anh bên em báo</c> the first word is an address.</summary>
    private bool IsStaffBefore(int at)
    {
        if (_clause.Message.MatchAt(at - 1) is not { } own || !own.Cues.Has(Cue.Self) || _clause.Message.MatchAt(own.From - 1) is not { } person || person.To != own.From) return false;
        return person.Cues.Has(Cue.Person) && !person.Cues.Has(Cue.Vocative) && person.To - person.From > 1;
    }

    /// <summary><c>cô Lan nhắn: việc 3 xong rồi</c>: a named person before the colon.</summary>
    private bool IsSpokenBy(int colon)
    {
        var start = _clause.Start;
        if (_clause.Tokens[start].IsAny("cô", "bác", "bà") && _clause.Tokens[start + 1].IsCapitalised && _clause.Tokens.HasBothCases) return true;
        if (_clause.Message.MatchAt(start) is not { } person || !person.Cues.Has(Cue.Person) || person.Cues.Has(Cue.Vocative) || person.To >= colon) return false;
        return _clause.Message.MatchAt(person.To) is null && _clause.Tokens[person.To].Kind == TokenKind.Word;
    }

    /// <summary>Whether another person or a unit is the one who did it.</summary>
    internal bool IsByAnother(int statusAt)
    {
        foreach (var match in _clause.Matches)
        {
            if (match.From >= statusAt) break;
            if (!match.Cues.Has(Cue.Person) || match.Cues.Has(Cue.Vocative) || match.From > _clause.From + 3) continue;
            if (_clause.Message.Has(match.From - 1, Cue.Deliver) || _clause.Tokens[match.From - 1].Is("cho")) continue;
            var next = _clause.Tokens[match.To];
            if (next is { Kind: TokenKind.Word, IsCapitalised: true } || (_clause.Message.MatchAt(match.To) is null && next.Kind == TokenKind.Word && !_clause.Message.IsTaken[match.To])) return true;
        }

        foreach (var unit in _clause.Units)
        {
            if (unit.From < statusAt && unit.From <= _clause.From + 2 && !_clause.Message.Has(unit.From - 1, Cue.Self) && !_clause.IsReceiver(unit)) return true;
        }

        return false;
    }

    /// <summary><c>các trường hoàn thành việc 3 nhé</c> is said to them.</summary>
    private bool HasPluralUnits
    {
        get
        {
            for (var at = _clause.From; at < _clause.To; at++)
            {
                var isPlural = _clause.Tokens[at].IsAny("các", "những") && _clause.Tokens[at + 1].IsAny("trường", "đơn", "phòng");
                var isReceiver = _clause.Message.Has(at - 1, Cue.Deliver) || _clause.Tokens[at - 1].Is("cho");
                if (isPlural && !isReceiver) return true;
            }

            return false;
        }
    }

    /// <summary><c>please complete task 3</c>.</summary>
    private bool IsEnglishOrder => _clause.Message.IsEnglish && _clause.Start < _clause.To && _clause.Tokens[_clause.Start].Text is "complete" or "submit" or "send";

    private bool HasQuoteAfter(int statusAt)
    {
        for (var at = statusAt; at < _clause.To; at++)
        {
            if (_clause.Tokens[at].IsSign('"')) return true;
        }

        return false;
    }

    private bool IsUnitBefore(int at)
    {
        foreach (var unit in _clause.Units)
        {
            if (unit.To == at) return true;
        }

        return _clause.Message.Has(at - 1, Cue.UnitWord) && !_clause.Message.Has(at - 1, Cue.Self);
    }

    /// <summary>To a leader <c>trường</c> is another; to anybody else it is the sender's own.</summary>
    private bool IsSaidBySelf(CueMatch match)
    {
        var isOther = _clause.Role == SenderRole.Leader && _clause.Message.Has(match.From - 1, Cue.UnitWord);
        return _clause.Message.Has(match.From - 1, Cue.Self) && !isOther || _clause.Tokens[match.From - 1].IsAny("xin", "để");
    }

    /// <summary>In <c>thầy báo việc 14 trường thầy xong rồi</c> the sender calls himself <c>thầy</c>.</summary>
    private bool IsSelfCalled(int person)
    {
        foreach (var match in _clause.Matches)
        {
            if (match.Cues.Has(Cue.Self) && match.To - match.From > 1 && _clause.Tokens[match.To - 1].Text == _clause.Tokens[person].Text) return true;
        }

        return false;
    }

    private bool HasInterrogative(CueMatch match)
    {
        for (var at = match.From; at < match.To; at++)
        {
            if (_clause.Tokens[at].IsAny("ai", "nào", "đâu", "gì", "mấy", "nhiêu") || _clause.Tokens[at].Text is "who" or "which" or "what" or "where") return true;
        }

        return false;
    }

    /// <summary><c>tiến độ</c>, <c>tình trạng</c> are headings: with a figure behind them they report.</summary>
    private bool IsHeading(CueMatch match) => (match.Cues.Has(Cue.Summary) || _clause.Tokens[match.From].IsAny("tình", "trạng")) && !HasInterrogative(match);

    /// <summary>English "when" after a statement gives a condition.</summary>
    private bool IsConditionWhen(CueMatch match) => match.Cues.Has(Cue.Condition) && match.From > _clause.Start && _clause.Tokens[match.From].Text is "when" or "khi" && !EndsAsQuestion;

    private bool StartsAsEnglishQuestion
    {
        get
        {
            var start = _clause.From;
            while (start < _clause.To && IsBeforeQuestion(start)) start++;
            return start < _clause.To && !_clause.Tokens[start].HasDiacritics && _clause.Message.IsEnglish && Array.IndexOf(EnglishQuestionStarts, _clause.Tokens[start].Text) >= 0
                && !(_clause.Tokens[start].Text == "have" && _clause.HasUnits);
        }
    }

    private bool IsBeforeQuestion(int at)
    {
        if (_clause.Tokens[at].Kind is not TokenKind.Word || _clause.Message.Has(at, Cue.Vocative)) return true;
        return _clause.Message.Has(at, Cue.Polite) && Array.IndexOf(EnglishQuestionStarts, _clause.Tokens[at].Text) < 0;
    }

    /// <summary>A negation that only closes (<c>không vấn đề gì</c>) does not deny.</summary>
    private bool IsOnlyFinalNegation => _clause.Has(Cue.NoObstacle) && !_clause.HasAny(Cue.NotYet, Cue.NotStarted);
}
