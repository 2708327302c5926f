namespace Directives.Core;

/// <summary>Plans, with the day's other messages, which groups get a digest on it; ends the digests of people who are no leaders or clerks any more.</summary>
public sealed class PlanGroupDigests(GroupTable groups, OutboxTable outbox, ReminderPolicy policy)
{
    /// <returns>How many were planned.</returns>
    public async Task<int> RunAsync(Roster roster, DateOnly since, DateOnly day, CancellationToken cancellationToken)
    {
        var notices = new List<Notice>();
        var ended = new List<GroupAddress>();
        await foreach (var group in groups.ListAsync(cancellationToken))
        {
            if (group.Digest is not { } digest) continue;
            if (!GroupDigest.MayHave(roster, digest.By, day)) ended.Add(GroupAddress.Of(group));
            else if (policy.IsListDue(digest.Schedule, since, day)) notices.Add(Of(GroupAddress.Of(group), digest, roster, since, day));
        }

        foreach (var group in ended)
        {
            await groups.ChangeDigestAsync(
                group, digest => digest is not null && GroupDigest.MayHave(roster, digest.By, day) ? digest : null, cancellationToken);
        }

        await outbox.PlanAsync(notices, cancellationToken);
        return notices.Count;
    }

    /// <summary>A group gets one digest a day, whoever has it sent.</summary>
    public static string Id(GroupAddress group, DateOnly day) =>
        string.Join(' ', NoticeKind.GroupDigest, Keys.Group(group.Channel, group.ConversationId), Keys.Day(day));

    public static Notice Of(GroupAddress group, GroupDigest digest, Roster roster, DateOnly since, DateOnly day) => new()
    {
        Id = Id(group, day),
        Kind = NoticeKind.GroupDigest,
        PersonId = digest.By,
        UnitId = roster.FindPerson(digest.By)?.UnitId ?? "",
        NotBefore = VietnamTime.On(day, digest.Schedule.Time),
        Day = day,
        Since = since,
        At = digest.Schedule.Time,
        Group = group,
    };
}
