using Directives.Language.Messages;
using Microsoft.Extensions.Time.Testing;
using Xunit.Abstractions;

namespace Directives.Core.Tests.Faults;

/// <summary>
/// Every use case that writes, with every fault at each of its writes in turn, then a restart: what was told as done is there, once; what was
/// not is done when the message comes again; projections equal a rebuild; every notice goes out once.
/// </summary>
public sealed class FaultTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 9, 14, 0, VietnamTime.Offset);

    [Fact]
    public async Task Any_write_of_any_use_case_may_fail_or_be_the_last()
    {
        var (operations, injected, lost, doubled) = (0, 0, 0, 0);
        var wrong = new List<string>();
        foreach (var scenario in Scenario.All)
        {
            var (expected, writes, _) = await RunAsync(scenario, 0, Fault.FailBefore);
            operations++;
            Assert.True(writes > 0, scenario.Name + " writes nothing.");
            for (var at = 1; at <= writes; at++)
            {
                foreach (var fault in Enum.GetValues<Fault>())
                {
                    var (actual, _, problems) = await RunAsync(scenario, at, fault);
                    injected++;
                    var (missing, extra) = (Without(expected, actual), Without(actual, expected));
                    lost += missing.Count;
                    doubled += extra.Count;
                    wrong.AddRange(problems.Concat(missing.Select(line => "- " + line)).Concat(extra.Select(line => "+ " + line))
                        .Select(line => $"{scenario.Name}, {fault} at write {at} of {writes}: {line}"));
                }
            }
        }

        output.WriteLine($"operations {operations}, faults injected {injected}, facts lost {lost}, facts doubled {doubled}");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(60)));
    }

    private static async Task<(IReadOnlyList<string> Facts, int Writes, IReadOnlyList<string> Problems)> RunAsync(Scenario scenario, int at, Fault fault)
    {
        var problems = new List<string>();
        var clock = new FakeTimeProvider(Start);
        var store = new InMemoryStore();
        var before = Parts(store, clock);
        await Ward.FillAsync(before.Get<RosterTable>(), before.Get<DirectiveTable>(), before.Get<PublishDirective>(), clock.GetUtcNow());
        foreach (var (said, i) in scenario.Before.Select((said, i) => (said, i)))
        {
            await said(before, $"before-{i}");
            clock.Advance(TimeSpan.FromSeconds(10));
        }

        var faulty = new FaultInjectingStore(store, at, fault);
        var acknowledged = await ToldAsDoneAsync(scenario, Parts(faulty, clock));
        if (at > 0 && !faulty.HasFailed) problems.Add("the write was not reached");

        clock.Advance(TimeSpan.FromMinutes(3));
        var after = Parts(store, clock);
        await RecoverAsync(after);
        var told = await StoredFacts.OfAsync(after);
        // The channel may deliver it again whatever it was answered; a person repeats what was not told as done.
        var again = await scenario.Act(after, "act");
        if (acknowledged && !told.SequenceEqual(await StoredFacts.OfAsync(after))) problems.Add("what was told as done came by the second delivery");
        if (!acknowledged && !again) await scenario.Act(after, "act, said again");

        clock.Advance(TimeSpan.FromMinutes(15));
        await RecoverAsync(after);
        var sent = await TestNotices.SendDueAsync(after);
        problems.AddRange((await after.Get<RebuildProjections>().HandleAsync(repair: false, default)).Differences.Select(difference => $"{difference}"));
        await foreach (var marker in store.RangeAsync(StoreTable.Agenda, Keys.PendingProjections, "", null, default)) problems.Add("left: " + marker.Key);
        return ([.. await StoredFacts.OfAsync(after), .. sent], faulty.Writes, problems);
    }

    private static async Task<bool> ToldAsDoneAsync(Scenario scenario, DomainParts parts)
    {
        try
        {
            return await scenario.Act(parts, "act");
        }
        catch (Exception failed) when (failed is StoreUnavailableException or ProcessKilledException)
        {
            return false;
        }
    }

    private static async Task RecoverAsync(DomainParts parts)
    {
        await parts.Get<Projections>().SweepAsync(default);
        await parts.Get<PublishDirective>().ResumeAsync(default);
    }

    private static DomainParts Parts(IPartitionedStore store, TimeProvider clock) => new(store, clock, new MessageReader(), new TestDocuments());

    // As bags: a line that stands twice must stand twice.
    private static List<string> Without(IReadOnlyList<string> some, IReadOnlyList<string> others)
    {
        var left = some.ToList();
        foreach (var other in others) left.Remove(other);
        return left;
    }
}
