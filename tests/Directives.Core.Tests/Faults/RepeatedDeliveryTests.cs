using Xunit.Abstractions;

namespace Directives.Core.Tests.Faults;

/// <summary>A message that comes twice is carried out once, and what a person says twice and means is carried out twice.</summary>
public sealed class RepeatedDeliveryTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Second_delivery_between_any_two_writes_of_the_first_changes_nothing()
    {
        var (deliveries, wrong) = (0, new List<string>());
        foreach (var scenario in Scenario.All.Where(scenario => scenario.Name != "roster imported"))
        {
            var (expected, writes) = await RunAsync(scenario, 0);
            for (var at = 1; at <= writes; at++, deliveries++)
            {
                var (actual, _) = await RunAsync(scenario, at);
                if (!actual.SequenceEqual(expected)) wrong.Add($"{scenario.Name} before write {at}:\n" + Difference(expected, actual));
            }
        }

        output.WriteLine($"{deliveries} second deliveries in the middle of the first");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20)));

        static async Task<(IReadOnlyList<string> Facts, int Writes)> RunAsync(Scenario scenario, int at)
        {
            var rehearsal = await Rehearsal.OfAsync(scenario);
            var store = new FaultyStore(rehearsal.Store);
            store.BeforeCommit = async () =>
            {
                if (store.Commits == at) await scenario.Act(rehearsal.PartsOn(rehearsal.Store), "act");
            };
            await scenario.Act(rehearsal.PartsOn(store), "act");
            return (await rehearsal.FactsAsync(), store.Commits);
        }
    }

    [Fact]
    public async Task Same_id_after_midnight_and_a_restart_changes_nothing()
    {
        var midnight = new DateTimeOffset(2026, 11, 26, 0, 0, 0, VietnamTime.Offset);
        foreach (var scenario in Scenario.All)
        {
            var rehearsal = await Rehearsal.OfAsync(scenario, midnight.AddSeconds(-40));
            rehearsal.Clock.SetUtcNow(midnight.AddSeconds(-1));
            await scenario.Act(rehearsal.Parts, "act");
            var facts = await rehearsal.FactsAsync();

            rehearsal.Clock.SetUtcNow(midnight.AddSeconds(1));
            await scenario.Act(rehearsal.PartsOn(rehearsal.Store), "act");

            Assert.Equal(facts, await rehearsal.FactsAsync());
        }
    }

    [Fact]
    public async Task Same_words_in_the_same_minute_under_another_id_change_nothing()
    {
        foreach (var scenario in Scenario.All)
        {
            var rehearsal = await Rehearsal.OfAsync(scenario);
            await scenario.Act(rehearsal.Parts, "act");
            var facts = await rehearsal.FactsAsync();

            rehearsal.Clock.Advance(TimeSpan.FromSeconds(2));
            await scenario.Act(rehearsal.PartsOn(rehearsal.Store), "act under another id");

            Assert.True(facts.SequenceEqual(await rehearsal.FactsAsync()), scenario.Name + "\n" + Difference(facts, await rehearsal.FactsAsync()));
        }
    }

    [Fact]
    public async Task Same_words_after_somebody_else_reported_are_answered_as_recorded_already()
    {
        var rehearsal = await Rehearsal.OfAsync();
        await rehearsal.SayAsync(Ward.Principal, "việc 5 vướng kinh phí");
        rehearsal.Clock.Advance(TimeSpan.FromSeconds(20));

        var reply = Assert.Single(await rehearsal.SayAsync(Ward.Principal, "việc 5 vướng kinh phí"));

        Assert.Contains(Assert.IsType<SayReply>(reply).Lines, line => line.Key == "repeat.done");
    }

    [Fact]
    public async Task Report_undone_and_reported_again_at_once_is_meant()
    {
        var rehearsal = await Rehearsal.OfAsync();
        await rehearsal.SayAsync(Ward.Principal, "việc 3 xong rồi");
        rehearsal.Clock.Advance(TimeSpan.FromSeconds(4));
        await rehearsal.SayAsync(Ward.Principal, "hoàn tác");
        rehearsal.Clock.Advance(TimeSpan.FromSeconds(4));

        var reply = Assert.Single(await rehearsal.SayAsync(Ward.Principal, "việc 3 xong rồi"));

        Assert.IsType<RecordedReply>(reply);
    }

    [Fact]
    public async Task Same_words_a_minute_later_are_meant()
    {
        var rehearsal = await Rehearsal.OfAsync();
        await rehearsal.SayAsync(Ward.Principal, "việc 3 được 40%");
        await rehearsal.SayAsync(Ward.Principal, "việc 3 được 60%");
        await rehearsal.SayAsync(Ward.Principal, "việc 3 được 40%");
        rehearsal.Clock.Advance(TimeSpan.FromSeconds(61));
        await rehearsal.SayAsync(Ward.Principal, "việc 3 được 60%");

        Assert.Equal(60, (await rehearsal.Parts.Get<WorkTable>().FindAsync("thcs-hoa-sen", 3, default))!.Value.Percent);
    }

    [Fact]
    public async Task Digit_delivered_again_does_not_answer_a_later_question()
    {
        var rehearsal = await Rehearsal.OfAsync();
        await rehearsal.SayAsync(Ward.Principal, "việc 2, 3 xong rồi");
        var dying = rehearsal.PartsOn(new FaultInjectingStore(rehearsal.Store, at: 7, Fault.KillAfter));
        await Assert.ThrowsAsync<ProcessKilledException>(() => Scenario.DeliverAsync(dying, Ward.Principal, "1", "digit"));
        Assert.EndsWith("digit", (await rehearsal.Parts.Get<TalkTable>().LoadAsync(Ward.Principal, default)).Handled[^1], StringComparison.Ordinal);
        await rehearsal.SayAsync(Ward.Principal, "việc 4, 5 xong rồi");

        await rehearsal.SayAsync(Ward.Principal, "1", "digit");

        Assert.False((await rehearsal.Parts.Get<WorkTable>().FindAsync("thcs-hoa-sen", 4, default))!.Value.State.IsDone);
    }

    [Fact]
    public async Task Approval_delivered_again_does_not_approve_the_next_request()
    {
        const string Ask = "việc 4 xin gia hạn đến 20/12/2026 vì chờ thẩm định";
        var rehearsal = await Rehearsal.OfAsync();
        await rehearsal.SayAsync(Ward.Principal, Ask);
        await rehearsal.SayAsync(Ward.Principal, "1");
        // Seen, marker, work; then it dies.
        var dying = rehearsal.PartsOn(new FaultInjectingStore(rehearsal.Store, at: 3, Fault.KillAfter));
        await Assert.ThrowsAsync<ProcessKilledException>(() => Scenario.DeliverAsync(dying, Ward.Leader, "duyệt việc 4", "approval"));
        rehearsal.Clock.Advance(TimeSpan.FromMinutes(3));
        await rehearsal.RecoverAsync();
        await rehearsal.SayAsync(Ward.OtherPrincipal, Ask);
        await rehearsal.SayAsync(Ward.OtherPrincipal, "1");

        await rehearsal.SayAsync(Ward.Leader, "duyệt việc 4", "approval");

        var work = rehearsal.Parts.Get<WorkTable>();
        Assert.NotNull((await work.FindAsync("thcs-hoa-sen", 4, default))!.Value.Decision);
        Assert.Null((await work.FindAsync("mn-sao-mai", 4, default))!.Value.Decision);
    }

    [Fact]
    public async Task Reminder_asked_for_twice_before_it_went_out_goes_out_once()
    {
        var rehearsal = await Rehearsal.OfAsync();
        for (var i = 0; i < 2; i++)
        {
            await rehearsal.SayAsync(Ward.Leader, "đôn đốc các trường chưa nộp việc 1");
            await rehearsal.SayAsync(Ward.Leader, "1");
            rehearsal.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        var sent = await TestNotices.SendDueAsync(rehearsal.Parts);

        Assert.Equal(3, sent.Count(line => line.StartsWith("sent · Nudge", StringComparison.Ordinal)));
    }

    private static string Difference(IReadOnlyList<string> expected, IReadOnlyList<string> actual) =>
        string.Join('\n', expected.Except(actual).Select(line => "- " + line).Concat(actual.Except(expected).Select(line => "+ " + line)))
        + (expected.Count == actual.Count ? "" : $"\n{expected.Count} facts against {actual.Count}");
}
