namespace Directives.Core.Tests.Faults;

/// <summary>Sends what is due to a list.</summary>
internal static class TestNotices
{
    public static async Task<IReadOnlyList<string>> SendDueAsync(DomainParts parts)
    {
        var sent = new List<string>();
        var (outbox, now) = (parts.Get<OutboxTable>(), parts.Get<TimeProvider>().GetUtcNow());
        var roster = await parts.Get<RosterTable>().LoadAsync(default);
        for (var shard = 0; shard < OutboxTable.Shards; shard++)
        {
            var due = new List<StoredNotice>();
            await foreach (var notice in outbox.DueAsync(shard, now, default)) due.Add(notice);
            foreach (var notice in due)
            {
                var claimed = (await outbox.ClaimAsync(notice, "test", now, default))!;
                var reply = await parts.Get<ComposeNotice>().HandleAsync(notice.Value, roster.FindPerson(notice.Value.PersonId)!, default);
                if (reply is not null) sent.Add($"sent · {notice.Value.Kind} · {notice.Value.PersonId} · {notice.Value.UnitId}");
                await outbox.FinishAsync(claimed, new NoticeOutcome(notice.Value, reply is null ? NoticeResult.Void : NoticeResult.Sent, now, null), default);
            }
        }

        return sent;
    }
}
