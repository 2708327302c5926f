using Directives.Bot.Notices;
using Directives.Bot.Tests.Hosting;
using Directives.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Directives.Bot.Tests;

/// <summary>What people say and the bot does not understand is kept, of nobody, for as long as is said.</summary>
public abstract class UnreadTests : StoreTests
{
    private const string Riddle = "mấy con mèo leo cây";

    [ContractFact]
    public async Task Message_answered_by_the_menu_is_listed_with_how_many_said_it()
    {
        await using var bot = await StartAsync();
        await bot.SayAsync(Organisation.Principal, Riddle);
        await bot.SayAsync(Organisation.Principal, "may con meo leo cay");
        await bot.SayAsync(Organisation.Leader, "Mấy con mèo leo cây?");

        var one = Assert.Single((await ListAsync(bot)).Commonest);

        Assert.Equal((3, 2, 0, new DateOnly(2026, 11, 25)), (one.Messages, one.Senders, one.Denied, one.Last));
        Assert.Contains("con mèo leo cây", one.Words, StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Message_that_was_asked_about_and_denied_is_listed()
    {
        await using var bot = await StartAsync();
        await bot.SayAsync(Organisation.Principal, "việc 2, 3 xong rồi");
        await bot.SayAsync(Organisation.Principal, "2");
        await bot.SayAsync(Organisation.Principal, "chị Lan bảo việc 3 xong rồi");
        await bot.SayAsync(Organisation.Principal, "không");

        var list = await ListAsync(bot);

        Assert.Equal(["chị <tên> bảo việc 3 xong rồi", "việc 2, 3 xong rồi"], list.Commonest.Select(one => one.Words).Order(StringComparer.Ordinal));
        Assert.All(list.Commonest, one => Assert.Equal(1, one.Denied));
    }

    [ContractFact]
    public async Task Message_that_was_understood_is_not_listed()
    {
        await using var bot = await StartAsync();
        foreach (var words in new[] { "việc 3 được 40%", "chào em", "không", "việc 2, 3 xong rồi", "1", "tổng hợp" }) await bot.SayAsync(Organisation.Principal, words);
        await bot.SayAsync(Organisation.Principal, Riddle);

        Assert.Equal([Riddle], (await ListAsync(bot)).Commonest.Select(one => one.Words));
    }

    [ContractFact]
    public async Task Message_delivered_twice_counts_once()
    {
        await using var bot = await StartAsync();
        await bot.SendAsync(bot.Message(Organisation.Principal, Riddle, id: "same"));
        await bot.SendAsync(bot.Message(Organisation.Principal, Riddle, id: "same"));
        await bot.SendAsync(bot.Message(Organisation.Principal, Riddle, id: "other"));

        Assert.Equal(2, Assert.Single((await ListAsync(bot)).Commonest).Messages);
    }

    [ContractFact]
    public async Task Nothing_is_kept_where_that_is_turned_off()
    {
        await using var bot = await StartAsync(settings: settings => settings["Unread:Keep"] = "false");
        await bot.SayAsync(Organisation.Principal, Riddle);
        await bot.SayAsync(Organisation.Principal, "việc 2, 3 xong rồi");
        var talk = await bot.Services.GetRequiredService<TalkTable>().LoadAsync(Organisation.Principal, default);
        await bot.SayAsync(Organisation.Principal, "2");

        Assert.Null(talk.AskedAbout);
        Assert.Empty((await ListAsync(bot)).Commonest);
    }

    [ContractFact]
    public async Task What_is_kept_is_removed_after_ninety_days()
    {
        await using var bot = await StartAsync();
        await bot.SayAsync(Organisation.Principal, Riddle);
        Assert.Equal(1, (await ListAsync(bot)).Messages);

        bot.Clock.Advance(TimeSpan.FromDays(90));
        await bot.SayAsync(Organisation.Principal, "một câu khác hẳn");
        Assert.Equal(2, (await ListAsync(bot)).Messages);
        // It sweeps too, at a time of its own.
        await bot.StopBackgroundAsync();
        bot.Clock.Advance(TimeSpan.FromDays(1));

        await bot.Services.GetRequiredService<UnreadSweep>().RunAsync(default);

        Assert.Equal(1, await CountAsync(bot));
    }

    private static async Task<UnreadList> ListAsync(RunningBot bot)
    {
        // It is written beside the turn; stopping the writer waits for all that was noted.
        var writer = bot.Services.GetServices<IHostedService>().OfType<UnreadWriter>().Single();
        await writer.StopAsync(default);
        await writer.StartAsync(default);
        return await bot.Services.GetRequiredService<ListUnread>().HandleAsync(null, default);
    }

    private static async Task<int> CountAsync(RunningBot bot)
    {
        var count = 0;
        await foreach (var _ in bot.Services.GetRequiredService<IPartitionedStore>().ScanAsync(StoreTable.Unread, default)) count++;
        return count;
    }
}
