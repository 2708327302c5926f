namespace Directives.Core;

/// <summary>A group that takes nothing more: its digest ends, and whoever had it sent is told once.</summary>
public sealed class EndGroupDigest(GroupTable groups, OutboxTable outbox, TimeProvider time)
{
    /// <summary>The group that a digest goes to; null when the bot has left it.</summary>
    public async Task<GroupConversation?> FindAsync(Notice digest, CancellationToken cancellationToken) =>
        (await groups.FindAsync(digest.Group!.Channel, digest.Group.ConversationId, cancellationToken))?.Value;

    /// <param name="refused">The digest that the channel refused.</param>
    public async Task EndAsync(Notice refused, Person owner, CancellationToken cancellationToken)
    {
        // Told first: a process killed in between tells it, and no second time of the same digest.
        await outbox.PlanAsync(
            new Notice
            {
                Id = string.Join(' ', NoticeKind.GroupDigestEnded, refused.Id),
                Kind = NoticeKind.GroupDigestEnded,
                PersonId = owner.Id,
                UnitId = owner.UnitId,
                NotBefore = time.Now(),
                Group = refused.Group,
            },
            cancellationToken);
        await groups.ChangeDigestAsync(refused.Group!, digest => digest?.By == owner.Id ? null : digest, cancellationToken);
    }
}
