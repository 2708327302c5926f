using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>
/// "Gửi tổng hợp vào kênh này 7h sáng thứ hai hằng tuần", "thôi gửi tổng hợp vào kênh này", "những kênh nào nhận tổng hợp": a leader or clerk has the own
/// figures sent where others read them. Done at once, with undo; a group has one digest.
/// </summary>
public sealed class SendGroupDigest(GroupTable groups, OutboxTable outbox, ReminderPolicy policy, SendingHours hours) : IUseCase
{
    private const int Shown = 4;

    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (turn.Sender.Role == Role.Principal) return new SayReply(new Phrase("role.denied", ("role", (Phrase)"role.leaderOrClerk")));
        if (command.Step == Step.ListGroupDigests) return await ListAsync(turn, cancellationToken);
        if ((command.Group ?? turn.Message.Group) is not { } address) return new SayReply("group.digest.where");
        var group = (await groups.FindAsync(address.Channel, address.ConversationId, cancellationToken))?.Value;
        if (group is null) return new SayReply("group.digest.gone");
        return command.Step == Step.StopGroupDigest
            ? await StopAsync(turn, group, cancellationToken)
            : await StartAsync(turn, command, group, cancellationToken);
    }

    /// <summary>"Kênh này" or "nhóm này".</summary>
    internal static Phrase Here(GroupConversation group) => group.IsChannel ? "group.here.channel" : "group.here.chat";

    /// <summary>What the group is called, or where it has no name that the bot knows, what it is and since when the bot is there.</summary>
    internal static object NameOf(GroupConversation group) => group.Name is { } name
        ? new Phrase(group.IsChannel ? "group.named.channel" : "group.named.chat", ("name", ShortTitle.Of(name)))
        : new Phrase(group.IsChannel ? "group.noName.channel" : "group.noName.chat", ("date", new ShortDate(VietnamTime.Day(group.AddedAt))));

    private async Task<Reply> StartAsync(Turn turn, Command command, GroupConversation group, CancellationToken cancellationToken)
    {
        if (command.Slots.Enabled != true) return new SayReply("group.digest.when");
        if (group.Digest is { } other && other.By != turn.Sender.Id && GroupDigest.MayHave(turn.Roster, other.By, turn.Today))
        {
            return new SayReply(new Phrase("group.digest.taken", ("here", Here(group)), ("name", turn.Roster.FindPerson(other.By)!.Name)));
        }

        var (schedule, asked) = SetNotices.Schedule(command.Slots, policy, hours);
        var digest = new GroupDigest(turn.Sender.Id, schedule, command.NamesUnits, turn.Now);
        await ChangeAsync(turn, group, digest, cancellationToken);
        var next = policy.NextList(schedule, turn.Now);
        // Today is planned already; and one that the group has had today is not sent again.
        if (VietnamTime.Day(next) == turn.Today
            && !await outbox.PlanOrMoveAsync(PlanGroupDigests.Of(GroupAddress.Of(group), digest, turn.Roster, turn.Today, turn.Today), cancellationToken))
        {
            next = policy.NextList(schedule, VietnamTime.On(turn.Today, TimeOnly.MaxValue));
        }

        List<Phrase> lines =
        [
            new Phrase(
                "group.digest.set",
                ("name", turn.Sender.Name), ("here", Here(group)), ("time", schedule.Time), ("days", SetNotices.Days(schedule)), ("date", VietnamTime.Day(next))),
            digest.NamesUnits ? "group.digest.names" : "group.digest.noNames",
            new Phrase("group.digest.stop", ("here", Here(group))),
        ];
        if (schedule.Time != asked) lines.Insert(1, new Phrase("digest.quiet", ("from", hours.QuietFrom), ("until", hours.QuietUntil)));
        return new SayReply(lines);
    }

    private async Task<Reply> StopAsync(Turn turn, GroupConversation group, CancellationToken cancellationToken)
    {
        if (group.Digest is null) return new SayReply(turn.IsRepeat ? "repeat.done" : new Phrase("group.digest.none", ("here", Here(group))));
        await ChangeAsync(turn, group, null, cancellationToken);
        return new SayReply(new Phrase("group.digest.off", ("group", NameOf(group))));
    }

    private async Task ChangeAsync(Turn turn, GroupConversation group, GroupDigest? digest, CancellationToken cancellationToken)
    {
        var before = await groups.ChangeDigestAsync(GroupAddress.Of(group), _ => digest, cancellationToken);
        // Delivered again, what was there before is what the first delivery found.
        if (turn.Talk.UndoSetting?.Operation != turn.Operation)
        {
            var undo = new GroupDigestUndo(GroupAddress.Of(group), before?.Digest);
            turn.Talk = turn.Talk with { UndoSetting = new SettingUndo(turn.Operation, turn.Now, null, null, undo) };
        }

        turn.HasChanged = true;
    }

    /// <summary>A leader's own ones; a clerk sees all.</summary>
    private async Task<Reply> ListAsync(Turn turn, CancellationToken cancellationToken)
    {
        var found = new List<GroupConversation>();
        await foreach (var group in groups.ListAsync(cancellationToken))
        {
            if (group.Digest is { } digest && (turn.Sender.Role == Role.Clerk || digest.By == turn.Sender.Id)) found.Add(group);
        }

        if (found.Count == 0) return new SayReply("group.digest.list.none");
        var shown = found.OrderBy(group => group.Digest!.SetAt).Take(Shown).ToArray();
        List<Phrase> lines = [new Phrase("group.digest.list", ("n", found.Count)), .. shown.Select(group => Line(turn, group))];
        if (found.Count > Shown) lines.Add(new Phrase("group.digest.list.more", ("n", found.Count - Shown)));
        return new SayReply(lines)
        {
            Choices = [.. shown.Select((group, i) => Stop(group, i + 1))],
        };
    }

    private static Choice Stop(GroupConversation group, int place) =>
        new(new Phrase("btn.groupDigestStop", ("n", place)), Command.At(Step.StopGroupDigest) with { Group = GroupAddress.Of(group) });

    private Phrase Line(Turn turn, GroupConversation group) => new(
        "group.digest.line",
        ("group", NameOf(group)),
        ("time", group.Digest!.Schedule.Time),
        ("days", SetNotices.Days(group.Digest.Schedule)),
        ("date", VietnamTime.Day(policy.NextList(group.Digest.Schedule, turn.Now))),
        ("name", turn.Roster.FindPerson(group.Digest.By)?.Name ?? group.Digest.By));
}
