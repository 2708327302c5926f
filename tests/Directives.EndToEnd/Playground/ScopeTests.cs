using System.Text.Json.Nodes;
using Directives.EndToEnd.Playground.Client;

namespace Directives.EndToEnd.Playground;

/// <summary>The bot in a group chat and in a channel, and as it is added, removed and added again.</summary>
[Collection(Playgrounds.Name)]
public sealed class ScopeTests(TwoUsers users)
{
    private TeamsUser Principal => users.Principal;

    [PlaygroundFact]
    public async Task Group_that_names_the_bot_reads_what_was_recorded_and_the_reporter_alone_the_list()
    {
        await using var program = await TeamsWard.StartAsync(TeamsWard.Settings(), Principal);

        var recorded = await Principal.TurnAsync("việc 12 xong rồi", TeamsWard.GroupChat, mention: true);
        Assert.All(recorded.Replies, reply => Assert.Equal(TeamsWard.GroupChat, reply.ConversationId));
        Assert.Contains("Đã ghi: THCS Hoa Sen, việc 12 hoàn thành.", Principal.Show(recorded.Replies), StringComparison.Ordinal);

        var asked = await Principal.TurnAsync("tuần này có việc gì đến hạn", TeamsWard.GroupChat, mention: true);
        Assert.Equal("Em trả lời riêng cô rồi ạ.", Principal.Show(asked.Replies));
        Assert.Contains("việc 8: Nộp danh sách học sinh giỏi", await Principal.HearsAsync("Tuần này THCS Hoa Sen có"), StringComparison.Ordinal);
        Assert.Equal(TeamsWard.PersonalChat, Principal.Conversation);

        // The Playground itself holds back what does not name the bot; an app that may read everything gets it.
        var unnamed = recorded.Activity.DeepClone().AsObject();
        (unnamed["id"], unnamed["text"], unnamed["entities"]) = (Guid.NewGuid().ToString(), "việc 8 xong rồi", new JsonArray());
        Assert.Empty((await Principal.SendAsync(unnamed)).Replies);
        Assert.Contains("◐ đang thực hiện 80%", await Principal.SayAsync("việc 8"), StringComparison.Ordinal);
    }

    [PlaygroundFact]
    public async Task Channel_is_answered_in_the_thread_that_names_the_bot()
    {
        await using var program = await TeamsWard.StartAsync(TeamsWard.Settings(), Principal);

        var turn = await Principal.TurnAsync("viec 12 dc 60%", TeamsWard.Channel, mention: true);

        var thread = (string?)turn.Activity["conversation"]!["id"];
        Assert.StartsWith(TeamsWard.Channel + ";messageid=", thread, StringComparison.Ordinal);
        Assert.All(turn.Replies, reply => Assert.Equal(thread, reply.ConversationId));
        Assert.Contains("Đã ghi: THCS Hoa Sen, việc 12 đang thực hiện 60%.", Principal.Show(turn.Replies), StringComparison.Ordinal);
    }

    [PlaygroundFact]
    public async Task Person_is_welcomed_once_when_the_app_comes_and_again_when_it_comes_back()
    {
        await using var program = await TeamsWard.StartAsync(TeamsWard.Settings(), Principal);

        Assert.Contains("Chào cô, em là trợ lý nhắc việc", await Principal.MeetsAsync("install"), StringComparison.Ordinal);
        Assert.Contains("Xem việc đến hạn", Principal.Card.Buttons);
        Assert.Equal("", await Principal.MeetsAsync("botAdded"));
        Assert.Equal("", await Principal.MeetsAsync("install"));

        Assert.Equal("", await Principal.MeetsAsync("uninstall"));
        Assert.Contains("Chào cô, em là trợ lý nhắc việc", await Principal.MeetsAsync("install"), StringComparison.Ordinal);
    }

    [PlaygroundFact]
    public async Task Group_is_told_once_how_the_bot_is_spoken_to_and_again_when_it_comes_back()
    {
        await using var program = await TeamsWard.StartAsync(TeamsWard.Settings(), Principal);
        const string Hello = "Ở đây em chỉ trả lời khi được gọi tên (@)";

        Assert.Contains(Hello, await Principal.MeetsAsync("install", TeamsWard.GroupChat), StringComparison.Ordinal);
        Assert.Equal("", await Principal.MeetsAsync("botAdded", TeamsWard.GroupChat));
        var named = await Principal.TurnAsync("việc 12 xong rồi", TeamsWard.GroupChat, mention: true);
        Assert.DoesNotContain(Hello, Principal.Show(named.Replies), StringComparison.Ordinal);

        Assert.Equal("", await Principal.MeetsAsync("uninstall", TeamsWard.GroupChat));
        Assert.Contains(Hello, await Principal.MeetsAsync("install", TeamsWard.GroupChat), StringComparison.Ordinal);
    }
}
