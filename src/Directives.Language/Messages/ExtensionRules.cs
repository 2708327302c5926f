using Directives.Language.Dates;
using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>Asking for more time, deciding on it, changing deadlines, and what waits for a decision.</summary>
internal static class ExtensionRules
{
    /// <summary><c>có trường nào xin gia hạn không</c>, <c>các vướng mắc chưa trả lời</c>, <c>việc 4 vướng gì</c>.</summary>
    internal static Reading? ReadRequestList(Clause clause)
    {
        var asksWho = clause.Has(Cue.WhichUnit) || clause.IsWhichUnit;
        var isAboutRequests = clause.HasAny(Cue.Extension, Cue.Obstacle, Cue.ObstacleAsk, Cue.ExtensionNoun);
        var slots = new Slots { Tasks = clause.NumberedTasks, Unit = clause.Unit, Period = clause.PeriodFor(DatePurpose.Report) };

        // "việc 3 thiếu trường nào": who is missing, not what is.
        var isMissing = clause.First(Cue.WhichUnit) is { } which && clause.Tokens[which.From - 1].Is("thiếu");
        if (asksWho && isAboutRequests && !isMissing && !clause.Has(Cue.Lead) && !clause.HasWord("nộp")) return Reading.Of(Intent.ListRequests, slots);
        if (asksWho && clause.Has(Cue.Waiting) && clause.HasWord("duyệt", "lời", "kiến") && !clause.Has(Cue.Deliver)) return Reading.Of(Intent.ListRequests, slots);
        if (clause.Has(Cue.ObstacleAsk) && !clause.Has(Cue.NoObstacle)) return Reading.Of(Intent.ListRequests, slots);
        if (clause.Has(Cue.Obstacle) && clause.Mood.EndsAsQuestion && clause.HasWord("có") && clause.HasUnits) return Reading.Of(Intent.ListRequests, slots);
        if (clause.Has(Cue.Obstacle) && clause.Mood.EndsAsQuestion && clause.HasWord("có", "còn") && clause.TaskMentions.Count > 0) return Reading.Of(Intent.ListRequests, slots);
        if (clause.Has(Cue.RequestNoun) && clause.First(Cue.RequestNoun)!.Value.From == clause.Start && clause.HasUnits && clause.HasWord("của") && clause.Dates.Count == 0) return Reading.Of(Intent.ListRequests, slots);
        if (clause.Has(Cue.RequestNoun) && IsListed(clause)) return Reading.Of(Intent.ListRequests, slots);
        if (clause.Role != SenderRole.Principal && clause.HasAny(Cue.Extension) && clause.Has(Cue.AskFor) && clause.Mood.IsQuestion && clause.TaskMentions.Count == 0) return Reading.Of(Intent.ListRequests, slots with { Unit = clause.Unit ?? Phrases.BareName(clause, clause.Start) });
        if (clause.Has(Cue.Waiting) && clause.HasAny(Cue.WhichTask, Cue.List) && clause.HasWord("duyệt", "lời", "đáp", "tôi", "kiến", "approval", "me") && !clause.Has(Cue.Deliver)) return Reading.Of(Intent.ListRequests, slots);
        return null;
    }

    private static bool IsListed(Clause clause)
    {
        if (clause.HasAny(Cue.Assign) && clause.HasUnits && clause.Start < clause.To && clause.Message.Has(clause.Start, Cue.Assign)) return false;
        var noun = clause.First(Cue.RequestNoun)!.Value;
        var isAsked = clause.Mood.IsQuestion || clause.HasAny(Cue.List, Cue.Waiting, Cue.WhichTask) || clause.HasWord("các", "những", "mấy", "bao", "any")
            || clause.Tokens[noun.To].IsAny("nào", "gì", "mô") && clause.HasWord("có", "còn");
        if (!isAsked) return false;

        // A leader's "đề nghị cho biết …", "yêu cầu liệt kê …" asks for something.
        if (noun.From == clause.Start && clause.Role != SenderRole.Principal && clause.Tokens[noun.From].IsAny("đề", "yêu") && clause.Message.Has(noun.To, Cue.List)) return false;

        // "đề nghị" that opens a request of one's own is a verb.
        var before = clause.Tokens[noun.From - 1];
        var isNoun = clause.Tokens[noun.From].IsAny("các", "những") || before.IsAny("các", "những", "có", "còn", "mấy") || before.IsAny("sách", "ds", "xem", "nhiêu", "về") || clause.Tokens[noun.To].IsAny("nào", "gì", "chờ", "chưa", "đang", "mới")
            || clause.Message.Has(noun.From - 1, Cue.List) || clause.Message.Has(noun.To, Cue.Waiting) || (clause.Message.IsEnglish && clause.HasAny(Cue.List, Cue.Waiting, Cue.WhichTask) | clause.Mood.IsQuestion | clause.HasWord("any"));
        if (clause.Has(Cue.Extension) && clause.TaskMentions.Count > 0 && clause.HasAny(Cue.Approve, Cue.Waiting) && !clause.HasWord("các", "những", "nào")) return false;
        return isNoun && !(clause.Dates.Count > 0 && clause.Has(Cue.Extension) && clause.TaskMentions.Count > 0 && !clause.Mood.IsQuestion);
    }

    internal static Reading? Read(Clause clause)
    {
        if (SetsNamedDeadline(clause)) return ReadNamedDeadline(clause, clause.TaskMentions[0].To);
        if (MovesTask(clause)) return ReadNamedDeadline(clause, clause.From);
        if (ReadDecidedLast(clause) is { } decidedLast) return decidedLast;
        if (ReadDecision(clause) is { } decision) return decision;
        if (!clause.HasAny(Cue.Extension, Cue.ExtensionNoun)) return ReadUnnamedRequest(clause);
        if (clause.Mood.IsQuestion && clause.HasWord("nên") && IsCounsel(clause)) return Reading.Of(Intent.None, new Slots(), 0.9);
        if (IsOnlyMore(clause) && clause.ReadDates(DatePurpose.Deadline).All(date => date.Duration is null && date.Deadline is null)) return null;
        if (IsAskedAbout(clause)) return Reading.Of(Intent.ShowTask, new Slots { Tasks = Tasks(clause), Aspect = TaskAspect.Extension, Unit = clause.OwnerBefore(clause.To) });
        if (clause.Has(Cue.WhichTask) && !clause.Has(Cue.AskFor)) return null;
        return ReadRequest(clause);
    }

    /// <summary>A leader's <c>hạn việc 9 sửa lại thành 18/12</c>, <c>thời hạn nhiệm vụ 4 để đến 5/12</c>: the deadline first, then its new day.</summary>
    internal static bool SetsNamedDeadline(Clause clause)
    {
        if (clause.Role == SenderRole.Principal || clause.Mood.IsQuestion || clause.TaskMentions.Count == 0 || clause.HasAny(Cue.Remind, Cue.RemindSelf, Cue.Approve, Cue.Reject)) return false;
        if (clause.First(Cue.Due) is not { } due || due.To > clause.TaskMentions[0].From || due.From > clause.Start + 1) return false;
        for (var at = clause.TaskMentions[0].To; at < clause.To; at++)
        {
            var isNow = clause.Tokens[at].Is("là") && clause.Tokens[at - 1].IsAny("giờ", "nay");
            var isVerb = isNow || clause.Tokens[at].IsAny("sửa", "đổi", "chỉnh", "dời", "đẩy", "lùi", "chuyển") || clause.Tokens[at].IsAny("để", "rút", "kéo", "thành");
            if (isVerb || clause.Tokens[at].Text is "becomes" or "become" or "moves" or "to") return clause.ReadDates(DatePurpose.Deadline, at).Any(date => date.Deadline is not null);
        }

        return false;
    }

    /// <summary>
    /// A leader's <c>đẩy việc 9 lên sớm hơn, mùng 1/12 phải xong</c>, <c>cho các trường đến mùng 5 tháng 12 với việc 6</c>, <c>task 16 is now due Monday 7 December</c>.
    /// </summary>
    private static bool MovesTask(Clause clause)
    {
        if (clause.Role == SenderRole.Principal || clause.Mood.IsQuestion || clause.NumberedTasks.Count == 0) return false;
        if (clause.HasAny(Cue.Remind, Cue.RemindSelf, Cue.Approve, Cue.Reject, Cue.AskFor) && !IsPlainMove(clause)) return false;
        if (!clause.ReadDates(DatePurpose.Deadline).Any(date => date is { IsPast: false } and not { Deadline: null, Duration: null })) return false;
        var (start, task) = (clause.Start, clause.TaskMentions[0]);
        if (clause.Message.IsEnglish) return clause.Tokens[task.To].Text is "is" or "are" && clause.Tokens[task.To + 1].Text is "now" && clause.Has(Cue.Due);
        if (clause.Tokens[start].IsAny("tất", "các", "toàn") && clause.HasUnits && clause.Has(Cue.Extension) && !clause.Has(Cue.Perfect)) return clause.HasWord("được");
        if (clause.Tokens[start].IsAny("đẩy", "kéo", "rút", "dời", "lùi") || clause.Tokens[start].IsAny("đưa", "chuyển")) return task.From == start + 1;
        var isForMany = clause.Tokens[start].Is("cho") && clause.Tokens[start + 1].IsAny("các", "khối", "tất", "những");
        return isForMany && !clause.Has(Cue.Extension) && clause.HasUnits && clause.Dates.Exists(date => date.Relation is DateRelation.Until);
    }

    /// <summary><c>doi viec 11 qua 12/12</c>: without its marks the verb is also that of a reminder; the day behind <c>qua</c>, <c>sang</c> shows which.</summary>
    private static bool IsPlainMove(Clause clause)
    {
        var task = clause.TaskMentions[0];
        return clause.Tokens[clause.Start].Text == "doi" && task.From == clause.Start + 1 && clause.Tokens[task.To].IsAny("qua", "sang", "đến", "tới", "về");
    }

    private static Reading ReadNamedDeadline(Clause clause, int from)
    {
        var day = clause.ReadDates(DatePurpose.Deadline, from).LastOrDefault(date => date.Deadline is not null || date.Duration is not null);
        var (deadline, extendBy) = day is { Duration: { } length } ? ((DateOnly?)null, length) : (day?.Deadline, null);
        return Reading.Of(
            Intent.ChangeDeadline,
            new Slots { Tasks = clause.NumberedTasks, Unit = clause.Unit, Deadline = deadline, ExtendBy = extendBy },
            Reading.Plain,
            day is { YearInferred: true } ? [Doubt.YearInferred] : []);
    }

    /// <summary><c>việc 12 xin đến hết tháng 11</c>, <c>we need 5 more days for task 12</c>: a wish, a task and a day.</summary>
    private static Reading? ReadUnnamedRequest(Clause clause)
    {
        var isAsked = clause.HasWord("xin") || (clause.Has(Cue.AskFor) && clause.HasWord("cho") && clause.Dates.Any(date => date.Relation == DateRelation.Until));
        var isMore = clause.Message.IsEnglish && clause.HasWord("more", "extra", "additional", "another", "longer");
        isAsked |= IsFavourOfTime(clause);
        var query = clause.TaskMentions.Count == 0 ? NamedBeforeWish(clause) : null;
        if (clause.TaskMentions.Count == 0 && query is null || clause.HasAny(Cue.Remind, Cue.RemindSelf, Cue.Assign, Cue.Finished, Cue.WhichTask)) return null;
        if ((clause.Has(Cue.Send) && !isAsked && !isMore) || !(isAsked || isMore || clause.Message.IsEnglish && clause.HasWord("until"))) return null;
        var (deadline, extendBy, inferred) = NewDeadline(clause);
        if (deadline is null && extendBy is null) return null;
        return Reading.Of(
            Intent.RequestExtension,
            new Slots { Tasks = query is null ? clause.NumberedTasks : [new TaskReference(Query: query)], Deadline = deadline, ExtendBy = extendBy, Note = NoteOfRequest(clause) },
            Reading.Likely,
            inferred ? [Doubt.YearInferred] : []);
    }

    /// <summary>
    /// A principal's <c>bảy ngày nữa cho việc 22 được không</c>, <c>việc 8 cho trường em trễ 5 ngày</c>, <c>việc 1 cho đến 1/12 được không ạ</c>: a length of time or a last
    /// day, and the word that asks a favour.
    /// </summary>
    private static bool IsFavourOfTime(Clause clause)
    {
        if (clause.Role != SenderRole.Principal || clause.HasAny(Cue.When, Cue.Perfect, Cue.List, Cue.Approve) || !clause.HasWord("cho") || clause.Percent is not null) return false;
        var isFavour = clause.HasWord("được") && (clause.Mood.EndsAsQuestion || clause.HasWord("không")) || clause.Has(Cue.AskFor) || clause.Tokens[clause.To - 1].IsAny("với", "nhé", "nha", "ạ");
        var hasBound = clause.Dates.Exists(day => day.Relation is DateRelation.Until);
        return isFavour && clause.ReadDates(DatePurpose.Deadline).Any(date => date.Duration is not null || date.Deadline is not null && !date.IsPast && hasBound);
    }

    /// <summary>The task in <c>hồ sơ kiểm định xin đến 15/12</c>: what is to be handed in, right before the wish for a last day.</summary>
    private static string? NamedBeforeWish(Clause clause)
    {
        if (clause.Role != SenderRole.Principal || clause.Mood.IsQuestion || !clause.Message.HasAny(clause.Start, CueSet.Of(Cue.Report, Cue.Deliverable))) return null;
        foreach (var date in clause.Dates)
        {
            if (date.Relation is not DateRelation.Until || !clause.Tokens[date.From - 1].Is("xin")) continue;
            return Phrases.Query(clause) ?? (date.From - 1 > clause.Start ? Phrases.Note(clause, clause.Start, date.From - 1) : null);
        }

        return null;
    }

    /// <summary>Whether the only hint of an extension is a word such as <c>thêm</c>, which needs a length of time beside it.</summary>
    private static bool IsOnlyMore(Clause clause)
    {
        if (clause.Has(Cue.ExtensionNoun)) return false;
        foreach (var match in clause.Matches)
        {
            if (match.Cues.HasAny(CueSet.Of(Cue.Extension)) && !clause.Tokens[match.To - 1].IsAny("thêm", "lại", "sau")) return false;
        }

        return true;
    }

    private static Reading? ReadDecision(Clause clause)
    {
        var reject = clause.First(Cue.Reject);
        var approve = clause.First(Cue.Approve);
        if ((reject ?? approve ?? Grant(clause)) is not { } verb) return null;
        if (IsOtherUse(clause, verb)) return null;

        // A principal's "việc 20 cho hoãn 3 ngày nhé" asks for it.
        if (clause.Role == SenderRole.Principal && clause.Units.Count == 0 && verb.Cues.Has(Cue.Extension) && clause.Tokens[verb.From].Is("cho")) return null;
        if (clause.HasAny(Cue.WhichUnit, Cue.WhichTask, Cue.Waiting) || IsConditional(clause, verb) || IsForAll(clause, verb)) return null;
        if (clause.Mood.IsQuestion && IsCounsel(clause)) return Reading.Of(Intent.None, new Slots(), 0.9);
        if (clause.Matches.Any(match => match.Cues.Has(Cue.Hearsay) && !match.Cues.Has(Cue.Polite))) return null;
        if (clause.Mood.IsQuestion)
        {
            // "gia hạn việc 12 duyệt chưa" asks about a request; "có nên đồng ý không" is none of the bot's business.
            return clause.HasAny(Cue.Extension, Cue.ExtensionNoun) || (clause.TaskMentions.Count > 0 && clause.HasWord("chưa")) ? null
                : Reading.Of(Intent.None, new Slots(), 0.9);
        }

        if (IsByOthers(clause, verb)) return null;
        var hasContext = clause.HasAny(Cue.Extension, Cue.ExtensionNoun, Cue.RequestNoun) || clause.TaskMentions.Count > 0 || clause.Units.Count > 0;
        var bare = clause.Units.Count == 0 ? Phrases.BareName(clause, verb.To) ?? NameBefore(clause, verb) : null;
        var isPlainRefusal = clause.Role != SenderRole.Principal && verb.From == clause.Start && Phrases.TrailingNote(clause, verb.To) is not null;
        hasContext |= reject is not null && (isPlainRefusal || Phrases.ReasonNote(clause) is not null);
        if (!hasContext && bare is null && !(clause.Dates.Count > 0 && clause.Role != SenderRole.Principal)) return null;
        var isConfirming = verb.Cues.Has(Cue.Confirm) && clause.Role == SenderRole.Principal && clause.TaskMentions.Count == 0 && !clause.Has(Cue.Extension) && clause.Units.Count == 0;
        if (isConfirming && bare is null) return null;
        if (clause.Role == SenderRole.Principal && !clause.HasAny(Cue.Extension, Cue.ExtensionNoun) && clause.Tokens[verb.From].IsAny("chốt", "chuẩn", "thông", "thống")) return null;
        if (clause.HasAny(Cue.Deliver, Cue.Finished) && !clause.Has(Cue.Extension) && clause.First(Cue.Finished) is { } finished && finished.From < verb.From) return null;
        if (!PlainDecision.Is(clause, verb)) return clause.Role == SenderRole.Principal ? null : Reading.Of(Intent.None, new Slots(), 0.9);
        var (deadline, extendBy, inferred) = NewDeadline(clause);
        return Reading.Of(
            Intent.DecideExtension,
            new Slots
            {
                Decision = reject is not null ? Decision.Reject : Decision.Approve,
                Tasks = clause.NumberedTasks is { Count: 0 } && Phrases.NamedTask(clause) is { } named ? [new TaskReference(Query: named)] : clause.NumberedTasks,
                Unit = clause.Unit ?? bare,
                Deadline = deadline,
                ExtendBy = extendBy,
                Note = Phrases.ReasonNote(clause) ?? TrailingReason(clause, verb),
            },
            Reading.Plain,
            inferred ? [Doubt.YearInferred] : []);
    }

    /// <summary><c>có nên đồng ý gia hạn không</c>, <c>should I approve</c>: whether to decide, not what was decided.</summary>
    private static bool IsCounsel(Clause clause)
    {
        if (clause.Message.IsEnglish && clause.HasWord("wise", "advisable", "advise", "idea", "recommend", "suggest")) return true;
        if (clause.Tokens[clause.Start].Is("theo") && clause.Tokens[clause.Start + 1].IsAny("em", "anh", "chị", "chú", "cô", "thầy", "bác", "đồng")) return true;
        for (var at = clause.From; at < clause.To; at++)
        {
            var (token, next) = (clause.Tokens[at], clause.Tokens[at + 1]);
            if (token.IsAny("có", "liệu") && (next.Is("nên") || (clause.Message.Has(at + 1, Cue.Self) && clause.Tokens[at + 2].Is("nên")))) return true;
            if (token.Text is "should" && next.Text is "i" or "we" || (token.Is("nên") && clause.Mood.EndsAsQuestion && clause.Message.HasAny(at + 1, CueSet.Of(Cue.Approve, Cue.Reject)))) return true;
        }

        return false;
    }

    /// <summary>What keeps words before a decision from being only its grounds.</summary>
    private static readonly CueSet NoGrounds = CueSet.Of(
        Cue.Condition, Cue.Hearsay, Cue.Unreal, Cue.WhichTask, Cue.WhichUnit, Cue.When, Cue.HowFar, Cue.Waiting, Cue.Future, Cue.Help, Cue.Remind, Cue.RemindSelf, Cue.Assign, Cue.Approve, Cue.Reject);

    /// <summary>
    /// A leader's decision at the end of its grounds: <c>xét đề nghị của THPT Thạch Bàn …, nên tôi đồng ý cho gia hạn</c>, <c>MN Bình Minh xin gia hạn hả, không
    /// duyệt</c>. Words that are not understood stand before it, so the leader is asked.
    /// </summary>
    private static Reading? ReadDecidedLast(Clause clause)
    {
        if (clause.Role != SenderRole.Leader || clause.HasAny(Cue.Condition) || clause.Tokens[clause.To - 1].IsSign('?') || LastComma(clause) is not { } comma) return null;
        var grounds = clause.Part(clause.From, comma);
        if (grounds.Units.Count == 0 && grounds.TaskMentions.Count == 0 || grounds.Cues.HasAny(NoGrounds) || grounds.Dates.Any(date => date.Value is not null)) return null;
        for (var at = clause.From; at < comma; at++)
        {
            if (clause.Tokens[at].IsSign(':') || clause.Tokens[at].IsSign('"') || clause.Tokens[at].Kind == TokenKind.Break) return null;
        }

        var from = comma + 1;
        while (clause.Tokens[from].IsAny("nên", "thôi", "vậy")) from++;
        var last = clause.Part(from, clause.To);
        var decided = SocialRules.IsDecisionOnly(last) ?? (last.HasAny(Cue.Approve, Cue.Reject) ? ReadDecision(last) : null);
        if (decided?.Request is not { Intent: Intent.DecideExtension } request) return null;
        var slots = request.Slots;
        var (deadline, extendBy, _) = slots is { Deadline: null, ExtendBy: null, Decision: Decision.Approve } ? NewDeadline(grounds) : (slots.Deadline, slots.ExtendBy, false);
        return Reading.Of(
            Intent.DecideExtension,
            slots with
            {
                Deadline = deadline,
                ExtendBy = extendBy,
                Tasks = slots.Tasks.Count > 0 ? slots.Tasks : grounds.NumberedTasks,
                Unit = slots.Unit ?? grounds.Unit,
                Note = slots.Note ?? Phrases.ReasonNote(grounds),
            },
            Reading.Doubtful,
            Doubt.UnknownWords);
    }

    private static int? LastComma(Clause clause)
    {
        for (var at = clause.To - 1; at > clause.From; at--)
        {
            if (clause.Tokens[at].IsSign(',') && !clause.Message.IsTaken[at]) return at;
        }

        return null;
    }

    /// <summary><c>giao các trường chốt sổ thu chi</c>, <c>việc 6 chốt hạn ngày nào</c>: the word is part of something else.</summary>
    private static bool IsOtherUse(Clause clause, CueMatch verb)
    {
        if (clause.Message.Has(clause.Start, Cue.Assign) && verb.From > clause.Start && !clause.HasAny(Cue.Extension, Cue.ExtensionNoun)) return true;
        return clause.Tokens[verb.From].Is("chốt") && (clause.Tokens[verb.To].IsAny("sổ", "số", "danh") || clause.Tokens[verb.To].Is("hạn") && clause.Mood.IsQuestion);
    }

    /// <summary>A condition makes it no decision; the <c>để</c> of <c>nhất trí để TH Ái Mộ gia hạn</c> is none.</summary>
    private static bool IsConditional(Clause clause, CueMatch verb)
    {
        foreach (var match in clause.Matches)
        {
            // "we extended it once" counts.
            if (clause.Tokens[match.From].Text is "once" && (match.To == clause.To || clause.Tokens[match.To].Kind != TokenKind.Word)) continue;
            if (match.Cues.Has(Cue.Condition) && !(match.From == verb.To && clause.Tokens[match.From].Is("để"))) return true;
        }

        return false;
    }

    /// <summary><c>thống nhất kéo dài thời hạn việc 11 cho tất cả các trường</c>: nobody in particular has asked; the deadline is moved for all.</summary>
    private static bool IsForAll(Clause clause, CueMatch verb)
    {
        // "cho lùi chung việc 8 đến hết năm"
        var isShared = clause.HasWord("chung") && clause.Has(Cue.Extension) && clause.NumberedTasks.Count > 0;
        if (isShared && clause.Role != SenderRole.Principal && !clause.HasAny(Cue.RequestNoun, Cue.ExtensionNoun)) return true;
        if (clause.Role == SenderRole.Principal || !clause.Tokens[verb.From].IsAny("thống", "chốt") || clause.TaskMentions.Count == 0 || clause.HasAny(Cue.RequestNoun, Cue.ExtensionNoun)) return false;
        return clause.Has(Cue.Extension) && clause.HasUnits && clause.HasWord("các", "khối", "cả", "toàn");
    }

    /// <summary>A leader's <c>việc 5 tôi cho đến 5/12</c>: what is granted is only the day.</summary>
    private static CueMatch? GrantOfDay(Clause clause)
    {
        if (clause.Role == SenderRole.Principal || clause.HasAny(Cue.Assign, Cue.Remind, Cue.RemindSelf, Cue.Send)) return null;
        if (GrantBehindAssent(clause) is { } assent) return assent;
        foreach (var date in clause.Dates)
        {
            // "thôi cho TH Kim Đồng đến thứ sáu": for whom, and until when.
            var start = clause.Start;
            if (clause.Tokens[start].Is("cho") && date.Relation is DateRelation.Until && clause.Units.Any(unit => unit.From == start + 1 && unit.To == date.From))
            {
                return new CueMatch(start, start + 1, CueSet.Of(Cue.Approve));
            }

            if (!clause.Tokens[date.From].Is("cho") || date.Relation is not DateRelation.Until || date.From == clause.From) continue;
            var before = clause.Tokens[date.From - 1].Is("thì") ? date.From - 1 : date.From;
            var isSubject = clause.Message.Has(date.From - 1, Cue.Self) || clause.Units.Any(unit => unit.To == before) || clause.Tokens[date.From - 1].Is("chỉ");
            if (isSubject && (clause.TaskMentions.Count > 0 || clause.Units.Count > 0)) return new CueMatch(date.From, date.From + 1, CueSet.Of(Cue.Approve));
        }

        return null;
    }

    /// <summary><c>ừ thì cho đến thứ hai 7/12</c>, <c>được, THCS Ngọc Lâm hạn tới 9/12</c>: assent, and then only for whom and until when.</summary>
    private static CueMatch? GrantBehindAssent(Clause clause)
    {
        var at = clause.From;
        while (clause.Message.MatchAt(at) is { } assent && assent.From == at && assent.Cues.Has(Cue.Confirm) && !assent.Cues.HasAny(CueSet.Of(Cue.Approve))) at = assent.To;
        if (at == clause.From) return null;
        while (clause.Tokens[at].IsSign(',') || clause.Tokens[at].Is("thì")) at++;
        var start = at;
        foreach (var unit in clause.Units)
        {
            if (unit.From == start) at = unit.To;
        }

        foreach (var task in clause.TaskMentions)
        {
            if (task.From == start) at = task.To;
        }

        while (at > start && (clause.Tokens[at].IsAny("hạn", "thì") || clause.Tokens[at].IsSign(','))) at++;
        var day = clause.Dates.Find(date => date.From == at);
        var isGrant = day is { Relation: DateRelation.Until } && (at > start || clause.Tokens[at].Is("cho"));
        return isGrant ? new CueMatch(start, start + 1, CueSet.Of(Cue.Approve)) : null;
    }

    /// <summary>A leader's <c>give task 9 three more days</c>.</summary>
    private static CueMatch? EnglishGrant(Clause clause)
    {
        if (clause.Role == SenderRole.Principal || !clause.Message.IsEnglish || !clause.HasWord("more", "extra", "another", "additional", "until")) return null;
        var start = clause.Start;
        foreach (var task in clause.TaskMentions)
        {
            // "yes, task 8 can have until 14 December"
            var isGranted = clause.Tokens[task.To].Text is "can" or "may" && clause.Tokens[task.To + 1].Text is "have";
            if (isGranted && !clause.Mood.IsQuestion) return new CueMatch(task.To, task.To + 2, CueSet.Of(Cue.Approve));
        }

        return clause.Tokens[start].Text is "give" or "allow" or "grant" && (clause.TaskMentions.Count > 0 || clause.Units.Count > 0) ? new CueMatch(start, start + 1, CueSet.Of(Cue.Approve)) : null;
    }

    private static bool MovesDeadline(Clause clause)
    {
        var next = clause.Tokens[clause.Start + 1];
        if (next.IsAny("hạn", "thời")) return true;
        if (!next.IsAny("các", "khối", "tất", "những") || clause.First(Cue.Extension) is not { } verb) return false;
        return clause.Tokens[verb.To - 1].Is("hạn") && !clause.Tokens[verb.From].Is("gia");
    }

    /// <summary>A leader's <c>cho THCS Hoa Sen gia hạn đến 15/12</c>; <c>cho các trường lùi hạn</c>, <c>cho hạn việc 3 dời sang</c> move a deadline.</summary>
    private static CueMatch? Grant(Clause clause)
    {
        if ((GrantOfDay(clause) ?? EnglishGrant(clause)) is { } granted) return granted;
        if (clause.Role != SenderRole.Principal && MovesDeadline(clause)) return null;
        if ((clause.Role == SenderRole.Principal && clause.Units.Count == 0) || !clause.Tokens[clause.Start].Is("cho") || clause.Message.Has(clause.Start, Cue.AskFor) || !clause.HasAny(Cue.Extension) || clause.HasWord("xin", "đề")) return null;
        return new CueMatch(clause.Start, clause.Start + 1, CueSet.Of(Cue.Approve));
    }

    /// <summary>A decision told of others, or done before: <c>phòng đã duyệt kế hoạch</c>, <c>được duyệt rồi</c>.</summary>
    private static bool IsByOthers(Clause clause, CueMatch verb)
    {
        for (var at = clause.From; at < verb.From; at++)
        {
            // "cho" is no "chờ" left without its mark.
            if (clause.Message.Has(at, Cue.Settled) || clause.Tokens[at].Text == "cho" || at == clause.From && clause.Tokens[at].Is("được") && clause.Tokens[at + 1].IsSign(',')) continue;
            if (clause.Tokens[at].IsAny("được", "đã", "chờ", "chưa") || clause.Tokens[at].IsAny("sẽ", "trình", "xin", "cần") || clause.Tokens[at].Is("bị")) return true;
            if (clause.Message.Has(at, Cue.AskFor) && !clause.Message.Has(at, Cue.Approve)) return true;
        }

        return clause.Tokens[verb.To].IsAny("rồi") && clause.Role == SenderRole.Principal;
    }

    private static string? NameBefore(Clause clause, CueMatch verb)
    {
        if (clause.Message.IsEnglish && clause.Tokens[clause.From].Text is "i" or "i'm" or "we" or "we're") return null;
        var name = Phrases.BareName(clause, clause.Start);
        return name is not null && clause.Start < verb.From ? name : null;
    }

    private static string? TrailingReason(Clause clause, CueMatch verb) =>
        clause.Has(Cue.Reject) && clause.Last(Cue.Reject)!.Value.From == verb.From ? Phrases.TrailingNote(clause, verb.To) : null;

    private static IReadOnlyList<TaskReference> Tasks(Clause clause)
    {
        if (clause.NumberedTasks is { Count: > 0 } numbered) return numbered;
        foreach (var match in clause.Matches)
        {
            if (match.Cues.HasAny(CueSet.Of(Cue.Task, Cue.Report)) && Phrases.Query(clause) is { } query) return [new TaskReference(Query: query)];
        }

        return [];
    }

    /// <summary>A question about a request that was made: no new date in it, and it asks.</summary>
    private static bool IsAskedAbout(Clause clause)
    {
        if (!clause.Mood.IsQuestion) return false;
        var hasDate = clause.ReadDates(DatePurpose.Deadline).Any(date => (date.Deadline is not null && !date.IsPast) || date.Duration is not null);
        if (hasDate && clause.Message.IsEnglish && !clause.Has(Cue.Approve)) return false;

        // "could we have more time on task 3?" asks for it; "did we get more time?" asks about it.
        if (clause.Message.IsEnglish && clause.First(Cue.AskFor) is { } wish && wish.From <= clause.Start + 1 && wish.To - wish.From > 1) return false;
        if (hasDate && (clause.HasWord("được") || clause.Has(Cue.AskFor)) && !clause.Tokens[LastWord(clause)].Is("chưa")) return false;
        if (clause.HasAny(Cue.WhichUnit, Cue.WhichTask)) return false;
        var isOwnWish = clause.HasAny(Cue.AskFor) && clause.HasWord("không") && !clause.HasAny(Cue.Approve) && clause.First(Cue.AskFor)!.Value.From <= clause.First(Cue.Extension)?.From && clause.HasWord("được");
        return !isOwnWish;
    }

    private static int LastWord(Clause clause)
    {
        var at = clause.To - 1;
        while (at > clause.From && (clause.Tokens[at].Kind != TokenKind.Word || clause.Message.MatchAt(at) is { } match && match.Cues.HasAny(CueSet.Of(Cue.Polite, Cue.Self, Cue.Person)) && !match.Cues.Has(Cue.QuestionEnd))) at--;
        return at;
    }

    private static Reading? ReadRequest(Clause clause)
    {
        var verb = (clause.First(Cue.Extension) ?? clause.First(Cue.ExtensionNoun))!.Value;
        var (deadline, extendBy, inferred) = NewDeadline(clause);
        var asks = clause.Has(Cue.AskFor) || clause.HasWord("cho") && clause.Role == SenderRole.Principal && !clause.HasUnits || clause.Mood.IsQuestion;
        var isForUnits = clause.HasUnits && !OwnUnit(clause);
        if (IsToldOf(clause, verb) || (deadline is null && extendBy is null && clause.Mood.IsDenied)) return null;
        if (!asks && (isForUnits || clause.Role != SenderRole.Principal || verb.Cues.Has(Cue.Change)))
        {
            return Reading.Of(
                Intent.ChangeDeadline,
                new Slots { Tasks = Tasks(clause), Unit = clause.Unit ?? UnitAfterFor(clause), Deadline = deadline, ExtendBy = extendBy },
                Reading.Plain,
                inferred ? [Doubt.YearInferred] : []);
        }

        if (clause.Tokens[verb.From].Text == "hoan" && verb.To - verb.From == 1 && clause.TaskMentions.Count == 0 && !clause.HasAny(Cue.AskFor, Cue.Task, Cue.Report)) return null;
        if (!asks && deadline is null && extendBy is null && clause.TaskMentions.Count == 0 && !clause.Has(Cue.Task) && clause.Has(Cue.Perfect)) return null;
        return Reading.Of(
            Intent.RequestExtension,
            new Slots { Tasks = Tasks(clause), Deadline = deadline, ExtendBy = extendBy, Note = NoteOfRequest(clause) ?? NoteBefore(clause, verb) },
            Reading.Plain,
            IsHomograph(clause, verb) ? [Doubt.Homograph] : inferred ? [Doubt.YearInferred] : []);
    }

    /// <summary><c>hoan</c> alone may be the beginning of <c>hoàn thành</c> as well as <c>hoãn</c>.</summary>
    private static bool IsHomograph(Clause clause, CueMatch verb) => clause.Tokens[verb.From].Text == "hoan" && verb.To - verb.From == 1 && !clause.Has(Cue.AskFor) && clause.Dates.Count == 0;

    private static bool OwnUnit(Clause clause) => clause.Has(Cue.AskFor) || clause.HasWord("tôi", "em", "mình");

    /// <summary><c>đã gia hạn rồi</c>, <c>được gia hạn</c>, <c>không cần gia hạn</c>.</summary>
    private static bool IsToldOf(Clause clause, CueMatch verb)
    {
        var before = clause.Tokens[verb.From - 1];
        if (before.Is("được") && (clause.Message.Has(verb.From - 1, Cue.AskFor) || clause.Message.Has(verb.From - 2, Cue.AskFor))) return false;
        return before.IsAny("đã", "được", "bị") || (before.IsAny("cần", "phải") && clause.Tokens[verb.From - 2].IsAny("không", "chẳng"));
    }

    private static string? UnitAfterFor(Clause clause)
    {
        for (var at = clause.From; at < clause.To; at++)
        {
            if (clause.Tokens[at].Is("cho") && clause.Tokens[at + 1].IsCapitalised) return Phrases.BareName(clause, at + 1);
        }

        return null;
    }

    /// <summary>The last day named before the reason; or a length of time counted from the old deadline.</summary>
    private static (DateOnly? Deadline, string? ExtendBy, bool Inferred) NewDeadline(Clause clause)
    {
        var limit = Phrases.Reason(clause)?.From ?? int.MaxValue;
        var dates = clause.ReadDates(DatePurpose.Deadline, to: limit).ToList();
        if (dates.Count == 0 && !clause.HasAny(Cue.Approve, Cue.Reject)) dates = [.. clause.ReadDates(DatePurpose.Deadline)];
        DateMention? last = null;
        foreach (var date in dates)
        {
            if (date.Duration is not null && (date.Deadline is null || IsCounted(clause, date))) return (null, date.Duration, false);
            if (date.Deadline is not null && !(date.IsPast && dates.Count > 1)) last = date;
        }

        return (last?.Deadline, null, last?.YearInferred ?? false);
    }

    /// <summary><c>thêm 5 ngày nữa</c>, <c>xin 2 tuần nữa</c>: counted from the old deadline, whatever stands after the unit.</summary>
    private static bool IsCounted(Clause clause, DateMention date)
    {
        foreach (var expression in clause.Dates)
        {
            if (clause.Tokens[expression.From].From != date.From) continue;
            var before = clause.Tokens[expression.From - 1];
            // "nộp sau 2 tuần so với hạn"
            if (clause.Tokens[expression.To].Is("so") && clause.Tokens[expression.To + 1].Is("với") && clause.Has(Cue.Due)) return true;
            return expression.Relation is DateRelation.On && !before.IsAny("đến", "tới", "sang");
        }

        return false;
    }

    /// <summary>Why more time is asked for: behind the word for a reason, behind the day, or before the request.</summary>
    private static string? NoteOfRequest(Clause clause) =>
        Phrases.ReasonNote(clause) ?? NoteAfterDate(clause) ?? Phrases.ReasonBefore(clause, FirstWish(clause));

    /// <summary>The word with which the request begins.</summary>
    private static CueMatch FirstWish(Clause clause)
    {
        foreach (var match in clause.Matches)
        {
            if (match.Cues.HasAny(CueSet.Of(Cue.AskFor, Cue.Extension))) return match;

            // Without its mark "cho" at the head is also "chờ".
            if (clause.Tokens[match.From].Is("cho") && clause.Message.HasAny(match.To, CueSet.Of(Cue.AskFor, Cue.Extension, Cue.Self))) return match;
        }

        return new CueMatch(clause.To, clause.To, default);
    }

    private static string? NoteAfterDate(Clause clause) => clause.Dates.Count > 0 ? Phrases.TrailingNote(clause, clause.Dates[^1].To) : null;

    /// <summary>An obstacle named before the request is its reason.</summary>
    private static string? NoteBefore(Clause clause, CueMatch verb)
    {
        if (clause.First(Cue.Obstacle) is not { } obstacle || obstacle.From >= verb.From) return null;
        for (var at = obstacle.To; at < clause.To; at++)
        {
            if (clause.Tokens[at].IsSign(',') || clause.Message.Has(at, Cue.AskFor) || clause.Tokens[at].IsAny("nên")) return Phrases.Note(clause, obstacle.From, at);
        }

        return null;
    }
}
