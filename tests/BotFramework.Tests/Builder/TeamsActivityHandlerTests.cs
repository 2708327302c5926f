using System.Net;
using BotFramework.Tests.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.Builder;

public sealed class TeamsActivityHandlerTests : IAsyncLifetime
{
    private readonly RecordingBot _bot = new();
    private FakeConnector _connector;
    private BotHost _host;

    public async Task InitializeAsync()
    {
        _connector = await FakeConnector.StartAsync();
        _host = await BotHost.StartAsync(_bot);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _connector.DisposeAsync();
    }

    [Fact]
    public async Task Bot_that_was_added_is_told_of_itself_with_the_team_and_nobody_is_asked_for()
    {
        await UpdateAsync(activity => activity.MembersAdded = [new ChannelAccount(id: "28:bot")]);

        Assert.Equal(["added 28:bot to 19:team"], _bot.Seen);
        Assert.Empty(_connector.Calls);
    }

    [Fact]
    public async Task Member_of_whom_only_the_id_is_known_is_fetched_from_the_team()
    {
        _connector.AnswerNextWith(200, body: """{"id":"29:new","email":"moi@songmay.gov.vn"}""");

        await UpdateAsync(activity => activity.MembersAdded = [new ChannelAccount(id: "29:new")]);

        Assert.Equal(["added 29:new moi@songmay.gov.vn to 19:team"], _bot.Seen);
        Assert.Equal("/teams/v3/conversations/19%3Ateam/members/29%3Anew", Assert.Single(_connector.Calls).Target);
    }

    [Fact]
    public async Task Member_who_is_gone_again_is_told_as_the_activity_has_them()
    {
        _connector.AnswerNextWith(404, body: """{"error":{"code":"ConversationNotFound"}}""");

        await UpdateAsync(activity => activity.MembersAdded = [new ChannelAccount(id: "29:new")]);

        Assert.Equal(["added 29:new to 19:team"], _bot.Seen);
    }

    [Fact]
    public async Task Members_that_left_are_told_the_bot_too()
    {
        await UpdateAsync(activity => activity.MembersRemoved = [new ChannelAccount(id: "28:bot"), new ChannelAccount(id: "29:gone")]);

        Assert.Equal(["removed 28:bot 29:gone"], _bot.Seen);
    }

    [Theory]
    [InlineData("channelDeleted", "channel 19:channel deleted")]
    [InlineData("teamDeleted", "team 19:team deleted")]
    [InlineData("channelRenamed", null)]
    public async Task Event_of_a_team_goes_to_its_method(string eventType, string expected)
    {
        await UpdateAsync(_ => { }, eventType);

        Assert.Equal(expected is null ? [] : [expected], _bot.Seen);
    }

    [Fact]
    public async Task Other_channels_are_told_as_by_any_handler()
    {
        await UpdateAsync(activity =>
        {
            activity.ChannelId = "webchat";
            activity.MembersAdded = [new ChannelAccount(id: "28:bot")];
        });

        Assert.Empty(_bot.Seen);
    }

    [Theory]
    [InlineData(null, 200)]
    [InlineData("adaptiveCard/action", 400)]
    [InlineData("task/unheard-of", 501)]
    public async Task Invoke_goes_by_its_name_and_without_one_to_the_card_action(string name, int status)
    {
        using var response = await _host.PostAsync(TestBot.Invoke(name));

        Assert.Equal((HttpStatusCode)status, response.StatusCode);
    }

    [Fact]
    public async Task Channel_data_is_read_and_what_is_unknown_of_it_is_kept()
    {
        var data = JObject.Parse("""{"channel":{"id":"19:channel"},"team":{"id":"19:team","aadGroupId":"g"},"tenant":{"id":"t"},"notification":{"alert":true},"source":{"name":"x"}}""");
        var activity = TestBot.Message();
        activity.ChannelData = data;

        var read = activity.GetChannelData<TeamsChannelData>();
        Assert.Equal(("19:channel", "g"), (read.Channel.Id, read.Team.AadGroupId));
        Assert.Equal(("t", true, "x"), (read.Tenant.Id, read.Notification.Alert, (string)JObject.FromObject(read)["source"]["name"]));
    }

    private async Task UpdateAsync(Action<Activity> change, string eventType = null)
    {
        var activity = TestBot.Message(null, _connector.Url);
        activity.Type = ActivityTypes.ConversationUpdate;
        activity.ChannelData = new TeamsChannelData(new ChannelInfo("19:channel"), eventType, new TeamInfo("19:team"));
        change(activity);
        using var response = await _host.PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private sealed class RecordingBot : TeamsActivityHandler
    {
        public List<string> Seen { get; } = [];

        protected override Task OnTeamsMembersAddedAsync(
            IList<TeamsChannelAccount> teamsMembersAdded, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            See($"added {string.Join(' ', teamsMembersAdded.Select(member => $"{member.Id} {member.Email}".Trim()))} to {teamInfo.Id}");

        protected override Task OnMembersRemovedAsync(
            IList<ChannelAccount> membersRemoved, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            See("removed " + string.Join(' ', membersRemoved.Select(member => member.Id)));

        protected override Task OnTeamsChannelDeletedAsync(
            ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            See($"channel {channelInfo.Id} deleted");

        protected override Task OnTeamsTeamDeletedAsync(
            TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => See($"team {teamInfo.Id} deleted");

        protected override Task<InvokeResponse> OnTeamsCardActionInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
            Task.FromResult(CreateInvokeResponse());

        private Task See(string what)
        {
            Seen.Add(what);
            return Task.CompletedTask;
        }
    }
}
