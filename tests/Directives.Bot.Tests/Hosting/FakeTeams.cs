using System.Collections.Concurrent;
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

    private readonly WebApplication _app;

    private FakeTeams(WebApplication app) => _app = app;

    /// <summary>By the id of the user.</summary>
    public ConcurrentDictionary<string, JsonObject> Members { get; } = new();

    /// <summary>The paths by which members were asked for.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>What was sent unasked, each with the conversation it was sent to.</summary>
    public ConcurrentQueue<(string Conversation, string Text)> Sent { get; } = new();

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

    public async Task<string> SayAsync(RunningBot bot, string id, string text) => string.Join("\n", (await bot.SendAsync(Message(id, text))).Select(RunningBot.Text));

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var parts = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        context.Response.ContentType = "application/json";
        if (context.Request.Method == HttpMethods.Post)
        {
            var activity = (await context.Request.ReadFromJsonAsync<JsonObject>())!;
            Sent.Enqueue((parts[3], activity["attachments"] is JsonArray { Count: > 0 } ? RunningBot.Text(activity) : (string?)activity["text"] ?? ""));
            context.Response.StatusCode = StatusCodes.Status201Created;
            await context.Response.WriteAsync("""{"id":"sent"}""");
            return;
        }

        Asked.Enqueue(context.Request.Path);
        var isKnown = Members.TryGetValue(parts[^1], out var member);
        context.Response.StatusCode = Status != StatusCodes.Status200OK ? Status : isKnown ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        await context.Response.WriteAsync(context.Response.StatusCode == StatusCodes.Status200OK ? member!.ToJsonString() : """{"error":{"code":"ServiceError"}}""");
    }
}
