using Directives.Bot.Tests.Hosting;

namespace Directives.Bot.Tests;

/// <summary>What leaders ask about figures, as they type it, over a ward whose first weeks have gone by.</summary>
public sealed class SummaryTests
{
    [Fact]
    public async Task Talk()
    {
        await using var bot = await Organisation.StartAsync(new DateTimeOffset(2026, 11, 18, 9, 14, 0, TimeSpan.FromHours(7)));
        await bot.SayAsync(Organisation.Principal, "việc 1 xong rồi");
        bot.Clock.Advance(TimeSpan.FromDays(5));
        await bot.SayAsync(Organisation.OtherPrincipal, "việc 1 xong rồi");
        await bot.SayAsync(Organisation.Principal, "việc 2 xong rồi");
        await bot.SayAsync(Organisation.OtherPrincipal, "việc 3 vướng kinh phí");
        bot.Clock.Advance(TimeSpan.FromDays(12));
        var log = new System.Text.StringBuilder();
        foreach (var q in (await File.ReadAllTextAsync("/tmp/talk.txt")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            log.AppendLine("> " + q).AppendLine(await bot.SayAsync(Organisation.Leader, q));
            bot.Clock.Advance(TimeSpan.FromMinutes(2));
        }
        await File.WriteAllTextAsync("/tmp/talk.out", log.ToString());
    }
}
