using Directives.EndToEnd.Playground.Client;

namespace Directives.EndToEnd.Playground;

/// <summary>What the bot says unasked, through the Playground's connector.</summary>
[Collection(Playgrounds.Name)]
public sealed class NoticeTests(TwoUsers users)
{
    [PlaygroundFact]
    public async Task Notice_planned_before_the_bot_was_killed_arrives_unasked_after_its_restart()
    {
        var settings = TeamsWard.Settings();
        await using var program = await TeamsWard.StartAsync(settings, users.Principal, users.Leader);
        await users.Leader.SayAsync("tổng hợp");
        var recorded = await users.Principal.SayAsync("việc 7 vướng kinh phí, đề nghị phường hỗ trợ");
        Assert.Contains("Em báo lãnh đạo lúc 09:2", recorded, StringComparison.Ordinal);

        await program.KillAsync();
        settings["Clock__Now"] = "2026-11-25T09:26:00+07:00";
        await program.RestartAsync();

        var notice = await users.Leader.HearsAsync("vướng kinh phí");
        Assert.Contains("THCS Hoa Sen", notice, StringComparison.Ordinal);
        Assert.Contains("việc 7", notice, StringComparison.Ordinal);
    }
}
