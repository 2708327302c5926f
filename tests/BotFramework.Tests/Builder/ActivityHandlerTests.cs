using BotFramework.Tests.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.Builder;

public class ActivityHandlerTests
{
    private readonly RecordingAdapter _adapter = new();
    private readonly RecordingBot _bot = new();

    [Theory]
    [InlineData("message", "message")]
    [InlineData("conversationUpdate", "conversationUpdate")]
    [InlineData("event", "event")]
    [InlineData("typing", "typing")]
    [InlineData("installationUpdate", "installationUpdate")]
    [InlineData("contactRelationUpdate", "unrecognised")]
    public async Task Activity_goes_to_the_method_for_its_type(string type, string expected)
    {
        await RunAsync(type, _ => { });

        Assert.Equal([expected], _bot.Seen);
    }

    [Theory]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("messageReaction")]
    [InlineData("endOfConversation")]
    public async Task Known_type_without_a_method_here_is_not_unrecognised(string type)
    {
        await RunAsync(type, _ => { });

        Assert.Empty(_bot.Seen);
    }

    [Fact]
    public async Task Members_added_are_told_unless_it_was_just_the_bot()
    {
        await RunAsync("conversationUpdate", activity => activity.MembersAdded = [new ChannelAccount(id: "28:bot")]);
        Assert.Equal(["conversationUpdate"], _bot.Seen);

        _bot.Seen.Clear();
        await RunAsync("conversationUpdate", activity => activity.MembersAdded = [new ChannelAccount(id: "28:bot"), new ChannelAccount(id: "29:new")]);
        Assert.Equal(["conversationUpdate", "added 28:bot 29:new"], _bot.Seen);
    }

    [Fact]
    public async Task Members_removed_are_told()
    {
        await RunAsync("conversationUpdate", activity => activity.MembersRemoved = [new ChannelAccount(id: "29:gone")]);

        Assert.Equal(["conversationUpdate", "removed 29:gone"], _bot.Seen);
    }

    [Theory]
    [InlineData("add", "add")]
    [InlineData("add-upgrade", "add")]
    [InlineData("remove", "remove")]
    [InlineData("remove-upgrade", "remove")]
    public async Task Installation_is_told_by_its_action(string action, string expected)
    {
        await RunAsync("installationUpdate", activity => activity.Action = action);

        Assert.Equal(["installationUpdate", expected], _bot.Seen);
    }

    [Fact]
    public async Task Card_action_is_answered_with_the_card()
    {
        var response = await InvokeAsync("adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"report","data":{"task":12}}}""");

        Assert.Equal(200, response.Status);
        Assert.True(response.IsSuccessStatusCode());
        Assert.Equal("report", ((AdaptiveCardInvokeResponse)response.Body).Value);
    }

    [Theory]
    [InlineData(null, "BadRequest", "Missing value property")]
    [InlineData("\"text\"", "BadRequest", "Value property is not properly formed")]
    [InlineData("{\"action\":7}", "BadRequest", "Value property is not properly formed")]
    [InlineData("{}", "BadRequest", "Missing action property")]
    [InlineData("{\"action\":{\"type\":\"Action.Submit\"}}", "NotSupported", "The action 'Action.Submit'is not supported.")]
    public async Task Malformed_card_action_is_answered_400(string value, string code, string message)
    {
        var response = await InvokeAsync("adaptiveCard/action", value);

        Assert.Equal(400, response.Status);
        Assert.False(response.IsSuccessStatusCode());
        var body = Assert.IsType<AdaptiveCardInvokeResponse>(response.Body);
        Assert.Equal((400, "application/vnd.microsoft.error"), (body.StatusCode, body.Type));
        var error = Assert.IsType<Error>(body.Value);
        Assert.Equal((code, message), (error.Code, error.Message));
    }

    [Fact]
    public async Task Unknown_invoke_is_answered_501()
    {
        Assert.Equal(501, (await InvokeAsync("fileConsent/invoke", "{}")).Status);
    }

    [Fact]
    public async Task Card_action_without_a_method_for_it_is_answered_501()
    {
        var invoke = TestBot.Invoke("adaptiveCard/action", JObject.Parse("""{"action":{"type":"Action.Execute"}}"""));
        using var context = new TurnContext(_adapter, invoke);

        await new ActivityHandler().OnTurnAsync(context);

        Assert.Equal(501, ((InvokeResponse)Assert.Single(_adapter.Sent).Value).Status);
    }

    [Fact]
    public async Task Activity_without_a_type_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(null, _ => { }));
    }

    private async Task RunAsync(string type, Action<Activity> change)
    {
        var activity = TestBot.Message();
        activity.Type = type;
        change(activity);
        using var context = new TurnContext(_adapter, activity);
        await _bot.OnTurnAsync(context);
    }

    private async Task<InvokeResponse> InvokeAsync(string name, string value)
    {
        using var context = new TurnContext(_adapter, TestBot.Invoke(name, value == null ? null : JToken.Parse(value)));
        await _bot.OnTurnAsync(context);
        var answer = Assert.Single(_adapter.Sent);
        Assert.Equal("invokeResponse", answer.Type);
        return (InvokeResponse)answer.Value;
    }

    private sealed class RecordingBot : ActivityHandler
    {
        public List<string> Seen { get; } = [];

        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
            See(turnContext.Activity.Type);

        protected override Task OnConversationUpdateActivityAsync(ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
        {
            See(turnContext.Activity.Type);
            return base.OnConversationUpdateActivityAsync(turnContext, cancellationToken);
        }

        protected override Task OnMembersAddedAsync(IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            See("added " + string.Join(' ', membersAdded.Select(member => member.Id)));

        protected override Task OnMembersRemovedAsync(IList<ChannelAccount> membersRemoved, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            See("removed " + string.Join(' ', membersRemoved.Select(member => member.Id)));

        protected override Task OnInstallationUpdateActivityAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken)
        {
            See(turnContext.Activity.Type);
            return base.OnInstallationUpdateActivityAsync(turnContext, cancellationToken);
        }

        protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => See("add");

        protected override Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => See("remove");

        protected override Task OnTypingActivityAsync(ITurnContext<ITypingActivity> turnContext, CancellationToken cancellationToken) =>
            See(turnContext.Activity.Type);

        protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => See(turnContext.Activity.Type);

        protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => See("unrecognised");

        protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
            Task.FromResult(new AdaptiveCardInvokeResponse { StatusCode = 200, Value = invokeValue.Action.Verb });

        private Task See(string what)
        {
            Seen.Add(what);
            return Task.CompletedTask;
        }
    }
}
