using Directives.Language.Dates;
using Directives.Language.Messages;
using Directives.Language.Text;

namespace Directives.Core;

/// <summary>
/// "Gửi việc tuần cho tôi 7h sáng thứ hai", "tắt nhắc đến thứ hai", "bật nhắc lại", "nhắn tôi qua Zalo": when, whether and where a person is told things
/// unasked. Done at once, with undo.
/// </summary>
public sealed class SetNotices(SettingsTable settings, WorkTable work, OutboxTable outbox, TalkTable talks, GroupTable groups, ReminderPolicy policy, SendingHours hours) : IUseCase
{
    private static readonly string[] Lists = ["ban tin", "tong hop", "tom tat", "viec tuan", "danh sach", "digest", "summary"];

    private static readonly string[] UpTo = [" den ", " toi ", " until ", " till "];

    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        var before = await settings.FindAsync(turn.Sender.Id, cancellationToken);
        if (command.Step == Step.SetChannel) return await ChannelAsync(turn, before, command.Slots.Note!, cancellationToken);
        var slots = command.Slots;
        if (slots.Recurrence is not null) return new SayReply("digest.rhythm");
        if (slots.Enabled == false) return IsAboutLists(turn) ? await NoDigestAsync(turn, before, cancellationToken) : await MuteAsync(turn, before, slots, cancellationToken);
        return slots is { Every: null, Weekday: null, Time: null } ? await UnmuteAsync(turn, before, cancellationToken) : await ScheduleAsync(turn, before, slots, cancellationToken);
    }

    /// <summary>Takes back the setting that the person made last.</summary>
    public async Task<Reply> UndoAsync(Turn turn, SettingUndo undo, CancellationToken cancellationToken)
    {
        if (undo.Group is { } ofGroup)
        {
            await groups.ChangeDigestAsync(ofGroup.Group, _ => ofGroup.Before, cancellationToken);
        }
        else if (undo.Reminder is { } reminder)
        {
            if (!await outbox.CancelAsync(reminder, turn.Now, cancellationToken)) return new SayReply("undo.none");
        }
        else
        {
            await settings.WriteAsync(turn.Sender.Id, undo.Before ?? new PersonSettings(), cancellationToken);
        }

        turn.Talk = turn.Talk with { UndoSetting = null };
        turn.HasChanged = true;
        return new SayReply(undo switch { { Group: not null } => "group.digest.undone", { Reminder: not null } => "remind.undone", _ => "settings.undone" });
    }

    private async Task<Reply> ScheduleAsync(Turn turn, PersonSettings before, Slots slots, CancellationToken cancellationToken)
    {
        var (schedule, asked) = Schedule(slots, policy, hours);
        var time = schedule.Time;
        await SaveAsync(turn, before, before with { Digest = schedule, NoDigest = false, IsMuted = false, MutedUntil = null }, cancellationToken);
        var next = policy.NextList(schedule, turn.Now);
        // Today is planned already.
        if (VietnamTime.Day(next) == turn.Today) await outbox.PlanAsync(PlanReminders.Digest(turn.Sender, turn.Today, turn.Today, time), cancellationToken);
        List<Phrase> lines = [new Phrase("digest.set", ("time", time), ("days", Days(schedule)), ("date", VietnamTime.Day(next)))];
        if (time != asked) lines.Add(new Phrase("digest.quiet", ("from", hours.QuietFrom), ("until", hours.QuietUntil)));
        return Done(turn, lines);
    }

    private async Task<Reply> MuteAsync(Turn turn, PersonSettings before, Slots slots, CancellationToken cancellationToken)
    {
        if (Until(turn, slots) is not { } until)
        {
            await SaveAsync(turn, before, before with { IsMuted = true, MutedUntil = null }, cancellationToken);
            return Done(turn, [new Phrase("mute.all")]);
        }

        if (until <= turn.Now) return new SayReply(new Phrase("mute.past", ("date", VietnamTime.Day(until))));
        await SaveAsync(turn, before, before with { IsMuted = false, MutedUntil = until }, cancellationToken);
        List<Phrase> lines = [new Phrase("mute.set", ("time", until), ("date", VietnamTime.Day(until)))];
        if (turn.Sender.Role == Role.Principal)
        {
            var meanwhile = await work.OpenBetweenAsync(turn.Sender.UnitId, turn.Today, VietnamTime.Day(until).AddDays(-1), cancellationToken);
            if (meanwhile.Where(task => task.IsOwed).Select(task => task.Task).ToArray() is { Length: > 0 } due) lines.Add(new Phrase("mute.due", ("tasks", EarlierLines.Tasks(due))));
        }

        return Done(turn, lines);
    }

    private async Task<Reply> UnmuteAsync(Turn turn, PersonSettings before, CancellationToken cancellationToken)
    {
        await SaveAsync(turn, before, before with { NoDigest = false, IsMuted = false, MutedUntil = null }, cancellationToken);
        return Done(turn, [new Phrase("mute.off")]);
    }

    private async Task<Reply> NoDigestAsync(Turn turn, PersonSettings before, CancellationToken cancellationToken)
    {
        await SaveAsync(turn, before, before with { Digest = null, NoDigest = true }, cancellationToken);
        return Done(turn, [new Phrase("digest.off")]);
    }

    private async Task<Reply> ChannelAsync(Turn turn, PersonSettings before, string channel, CancellationToken cancellationToken)
    {
        var accounts = await talks.AccountsAsync(turn.Sender.Id, cancellationToken);
        var known = accounts.FirstOrDefault(account => account.Channel.Contains(channel, StringComparison.OrdinalIgnoreCase));
        if (known is null) return new SayReply(new Phrase("channel.none", ("channel", channel)));
        await SaveAsync(turn, before, before with { Channel = known.Channel }, cancellationToken);
        return Done(turn, [new Phrase("channel.set", ("channel", channel))]);
    }

    private async Task SaveAsync(Turn turn, PersonSettings before, PersonSettings after, CancellationToken cancellationToken)
    {
        await settings.WriteAsync(turn.Sender.Id, after, cancellationToken);
        // Delivered again, what was there before is what the first delivery found.
        if (turn.Talk.UndoSetting?.Operation != turn.Operation) turn.Talk = turn.Talk with { UndoSetting = new SettingUndo(turn.Operation, turn.Now, before, null) };
        turn.HasChanged = true;
    }

    private static SayReply Done(Turn turn, List<Phrase> lines) =>
        new([.. lines, new Phrase("undo.hint", ("time", turn.Now + ReportStatus.UndoTime))]) { Buttons = [Choices.UndoSetting(turn)] };

    private static bool IsAboutLists(Turn turn)
    {
        var words = VietnameseText.Fold(VietnameseText.Compose(turn.Message.Text));
        return turn.IsReading && Array.Exists(Lists, list => words.Contains(list, StringComparison.Ordinal));
    }

    // "Đến thứ hai" ends when that day begins; "tuần này", "đến hết thứ hai" end with their last day; "3 ngày" is counted from today.
    private DateTimeOffset? Until(Turn turn, Slots slots)
    {
        if (slots.Deadline is { } named) return VietnamTime.On(named, slots.Time ?? hours.QuietUntil);
        var text = VietnameseText.Compose(turn.Message.Text);
        var words = " " + VietnameseText.Fold(text);
        foreach (var mention in DateReader.Read(text, new DateContext(turn.Today, DatePurpose.Deadline)))
        {
            var counted = mention.Deadline is null ? RequestExtension.NewDay(new Slots { ExtendBy = mention.Duration }, turn.Today) : null;
            if (counted is { } end) return VietnamTime.On(end, hours.QuietUntil);
            if (mention.Deadline is not { } last) continue;
            var isUpTo = Array.Exists(UpTo, word => words.Contains(word, StringComparison.Ordinal)) && !words.Contains(" het ", StringComparison.Ordinal);
            return VietnamTime.On(isUpTo ? last : last.AddDays(1), isUpTo ? mention.Time ?? hours.QuietUntil : hours.QuietUntil);
        }

        return null;
    }

    /// <summary>The schedule that was asked for, outside the quiet hours.</summary>
    internal static (DigestSchedule Schedule, TimeOnly Asked) Schedule(Slots slots, ReminderPolicy policy, SendingHours hours)
    {
        var asked = slots.Time ?? policy.WeeklyAt;
        var weekday = slots.Weekday ?? (slots.Every is null or DigestRhythm.Week ? 1 : null);
        return (new DigestSchedule(slots.Every ?? DigestRhythm.Week, weekday, hours.IsQuiet(asked) ? hours.QuietUntil : asked, slots.MonthDay), asked);
    }

    internal static Phrase Days(DigestSchedule schedule) => schedule.Every switch
    {
        DigestRhythm.Day => "digest.daily",
        DigestRhythm.Month when schedule.MonthDay is -1 => "digest.monthly.last",
        DigestRhythm.Month when schedule.MonthDay is > 1 and { } day => new Phrase("digest.monthly.day", ("day", day)),
        DigestRhythm.Month => "digest.monthly",
        _ => new Phrase("digest.weekly", ("weekday", (Phrase)("day." + (schedule.Weekday ?? 1).ToString(System.Globalization.CultureInfo.InvariantCulture)))),
    };
}
