using Directives.Core;
using Directives.Core.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Bot.Tests.Hosting;

/// <summary>The program with the small ward in it.</summary>
public static class Organisation
{
    public const string Principal = Ward.Principal;
    public const string OtherPrincipal = Ward.OtherPrincipal;
    public const string OfficeHead = Ward.OfficeHead;
    public const string Leader = Ward.Leader;
    public const string Clerk = Ward.Clerk;
    public const string EnglishPrincipal = Ward.EnglishPrincipal;

    public static Roster Roster => Ward.Roster;

    public static async Task<RunningBot> StartAsync(DateTimeOffset? now = null, Action<Dictionary<string, string?>>? settings = null)
    {
        var bot = await RunningBot.StartAsync(now, settings);
        await Ward.FillAsync(
            bot.Services.GetRequiredService<RosterTable>(),
            bot.Services.GetRequiredService<DirectiveTable>(),
            bot.Services.GetRequiredService<PublishDirective>(),
            bot.Clock.GetUtcNow());
        return bot;
    }
}
