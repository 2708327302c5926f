using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Directives.Bot.Commands;
using Directives.Bot.Notices;
using Directives.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Directives.Bot.Tests.Hosting;

/// <summary>The whole program on a free port of this machine, with an SQLite file of its own; only time is not real.</summary>
public sealed partial class RunningBot : IAsyncDisposable
{
    private readonly string _folder;
    private readonly Dictionary<string, string?> _settings;
    private WebApplication? _app;

    private RunningBot(DateTimeOffset now, Action<Dictionary<string, string?>>? settings)
    {
        _folder = Directory.CreateTempSubdirectory("directives-").FullName;
        Clock = new FakeTimeProvider(now);
        _settings = new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Store:Sqlite"] = Path.Combine(_folder, "directives.db"),
            ["Sample:Load"] = "false",
            ["Files:Folder"] = Path.Combine(_folder, "files"),
        };
        settings?.Invoke(_settings);
    }

    public FakeTimeProvider Clock { get; }

    /// <summary>The files that the program keeps or holds.</summary>
    public IReadOnlyList<string> Files => Directory.Exists(_settings["Files:Folder"]) ? Directory.GetFiles(_settings["Files:Folder"]!, "*", SearchOption.AllDirectories) : [];

    /// <summary>What the program logged at Information and above.</summary>
    public ConcurrentQueue<string> Logged { get; } = new();

    public HttpClient Http { get; private set; } = new();

    public IServiceProvider Services => _app!.Services;

    /// <summary>Starts with an empty store on thứ Tư 25/11/2026 at 09:14 unless said otherwise.</summary>
    public static async Task<RunningBot> StartAsync(DateTimeOffset? now = null, Action<Dictionary<string, string?>>? settings = null)
    {
        var bot = new RunningBot(now ?? new DateTimeOffset(2026, 11, 25, 9, 14, 0, TimeSpan.FromHours(7)), settings);
        await bot.StartAppAsync();
        return bot;
    }

    /// <summary>Stops the program and starts it anew on the same store.</summary>
    public async Task RestartAsync()
    {
        await _app!.DisposeAsync();
        await StartAppAsync();
    }

    /// <summary>From here on nothing goes on beside the turns but what a test itself calls.</summary>
    public Task StopBackgroundAsync() => Services.GetServices<IHostedService>().OfType<BackgroundWork>().Single().StopAsync(default);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_app is not null) await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>What the person is answered: the text, or of a card the text that stands for it.</summary>
    public async Task<string> SayAsync(string personId, string text) => string.Join("\n", (await SendAsync(Message(personId, text))).Select(Text));

    public async Task<IReadOnlyList<JsonObject>> SendAsync(JsonObject activity)
    {
        var response = await Http.PostAsJsonAsync("/api/messages", activity);
        response.EnsureSuccessStatusCode();
        var body = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        return [.. body["activities"]!.AsArray().Select(reply => reply!.AsObject())];
    }

    /// <summary>
    /// Presses a card's button, with what stands in the card's fields or is filled in, and gives the card that takes its place, or the text of a notice.
    /// </summary>
    public Task<JsonNode> PressAsync(string personId, JsonNode card, string title, params (string Field, string Value)[] filled) =>
        PressAsync(personId, Button(card, title), card, filled);

    /// <summary>As a client does it: fields that the button takes are checked by the card before anything is sent.</summary>
    public async Task<JsonNode> PressAsync(string personId, JsonNode action, JsonNode card, (string Field, string Value)[] filled, string trigger = "manual")
    {
        var data = action["data"]!.DeepClone().AsObject();
        if ((string?)action["associatedInputs"] != "none")
        {
            foreach (var input in Parts(card).Where(part => ((string?)part["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true))
            {
                var (id, value) = ((string)input["id"]!, filled.FirstOrDefault(field => field.Field == (string)input["id"]!).Value ?? input["value"]?.ToString());
                if (value is null && (bool?)input["isRequired"] == true) throw new InvalidOperationException($"The card does not let '{id}' be empty.");
                if (value is not null) data[id] = value;
            }
        }

        var activity = Message(personId, "");
        // An invoke's answer is the body of the response itself.
        activity.Remove("deliveryMode");
        activity["type"] = "invoke";
        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = action["verb"]!.DeepClone(), ["data"] = data },
            ["trigger"] = trigger,
        };
        var response = await Http.PostAsJsonAsync("/api/messages", activity);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!["value"]!;
    }

    /// <summary>The button of that title, wherever it stands on the card; of a row that can be pressed, the row's.</summary>
    public static JsonNode Button(JsonNode card, string title) =>
        Parts(card).First(part => (string?)part["type"] == "Action.Execute" && (string?)part["title"] == title);

    public static IReadOnlyList<string> Buttons(JsonNode card) => [.. card["actions"]?.AsArray().Select(action => (string)action!["title"]!) ?? []];

    private static IEnumerable<JsonObject> Parts(JsonNode? node) => node switch
    {
        JsonObject one => one.Select(property => property.Value).SelectMany(Parts).Prepend(one),
        JsonArray many => many.SelectMany(Parts),
        _ => [],
    };

    public JsonObject Message(string personId, string text, string? id = null) => new()
    {
        ["type"] = "message",
        ["id"] = id ?? Guid.NewGuid().ToString("n"),
        ["channelId"] = "webchat",
        ["from"] = new JsonObject { ["id"] = personId },
        ["recipient"] = new JsonObject { ["id"] = "bot" },
        ["conversation"] = new JsonObject { ["id"] = "webchat-" + personId },
        ["serviceUrl"] = Http.BaseAddress + "page/connector",
        ["deliveryMode"] = "expectReplies",
        ["text"] = text,
    };

    public static JsonObject Card(JsonObject activity) => activity["attachments"]![0]!["content"]!.AsObject();

    /// <summary>What there is to read of it.</summary>
    public static string Text(JsonObject activity) => activity["attachments"] is JsonArray { Count: > 0 } attachments && attachments[0]!["content"] is JsonObject card
        ? (string)card["fallbackText"]!
        : (string?)activity["textFormat"] == "markdown" ? OfMarkdown((string)activity["text"]!)
        : (string?)activity["text"] ?? "";

    // As Teams shows it: a line break alone is a space.
    private static string OfMarkdown(string text) => Escaped()
        .Replace(string.Join('\n', text.Split("\n\n").Select(line => line.Replace('\n', ' '))), "$1")
        .Replace("&lt;", "<", StringComparison.Ordinal);

    [GeneratedRegex(@"\\([^\w\s])")]
    private static partial Regex Escaped();

    private async Task StartAppAsync()
    {
        _app = ServeCommand.Build(null, builder =>
        {
            builder.Environment.EnvironmentName = _settings.GetValueOrDefault("environment") ?? Environments.Development;
            builder.Configuration.AddInMemoryCollection(_settings);
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            builder.Logging.AddProvider(new LogLines(Logged)).AddFilter<LogLines>(level => level >= LogLevel.Information);
            builder.Services.AddSingleton<TimeProvider>(Clock);
        });
        await ServeCommand.StartAsync(_app, CancellationToken.None);
        Http.Dispose();
        Http = new HttpClient { BaseAddress = new Uri(_app.Urls.First() + "/") };
    }
}
