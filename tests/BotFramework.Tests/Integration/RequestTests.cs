using System.Net;
using System.Text;
using BotFramework.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.Integration;

public class RequestTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("{}")]
    [InlineData("{\"type\":\"\"}")]
    [InlineData("{\"type\":\"message\",\"timestamp\":\"yesterday\"}")]
    [InlineData("{\"type\":\"message\",\"from\":7}")]
    public async Task Body_that_is_no_activity_is_answered_400(string body)
    {
        await using var host = await BotHost.StartAsync(TestBot.Echo);

        using var response = await host.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Body_nested_beyond_reason_is_answered_400()
    {
        await using var host = await BotHost.StartAsync(TestBot.Echo);
        var body = """{"type":"message","value":""" + new string('[', 5000) + new string(']', 5000) + "}";

        using var response = await host.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Body_over_the_limit_is_answered_413_by_its_length()
    {
        await using var host = await BotHost.StartAsync(TestBot.Echo);

        using var response = await host.PostAsync(Large(256 * 1024 + 1));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Body_over_the_limit_without_a_length_is_answered_413_before_it_is_read_whole()
    {
        // Not over HTTP: what is counted is how much the adapter asks for.
        await using var host = await BotHost.StartAsync(TestBot.Echo);
        var body = new EndlessStream();
        var context = new DefaultHttpContext { Request = { Method = "POST", Body = body } };

        await host.Adapter.ProcessAsync(context.Request, context.Response, TestBot.Echo);

        Assert.Equal(StatusCodes.Status413PayloadTooLarge, context.Response.StatusCode);
        Assert.InRange(body.BytesRead, 256 * 1024, 512 * 1024);
    }

    [Fact]
    public async Task Body_under_the_limit_is_taken()
    {
        await using var host = await BotHost.StartAsync(TestBot.Silent);

        using var response = await host.PostAsync(Large(256 * 1024));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    public async Task Other_method_than_POST_is_answered_405(string method)
    {
        await using var host = await BotHost.StartAsync(TestBot.Echo);
        using var request = new HttpRequestMessage(new HttpMethod(method), host.Address);

        using var response = await host.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task Expected_replies_are_the_answer()
    {
        await using var host = await BotHost.StartAsync(new TestBot(async (context, token) =>
        {
            await context.SendActivityAsync("một", cancellationToken: token);
            await context.SendActivityAsync("hai", cancellationToken: token);
        }));
        var message = TestBot.Message();
        message.DeliveryMode = DeliveryModes.ExpectReplies;

        using var response = await host.PostAsync(message);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType.MediaType);
        var activities = JObject.Parse(await response.Content.ReadAsStringAsync())["activities"];
        Assert.Equal(["một", "hai"], activities.Select(activity => (string)activity["text"]));
        Assert.All(activities, activity => Assert.Equal("in-1", (string)activity["replyToId"]));
    }

    [Fact]
    public async Task Expected_replies_need_no_service_url_and_may_be_none()
    {
        await using var host = await BotHost.StartAsync(TestBot.Silent);
        var message = TestBot.Message(serviceUrl: null);
        message.DeliveryMode = DeliveryModes.ExpectReplies;

        using var response = await host.PostAsync(message);

        Assert.Equal("""{"activities":[]}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Invoke_result_is_status_and_body_of_the_answer()
    {
        var bot = new CardBot();
        await using var host = await BotHost.StartAsync(bot);

        using var response = await host.PostAsync(TestBot.Invoke(
            "adaptiveCard/action",
            JObject.Parse("""{"action":{"type":"Action.Execute","verb":"xem"}}""")));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"xem"}""",
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Invoke_result_is_among_the_replies_when_they_are_expected()
    {
        await using var host = await BotHost.StartAsync(new CardBot());
        var invoke = TestBot.Invoke("adaptiveCard/action", JObject.Parse("""{"action":{"type":"Action.Execute","verb":"xem"}}"""));
        invoke.DeliveryMode = DeliveryModes.ExpectReplies;

        using var response = await host.PostAsync(invoke);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answer = Assert.Single(JObject.Parse(await response.Content.ReadAsStringAsync())["activities"]);
        Assert.Equal("invokeResponse", (string)answer["type"]);
        // Under the names that the SDK gives them here, too.
        Assert.Equal(200, (int)answer["value"]["Status"]);
        Assert.Equal("xem", (string)answer["value"]["Body"]["value"]);
    }

    [Fact]
    public async Task Malformed_invoke_is_answered_400_with_the_reason()
    {
        await using var host = await BotHost.StartAsync(new CardBot());

        using var response = await host.PostAsync(TestBot.Invoke("adaptiveCard/action"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(
            """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"Missing value property"}}""",
            await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Invoke_nobody_handles_is_answered_501(bool isHandler)
    {
        await using var host = await BotHost.StartAsync(isHandler ? new CardBot() : TestBot.Silent);

        using var response = await host.PostAsync(TestBot.Invoke("composeExtension/query", new JObject()));

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
    }

    [Fact]
    public async Task Exception_of_the_bot_is_not_taken_for_a_refused_request()
    {
        await using var host = await BotHost.StartAsync(new TestBot((_, _) => throw new UnauthorizedAccessException()));

        using var response = await host.PostAsync(TestBot.Message());

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    private static string Large(int length)
    {
        const string head = """{"type":"message","text":" """;
        const string tail = "\"}";
        return head + new string('a', length - Encoding.UTF8.GetByteCount(head + tail)) + tail;
    }

    private sealed class CardBot : ActivityHandler
    {
        protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
            ITurnContext<IInvokeActivity> turnContext,
            AdaptiveCardInvokeValue invokeValue,
            CancellationToken cancellationToken) => Task.FromResult(new AdaptiveCardInvokeResponse
            {
                StatusCode = 200,
                Type = "application/vnd.microsoft.activity.message",
                Value = invokeValue.Action.Verb,
            });
    }
}
