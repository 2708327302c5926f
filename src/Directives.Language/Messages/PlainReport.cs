using Directives.Language.Dates;
using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>
/// What a report of completion may consist of. A task is recorded as done only where every word of the report is understood and stands where it
/// belongs: the ways to turn such a sentence round (jest, quotation, another object, a condition in a dialect) are more than any list holds.
/// Openings may stand before it, each closed by a sign; behind a sign the sender's own words follow, which must not take it back.
/// </summary>
internal sealed class PlainReport
{
    private const int LongestName = 9;
    private const int LongestDetail = 3;

    /// <summary>No phrase has more words.</summary>
    private const int LongestPhrase = 12;

    /// <summary>Words that say nothing against a report wherever they stand in it.</summary>
    private static readonly CueSet Harmless = CueSet.Of(
        Cue.Task, Cue.Report, Cue.Perfect, Cue.Self, Cue.Person, Cue.Vocative, Cue.Polite, Cue.All, Cue.Thanks, Cue.Greet, Cue.Confirm, Cue.UnitWord, Cue.Office, Cue.NoObstacle);

    /// <summary>Words that make a report less than plain, or mean that something else is said.</summary>
    private static readonly CueSet Turning = CueSet.Of(
        Cue.NotYet, Cue.NotStarted, Cue.Negation, Cue.Future, Cue.Condition, Cue.Hearsay, Cue.Unreal, Cue.Partial, Cue.Ongoing, Cue.Waiting, Cue.Obstacle, Cue.Remaining, Cue.QuestionEnd,
        Cue.WhichTask, Cue.WhichUnit, Cue.UnitList, Cue.When, Cue.HowFar, Cue.Ask, Cue.Lead, Cue.Coordinate, Cue.Source, Cue.Due, Cue.Overdue, Cue.Extension, Cue.AskFor, Cue.Approve,
        Cue.Reject, Cue.Assign, Cue.Remind, Cue.RemindSelf, Cue.Export, Cue.Undo, Cue.TurnOn, Cue.TurnOff, Cue.Link);

    /// <summary>What a word of a report means, even where its letters are also those of another.</summary>
    private static readonly CueSet Sure = CueSet.Of(Cue.ReportWord, Cue.Settled, Cue.Manner);

    /// <summary>The small words it looks for.</summary>
    private static readonly CueSet Own = CueSet.Of(Cue.ReportWord, Cue.Deliverable, Cue.Step);

    /// <summary>Words that can name a task.</summary>
    private static readonly CueSet Names = CueSet.Of(Cue.Topic, Cue.Act, Cue.Document, Cue.Summary, Cue.Deliverable, Cue.Name, Cue.Common, Cue.Piece);

    /// <summary>Small words inside a name.</summary>
    private static readonly CueSet Joints = CueSet.Of(Cue.Function, Cue.Report, Cue.UnitWord, Cue.Task, Cue.Work);

    private static readonly CueSet Doings = CueSet.Of(Cue.Perfect, Cue.Deliver, Cue.Work, Cue.Finished, Cue.Act);
    private static readonly CueSet Verbs = CueSet.Of(Cue.Deliver, Cue.Work);
    private static readonly CueSet Deeds = CueSet.Of(Cue.Deliver, Cue.Perfect);
    private static readonly CueSet Stress = CueSet.Of(Cue.Self, Cue.Person, Cue.Vocative, Cue.Polite, Cue.Thanks, Cue.Finished, Cue.Ongoing, Cue.UnitWord);
    private static readonly CueSet TakingBack = CueSet.Of(Cue.NotYet, Cue.NotStarted, Cue.Negation, Cue.Partial, Cue.Unreal, Cue.Remaining, Cue.Obstacle);

    private readonly Clause _clause;
    private readonly int _status;
    private readonly bool _isNumbered;
    private readonly bool _hasPerfect;

    private bool _isHeadRead;
    private bool _isVerbRead;
    private bool _isTaskRead;

    /// <summary>Words that are a name: how many, where the last ended, and whether a word for a task stands before them.</summary>
    private int _nameWords;

    private int _nameTo = -1;
    private bool _isNameCalled;

    private PlainReport(Clause clause, int status)
    {
        (_clause, _status) = (clause, status);
        _isNumbered = clause.TaskMentions.Count > 0;
        _hasPerfect = clause.Has(Cue.Perfect);
    }

    /// <summary>Whether the clause is a report of completion and nothing else.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="status">The token of the word that gives the status.</param>
    internal static bool Is(Clause clause, int from, int status) => new PlainReport(clause, status).Read(from);

    /// <summary>Whether words behind a report only stress it or ask to record it (<c>please mark it as done</c>): they are no note.</summary>
    internal static bool SaysNothingNew(Clause clause, int from)
    {
        // "xong nợ rồi, nộp hết rồi": the deed once more; to whom it was handed is new.
        var isDeedAgain = clause.Matches.TrueForAll(match => match.From < from || !match.Cues.HasAny(CueSet.Of(Cue.UnitWord, Cue.Report, Cue.Office)));
        for (var at = from; at < clause.To;)
        {
            if (clause.Tokens[at].Kind is TokenKind.Sign or TokenKind.Break || clause.Tokens[at].Is("nữa") || IsTask(clause, at))
            {
                at++;
                continue;
            }

            if (clause.Message.IsTaken[at] || clause.Message.IsUnit[at] || clause.Message.AnyAt(at, clause.To, Own) is not { } match) return false;
            if (!match.Cues.HasAny(Sure) && !(isDeedAgain && match.Cues.HasAny(Deeds)) && !match.Cues.HasAny(Stress)) return false;
            at = match.To;
        }

        return true;
    }

    private static bool IsTask(Clause clause, int at)
    {
        foreach (var task in clause.TaskMentions)
        {
            if (task.From <= at && at < task.To) return true;
        }

        return false;
    }

    private bool Read(int from)
    {
        if (IsOnlyThere()) return false;
        if (_clause.Tokens[_clause.To].IsSign('?') || _clause.Tokens[_clause.To - 1].IsSign('?')) return false;
        for (var at = from; at < _clause.To;)
        {
            if (IsEndOfPart(at) && _isHeadRead && (_isTaskRead || !_isNumbered) && IsSaidBefore(from, at)) return IsNameFit() && !IsTakenBack(at);
            if (_isHeadRead && _clause.Tokens[at].IsSign(':') && !IsSaidBefore(from, at)) return false;
            var next = ReadElement(at);
            if (next <= at) return false;
            at = next;
        }

        return _isHeadRead && IsNameFit();
    }

    /// <summary><c>đã có cơ sở vật chất cho việc 9</c>: what there is by now is not what was done.</summary>
    private bool IsOnlyThere()
    {
        if (_clause.HasAny(Cue.Finished, Cue.Deliver, Cue.Work)) return false;
        for (var at = _clause.From + 1; at < _clause.To; at++)
        {
            if (_clause.Tokens[at].Is("có") && _clause.Tokens[at - 1].Is("đã")) return true;
        }

        return false;
    }

    /// <summary>Whether the part that ends says that it is done: in <c>trích báo cáo: đã …</c> only what follows would.</summary>
    private bool IsSaidBefore(int from, int to)
    {
        if (!_hasPerfect || !_clause.Message.Has(_status, Cue.Report) || _clause.Message.Has(_status, Cue.Finished)) return true;
        foreach (var match in _clause.Matches)
        {
            if (match.From >= from && match.To <= to && match.Cues.HasAny(CueSet.Of(Cue.Perfect, Cue.Finished))) return true;
        }

        return false;
    }

    /// <summary>Where the element that begins at a token ends; -1 where it does not belong there.</summary>
    private int ReadElement(int at)
    {
        var (tokens, message) = (_clause.Tokens, _clause.Message);
        if (at == _status) _isHeadRead = true;
        if (message.IsTaken[at]) return ReadTaken(at);
        if (message.IsUnit[at]) return EndOf(_clause.Units, at);
        var token = tokens[at];
        if (token.Kind == TokenKind.Number) return -1;
        if (token.Kind is TokenKind.Sign or TokenKind.Break) return token.IsSign('?') || token.IsSign('"') || token.IsSign('>') ? -1 : at + 1;
        if (token.Text == "no" && !message.IsEnglish) return -1; // "nỏ xong": not done.
        if (message.AnyAt(at, EndOfFree(at), Own) is not { } match) return ReadName(at, at + 1, isKnown: false);
        if (match.Cues.HasAny(Sure) && !match.Cues.Has(Cue.Document)) return IsPromise(match) || IsPlaceBefore(match) || IsWelcome(match) ? -1 : match.To;
        if (match.Cues.Has(Cue.Finished) && !match.Cues.Has(Cue.Condition)) return ReadHead(match);
        if (match.Cues.HasAny(Verbs) && !match.Cues.Has(Cue.Report) && !IsSomethingBehind(match))
        {
            _isVerbRead = true;
            return match.To;
        }

        if (_isNumbered && match.Cues.Has(Cue.Deliverable) && IsDelivered(at)) return AfterDetail(match);
        if (IsExclusion(match)) return match.To;
        if (match.Cues.Has(Cue.Hearsay) && at < _status && token.Is("báo")) return match.To;
        if (match.Cues.Has(Cue.Ongoing) && message.Has(match.To, Cue.Finished)) return match.To;
        if (match.Cues.HasAny(Turning) && !match.Cues.HasAny(CueSet.Of(Cue.Act, Cue.Topic))) return -1;
        if (match.Cues.HasAny(Harmless)) return IsOutOfPlace(match) ? -1 : match.To;
        if (match.Cues.Has(Cue.Reason)) return _isHeadRead ? match.To : -1;
        if (IsHeld(match)) return match.To;
        if (match.Cues.HasAny(Names)) return ReadName(at, match.To, isKnown: true);
        return match.Cues.Has(Cue.Function) && IsInName(match) ? match.To : -1;
    }

    private int ReadHead(CueMatch match)
    {
        _isHeadRead |= match.From >= _status;
        return match.To;
    }

    /// <summary>A task's number, a full percentage, a day that is not to come.</summary>
    private int ReadTaken(int at)
    {
        foreach (var task in _clause.TaskMentions)
        {
            if (task.From != at) continue;

            // "mục 1 của việc 14" is a part of it.
            if (_clause.TaskMentions.Count > 1 && _clause.Tokens[at].IsAny("mục", "khoản")) return -1;
            _isTaskRead = true;
            return task.To;
        }

        foreach (var percent in _clause.Message.Percentages)
        {
            if (percent.From == at) return percent.Value == 100 ? percent.To : -1;
        }

        foreach (var date in _clause.Dates)
        {
            if (date.From == at) return LiesAhead(date) ? -1 : date.To;
        }

        // A document is no task; only what it asks for may be reported by its name.
        foreach (var document in _clause.Message.Documents)
        {
            if (document.From == at) return _clause.Tokens[at - 1].IsAny("theo", "của", "tại") ? document.To : -1;
        }

        return -1;
    }

    /// <summary><c>completed as of this morning</c>: since then it is done.</summary>
    private bool IsAsOf(DateExpression date) => _clause.Tokens[date.From].Text == "as" && _isHeadRead && _hasPerfect;

    private bool LiesAhead(DateExpression date)
    {
        if (date.Recurrence is not null) return true;
        if (date.Value is null) return date.Time is not null && !_hasPerfect;
        if (date.Relation == DateRelation.After && !IsAsOf(date)) return true;
        var isLimit = date.Relation is DateRelation.Until or DateRelation.Before && _isHeadRead && _hasPerfect;
        if (isLimit || date.Value is WeekdayValue { WeekOffset: null or <= 0 } && _hasPerfect) return false;
        foreach (var mention in _clause.ReadDates(DatePurpose.Question, date.From, date.To))
        {
            if (mention.IsPast) continue;
            if ((mention.Span?.From ?? mention.Span?.To ?? mention.Deadline) > _clause.Today) return true;
        }

        // "việc năm ngoái xong rồi", "học kỳ trước xong": not the task of now.
        if (date.Value is OffsetValue { Offset: < 0, Unit: DateUnit.Year or DateUnit.SchoolYear or DateUnit.Term }) return true;
        var isLongAgo = date.Value is OffsetValue { Offset: < 0, Unit: not (DateUnit.Day or DateUnit.Week or DateUnit.WorkingDay) } or TermValue { Offset: < 0 } or SchoolYearValue { Offset: < 0 };
        return !_isHeadRead && (isLongAgo || _clause.Tokens[date.From - 1].Is("hồi") || _clause.Tokens[date.From].Is("hồi"));
    }

    /// <summary>Words that mean nothing else name the task, once and together; beside a number they are something else.</summary>
    private int ReadName(int from, int to, bool isKnown)
    {
        if (IsAddressed(from)) return to;

        // "năm nogái": a slip that could not be put right.
        if (!isKnown && _clause.Tokens[from] is { HasDiacritics: true, IsUpper: false } word && !Syllables.IsPossible(word.Text)) return -1;
        if (_isNumbered && !(isKnown && IsBesideNumber(from)) && !(isKnown && to - from >= 1 && IsActVerb(from))) return -1;
        if (_clause.Message.IsEnglish && !isKnown && !IsEnglishName(from)) return -1;
        if (!_isNumbered && _nameWords == 0 && IsStep(from)) return -1;
        if (_nameTo >= 0 && !IsJoined(_nameTo, from)) return -1;
        if (_nameWords == 0) _isNameCalled = _clause.Message.HasAny(from - 1, CueSet.Of(Cue.Task, Cue.Report)) || _isHeadRead;
        _nameWords += to - from;
        _nameTo = to;
        return _nameWords > LongestName ? -1 : to;
    }

    /// <summary><c>đã xong việc 7 nhé chị Hoa</c>: to whom it is said.</summary>
    private bool IsAddressed(int at) => _isHeadRead && _clause.Message.Has(at - 1, Cue.Person) && _clause.Tokens[at].IsCapitalised && _clause.Tokens.HasBothCases && !_clause.Tokens[at].IsUpper;

    /// <summary>A task without a number must be called one, or be something that can be a task; a leader's own doings are none.</summary>
    private bool IsNameFit()
    {
        if (_isNumbered || _nameWords == 0 || _isNameCalled) return true;
        return _clause.Role != SenderRole.Leader;
    }

    /// <summary><c>họp phụ huynh xong</c>: something done on the way, unless it is called a task.</summary>
    private bool IsStep(int at) =>
        _clause.Message.AnyAt(at, EndOfFree(at), Own) is { } match && match.Cues.Has(Cue.Step) && !_clause.Message.HasAny(at - 1, CueSet.Of(Cue.Task, Cue.Report));

    /// <summary><c>việc 8 rà soát xong rồi</c>, <c>đã kiểm tra việc 8</c>: known work right beside the number.</summary>
    private bool IsBesideNumber(int at)
    {
        foreach (var task in _clause.TaskMentions)
        {
            if (task.To == at) return !_isHeadRead;
        }

        return false;
    }

    /// <summary><c>hội khỏe Phù Đổng đã tổ chức xong</c>: what is held is the task itself.</summary>
    private bool IsHeld(CueMatch match) =>
        _nameWords > 0 && _clause.Tokens[match.From].Is("tổ") && _clause.Tokens[match.To - 1].Is("chức") && _clause.Message.Has(match.To, Cue.Finished)
        && (_clause.Tokens[match.From - 1].IsAny("đã", "vừa", "mới") || _clause.Message.Has(match.From - 1, Cue.Self));

    private bool IsActVerb(int at) => !_isHeadRead | at == _status && _clause.Message.Has(at, Cue.Act) && (_hasPerfect || _clause.Message.Has(_clause.Message.MatchAt(at)!.Value.To, Cue.Finished));

    /// <summary><c>the fire safety task</c>: words that mean nothing else, up to the word for a task.</summary>
    private bool IsEnglishName(int at)
    {
        if (IsBesideEnglishTask(at)) return true;
        var to = at;
        while (to < _clause.To && to - at < 4 && _clause.Tokens[to].Kind == TokenKind.Word && _clause.Message.MatchAt(to) is null) to++;
        return to > at && _clause.Message.Has(to, Cue.Task) && _clause.Tokens[at - 1].Text is "the" or "our" or "my";
    }

    private bool IsBesideEnglishTask(int at) =>
        at == _nameTo || _clause.Message.HasAny(at + 1, CueSet.Of(Cue.Task, Cue.Report, Cue.Finished)) || _clause.Message.HasAny(at - 1, CueSet.Of(Cue.Task, Cue.Report));

    /// <summary>A small word in the middle of a name: <c>kế hoạch năm học</c>.</summary>
    private bool IsInName(CueMatch match)
    {
        if (_isNumbered || _clause.Message.IsEnglish || _clause.Tokens[match.From].IsAny("nhưng", "hay", "hoặc") || match.To >= _clause.To) return false;
        var isBeforeName = _clause.Tokens[match.To].Kind == TokenKind.Word && (_clause.Message.MatchAt(match.To) is not { } next || next.Cues.HasAny(CueSet.Of(Cue.Act, Cue.Document, Cue.Topic)));
        return isBeforeName && (_nameTo == match.From || _clause.Message.HasAny(match.From - 1, CueSet.Of(Cue.Task, Cue.Report)));
    }

    /// <summary><c>không phải việc 12 mà việc 8 xong</c>, <c>chứ không phải việc 3</c>: says of which task, and no more.</summary>
    private bool IsExclusion(CueMatch match)
    {
        if (_clause.Tokens[match.From].Is("chứ") && _clause.Message.Has(match.To, Cue.Deny)) return _clause.Message.MatchAt(match.To) is { } deny && IsExclusion(deny);
        if (!match.Cues.Has(Cue.Deny) || match.To - match.From == 1) return false;
        foreach (var task in _clause.TaskMentions)
        {
            if (task.From == match.To) return _clause.IsExcluded(task);
        }

        return false;
    }

    /// <summary>Whether only small words stand between two words of one name.</summary>
    private bool IsJoined(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (_clause.Message.IsTaken[at] || _clause.Message.IsUnit[at] || _clause.Tokens[at].IsSign('&') || _clause.Tokens[at].IsSign('-') || _clause.Tokens[at].IsSign('/')) continue;
            // "hieu pho ke la viec tiem chung": what stands before the word for a task is no part of its name.
            if (_clause.Message.Has(at, Cue.Task) && !_isNameCalled) return false;
            var isSmall = _clause.Message.MatchAt(at) is { } match && match.Cues.HasAny(Joints) && !match.Cues.HasAny(CueSet.Of(Cue.Perfect, Cue.Finished));
            if (!isSmall) return false;
        }

        return true;
    }

    /// <summary>What is handed over belongs to its task: <c>đã nộp hồ sơ việc 31</c>, <c>việc 8 đã nộp danh sách</c>.</summary>
    private bool IsDelivered(int at)
    {
        if (_clause.Message.MatchAt(_status) is { } head && head.Cues.Has(Cue.Deliver) && !head.Cues.Has(Cue.Finished)) return true;
        foreach (var match in _clause.Matches)
        {
            if (match.From >= at) break;
            // English says both in one word: "and sent the forms to the ward".
            if (match.Cues.Has(Cue.Deliver) && (!match.Cues.Has(Cue.Finished) || _clause.Message.IsEnglish)) return true;
        }

        return false;
    }

    private int AfterDetail(CueMatch match)
    {
        var at = match.To;
        var limit = _clause.Tokens[match.From].Is("danh") ? Math.Min(_clause.To, at + LongestDetail) : at;
        while (at < limit && _clause.Tokens[at].Kind == TokenKind.Word && !_clause.Message.IsTaken[at] && _clause.Message.MatchAt(at) is null) at++;
        return at;
    }

    /// <summary><c>xong em làm việc 9</c>: another doing begins behind the report.</summary>
    private bool IsSomethingBehind(CueMatch match)
    {
        if (!_isHeadRead || match.From == _status) return false;
        var isJoined = _clause.Tokens[match.From - 1].IsAny("và", "đã", "được") || _clause.Tokens[match.From - 1].Text == "and" || _clause.Message.HasAny(match.From - 1, Doings);
        return !isJoined && !_clause.Message.Has(match.To, Cue.Finished);
    }

    /// <summary>Of what is harmless: <c>đi</c> behind a status orders, <c>họ</c>, <c>nó</c> and <c>các trường</c> are others.</summary>
    private bool IsOutOfPlace(CueMatch match)
    {
        var token = _clause.Tokens[match.From];
        if (match.To - match.From == 1 && (token.IsAny("họ", "nó") || token.Text is "they" or "he" or "she" || token.Is("đi") && _isHeadRead)) return true;

        // "viec 5 cu xong roi": behind the number it may be "cũ", which says that another task has the number now.
        if (token.Is("cứ") && match.To - match.From == 1 && _clause.Message.IsTaken[match.From - 1]) return true;

        // "viec 7 xong roi hi": without its mark the word may ask for assent.
        if (_isHeadRead && token.Text == "hi" && match.To - match.From == 1) return true;

        // "viec 9 xong doi roi": a troop, or the end of the world.
        if (_isHeadRead && token.Text == "doi" && match.To - match.From == 1) return true;

        // "tí em làm xong": soon; "as good as done": praise is no part of a report.
        if (!_isHeadRead && token.IsAny("tí", "xíu", "chút")) return true;
        if (match.Cues.Has(Cue.Confirm) && !match.Cues.HasAny(CueSet.Of(Cue.Polite, Cue.Perfect, Cue.Function)) && (_isHeadRead || _isTaskRead)) return true;
        // To a leader the school is another.
        if (!_isHeadRead && match.Cues.Has(Cue.Self) && match.Cues.Has(Cue.UnitWord) && _clause.Role == SenderRole.Leader) return true;
        return !_isHeadRead && token.IsAny("các", "những") && match.Cues.Has(Cue.UnitWord);
    }

    /// <summary><c>xong việc 5 em báo</c>: telling lies ahead.</summary>
    private bool IsPromise(CueMatch match) => _isHeadRead && match.From > _status && _clause.Tokens[match.To - 1].Is("báo") | _clause.Tokens[match.From].Is("báo");

    /// <summary><c>xong được việc 5 là tốt</c>, <c>sớm thì xong</c>: what would be good has not come yet.</summary>
    private bool IsWelcome(CueMatch match) =>
        match.Cues.Has(Cue.Manner) && (_isHeadRead ? _clause.Tokens[match.From - 1].IsAny("là", "cũng") : _clause.Tokens[match.To].Is("thì"));

    /// <summary>Where it was handed in stands behind; before the status such a word is mostly another one without its marks (<c>tai mau viec 10 ve</c>).</summary>
    private bool IsPlaceBefore(CueMatch match) => !_isHeadRead && !_isVerbRead && _clause.Tokens[match.From].IsAny("tại", "về", "lên", "vào", "ra", "qua", "trên");

    private bool IsEndOfPart(int at)
    {
        var token = _clause.Tokens[at];
        if (_clause.Message.IsTaken[at] || _clause.Message.IsUnit[at]) return false;
        if (token.Kind == TokenKind.Break || _clause.Message.Has(at, Cue.Reason) && _isHeadRead) return true;
        var isStop = token.IsSign(',') || token.IsSign('.') || token.IsSign(';') || token.IsSign(':') || token.IsSign('(') || token.IsSign('-') || token.IsSign('!');
        return isStop && !(token.IsGlued && _clause.Tokens[at + 1].IsGlued);
    }

    /// <summary>Whether the words behind the report say that it is none, or not yet whole.</summary>
    private bool IsTakenBack(int from)
    {
        foreach (var match in _clause.Matches)
        {
            if (match.From < from || match.Cues.HasAny(Sure) || match.Cues.Has(Cue.NoObstacle)) continue;
            if (match.Cues.Has(Cue.Hearsay) && !match.Cues.HasAny(CueSet.Of(Cue.Polite, Cue.Function)) && _clause.To - from < 7) return true;
            if (!match.Cues.HasAny(TakingBack) || match.Cues.HasAny(CueSet.Of(Cue.Polite, Cue.Deny)) && !match.Cues.HasAny(CueSet.Of(Cue.NotYet, Cue.Negation))) continue;
            return true;
        }

        for (var at = from; at < _clause.To; at++)
        {
            if (_clause.Tokens[at].IsSign('?')) return true;

            // "đã sửa theo góp ý" adds, and so does "có gì sai anh báo em"; "rút về sửa" takes back.
            if (_clause.Tokens[at].IsAny("có", "nếu", "cần") || _clause.Tokens[at].Text is "if") return false;
            if (_clause.Message.AnyAt(at, EndOfFree(at), CueSet.Of(Cue.Setback)) is not { } word) continue;
            if (word.Cues.Has(Cue.Setback) && !word.Cues.HasAny(Sure) && !_clause.Tokens[at - 1].Is("đã")) return true;
            if (word.Cues.HasAny(Sure)) at = word.To - 1;
        }

        return false;
    }

    /// <summary>The first token from one on that is already read as a number, a date or a name: no phrase reaches into it.</summary>
    private int EndOfFree(int at)
    {
        var to = at + 1;
        while (to < _clause.To && to < at + LongestPhrase && !_clause.Message.IsTaken[to] && !_clause.Message.IsUnit[to]) to++;
        return to;
    }

    private static int EndOf(List<UnitMention> units, int at)
    {
        foreach (var unit in units)
        {
            if (unit.From <= at && at < unit.To) return unit.To;
        }

        return at + 1;
    }
}
