using Directives.Language.Messages;
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
            var rehearsal = await Rehearsal.OfAsync(scenario, midnight.AddSeconds(-80));
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
    public async Task Same_obstacle_within_a_minute_is_answered_as_recorded_already()
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

        Assert.Equal(60, (await StoredAsync(rehearsal, "thcs-hoa-sen", 3)).Percent);
    }

    [Fact]
    public async Task Digit_delivered_again_does_not_answer_a_later_question()
    {
        var rehearsal = await Rehearsal.OfAsync();
        await rehearsal.SayAsync(Ward.Principal, "việc 2, 3 xong rồi");
        // "Do not record"; remembered, and then it dies.
        await DieAsync(rehearsal, writes: 2, Ward.Principal, "2", "digit");
        var asking = new IncomingMessage
        {
            Channel = "test",
            MessageId = "button",
            Sender = Ward.Roster.FindPerson(Ward.Principal)!,
            Pressed = new Command(Intent.UpdateStatus, new Slots { Tasks = [new TaskReference(5)] }),
        };
        var question = Assert.Single(await rehearsal.Parts.Get<Assistant>().HandleAsync(asking, default));
        Assert.Equal(WorkState.InProgress(25).Percent, question.Choices[1].Command.Slots.Percent);

        await rehearsal.SayAsync(Ward.Principal, "2", "digit");

        Assert.Equal(1, (await StoredAsync(rehearsal, "thcs-hoa-sen", 5)).Version);
    }

    [Fact]
    public async Task Report_delivered_again_after_another_does_not_come_back()
    {
        var rehearsal = await Rehearsal.OfAsync();
        // Seen, marker, work; then it dies.
        await DieAsync(rehearsal, writes: 3, Ward.Principal, "việc 3 được 40%", "first");
        await rehearsal.SayAsync(Ward.Principal, "việc 3 được 60%");

        var reply = Assert.Single(await rehearsal.SayAsync(Ward.Principal, "việc 3 được 40%", "first"));

        Assert.Equal("repeat.done", Assert.IsType<SayReply>(reply).Lines[0].Key);
        Assert.Equal(60, (await StoredAsync(rehearsal, "thcs-hoa-sen", 3)).Percent);
    }

    [Fact]
    public async Task Undo_delivered_again_after_another_report_does_not_take_that_back()
    {
        var rehearsal = await Rehearsal.OfAsync();
        await rehearsal.SayAsync(Ward.Principal, "việc 3 xong rồi");
        await DieAsync(rehearsal, writes: 3, Ward.Principal, "hoàn tác", "undo");
        await rehearsal.SayAsync(Ward.Principal, "việc 4 được 30%");

        await rehearsal.SayAsync(Ward.Principal, "hoàn tác", "undo");

        Assert.Equal(30, (await StoredAsync(rehearsal, "thcs-hoa-sen", 4)).Percent);
        Assert.False((await StoredAsync(rehearsal, "thcs-hoa-sen", 3)).State.IsDone);
    }

    [Fact]
    public async Task Approval_delivered_again_does_not_approve_the_next_request()
    {
        const string Ask = "việc 4 xin gia hạn đến 20/12/2026 vì chờ thẩm định";
        var rehearsal = await Rehearsal.OfAsync();
        await rehearsal.SayAsync(Ward.Principal, Ask);
        await rehearsal.SayAsync(Ward.Principal, "1");
        await DieAsync(rehearsal, writes: 3, Ward.Leader, "duyệt việc 4", "approval");
        rehearsal.Clock.Advance(TimeSpan.FromMinutes(3));
        await rehearsal.RecoverAsync();
        await rehearsal.SayAsync(Ward.OtherPrincipal, Ask);
        await rehearsal.SayAsync(Ward.OtherPrincipal, "1");

        await rehearsal.SayAsync(Ward.Leader, "duyệt việc 4", "approval");

        Assert.NotNull((await StoredAsync(rehearsal, "thcs-hoa-sen", 4)).Decision);
        Assert.Null((await StoredAsync(rehearsal, "mn-sao-mai", 4)).Decision);
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

    /// <summary>Delivers a message to a process that dies after so many writes.</summary>
    private static async Task DieAsync(Rehearsal rehearsal, int writes, string person, string text, string id)
    {
        var dying = rehearsal.PartsOn(new FaultInjectingStore(rehearsal.Store, writes, Fault.KillAfter));
        await Assert.ThrowsAsync<ProcessKilledException>(() => Scenario.DeliverAsync(dying, person, text, id));
    }

    private static async Task<Assignment> StoredAsync(Rehearsal rehearsal, string unit, int task) =>
        (await rehearsal.Parts.Get<WorkTable>().FindAsync(unit, task, default))!.Value;

    private static string Difference(IReadOnlyList<string> expected, IReadOnlyList<string> actual) =>
        string.Join('\n', expected.Except(actual).Select(line => "- " + line).Concat(actual.Except(expected).Select(line => "+ " + line)))
        + (expected.Count == actual.Count ? "" : $"\n{expected.Count} facts against {actual.Count}");
}
