using Directives.Bot.Notices;
using Directives.Core;
using Directives.Core.Tests;
using Directives.Core.Tests.Faults;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit.Abstractions;

namespace Directives.Bot.Tests.Notices;

/// <summary>
/// Sending notices with every fault at every write: nobody is told twice, and nobody is left out but by a process that died between claiming a
/// notice and recording what became of it. That one is kept as unknown, since it may have gone out.
/// </summary>
public sealed class NoticeFaultTests(ITestOutputHelper output)
{
    private static readonly string[] People = [Ward.Principal, Ward.OtherPrincipal, Ward.OfficeHead, Ward.EnglishPrincipal];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Notice_goes_out_once_whatever_write_fails(bool isAbsentAtFirst)
    {
        var (injected, lost, doubled, unknown) = (0, 0, 0, 0);
        var (_, writes, _) = await RunAsync(0, Fault.FailBefore, isAbsentAtFirst);
        for (var at = 1; at <= writes; at++)
        {
            foreach (var fault in Enum.GetValues<Fault>())
            {
                var (reached, _, recorded) = await RunAsync(at, fault, isAbsentAtFirst);
                injected++;
                doubled += People.Count(person => reached.Count(other => other == person) > 1);
                var silent = People.Count(person => !reached.Contains(person) && !recorded.Contains((person, NoticeResult.Unknown)));
                lost += silent;
                var left = People.Count(person => !reached.Contains(person)) - silent;
                unknown += left;
                Assert.True(left == 0 || fault is Fault.KillBefore or Fault.KillAfter, $"{fault} at write {at}: given up though the process lived.");
                Assert.True(left <= 1 && recorded.Count == People.Length, $"{fault} at write {at}");
            }
        }

        output.WriteLine($"{People.Length} notices, {writes} writes, {injected} faults injected, {lost} lost, {doubled} doubled, {unknown} left as unknown by a killed process");
        Assert.Equal((0, 0), (lost, doubled));
    }

    private static async Task<(IReadOnlyList<string> Reached, int Writes, IReadOnlyList<(string Person, NoticeResult Result)> Recorded)> RunAsync(
        int at, Fault fault, bool isAbsentAtFirst)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 9, 14, 0, VietnamTime.Offset));
        var store = new InMemoryStore();
        var parts = new DomainParts(store, clock);
        await Ward.FillAsync(parts.Get<RosterTable>(), parts.Get<DirectiveTable>(), parts.Get<PublishDirective>(), clock.GetUtcNow());
        foreach (var person in People)
        {
            await parts.Get<TalkTable>().SaveAccountAsync(
                new ChatAccount
                {
                    Channel = "test",
                    UserId = person,
                    PersonId = person,
                    ConversationId = person,
                    ServiceUrl = "http://127.0.0.1/",
                    BotId = "bot",
                    SeenAt = clock.GetUtcNow(),
                },
                default);
        }

        foreach (var person in People)
        {
            await parts.Get<LinkTable>().WriteAsync(new AccountLink { Channel = "test", UserId = person, PersonId = person, LinkedAt = clock.GetUtcNow() }, null, default);
        }

        clock.Advance(TimeSpan.FromMinutes(15));
        var adapter = new RecordingAdapter { IsAbsent = isAbsentAtFirst };
        var faulty = new FaultInjectingStore(store, at, fault);
        var sender = Sender(faulty);
        for (var pass = 0; pass < 6; pass++)
        {
            await PassAsync(sender);
            faulty.Return();
            if (faulty.IsKilled) sender = Sender(store);
            adapter.IsAbsent = false;
            clock.Advance(TimeSpan.FromMinutes(2));
        }

        var recorded = new List<(string, NoticeResult)>();
        for (var shard = 0; shard < OutboxTable.Shards; shard++)
        {
            await foreach (var row in store.RangeAsync(StoreTable.Outbox, Keys.OutboxShard(shard), "o|", Keys.After("o|"), default))
            {
                var outcome = System.Text.Json.Nodes.JsonNode.Parse(row.Value)!;
                recorded.Add(((string)outcome["notice"]!["personId"]!, Enum.Parse<NoticeResult>((string)outcome["result"]!)));
            }
        }

        return (adapter.Reached, faulty.Writes, recorded);

        NoticeSender Sender(IPartitionedStore on) => new DomainParts(
            on, clock, adapter, new ConfigurationBuilder().Build(), Options.Create(new NoticeSettings { AtOnce = 1 }), NullLogger<NoticeSender>.Instance,
            NullLogger<NoticeDelivery>.Instance).Get<NoticeSender>();
    }

    private static async Task PassAsync(NoticeSender sender)
    {
        try
        {
            await sender.SendDueAsync(default);
        }
        catch (Exception failed) when (failed is StoreUnavailableException or ProcessKilledException)
        {
            // As the background work does: the next pass goes on.
        }
    }
}
