using Directives.Language.Dates;
using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>Splits a message into its requests: a new one begins where what stands before is whole and what follows can stand alone.</summary>
internal sealed class Segmenter(MessageText message, SenderRole role, DateOnly today, SchoolCalendar calendar)
{
    private const int MostRequests = 12;
    private const int MostAttempts = 48;

    private static readonly CueSet Openers = CueSet.Of(
        Cue.Approve, Cue.Reject, Cue.Remind, Cue.RemindSelf, Cue.Export, Cue.Summary, Cue.WhichTask, Cue.WhichUnit, Cue.List, Cue.NoteVerb, Cue.Undo, Cue.TurnOff, Cue.TurnOn, Cue.AskFor, Cue.Extension,
        Cue.Remaining, Cue.Thanks, Cue.Greet, Cue.UnitList, Cue.Help, Cue.Assign, Cue.Send);

    /// <summary>What may turn round the words behind it.</summary>
    private static readonly CueSet Turning = CueSet.Of(
        Cue.Hearsay, Cue.Condition, Cue.Unreal, Cue.Negation, Cue.NotYet, Cue.Future, Cue.AskFor, Cue.Report, Cue.Task, Cue.WhichTask, Cue.WhichUnit);

    /// <summary>Verbs of what the bot is told to do.</summary>
    private static readonly CueSet Orders = CueSet.Of(Cue.Remind, Cue.RemindSelf, Cue.Export, Cue.SummaryPlain, Cue.List, Cue.NoteVerb, Cue.TurnOff, Cue.TurnOn, Cue.Undo);

    /// <summary>What may stand before <c>rồi</c> and an order: orders and questions; after a report it may say when.</summary>
    private static readonly Intent[] BeforeOrders =
    [
        Intent.Summary, Intent.ExportReport, Intent.ListTasks, Intent.ListUnits, Intent.ListRequests, Intent.ShowTask, Intent.RemindUnits,
        Intent.DecideExtension, Intent.ChangeDeadline, Intent.SetDigest, Intent.SetReminder,
    ];

    /// <summary>What opens a request only with a task's number close behind.</summary>
    private static readonly CueSet OpenersOfTask = CueSet.Of(
        Cue.Finished, Cue.Ongoing, Cue.Perfect, Cue.NotYet, Cue.Deliver, Cue.Lead, Cue.When, Cue.HowFar, Cue.Source, Cue.History, Cue.Coordinate);

    private static readonly Intent[] Asking = [Intent.ListTasks, Intent.ListUnits, Intent.ShowTask, Intent.Summary, Intent.ExportReport, Intent.ListRequests];

    private static readonly Intent[] Courtesies = [Intent.Greet, Intent.Thanks, Intent.Confirm, Intent.Deny, Intent.Help];

    /// <summary>Readings of a task's number and <c>chưa</c> alone.</summary>
    private readonly List<Reading> _denials = [];

    private static readonly Slots Nothing = new();

    /// <summary>Calls for help that ask something: beside another request they are more than a courtesy.</summary>
    private readonly List<Reading> _questions = [];

    private readonly List<Clause> _clauses = [];

    private int _attempts;

    internal List<Reading> Read()
    {
        if (message.Tokens.Count > MessageText.MostTokens) return ReadLong();
        var readings = new List<Reading>();
        var from = 0;
        var split = from;
        Reading? current = null;
        while (from < message.Tokens.Count && readings.Count < MostRequests)
        {
            split = NextSplit(from, readings.Count > 0 ? readings[^1] : null, out current);
            if (readings.Count > 0 && IsApproval(readings[^1]) && Clause(from, split) is var other && IsCounterpart(other))
            {
                current = Reading.Of(Intent.DecideExtension, new Slots { Decision = Decision.Reject, Tasks = other.NumberedTasks, Unit = other.Unit });
            }

            if (current is { } reading)
            {
                if (FurtherDays.Apart(reading, Clause(from, split)) is { } apart) readings.AddRange(apart);
                else readings.Add(reading);
                if (split - from <= 6 && EndsIn(split, "chưa")) _denials.Add(reading);
                if (reading.Request.Intent == Intent.Help && IsAskedInFull(Clause(from, split))) _questions.Add(reading);
            }

            from = split;
        }

        return Tidy(readings);
    }

    /// <summary>What a long text asks for stands at its head; only a note needs the rest.</summary>
    private List<Reading> ReadLong()
    {
        var head = Grammar.Read(Clause(0, MessageText.MostTokens));
        if (head is { Request.Slots.Note: not null }) head = Grammar.Read(Clause(0, message.Tokens.Count));
        return head is { } reading ? Tidy([reading]) : [];
    }

    /// <summary>Where the request that begins at a token ends, and what it is.</summary>
    private int NextSplit(int from, Reading? before, out Reading? reading)
    {
        for (var at = from + 1; at < message.Tokens.Count && _attempts < MostAttempts; at++)
        {
            if (IsBehindCode(from, at, out var afterCode) && Grammar.Read(Clause(from, at)) is { Request.Intent: Intent.LinkAccount } link
                && Grammar.Read(Clause(afterCode, EndOfSentence(afterCode))) is { IsWeak: false, Request.Intent: not (Intent.None or Intent.LinkAccount) })
            {
                reading = link;
                return afterCode;
            }

            if (!IsBoundary(at, out var next) || !CanOpen(next) && !OpensFurtherWish(next)) continue;
            _attempts++;
            if (IsNewSubject(at, next) && IsIdle(Clause(from, at)) && Grammar.Read(Clause(next, EndOfSentence(next))) is { IsWeak: false, Request.Intent: not Intent.None })
            {
                reading = null;
                return next;
            }

            if ((FurtherDays.Read(before, Clause(from, at)) ?? Grammar.Read(Clause(from, at))) is not { } left || left.IsWeak || Absorbs(left, at, next)) continue;
            if (IsApproval(left) && IsCounterpart(Clause(next, EndOfSentence(next))))
            {
                reading = left;
                return next;
            }

            if (FurtherDays.Read(left, Clause(next, FurtherDays.EndOfOne(message, next, EndOfSentence(next)))) is not null)
            {
                reading = left;
                return next;
            }

            if (message.Tokens[at].IsAny("rồi", "xong", "thì") && !BeforeOrders.Contains(left.Request.Intent)) continue;
            if (message.IsTaken[at] && !message.Tasks.Any(task => task.From >= from && task.To <= at)) continue;
            if (Grammar.Read(Clause(next, EndOfSentence(next))) is not { } right || right.IsWeak || right.Request.Intent == Intent.None) continue;
            if (IsReasonOf(left, right, from, at) || IsPartOf(left, right, from, next)) continue;
            if (message.Tokens[at].Is("thì") && left.Request.Intent is Intent.ListUnits && right.Request.Intent is Intent.RemindUnits or Intent.SetReminder) continue;
            reading = left;
            return next;
        }

        reading = FurtherDays.Read(before, Clause(from, message.Tokens.Count)) ?? Grammar.Read(Clause(from, message.Tokens.Count));
        return message.Tokens.Count;
    }

    /// <summary><c>482913 tuần này có việc gì</c>, <c>liên kết 730118 rồi cho chị xem …</c>: behind a link code no sign need stand.</summary>
    private bool IsBehindCode(int from, int at, out int next)
    {
        next = at;
        if (message.Tokens[at - 1] is not { Kind: TokenKind.Number, Length: 6 } || message.IsTaken[at - 1] || at - from > 10 || message.Tokens[at].IsGlued) return false;
        while (message.Tokens[next].Kind is TokenKind.Sign or TokenKind.Break || message.Tokens[next].IsAny("rồi", "xong", "thì", "ạ") || message.Tokens[next].Text is "and" or "then") next++;
        return next < message.Tokens.Count;
    }

    /// <summary><c>…, à mà việc 7 xong rồi</c>: the words for something else that comes to mind.</summary>
    private bool IsNewSubject(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (message.Tokens[at].Is("à") && message.Tokens[at + 1].IsAny("mà", "này")) return true;
        }

        return false;
    }

    /// <summary>Whether a stretch is chatter: it asks nothing of the bot, and nothing in it could turn round what follows.</summary>
    private static bool IsIdle(Clause clause) =>
        clause.TaskMentions.Count == 0 && !clause.Cues.HasAny(Turning) && (Grammar.Read(clause) is not { } reading || reading.Request.Intent is Intent.None);

    private static bool IsApproval(Reading reading) => reading.Request is { Intent: Intent.DecideExtension, Slots.Decision: Decision.Approve };

    /// <summary>
    /// <c>duyệt cho THCS Ái Mộ, còn MN Họa Mi thì không</c>: behind a decision, a school or a task and the bare denial refuse.
    /// </summary>
    private static bool IsCounterpart(Clause clause)
    {
        var at = clause.Tokens[clause.Start].IsAny("còn", "riêng") ? clause.Start + 1 : clause.Start;
        var to = at;
        foreach (var unit in clause.Units)
        {
            if (unit.From == at) to = unit.To;
        }

        foreach (var task in clause.TaskMentions)
        {
            if (task.From == at) to = task.To;
        }

        if (to == at || !clause.Tokens[to].Is("thì") || !clause.Tokens[to + 1].IsAny("không", "thôi", "khỏi")) return false;
        for (at = to + 2; at < clause.To; at++)
        {
            if (clause.Tokens[at].Kind is not (TokenKind.Sign or TokenKind.Break) && !clause.Message.Has(at, Cue.Polite) || clause.Tokens[at].IsSign('?')) return false;
        }

        return true;
    }

    private static bool IsReport(List<Reading> readings, int at)
    {
        for (var other = 0; other < readings.Count; other++)
        {
            if (other != at && readings[other].Request is { Intent: Intent.UpdateStatus, Slots.Status: not null }) return true;
        }

        return false;
    }

    private bool EndsIn(int to, string word)
    {
        var at = to - 1;
        while (at > 0 && (message.Tokens[at].Kind != TokenKind.Word || message.Tokens[at].IsAny("nhưng", "còn", "và"))) at--;
        if (!message.Tokens[at].Is(word)) return false;
        while (at > 0 && message.Tokens[at - 1].IsAny("thì", "vẫn", "là")) at--;
        return message.Tokens[at - 1].Kind == TokenKind.Number;
    }

    /// <summary>The stretch as a clause; each is looked into once, however often the search comes back to it.</summary>
    private Clause Clause(int from, int to)
    {
        foreach (var known in _clauses)
        {
            if (known.From == from && known.To == to) return known;
        }

        var clause = new Clause(message, from, to, role, today, calendar);
        _clauses.Add(clause);
        return clause;
    }

    /// <summary>A sign, a line end, or a word that joins two requests.</summary>
    private bool IsBoundary(int at, out int next)
    {
        next = at;
        var token = message.Tokens[at];
        if (message.IsTaken[at]) return StartsTask(at);
        if (token.Kind == TokenKind.Break || token.IsSign(',') || token.IsSign(';') || token.IsSign('?') || token.IsSign('!') || (token.IsSign('.') && !(message.Tokens[at + 1].IsGlued && token.IsGlued)))
        {
            next = SkipJoints(at + 1);
            return next < message.Tokens.Count;
        }

        var isThose = token.Text == "nhung" && message.Tokens[at + 1].IsAny("trường", "đơn", "việc", "nhiệm", "phòng");
        if ((token.IsAny("và", "còn", "nhưng") && !isThose) || JointLength(at) > 0 || token.Text is "and" or "but")
        {
            // "đơn vị nào còn chưa thực hiện": still the same question.
            if (token.Is("còn") && message.HasAny(at - 1, CueSet.Of(Cue.WhichUnit, Cue.WhichTask, Cue.UnitWord, Cue.Task, Cue.UnitList))) return false;
            next = SkipJoints(at);
            return next < message.Tokens.Count;
        }

        return false;
    }

    /// <summary>How many tokens a joint has that is no sign: <c>rồi</c> or <c>xong</c> before an order, <c>sau đó</c>, <c>với lại</c>, <c>then</c>.</summary>
    private int JointLength(int at)
    {
        var (token, following) = (message.Tokens[at], message.Tokens[at + 1]);
        if ((token.Is("đồng") && following.Is("thời")) || (token.Is("sau") && following.Is("đó")) || (token.Is("với") && following.Is("lại")) || (token.Is("ngoài") && following.Is("ra"))
            || (token.Is("tiện") && following.IsAny("thể", "tay")) || (token.Is("nhân") && following.Is("tiện")) || (token.Is("à") && following.Is("mà"))
            || (token.Is("xong") && following.IsAny("rồi", "thì") && IsOrder(at + 2))
            || (token.Is("rồi") && following.IsAny("thì", "sau") && IsOrder(at + 2)))
        {
            return token.Is("rồi") && following.Is("sau") ? 3 : 2;
        }

        if (token.Text is "then" && message.IsEnglish) return 1;
        return (token.IsAny("rồi", "xong") || token.Is("thì")) && IsOrder(at + 1) ? 1 : 0;
    }

    /// <summary>A call for help in several words that ask, and not the particle <c>giúp</c>.</summary>
    private static bool IsAskedInFull(Clause clause) => clause.Last(Cue.Help) is { } help && help.To - help.From > 1 && clause.Mood.IsQuestion;

    /// <summary>Whether an order to the bot begins at the token, perhaps after a word or two of courtesy.</summary>
    private bool IsOrder(int at)
    {
        // "rồi 6h sáng thứ ba hằng tuần gửi tổng hợp": what is sent by the clock is an order as well.
        var isTimed = false;
        foreach (var date in message.Dates)
        {
            if (date.From != at) continue;
            at = date.To;
            isTimed |= date.Recurrence is not null || date.Time is not null;
        }

        if (isTimed && message.MatchAt(at) is { } send && send.From == at && send.Cues.Has(Cue.Send)) return true;
        for (var words = 0; words < 3 && message.MatchAt(at) is { } match; words++)
        {
            if (match.From == at && match.Cues.HasAny(Orders)) return true;
            if (!match.Cues.HasAny(CueSet.Of(Cue.Polite, Cue.Vocative, Cue.Self))) return false;
            at = match.To;
        }

        return false;
    }

    private int SkipJoints(int at)
    {
        while (at < message.Tokens.Count)
        {
            var token = message.Tokens[at];
            if (token.Kind is TokenKind.Sign or TokenKind.Break && !token.IsSign('#') && !token.IsSign('"')) at++;
            else if (token.IsAny("và", "nhưng", "thì") || token.Text is "and" or "but" or "also") at++;
            else if (token.Is("còn") && (StartsTask(at + 1) || message.Has(at + 1, Cue.Task) || IsNextSubject(at))) at++;
            else if (token.IsAny("sẵn", "luôn") && message.Tokens[at + 1].IsAny("tiện", "đây", "thể")) at += 2;
            else if (token.Is("sẵn") && message.Tokens[at - 1].IsSign(',')) at++;
            else if (JointLength(at) is > 0 and var length) at += length;
            else if (token.Is("rồi") && message.Tokens[at - 1].IsSign(',') && message.HasAny(at + 1, CueSet.Of(Cue.WhichUnit, Cue.WhichTask, Cue.UnitList))) at++;
            else break;
        }

        return at;
    }

    /// <summary><c>…, còn tuần này có việc gì</c>: the word goes on to another span of time; it asks for no rest.</summary>
    private bool IsNextSubject(int at)
    {
        if (!message.Tokens[at - 1].IsSign(',')) return false;
        foreach (var date in message.Dates)
        {
            if (date.From == at + 1) return message.Tokens[date.To].IsAny("có", "thì");
        }

        return false;
    }

    private bool StartsTask(int at)
    {
        foreach (var task in message.Tasks)
        {
            if (task.From == at) return true;
        }

        return false;
    }

    /// <summary>Whether the words from here can begin a request of their own.</summary>
    private bool CanOpen(int at)
    {
        for (var words = 0; words < 4 && at < message.Tokens.Count; words++)
        {
            if (StartsTask(at)) return true;
            if (message.MatchAt(at) is not { } match) return words == 0 && message.Units.Any(unit => unit.From == at) || StartsDate(at);
            if (match.Cues.HasAny(Openers)) return true;
            if (match.Cues.HasAny(OpenersOfTask)) return HasTaskWithin(match.To, 4);
            if (match.Cues.Has(Cue.Task)) return true;
            if (!match.Cues.HasAny(CueSet.Of(Cue.Polite, Cue.Vocative, Cue.Self, Cue.Function))) return false;
            at = match.To;
        }

        return false;
    }

    /// <summary><c>…, hồ sơ kiểm định xin đến 15/12</c>: what is to be handed in, and close behind it a wish.</summary>
    private bool OpensFurtherWish(int at)
    {
        if (!message.HasAny(at, CueSet.Of(Cue.Report, Cue.Deliverable))) return false;
        for (var word = at + 1; word < at + 7; word++)
        {
            if (message.Tokens[word].Kind != TokenKind.Word) return false;
            if (message.HasAny(word, CueSet.Of(Cue.AskFor))) return true;
        }

        return false;
    }

    private bool StartsDate(int at) => message.Dates.Any(date => date.From == at);

    private bool HasTaskWithin(int at, int tokens)
    {
        for (var offset = 0; offset < tokens; offset++)
        {
            if (StartsTask(at + offset)) return true;
        }

        return false;
    }

    private int EndOfSentence(int from)
    {
        var at = from;
        while (at < message.Tokens.Count && !IsEndOfSentence(at)) at++;
        return Math.Min(at + 1, message.Tokens.Count);
    }

    private bool IsEndOfSentence(int at) =>
        message.Tokens[at] is var token && (token.Kind == TokenKind.Break || token.IsSign('?') || token.IsSign(';') || token.IsSign('.') && !message.Tokens[at + 1].IsGlued);

    /// <summary>A task to assign and a note take in all that follows, up to what stands apart from them.</summary>
    private bool Absorbs(Reading left, int at, int next) => left.Request.Intent is Intent.AssignTask or Intent.AddNote or Intent.None && !StandsApart(left, at, next);

    /// <summary><c>chưa họp được hội đồng, việc 12 xin lùi …</c>, <c>việc 21 trùng lịch kiểm định, xin dời …</c>: what stands before is why more time is asked for.</summary>
    private bool IsReasonOf(Reading left, Reading right, int from, int to)
    {
        if (right.Request.Intent is not Intent.RequestExtension || right.Request.Slots.Note is not null) return false;
        var slots = left.Request.Slots;
        var isNumbered = slots.Tasks.Any(task => task.Number is not null);
        if (isNumbered && right.Request.Slots.Tasks.Count > 0) return false;
        return left.Request.Intent switch
        {
            Intent.ReportObstacle => true,
            Intent.UpdateStatus => slots is { Percent: null, Status: null or ReportedStatus.NotStarted }
                || slots.Status is ReportedStatus.InProgress && !isNumbered && !Clause(from, to).HasAny(Cue.Task, Cue.Report),
            Intent.ShowTask or Intent.ListTasks => (isNumbered || right.Request.Slots.Tasks.Any(task => task.Number is not null)) && !Clause(from, to).Mood.IsQuestion,
            _ => false,
        };
    }

    /// <summary>
    /// What cannot belong to a note or to a task to assign: a sentence of its own that orders the bot or asks it about a task, or a further <c>giao</c>
    /// with its own unit.
    /// </summary>
    private bool StandsApart(Reading left, int at, int next)
    {
        if (left.Request.Intent == Intent.None || (!EndsSentence(at) && left.Request.Intent != Intent.AssignTask)) return false;
        var clause = Clause(next, EndOfSentence(next));
        if (left.Request is { Intent: Intent.AssignTask, Slots.Unit: not null } && message.Has(clause.Start, Cue.Assign))
        {
            return Grammar.Read(clause) is { Request: { Intent: Intent.AssignTask, Slots: { Unit: not null, Note: not null } } } && left.Request.Slots.Note is not null;
        }

        if (left.Request.Intent == Intent.AssignTask && IsOrderAboutTask(clause)) return true;
        if (!EndsSentence(at) || Grammar.Read(clause) is not { } right || right.IsWeak) return false;
        if (right.Request.Intent is Intent.SetReminder or Intent.ExportReport or Intent.Undo or Intent.SetDigest) return message.HasAny(clause.Start, Orders);
        if (right.Request.Intent is Intent.AssignTask) return message.Has(clause.Start, Cue.Assign) && right.Request.Slots is { Unit: not null, Note: not null };

        // "ghi chú việc 3: đã họp. Việc 3 được 80%": how far it is, in a sentence of its own.
        if (right.Request is { Intent: Intent.UpdateStatus, Slots.Status: ReportedStatus.InProgress, Slots.Percent: not null }) return StartsTask(clause.Start);
        if (right.Request.Intent is Intent.AddNote or Intent.RemindUnits) return message.HasAny(clause.Start, Orders) && clause.TaskMentions.Count > 0;
        return right.Request.Intent is Intent.ShowTask or Intent.ListTasks or Intent.ListUnits or Intent.Summary && clause.Mood.IsQuestion;
    }

    /// <summary><c>giao khối THCS thống kê …, lùi hạn việc 8 đến 12/12</c>: an order about a task that is there already is no part of a new one.</summary>
    private bool IsOrderAboutTask(Clause clause)
    {
        var decides = CueSet.Of(Cue.Extension, Cue.Change, Cue.Approve, Cue.Reject);
        if (clause.TaskMentions.Count == 0 || !IsOrder(clause.Start) && !message.HasAny(clause.Start, decides)) return false;
        return Grammar.Read(clause) is { IsWeak: false, Request.Intent: Intent.RemindUnits or Intent.ChangeDeadline or Intent.DecideExtension or Intent.SetReminder or Intent.ExportReport };
    }

    /// <summary>What follows only says more about the same: the reason of an obstacle, the day of a request.</summary>
    private bool IsPartOf(Reading left, Reading right, int from, int next)
    {
        var (first, second) = (left.Request.Intent, right.Request.Intent);
        // "được, THCS Ngọc Lâm hạn tới 9/12": the assent belongs to what is granted.
        var isAssent = first is Intent.Confirm && role == SenderRole.Leader;
        if (isAssent && Grammar.Read(Clause(from, EndOfSentence(next))) is { Request: { Intent: Intent.DecideExtension, Slots.Decision: Decision.Approve } }) return true;
        if (Courtesies.Contains(first)) return false;
        if (Asking.Contains(first) && Asking.Contains(second) && IsSetting(from, next)) return true;
        if (first is Intent.ListTasks && second is Intent.ListTasks && message.Tokens[next].Is("còn") && !IsQuestion(from, next)) return true;
        // "TH Đoàn Kết lại xin lùi à, không duyệt": what was asked for, and the answer.
        if (first is Intent.ListRequests && second is Intent.DecideExtension && left.Request.Slots.Unit is not null && message.Tokens[next - 1].IsSign(',')
            && right.Request.Slots is { Tasks.Count: 0, Unit: null }) return true;
        // "bấm nhầm, trả lại giúp em": what is to be put back.
        if (first is Intent.Undo && second is Intent.DecideExtension && IsEmpty(right.Request.Slots with { Decision = null })) return true;
        // "đồng ý gia hạn việc 7, hạn mới 8/12"
        var isApprovedWithoutDay = first is Intent.DecideExtension && left.Request.Slots is { Deadline: null, ExtendBy: null, Decision: Decision.Approve };
        if (isApprovedWithoutDay && second is Intent.ChangeDeadline && right.Request.Slots is { Tasks.Count: 0, Unit: null }) return true;
        if (first is Intent.ChangeDeadline && second is Intent.Undo && right.Request.Slots.Tasks.Count == 0) return true;
        if (first is Intent.ListRequests && second is Intent.ListRequests && IsEmpty(right.Request.Slots)) return true;
        if (first is Intent.ReportObstacle && second is Intent.ReportObstacle && left.Request.Slots.Tasks.Count == 0) return true;
        if (first is Intent.DecideExtension && second is Intent.DecideExtension && right.Request.Slots is { Tasks.Count: 0, Unit: null, Deadline: null } && right.Request.Slots.Decision == left.Request.Slots.Decision) return true;
        if (first == second && second is Intent.RequestExtension or Intent.ChangeDeadline or Intent.DecideExtension && left.Request.Slots is { Deadline: null, ExtendBy: null, Unit: null } && message.Tokens[next - 1].IsAny("và", "với")) return true;
        if (second is Intent.RequestExtension && right.Request.Slots.Tasks.Count == 0 && (first is Intent.ReportObstacle || (first is Intent.UpdateStatus && left.Request.Slots is { Status: null, Percent: null }))) return true;
        if (first is Intent.DecideExtension && second is Intent.Summary && message.Tokens[next].IsAny("phải", "cần")) return true;

        // "việc 3 em nộp rồi, anh kiểm tra giúp" asks for no list.
        var isBareList = second is Intent.ListTasks && right.Request.Slots is { Tasks.Count: 0, Filter: null, Period: null, Unit: null, Directive: null };
        if (first is Intent.UpdateStatus && isBareList && message.Has(next, Cue.Person)) return true;
        if (left.Request is { Intent: Intent.UpdateStatus, Slots.Status: ReportedStatus.Done } && second is Intent.ListTasks && IsMoreOfReport(next)) return true;
        if (first is Intent.Summary && second is Intent.ExportReport && IsHeading(left.Request.Slots, right.Request.Slots, next)) return true;
        if (StartsTask(next)) return false;
        if (first == second && second is Intent.SetReminder or Intent.RemindUnits && IsFurtherReminder(left.Request.Slots, right.Request.Slots, next)) return false;
        if (first == second && second is Intent.RequestExtension && IsFurtherWish(left.Request.Slots, right.Request.Slots)) return false;
        if (first == second && second is Intent.RequestExtension or Intent.ReportObstacle or Intent.SetDigest or Intent.SetReminder or Intent.RemindUnits) return true;
        if (first is Intent.ReportObstacle && second is Intent.RemindUnits or Intent.AssignTask or Intent.ListTasks or Intent.ShowTask or Intent.Confirm or Intent.Deny)
        {
            return !(second is Intent.ListTasks or Intent.ShowTask && EndsSentence(next - 1) && IsQuestion(next));
        }

        if (first is Intent.ReportObstacle or Intent.RequestExtension && second is Intent.RequestExtension && right.Request.Slots is { Deadline: null, ExtendBy: null }) return true;
        if (first is Intent.UpdateStatus or Intent.RequestExtension or Intent.ReportObstacle && second is Intent.UpdateStatus && right.Request.Slots.Tasks.All(task => task.Number is null))
        {
            return !IsOtherTask(left.Request.Slots, right.Request.Slots, next);
        }

        if (first is Intent.RequestExtension or Intent.DecideExtension or Intent.RemindUnits && second is Intent.ListTasks or Intent.ListUnits or Intent.ShowTask && !IsQuestion(next)) return true;
        if (IsAskedAgain(left.Request, right.Request)) return true;
        if (second is Intent.Confirm or Intent.Deny) return first is not (Intent.Greet or Intent.Thanks or Intent.Undo);
        if (second is Intent.DecideExtension && first is Intent.ReportObstacle or Intent.RequestExtension or Intent.UpdateStatus) return true;
        var isJoined = message.Tokens[next - 1].Kind == TokenKind.Word;
        if (second is Intent.SetDigest or Intent.SetReminder && first is Intent.ListTasks && !isJoined && !EndsSentence(next - 1) && !message.HasAny(next, CueSet.Of(Cue.Send, Cue.Remind, Cue.RemindSelf))) return true;
        return false;
    }

    /// <summary><c>…, tổng hợp cho tôi</c>, <c>…, cho xem lịch sử</c>: the verb once more, with nothing new beside it.</summary>
    private static bool IsAskedAgain(Request first, Request second)
    {
        if (!Asking.Contains(first.Intent) || !Asking.Contains(second.Intent)) return false;
        if (IsEmpty(second.Slots)) return second.Intent is not (Intent.ExportReport or Intent.ListRequests) || first.Intent == second.Intent;
        if (second.Intent != first.Intent) return false;
        var isSameTask = second.Slots.Tasks.Count == 0 || second.Slots.Tasks.SequenceEqual(first.Slots.Tasks);
        return isSameTask && second.Slots.Aspect is { } aspect && (first.Slots.Aspect is null || first.Slots.Aspect == aspect) && IsEmpty(second.Slots with { Tasks = [], Aspect = null })
            || IsEmpty(second.Slots with { Tasks = [] }) && isSameTask || second.Slots == first.Slots;
    }

    /// <summary><c>báo cáo quý III, kết xuất ra word</c>: what the file is to hold, and then the order.</summary>
    private bool IsHeading(Slots first, Slots second, int next)
    {
        var start = Clause(0, next).Start;
        var isNoun = message.Tokens[start].IsAny("báo", "số", "bảng") && message.Has(start, Cue.Report) | message.Has(start, Cue.Summary) && !message.HasAny(start, CueSet.Of(Cue.SummaryPlain));
        return isNoun && first.Period is not null && IsEmpty(second with { Format = null }) && message.Tokens[next - 1].IsSign(',');
    }

    /// <summary><c>việc 19 xong rồi, danh sách gửi phường lúc 7 giờ</c>: what was handed over, and no question for a list.</summary>
    private bool IsMoreOfReport(int next)
    {
        var clause = Clause(next, EndOfSentence(next));
        return clause.Has(Cue.Deliver) && !clause.HasAny(Cue.Due, Cue.Task, Cue.WhichTask, Cue.AskFor, Cue.Overdue, Cue.Remaining) && !clause.Mood.IsQuestion;
    }

    /// <summary><c>việc tiêm chủng xong rồi, việc hộ nghèo chưa bắt đầu</c>: another task, called one by its name.</summary>
    private bool IsOtherTask(Slots first, Slots second, int next) =>
        first.Tasks.Count > 0 && second is { Tasks.Count: > 0, Status: not null } && message.Has(next, Cue.Task) && !first.Tasks.SequenceEqual(second.Tasks);

    /// <summary><c>báo cáo phổ cập xin thêm 5 ngày, hồ sơ kiểm định xin đến 15/12</c>: each task with its own day.</summary>
    private static bool IsFurtherWish(Slots first, Slots second) =>
        first.Tasks.Count > 0 && second.Tasks.Count > 0 && !first.Tasks.SequenceEqual(second.Tasks)
        && first is not { Deadline: null, ExtendBy: null } && second is not { Deadline: null, ExtendBy: null };

    private static bool IsEmpty(Slots slots) => slots.Tasks.Count == 0 && slots with { Tasks = Nothing.Tasks } == Nothing;

    /// <summary><c>nhắc MN Sao Mai việc 4, nhắc TH Lê Lợi việc 6</c>: the verb again, with another task.</summary>
    private bool IsFurtherReminder(Slots first, Slots second, int next) =>
        first.Tasks.Count > 0 && second.Tasks.Count > 0 && !first.Tasks.SequenceEqual(second.Tasks) && IsOrder(Clause(next, EndOfSentence(next)).Start);

    private bool EndsSentence(int at) => message.Tokens[at] is var token && (token.Kind == TokenKind.Break || token.IsSign('.') || token.IsSign('!') || token.IsSign('?') || token.IsSign(';'));

    private bool IsQuestion(int from, int to) => Clause(from, to).Mood.IsQuestion;

    /// <summary><c>trong các việc hạn tuần trước, đơn vị nào chậm</c>: what stands before the comma says among which, and asks nothing.</summary>
    private bool IsSetting(int from, int next)
    {
        var setting = Clause(from, next);
        while (message.Tokens[from].Kind is TokenKind.Sign or TokenKind.Break) from++;
        var (first, second) = (message.Tokens[from], message.Tokens[from + 1]);
        var isOpened = first.IsAny("trong", "với", "riêng", "về") || first.Is("đối") && second.Is("với") || first.Text is "among" or "of" or "regarding" or "for";
        return isOpened && message.Tokens[next - 1].IsSign(',') && !setting.Mood.IsQuestion;
    }

    private bool IsQuestion(int from) => Clause(from, EndOfSentence(from)).Mood.IsQuestion;

    /// <summary>Courtesies beside a request are dropped; a later request about the same task need not name it.</summary>
    private List<Reading> Tidy(List<Reading> readings)
    {
        readings.RemoveAll(reading => reading.Request.Intent == Intent.None && reading.Confidence < 0.9);
        if (readings.Any(reading => !Courtesies.Contains(reading.Request.Intent)))
        {
            readings.RemoveAll(reading => Courtesies.Contains(reading.Request.Intent) && !_questions.Contains(reading));
        }
        else if (readings.Count > 1)
        {
            var kept = readings.FirstOrDefault(reading => reading.Request.Intent is not (Intent.Greet or Intent.Thanks), readings[0]);
            if (readings.All(reading => reading.Request.Intent is Intent.Greet or Intent.Thanks)) kept = readings[^1];
            if (kept.Request.Intent == Intent.Confirm && readings.Any(reading => reading.Request.Intent == Intent.Thanks)) kept = readings.First(reading => reading.Request.Intent == Intent.Thanks);
            readings = [kept];
        }

        ReportTwice.Settle(readings, message);
        for (var at = readings.Count - 1; at > 0; at--)
        {
            if (readings[at].Request.Intent == Intent.Undo && readings[at - 1].Request.Intent == Intent.Undo) readings.RemoveAt(readings[at].Request.Slots.Tasks.Count == 0 ? at : at - 1);
        }

        for (var at = 0; at < readings.Count; at++)
        {
            var (request, before) = (readings[at].Request, readings[Math.Max(at - 1, 0)].Request);

            // "3, 5 xong, 8 chưa": after a report, "chưa" denies.
            if (IsReport(readings, at) && request is { Intent: Intent.ShowTask, Slots.Aspect: TaskAspect.Status } && _denials.Contains(readings[at]))
            {
                readings[at] = Reading.Of(Intent.UpdateStatus, new Slots { Tasks = request.Slots.Tasks }, Reading.Doubtful, Doubt.Denial);
                continue;
            }

            if (request.Slots.Tasks.Count > 0 || before.Slots.Tasks.Count == 0) continue;
            if (request.Intent is Intent.RequestExtension or Intent.ReportObstacle or Intent.UpdateStatus or Intent.AddNote or Intent.SetReminder)
            {
                readings[at] = readings[at] with { Request = request with { Slots = request.Slots with { Tasks = before.Slots.Tasks } } };
            }
        }

        return readings;
    }
}
