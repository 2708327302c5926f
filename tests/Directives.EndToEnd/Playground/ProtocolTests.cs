using System.Text.Json.Nodes;
using Directives.EndToEnd.Playground.Client;

namespace Directives.EndToEnd.Playground;

/// <summary>What no person sees of a talk in Teams: how activities and answers go over the wire, and who is taken for whom.</summary>
[Collection(Playgrounds.Name)]
public sealed class ProtocolTests(TwoUsers users)
{
    [PlaygroundFact]
    public async Task Expected_replies_are_in_the_answer_to_the_request_and_shown()
    {
        await using var principal = await TeamsUser.StartAsync(TeamsWard.Principal, "--dm", "expectReplies");
        await using var program = await TeamsWard.StartAsync(TeamsWard.Settings(), principal);

        var turn = await principal.TurnAsync("việc 12 xong rồi");

        Assert.Equal("expectReplies", (string?)turn.Activity["deliveryMode"]);
        Assert.Empty(turn.Replies);
        var reply = Assert.Single(turn.Response!["activities"]!.AsArray())!;
        Assert.Contains("việc 12 \"Tự kiểm tra bếp ăn\" hoàn thành", (string?)reply["summary"], StringComparison.Ordinal);
    }

    [PlaygroundFact]
    public async Task Stranger_who_bears_a_leaders_name_is_told_nothing()
    {
        await using var stranger = await TeamsUser.StartAsync(TeamsWard.Stranger with { Name = TeamsWard.Leader.Name });
        await using var program = await TeamsWard.StartAsync(TeamsWard.Settings(), users.Leader, stranger);
        Assert.Contains("98 việc", await users.Leader.SayAsync("tổng hợp"), StringComparison.Ordinal);

        var refusal = await stranger.SayAsync("tổng hợp");

        Assert.StartsWith("This account is not in the roster, so nothing was shown or recorded.", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("98", refusal, StringComparison.Ordinal);
    }
}
