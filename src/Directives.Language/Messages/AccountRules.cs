using System.Globalization;
using Directives.Language.Dates;
using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>Link codes, and what the bot sends unasked: digests and notices.</summary>
internal static class AccountRules
{
    private const int ShortestCode = 4;
    private const int LongestCode = 10;

    internal static Reading? ReadLink(Clause clause)
    {
        var code = Code(clause);
        if (clause.Has(Cue.Link) && (code is not null || clause.First(Cue.Link) is { } link && (link.To - link.From > 1 || clause.Tokens[link.From].Text is "link") && clause.Start == link.From))
        {
            return clause.TaskMentions.Count > 0 || clause.HasAny(Cue.TurnOff) || (code is null && clause.Mood.IsQuestion) ? null : Reading.Of(Intent.LinkAccount, new Slots { Code = code });
        }

        // The code alone, as it was handed out.
        var isAlone = code is { Length: 6 } && clause.To - clause.From <= 2 && clause.From == 0 && clause.Tokens[clause.From].Kind == TokenKind.Number;
        return isAlone ? Reading.Of(Intent.LinkAccount, new Slots { Code = code }, 0.9) : null;
    }

    internal static Reading? ReadSettings(Clause clause)
    {
        if (IsTold(clause) || IsForSomebodyElse(clause)) return null;
        return ReadSwitch(clause) ?? ReadSchedule(clause);
    }

    /// <summary><c>hôm qua tôi không nhận được thông báo</c>, <c>sao tắt nhắc rồi</c>, <c>bản tin gửi lúc mấy giờ</c>: what is, or why, and nothing that is wanted otherwise.</summary>
    private static bool IsTold(Clause clause)
    {
        if (clause.Time is null && clause.Recurrence is null && clause.HasWord("mấy", "bao", "nào") && clause.Has(Cue.When)) return true;
        if (clause.First(Cue.TurnOff) is not { } off) return false;
        for (var at = clause.From; at < off.From; at++)
        {
            if (clause.Tokens[at].IsAny("đã", "sao", "ai", "vừa")) return true;
        }

        if (!clause.Tokens[off.From].Is("không") || clause.Mood.EndsAsQuestion) return false;
        return clause.HasWord("được");
    }

    /// <summary><c>gửi bản tin cho chị Lan</c>: nobody sets what another person is told.</summary>
    private static bool IsForSomebodyElse(Clause clause)
    {
        for (var at = clause.From; at + 2 < clause.To; at++)
        {
            if (!clause.Tokens[at].Is("cho") || !clause.Tokens[at + 1].IsAny("anh", "chị", "cô", "thầy", "ông", "bà", "bác", "chú")) continue;
            var name = clause.Tokens[at + 2];
            if (name.Kind == TokenKind.Word && (name.IsCapitalised || (clause.Message.MatchAt(at + 2) is null && !clause.Message.IsTaken[at + 2]))) return true;
        }

        return false;
    }

    private static Reading? ReadSwitch(Clause clause)
    {
        if (clause.TaskMentions.Count > 0) return null;
        var off = clause.First(Cue.TurnOff);
        var on = clause.First(Cue.TurnOn);
        if (off is null && on is null) return null;
        var isWhole = off is { } phrase && phrase.To - phrase.From > 1 && clause.HasWord("nhắc", "gửi", "nhận", "nhắn", "thông", "sending", "send", "báo");
        var hasObject = clause.HasAny(Cue.Notices, Cue.Digest) || (clause.HasAny(Cue.Remind, Cue.RemindSelf) && off is not null) || (clause.Has(Cue.Summary) && (off is not null || clause.Recurrence is not null || clause.HasWord("bật")));
        if (!isWhole && !hasObject) return null;
        if (clause.Mood.EndsAsQuestion && !clause.HasWord("được", "giúp")) return null;
        if (clause.Has(Cue.Export) || (clause.HasUnits && clause.Has(Cue.Assign))) return null;
        if (clause.Has(Cue.Undo) && !hasObject) return null;
        var slots = Schedule(clause) with { Enabled = off is null };
        return Reading.Of(Intent.SetDigest, off is null ? slots : new Slots { Enabled = false });
    }

    private static Reading? ReadSchedule(Clause clause)
    {
        if (clause.TaskMentions.Count > 0 || clause.HasAny(Cue.Assign, Cue.Deliver) && !clause.Has(Cue.Send)) return null;
        if (clause.Mood.EndsAsQuestion && !clause.HasWord("được", "giúp")) return null;
        var isDeclined = clause.HasAny(Cue.Deny, Cue.Negation) && clause.HasAny(Cue.Digest, Cue.Notices) && clause.HasWord("nữa", "khỏi", "đừng");
        if (isDeclined) return Reading.Of(Intent.SetDigest, new Slots { Enabled = false });
        if (clause.Has(Cue.Perfect) && !(clause.Message.IsEnglish && clause.Has(Cue.Digest)) || clause.Units.Count > 0 && !clause.Has(Cue.Digest)) return null;
        var slots = Schedule(clause);
        var hasRhythm = clause.Recurrence is not null;
        var hasMoment = clause.Time is not null;
        var hasObject = clause.HasAny(Cue.Digest, Cue.Summary, Cue.List, Cue.Task, Cue.Report, Cue.Due, Cue.Overdue, Cue.Notices, Cue.WhichTask, Cue.Deliver);
        var isSent = clause.Has(Cue.Send);
        var isReminder = clause.HasAny(Cue.RemindSelf, Cue.Remind) && !clause.HasUnits;
        var isAskedFor = isSent && !clause.Has(Cue.Export) && !IsVerb(clause) && clause.PeriodFor(DatePurpose.Report) is null;
        if (clause.Has(Cue.Digest) && (hasRhythm || hasMoment || isAskedFor) && !clause.HasUnits) return Reading.Of(Intent.SetDigest, slots);
        if (isSent && hasObject && (hasRhythm || (hasMoment && slots.Weekday is not null)) && !IsForOthers(clause)) return Reading.Of(Intent.SetDigest, slots);
        if (isSent && hasRhythm && clause.Matches.Count <= 3 && !IsForOthers(clause)) return Reading.Of(Intent.SetDigest, slots, Reading.Likely);
        if (isReminder && hasRhythm && !HasOwnTask(clause)) return Reading.Of(Intent.SetDigest, slots);
        if (clause.Has(Cue.Summary) && hasRhythm && !clause.HasAny(Cue.Export, Cue.Assign) && clause.Start < clause.To && !clause.HasUnits) return Reading.Of(Intent.SetDigest, slots, Reading.Doubtful + 0.1);
        return null;
    }

    /// <summary><c>tóm tắt cho em</c>: what is to be done now, and no digest.</summary>
    private static bool IsVerb(Clause clause) => clause.First(Cue.Digest) is { } digest && clause.Tokens[digest.From].Is("tóm") && !clause.Tokens[digest.From - 1].Is("bản");

    private static bool IsForOthers(Clause clause) => clause.HasUnits && !clause.HasWord("tôi", "em", "mình", "me");

    private static bool HasOwnTask(Clause clause) => clause.Has(Cue.Deliver) || (clause.Has(Cue.Task) && Phrases.Query(clause) is not null);

    private static Slots Schedule(Clause clause)
    {
        int? weekday = null;
        foreach (var date in clause.Dates)
        {
            if (date.Value is WeekdayValue day) weekday ??= day.Day;
        }

        var rule = clause.Recurrence;
        if (rule is not null && rule.IndexOf("BYDAY=", StringComparison.Ordinal) is >= 0 and var at)
        {
            var code = rule.Substring(at + 6, 2);
            weekday = code switch { "MO" => 1, "TU" => 2, "WE" => 3, "TH" => 4, "FR" => 5, "SA" => 6, _ => 7 };
        }

        DigestRhythm? every = rule is null ? null
            : rule.StartsWith("FREQ=DAILY", StringComparison.Ordinal) ? DigestRhythm.Day
            : rule.StartsWith("FREQ=WEEKLY", StringComparison.Ordinal) ? DigestRhythm.Week
            : DigestRhythm.Month;
        if (every is null && clause.First(Cue.Digest) is { } digest)
        {
            for (var token = digest.From; token < digest.To; token++)
            {
                if (clause.Tokens[token].Is("tuần") || clause.Tokens[token].Text is "weekly") every = DigestRhythm.Week;
                else if (clause.Tokens[token].Is("ngày") || clause.Tokens[token].Text is "daily") every = DigestRhythm.Day;
                else if (clause.Tokens[token].Is("tháng") || clause.Tokens[token].Text is "monthly") every = DigestRhythm.Month;
            }
        }

        if (weekday is not null) every ??= DigestRhythm.Week;
        return new Slots
        {
            Enabled = true,
            Every = every,
            Weekday = weekday,
            MonthDay = every == DigestRhythm.Month ? MonthDay(rule) : null,
            Time = clause.Time,
            Recurrence = rule is not null && IsFiner(rule) ? rule : null,
        };
    }

    /// <summary>Every other week, every quarter, on two days of the week or the month: no rhythm of <see cref="DigestRhythm"/> says it.</summary>
    private static bool IsFiner(string rule) => rule.Split(';').Any(part =>
        (part.StartsWith("INTERVAL=", StringComparison.Ordinal) && part != "INTERVAL=1")
        || (part.StartsWith("BY", StringComparison.Ordinal) && part.Contains(',', StringComparison.Ordinal))
        || part.StartsWith("BYMONTH=", StringComparison.Ordinal));

    private static int? MonthDay(string? rule) =>
        rule?.Split(';').FirstOrDefault(part => part.StartsWith("BYMONTHDAY=", StringComparison.Ordinal)) is { } part
            && int.TryParse(part["BYMONTHDAY=".Length..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var day) ? day : null;

    private static string? Code(Clause clause)
    {
        for (var at = clause.To - 1; at >= clause.From; at--)
        {
            if (clause.Message.IsTaken[at] || clause.Tokens[at].Kind != TokenKind.Number) continue;
            var (from, to) = (at, at + 1);
            while (from > clause.From && clause.Tokens[from].IsGlued && clause.Tokens[from - 1].Kind is TokenKind.Word or TokenKind.Number) from--;
            while (to < clause.To && clause.Tokens[to].IsGlued && clause.Tokens[to].Kind is TokenKind.Word or TokenKind.Number) to++;

            // "482 913", "482-913"
            while (from - 1 >= clause.From && clause.Tokens[from - 1].Kind == TokenKind.Number && clause.Tokens[from - 1].Length == 3) from--;
            var code = string.Concat(Enumerable.Range(from, to - from).Select(token => clause.Tokens.Slice(token, token + 1)));
            if (code.Length is >= ShortestCode and <= LongestCode) return code;
        }

        return null;
    }
}
