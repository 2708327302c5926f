using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace BotFramework.Tests.Support;

/// <summary>A bot made of one function, and activities for it.</summary>
internal sealed class TestBot(Func<ITurnContext, CancellationToken, Task> turn) : IBot
{
    public const string AppId = "11111111-aaaa-bbbb-cccc-222222222222";
    public const string TenantId = "33333333-aaaa-bbbb-cccc-444444444444";
    public const string ServiceUrl = "https://smba.example/apac/";

    public static TestBot Echo { get; } = new((context, token) => context.SendActivityAsync("Đã nhận: " + context.Activity.Text, cancellationToken: token));

    public static TestBot Silent { get; } = new((_, _) => Task.CompletedTask);

    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => turn(turnContext, cancellationToken);

    public static Activity Message(string text = "việc 12", string serviceUrl = ServiceUrl) => new()
    {
        Type = ActivityTypes.Message,
        Id = "in-1",
        ChannelId = "msteams",
        ServiceUrl = serviceUrl,
        From = new ChannelAccount(id: "29:user", name: "Trần Thị Đào"),
        Recipient = new ChannelAccount(id: "28:bot", name: "Trợ lý"),
        Conversation = new ConversationAccount(id: "a:conversation"),
        Text = text,
    };

    public static Activity Invoke(string name, object value = null)
    {
        var invoke = Message(null);
        invoke.Type = ActivityTypes.Invoke;
        invoke.Name = name;
        invoke.Value = value;
        return invoke;
    }
}
