using Xunit.Abstractions;

namespace Directives.Core.Tests.Faults;

/// <summary>How often the store is asked: on Azure Tables each call is a journey.</summary>
public sealed class RoundTripTests(ITestOutputHelper output)
{
    /// <summary>Of a turn, whatever it is about: begin and end of the message, the roster's head, what was said before, what is remembered.</summary>
    private const int Bookkeeping = 5;

    [Theory]
    [InlineData("việc 3 xong rồi")]
    [InlineData("bếp ăn được 40%")]
    public async Task Status_report_takes_six_round_trips(string words)
    {
        var rehearsal = await Rehearsal.OfAsync();
        var store = new FaultyStore(rehearsal.Store);
        var parts = rehearsal.PartsOn(store);
        // The roster is read whole once by a process.
        await parts.Get<RosterTable>().LoadAsync(default);
        var (sender, before) = (rehearsal.Parts, Calls(store));

        var replies = await parts.Get<Assistant>().HandleAsync(await MessageAsync(sender, words), default);

        Assert.IsType<RecordedReply>(Assert.Single(replies));
        output.WriteLine($"{words}: {Calls(store) - before - Bookkeeping} calls for the report, {Bookkeeping} for the turn");
        Assert.Equal(6, Calls(store) - before - Bookkeeping);
    }

    [Theory]
    [InlineData("tuần này có việc gì đến hạn")]
    [InlineData("việc nào quá hạn")]
    [InlineData("còn việc gì")]
    public async Task What_is_due_for_a_unit_is_one_range_read(string words)
    {
        var rehearsal = await Rehearsal.OfAsync();
        var store = new FaultyStore(rehearsal.Store);
        var parts = rehearsal.PartsOn(store);
        await parts.Get<RosterTable>().LoadAsync(default);
        var (calls, ranges) = (Calls(store), store.Ranges);

        var replies = await parts.Get<Assistant>().HandleAsync(await MessageAsync(rehearsal.Parts, words), default);

        Assert.IsType<TaskListReply>(Assert.Single(replies));
        Assert.Equal((1, 1), (store.Ranges - ranges, Calls(store) - calls - Bookkeeping));
    }

    private static async Task<IncomingMessage> MessageAsync(DomainParts parts, string words) => new()
    {
        Channel = "test",
        MessageId = "one",
        Sender = (await parts.Get<RosterTable>().LoadAsync(default)).FindPerson(Ward.Principal)!,
        Text = words,
    };

    private static int Calls(FaultyStore store) => store.Reads + store.Ranges + store.Commits;
}
