using Directives.Core.Tests.Faults;
using Directives.Documents;
using Directives.Language.Messages;
using Microsoft.Extensions.Time.Testing;

namespace Directives.Core.Tests.Unread;

public sealed class KeepUnreadTests
{
    private const string Riddle = "mấy con mèo leo cây";

    private readonly FaultyStore _store = new(new InMemoryStore());
    private readonly List<Exception> _failures = [];

    [Fact]
    public async Task Turn_makes_no_write_for_what_it_did_not_understand()
    {
        var kept = await PartsAsync(keep: true);
        var notKept = await PartsAsync(keep: false);

        Assert.Equal(await CommitsAsync(notKept), await CommitsAsync(kept));
    }

    [Fact]
    public async Task Write_that_fails_is_told_and_the_next_message_is_kept()
    {
        var parts = await PartsAsync(keep: true);
        Assert.IsType<SayReply>(Assert.Single(await SayAsync(parts, Riddle)));
        _store.FailAt = _store.Commits + 1;

        await WriteAsync(parts);

        Assert.IsType<StoreUnavailableException>(Assert.Single(_failures));
        await SayAsync(parts, Riddle);
        await WriteAsync(parts);
        Assert.Single(_failures);
        Assert.Equal(1, (await parts.Get<ListUnread>().HandleAsync(null, default)).Messages);
    }

    [Fact]
    public async Task While_nothing_can_be_written_turns_are_answered_and_little_is_held()
    {
        var parts = await PartsAsync(keep: true);

        for (var i = 0; i < 1_100; i++) Assert.NotEmpty(await SayAsync(parts, Riddle));
        await WriteAsync(parts);

        Assert.Equal(1_000, (await parts.Get<ListUnread>().HandleAsync(null, default)).Messages);
    }

    private async Task<int> CommitsAsync(DomainParts parts)
    {
        var before = _store.Commits;
        await SayAsync(parts, Riddle);
        return _store.Commits - before;
    }

    private Task WriteAsync(DomainParts parts) => parts.Get<KeepUnread>().WriteAsync(_failures.Add, default);

    private static Task<IReadOnlyList<Reply>> SayAsync(DomainParts parts, string text) => parts.Get<Assistant>().HandleAsync(
        new IncomingMessage { Channel = "test", MessageId = Guid.NewGuid().ToString("n"), Sender = Ward.Roster.FindPerson(Ward.Principal)!, Text = text },
        default);

    private async Task<DomainParts> PartsAsync(bool keep)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 9, 14, 0, VietnamTime.Offset));
        var parts = new DomainParts(_store, clock, new InMemoryFileStore(), new MessageReader(), new TestDocuments(), new WorkbookWriter(), new ReportWriter(), new CalendarSettings(new Uri("http://localhost")), new UnreadSettings { Keep = keep });
        var rosters = parts.Get<RosterTable>();
        await rosters.ReplaceAsync(Ward.Roster, await rosters.ReadAsync(default), default);
        return parts;
    }
}
