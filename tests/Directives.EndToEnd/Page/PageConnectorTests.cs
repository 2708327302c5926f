using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Directives.EndToEnd.Page;

public sealed class PageConnectorTests
{
    private const string Activities = "/page/connector/v3/conversations/webchat-dinh-thi-mau/activities";
    private const string Events = "/page/events?conversation=webchat-dinh-thi-mau";

    [Theory]
    [InlineData(Activities)]
    [InlineData(Activities + "/reply-to-this")]
    public async Task Connector_without_an_open_page_refuses_so_that_the_bot_holds_its_notice(string path)
    {
        await using var bot = await FakeBot.Start();
        using var http = Client(bot);

        using var answer = await http.PostAsJsonAsync(path, FakeBot.Text("Hôm nay là hạn việc 12"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var error = await answer.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal("ConversationNotFound", (string?)error!["error"]!["code"]);
        Assert.False(bot.Connector.IsListening("webchat-dinh-thi-mau"));
    }

    [Theory]
    [InlineData(Activities)]
    [InlineData(Activities + "/reply-to-this")]
    public async Task Connector_with_an_open_page_passes_the_activity_on_under_the_id_it_answers(string path)
    {
        await using var bot = await FakeBot.Start();
        using var http = Client(bot);
        await using var page = await Listener.Open(http, Events);
        await page.Next("ready");

        using var answer = await http.PostAsJsonAsync(path, FakeBot.Text("Hôm nay là hạn việc 12"));

        var id = (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["id"];
        var heard = JsonNode.Parse((await page.Next("activity")).Data)!;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(id, (string?)heard["id"]);
        Assert.Equal("Hôm nay là hạn việc 12", (string?)heard["text"]);
    }

    [Fact]
    public async Task Connector_passes_updates_and_deletions_on()
    {
        await using var bot = await FakeBot.Start();
        using var http = Client(bot);
        await using var page = await Listener.Open(http, Events);
        await page.Next("ready");

        using var updated = await http.PutAsJsonAsync(Activities + "/a1", FakeBot.Text("mới"));
        using var deleted = await http.DeleteAsync(Activities + "/a2");

        Assert.Equal("a1", (string?)JsonNode.Parse((await page.Next("update")).Data)!["id"]);
        Assert.Equal("a2", (string?)JsonNode.Parse((await page.Next("delete")).Data)!["id"]);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("")]
    public async Task Connector_given_what_is_no_activity_answers_bad_request(string body)
    {
        await using var bot = await FakeBot.Start();
        using var http = Client(bot);

        using var answer = await http.PostAsync(Activities, new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Page_that_comes_back_hears_what_it_missed(bool byHeader)
    {
        await using var bot = await FakeBot.Start();
        using var http = Client(bot);
        await using var other = await Listener.Open(http, Events);
        await other.Next("ready");
        string last;
        await using (var page = await Listener.Open(http, Events))
        {
            await page.Next("ready");
            await bot.Notify(Samples.Principal, FakeBot.Text("một"));
            last = (await page.Next("activity")).EventId!;
        }

        await bot.Notify(Samples.Principal, FakeBot.Text("hai"));
        await using var again = byHeader ? await Listener.Open(http, Events, last) : await Listener.Open(http, $"{Events}&after={last}");

        Assert.Equal("hai", (string?)JsonNode.Parse((await again.Next("activity")).Data)!["text"]);
        await again.Next("ready");
    }

    [Fact]
    public async Task Page_that_is_new_hears_nothing_of_before()
    {
        await using var bot = await FakeBot.Start();
        using var http = Client(bot);
        await using var other = await Listener.Open(http, Events);
        await other.Next("ready");
        await bot.Notify(Samples.Principal, FakeBot.Text("một"));

        await using var page = await Listener.Open(http, Events);

        Assert.Equal("ready", (await page.Next()).EventType);
    }

    [Fact]
    public async Task Page_that_knows_another_run_only_hears_all_of_this_one()
    {
        await using var bot = await FakeBot.Start();
        using var http = Client(bot);
        await using var other = await Listener.Open(http, Events);
        await other.Next("ready");
        await bot.Notify(Samples.Principal, FakeBot.Text("một"));

        await using var page = await Listener.Open(http, $"{Events}&after=anotherrun-7");

        Assert.Equal("một", (string?)JsonNode.Parse((await page.Next("activity")).Data)!["text"]);
    }

    [Fact]
    public async Task Page_that_was_closed_is_listening_no_more()
    {
        await using var bot = await FakeBot.Start();
        using var http = Client(bot);
        await using (var page = await Listener.Open(http, Events))
        {
            await page.Next("ready");
            Assert.True(bot.Connector.IsListening("webchat-dinh-thi-mau"));
        }

        Assert.True(SpinWait.SpinUntil(() => !bot.Connector.IsListening("webchat-dinh-thi-mau"), TimeSpan.FromSeconds(15)));
        using var answer = await bot.Notify(Samples.Principal, FakeBot.Text("một"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Page_without_messages_hears_a_heartbeat()
    {
        var time = new FakeTimeProvider();
        await using var bot = await FakeBot.Start(time);
        using var http = Client(bot);
        await using var page = await Listener.Open(http, Events);
        await page.Next("ready");

        var next = page.Next();
        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(15));
                return next.IsCompleted;
            },
            TimeSpan.FromSeconds(15)));

        Assert.Equal("beat", (await next).EventType);
    }

    [Fact]
    public async Task Program_that_stops_does_not_wait_for_an_open_page()
    {
        var bot = await FakeBot.Start();
        using var http = Client(bot);
        await using var page = await Listener.Open(http, Events);
        await page.Next("ready");

        await bot.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(15));
    }

    internal static HttpClient Client(FakeBot bot) => new() { BaseAddress = new Uri(bot.Address) };

    private sealed class Listener(HttpResponseMessage response, IAsyncEnumerator<SseItem<string>> events) : IAsyncDisposable
    {
        public static async Task<Listener> Open(HttpClient http, string path, string? last = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (last is not null) request.Headers.Add("Last-Event-ID", last);
            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            response.EnsureSuccessStatusCode();
            return new Listener(response, SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync().GetAsyncEnumerator());
        }

        public async Task<SseItem<string>> Next(string? kind = null)
        {
            Assert.True(await events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(15)));
            if (kind is not null) Assert.Equal(kind, events.Current.EventType);
            return events.Current;
        }

        public ValueTask DisposeAsync()
        {
            response.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
