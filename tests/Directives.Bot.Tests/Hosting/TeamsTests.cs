using Directives.Bot.Notices;
using Directives.Core;
using Directives.Core.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Directives.Bot.Tests.Hosting;

/// <summary>Tests of the whole program with users of Microsoft Teams.</summary>
public abstract class TeamsTests : StoreTests
{
    /// <summary>The account of cô Đinh Thị Mẫu, THCS Hoa Sen.</summary>
    protected const string Account = "29:mau";

    protected const string Address = "mau.dinh@songmay.gov.vn";

    /// <summary>The small ward, in which the roster has addresses of the principal: <see cref="Address"/> and a user name of their own.</summary>
    /// <param name="shared">An address that two others have.</param>
    protected async Task<RunningBot> StartWithAddressesAsync(Action<Dictionary<string, string?>>? settings = null, string? shared = null)
    {
        var bot = await StartAsync(settings: all =>
        {
            all["MicrosoftAppTenantId"] = FakeTeams.Tenant;
            // Time stands still while a test sends: no pace would ever come to an end.
            all["Notices:Channels:msteams:PerSecond"] = "0";
            settings?.Invoke(all);
        });
        await ChangeAsync(bot, person => person.Id switch
        {
            Ward.Principal => person with { Email = Address, TeamsAccount = "mau.teams@songmay.gov.vn" },
            Ward.OtherPrincipal or Ward.OfficeHead => person with { Email = shared },
            _ => person,
        });
        return bot;
    }

    protected static async Task ChangeAsync(RunningBot bot, Func<Person, Person> change)
    {
        var rosters = bot.Services.GetRequiredService<RosterTable>();
        var stored = await rosters.ReadAsync(default);
        var (roster, people) = (stored.Roster, stored.Roster.People.Select(change).ToArray());
        await rosters.ReplaceAsync(new Roster(roster.Body, roster.Units, roster.Groups, people), stored, default);
    }

    protected static void GoTo(RunningBot bot, int year, int month, int day, int hour, int minute)
    {
        var at = new DateTimeOffset(year, month, day, hour, minute, 0, VietnamTime.Offset);
        bot.Clock.Advance(at - bot.Clock.GetUtcNow());
    }

    /// <summary>What is planned for the day and sent by now, each with where.</summary>
    private protected static async Task<IReadOnlyList<(string Conversation, string Text)>> PassAsync(RunningBot bot, FakeTeams teams)
    {
        var before = teams.Sent.Count;
        await bot.Services.GetRequiredService<PlanReminders>().RunAsync(default);
        await bot.Services.GetRequiredService<NoticeSender>().SendDueAsync(default);
        return [.. teams.Sent.Skip(before)];
    }

    /// <summary>From now on notices go out only when the test says so.</summary>
    protected static Task StopBackgroundAsync(RunningBot bot) => bot.StopBackgroundAsync();
}
