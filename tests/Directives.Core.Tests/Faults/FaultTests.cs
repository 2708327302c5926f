using Xunit.Abstractions;

namespace Directives.Core.Tests.Faults;

/// <summary>
/// Every use case that writes, with every fault at each of its writes in turn, then a restart: what was told as done is there, once; what was
/// not is done when the message comes again; projections equal a rebuild; every notice goes out once.
/// </summary>
public sealed class FaultTests(ITestOutputHelper output)
{
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
        var rehearsal = await Rehearsal.OfAsync(scenario);
        var faulty = new FaultInjectingStore(rehearsal.Store, at, fault);
        var acknowledged = await ToldAsDoneAsync(scenario, rehearsal.PartsOn(faulty));
        if (at > 0 && !faulty.HasFailed) problems.Add("the write was not reached");

        rehearsal.Clock.Advance(TimeSpan.FromMinutes(3));
        await rehearsal.RecoverAsync();
        var told = await rehearsal.FactsAsync();
        // The channel may deliver it again whatever it was answered; a person repeats what was not told as done.
        var again = await scenario.Act(rehearsal.Parts, "act");
        if (acknowledged && !told.SequenceEqual(await rehearsal.FactsAsync())) problems.Add("what was told as done came by the second delivery");
        if (!acknowledged && !again) await scenario.Act(rehearsal.Parts, "act, said again");

        rehearsal.Clock.Advance(TimeSpan.FromMinutes(15));
        await rehearsal.RecoverAsync();
        var sent = await TestNotices.SendDueAsync(rehearsal.Parts);
        var rebuilt = await rehearsal.Parts.Get<RebuildProjections>().HandleAsync(repair: false, default);
        problems.AddRange(rebuilt.Differences.Select(difference => $"{difference}"));
        await foreach (var marker in rehearsal.Store.RangeAsync(StoreTable.Agenda, Keys.PendingProjections, "", null, default)) problems.Add("left: " + marker.Key);
        return ([.. await rehearsal.FactsAsync(), .. sent], faulty.Writes, problems);
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

    // As bags: a line that stands twice must stand twice.
    private static List<string> Without(IReadOnlyList<string> some, IReadOnlyList<string> others)
    {
        var left = some.ToList();
        foreach (var other in others) left.Remove(other);
        return left;
    }
}
