using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace Directives.Core.Tests.Unread;

public sealed class ListUnreadTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    private readonly InMemoryStore _store = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 25, 9, 14, 0, VietnamTime.Offset));

    [Fact]
    public async Task Commonest_comes_first_with_its_senders_and_its_last_day()
    {
        await AddAsync("1", "a", "bao cao viec", Today.AddDays(-3));
        await AddAsync("2", "b", "báo cáo việc", Today.AddDays(-1));
        await AddAsync("3", "a", "Báo cáo việc?", Today.AddDays(-2), denied: true);
        await AddAsync("4", "c", "bao cao", Today);

        var list = await ListAsync();

        Assert.Equal(
            [("báo cáo việc", 3, 2, 1, Today.AddDays(-1)), ("bao cao", 1, 1, 0, Today)],
            list.Commonest.Select(one => (one.Words.TrimEnd('?').ToLowerInvariant(), one.Messages, one.Senders, one.Denied, one.Last)));
        Assert.Equal((2, 4), (list.Phrasings, list.Messages));
    }

    [Fact]
    public async Task Message_that_is_written_twice_counts_once()
    {
        await AddAsync("1", "a", "bao cao viec", Today.AddDays(-1));
        await AddAsync("1", "a", "bao cao viec", Today);

        Assert.Equal(1, Assert.Single((await ListAsync()).Commonest).Messages);
    }

    [Fact]
    public async Task Days_before_the_first_asked_for_and_before_the_time_of_keeping_are_left_out()
    {
        await AddAsync("1", "a", "hôm nay", Today);
        await AddAsync("2", "a", "tuần trước", Today.AddDays(-7));
        await AddAsync("3", "a", "quá cũ", Today.AddDays(-KeepUnread.Days - 1));

        Assert.Equal(["hôm nay", "tuần trước"], (await ListAsync()).Commonest.Select(one => one.Words));
        Assert.Equal(["hôm nay"], (await ListAsync(Today.AddDays(-6))).Commonest.Select(one => one.Words));
    }

    [Fact]
    public async Task What_is_kept_long_enough_is_removed_and_nothing_else()
    {
        for (var i = 0; i < 1_000; i++) await AddAsync($"{i}", "a", $"cũ {i % 250}", Today.AddDays(-KeepUnread.Days - 1));
        await AddAsync("new", "a", "cũ 1", Today.AddDays(-KeepUnread.Days));

        await new UnreadTable(_store).DropBeforeAsync(Today.AddDays(-KeepUnread.Days), default);

        Assert.Equal(1, await CountAsync());
        Assert.Equal("cũ 1", Assert.Single((await ListAsync()).Commonest).Words);
    }

    [Fact]
    public async Task Stored_row_tells_neither_person_nor_channel_message()
    {
        await AddAsync("webchat dinh-thi-mau 17", Ward.Principal, "nói gì thế", Today);

        await foreach (var row in _store.ScanAsync(StoreTable.Unread, default))
        {
            Assert.DoesNotContain("mau", row.Key + row.Value, StringComparison.Ordinal);
            Assert.DoesNotContain("webchat", row.Key + row.Value, StringComparison.Ordinal);
        }

        // Another store has another secret: the same person has another name in it.
        var other = new InMemoryStore();
        await new UnreadTable(other).AddAsync("1", Ward.Principal, "nói gì thế", Today, denied: false, default);
        Assert.NotEqual(await SenderAsync(_store), await SenderAsync(other));
    }

    private Task<UnreadList> ListAsync(DateOnly? since = null) => new ListUnread(new UnreadTable(_store), _clock).HandleAsync(since, default);

    private Task AddAsync(string operation, string person, string words, DateOnly day, bool denied = false) =>
        new UnreadTable(_store).AddAsync(operation, person, words, day, denied, default);

    private async Task<int> CountAsync()
    {
        var count = 0;
        await foreach (var _ in _store.ScanAsync(StoreTable.Unread, default)) count++;
        return count;
    }

    private static async Task<string> SenderAsync(InMemoryStore store)
    {
        await foreach (var row in store.ScanAsync(StoreTable.Unread, default)) return JsonDocument.Parse(row.Value).RootElement.GetProperty("sender").GetString()!;
        return "";
    }
}
