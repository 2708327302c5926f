using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Directives.Bot.Tests.Hosting;

/// <summary>The channel service of Teams over real HTTP: knows the members of its chats, and keeps what is sent to them.</summary>
internal sealed class FakeTeams : IAsyncDisposable
{
    public const string Tenant = "7d9b6f0e-1111-4222-8333-944455556666";
    public const string OtherTenant = "0a0b0c0d-1111-4222-8333-944455557777";

    /// <summary>The bot's name as it stands in a message that mentions it.</summary>
    public const string Bot = "<at>Trợ lý</at>";

    public const string Group = "19:nhom@thread.v2";
    public const string Team = "19:doi@thread.tacv2";
    public const string Channel = "19:kenh@thread.tacv2";

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    private readonly WebApplication _app;
    private readonly SemaphoreSlim _received = new(0);

    private FakeTeams(WebApplication app) => _app = app;

    /// <summary>By the id of the user.</summary>
    public ConcurrentDictionary<string, JsonObject> Members { get; } = new();

    /// <summary>The paths by which members were asked for.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>What was sent unasked, each with the conversation it was sent to.</summary>
    public ConcurrentQueue<(string Conversation, string Text)> Sent { get; } = new();

    /// <summary>The same, whole.</summary>
    public ConcurrentQueue<JsonObject> Written { get; } = new();

    /// <summary>The ids of the messages that were taken back.</summary>
    public ConcurrentQueue<string> Deleted { get; } = new();

    /// <summary>What chats were opened with.</summary>
    public ConcurrentQueue<JsonObject> Opened { get; } = new();

    /// <summary>What was written to whom it is refused for, by the conversation.</summary>
    public ConcurrentQueue<string> Tried { get; } = new();

    /// <summary>What is refused, by the conversation that is written to, or the user with whom a chat is opened: a status, and the service's own word for it.</summary>
    public ConcurrentDictionary<string, (int Status, string Code)> Refused { get; } = new();

    /// <summary>Any other status than 200 for those who ask for a member.</summary>
    public int Status { get; set; } = StatusCodes.Status200OK;

    public string ServiceUrl => _app.Urls.First() + "/apac/";

    public static async Task<FakeTeams> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(System.Net.IPAddress.Loopback, 0));
        builder.Services.AddLogging(logging => logging.ClearProviders());
        var app = builder.Build();
        var teams = new FakeTeams(app);
        app.Run(teams.AnswerAsync);
        await app.StartAsync();
        return teams;
    }

    /// <summary>Makes a user known, as the directory has them.</summary>
    public void Add(string id, string? userName, string? email = null, string role = "user", string? tenant = Tenant, string? objectId = null) => Members[id] = new JsonObject
    {
        ["id"] = id,
        ["name"] = "Một người",
        ["aadObjectId"] = objectId ?? ObjectId(id),
        ["userPrincipalName"] = userName,
        ["email"] = email,
        ["userRole"] = role,
        ["tenantId"] = tenant,
    };

    public static string ObjectId(string id) => "oid-of-" + id;

    /// <summary>A message in the personal chat of a user.</summary>
    public JsonObject Message(string id, string text) => new()
    {
        ["type"] = "message",
        ["id"] = Guid.NewGuid().ToString("n"),
        ["channelId"] = "msteams",
        ["from"] = new JsonObject { ["id"] = id, ["name"] = "Một người", ["aadObjectId"] = ObjectId(id) },
        ["recipient"] = new JsonObject { ["id"] = "28:bot" },
        ["conversation"] = new JsonObject { ["id"] = "a:" + id, ["conversationType"] = "personal", ["tenantId"] = Tenant },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
        ["serviceUrl"] = ServiceUrl,
        ["deliveryMode"] = "expectReplies",
        ["text"] = text,
    };

    /// <summary>A message in a group chat. The bot is mentioned where its name stands in the text.</summary>
    public JsonObject GroupMessage(string id, string text)
    {
        var message = Message(id, text);
        message["conversation"] = new JsonObject { ["id"] = Group, ["conversationType"] = "groupChat", ["isGroup"] = true, ["tenantId"] = Tenant };
        // Whatever is answered goes over HTTP, so that it is seen where it goes.
        message.Remove("deliveryMode");
        if (text.Contains(Bot, StringComparison.Ordinal)) message["entities"] = new JsonArray(Mention("28:bot", Bot));
        return message;
    }

    /// <summary>A message in a channel of a team, in the thread that began with the message of that id.</summary>
    public JsonObject ChannelMessage(string id, string text, string thread = "1700000000000")
    {
        var message = GroupMessage(id, text);
        message["conversation"] = new JsonObject { ["id"] = $"{Channel};messageid={thread}", ["conversationType"] = "channel", ["isGroup"] = true, ["tenantId"] = Tenant };
        message["channelData"] = new JsonObject
        {
            ["tenant"] = new JsonObject { ["id"] = Tenant },
            ["team"] = new JsonObject { ["id"] = Team },
            ["channel"] = new JsonObject { ["id"] = Channel },
        };
        return message;
    }

    /// <summary>What Teams wants an answer to at once, in the personal chat of a user.</summary>
    public JsonObject Invoke(string id, string name, JsonObject value)
    {
        var invoke = Message(id, "");
        invoke.Remove("text");
        // An invoke's answer is the body of the response itself.
        invoke.Remove("deliveryMode");
        (invoke["type"], invoke["name"], invoke["value"]) = ("invoke", name, value);
        return invoke;
    }

    /// <summary>That the app was added to where the message is, or removed from there.</summary>
    public static JsonObject Installation(JsonObject message, string action)
    {
        message["type"] = "installationUpdate";
        message["action"] = action;
        message.Remove("text");
        message.Remove("entities");
        message.Remove("deliveryMode");
        return message;
    }

    public static JsonObject Mention(string id, string text) => new()
    {
        ["type"] = "mention",
        ["mentioned"] = new JsonObject { ["id"] = id },
        ["text"] = text,
    };

    /// <summary>Delivers an activity, and gives what the bot wrote before its turn ended, each with where.</summary>
    public async Task<IReadOnlyList<(string Conversation, string Text)>> DeliverAsync(RunningBot bot, JsonObject activity)
    {
        var before = Sent.Count;
        using var response = await bot.Http.PostAsJsonAsync("/api/messages", activity);
        response.EnsureSuccessStatusCode();
        return [.. Sent.Skip(before)];
    }

    /// <summary>Waits until something was sent that is as asked for.</summary>
    public async Task<(string Conversation, string Text)> HearAsync(Func<(string Conversation, string Text), bool> isIt)
    {
        while (true)
        {
            foreach (var sent in Sent)
            {
                if (isIt(sent)) return sent;
            }

            Assert.True(await _received.WaitAsync(LongestWait), "The bot did not write.");
        }
    }

    public async Task<string> SayAsync(RunningBot bot, string id, string text) => string.Join("\n", (await bot.SendAsync(Message(id, text))).Select(RunningBot.Text));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _received.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var parts = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        context.Response.ContentType = "application/json";
        if (context.Request.Method == HttpMethods.Post)
        {
            await TakeAsync(context, parts, (await context.Request.ReadFromJsonAsync<JsonObject>())!);
            _received.Release();
            return;
        }

        if (context.Request.Method == HttpMethods.Delete)
        {
            Deleted.Enqueue(parts[^1]);
            return;
        }

        Asked.Enqueue(context.Request.Path);
        var isKnown = Members.TryGetValue(parts[^1], out var member);
        context.Response.StatusCode = Status != StatusCodes.Status200OK ? Status : isKnown ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        await context.Response.WriteAsync(context.Response.StatusCode == StatusCodes.Status200OK ? member!.ToJsonString() : """{"error":{"code":"ServiceError"}}""");
    }

    // POST v3/conversations opens a chat, or a thread of a channel with its first message; with the id of one behind it, and perhaps the message that is
    // answered, it writes into that.
    private async Task TakeAsync(HttpContext context, string[] parts, JsonObject body)
    {
        var isOpening = parts.Length == 3;
        var isThread = isOpening && (bool?)body["isGroup"] == true;
        var target = isThread ? (string)body["channelData"]!["channel"]!["id"]! : isOpening ? (string)body["members"]![0]!["id"]! : parts[3];
        if (Refused.TryGetValue(target, out var refusal))
        {
            Tried.Enqueue(target);
            context.Response.StatusCode = refusal.Status;
            await context.Response.WriteAsync($$$"""{"error":{"code":"{{{refusal.Code}}}"}}""");
            return;
        }

        var message = $"sent-{Sent.Count}";
        var id = isThread ? $"{target};messageid={message}" : isOpening ? "a:" + target : message;
        if (isOpening) Opened.Enqueue(body);
        else Written.Enqueue(body);
        if (isThread) Sent.Enqueue((target, RunningBot.Text(body["activity"]!.AsObject())));
        else if (!isOpening) Sent.Enqueue((target, RunningBot.Text(body)));
        context.Response.StatusCode = StatusCodes.Status201Created;
        await context.Response.WriteAsync(isThread ? $$"""{"id":"{{id}}","activityId":"{{message}}"}""" : $$"""{"id":"{{id}}"}""");
    }
}
