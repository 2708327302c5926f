using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Directives.EndToEnd.Playground.Client;

/// <summary>One person at their own Playground: says things, presses buttons, is told things. What the bot shows is read as words.</summary>
internal sealed class TeamsUser : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Wire _wire;
    private readonly AgentsPlayground _playground;
    private readonly HttpClient _http;
    private (string ConversationId, string MessageId, ShownCard Card)? _last;

    private TeamsUser(TeamsPerson person, Wire wire, AgentsPlayground playground)
    {
        (Person, _wire, _playground) = (person, wire, playground);
        _http = new HttpClient { BaseAddress = playground.Address, Timeout = Patience };
    }

    public TeamsPerson Person { get; }

    /// <summary>The page of this Playground.</summary>
    public Uri Page => _playground.Address;

    /// <summary>The card that came, or was changed, last.</summary>
    public ShownCard Card => _last?.Card ?? throw new InvalidOperationException("No card has come yet.");

    /// <summary>The conversation that it is in.</summary>
    public string? Conversation => _last?.ConversationId;

    /// <param name="options">Further ones of the Playground.</param>
    public static async Task<TeamsUser> StartAsync(TeamsPerson person, params string[] options)
    {
        var wire = await Wire.StartAsync();
        var playground = await AgentsPlayground.StartAsync(TeamsWard.Configuration(person), wire.BotEndpoint, wire.ServiceUrl, options);
        wire.Playground = playground.Address;
        return new TeamsUser(person, wire, playground);
    }

    /// <summary>Talks to that program from now on; what went by before is forgotten.</summary>
    public void TalkTo(string program)
    {
        _wire.Bot = new Uri(program);
        while (_wire.Turns.TryRead(out _) || _wire.Unasked.TryRead(out _))
        {
        }

        _last = null;
    }

    /// <summary>Says something in the personal chat; what is shown in answer.</summary>
    public async Task<string> SayAsync(string text) => Show((await TurnAsync(text)).Replies);

    /// <summary>The same, with all that went over the wire.</summary>
    /// <param name="mention">The bot is mentioned before the text: without that nothing in a group or channel reaches it.</param>
    public async Task<Turn> TurnAsync(string text, string conversation = TeamsWard.PersonalChat, bool mention = false)
    {
        var bot = TeamsWard.Bot;
        var message = new
        {
            from = new { id = Person.UserId },
            text = mention ? $"<at>{bot.Name}</at> {text}" : text,
            textFormat = "plain",
            mentions = mention ? new[] { new { type = "mention", mentioned = new { id = bot.UserId }, text = $"<at>{bot.Name}</at>" } } : [],
        };
        await PostAsync($"/_conversation/v1/conversations/{conversation}/messages", message);
        return await EndOfTurnAsync(turn =>
            (string?)turn.Activity["type"] == "message" && ((string?)turn.Activity["text"])?.EndsWith(text, StringComparison.Ordinal) == true);
    }

    /// <summary>Presses a button of the last card, with fields filled in first; the card, or what else is shown, after that.</summary>
    public Task<string> PressAsync(string button, params IReadOnlyList<(string Field, string Value)> values) => PressAsync(Card, button, values);

    /// <summary>Presses a button of a card that was shown before at the place where the last card is now.</summary>
    public async Task<string> PressAsync(ShownCard card, string button, params IReadOnlyList<(string Field, string Value)> values)
    {
        var (conversation, message, _) = _last ?? throw new InvalidOperationException("No card has come yet.");
        await PostAsync("/_conversation/v1/invoke", new
        {
            name = "adaptiveCard/action",
            value = new { action = card.Press(button, values), trigger = "manual" },
            from = new { id = Person.UserId },
            conversation = new { id = conversation },
            replyToId = message,
        });
        return await PressedAsync();
    }

    /// <summary>What is shown once a button of the last card was pressed, here or on the page.</summary>
    public async Task<string> PressedAsync()
    {
        var (conversation, message, _) = _last!.Value;
        var turn = await EndOfTurnAsync(turn => (string?)turn.Activity["name"] == "adaptiveCard/action");
        var answer = turn.Response ?? throw new InvalidOperationException($"The bot answered a press with {turn.Status} and nothing to show.");
        string shown;
        if (answer["value"] is JsonObject card)
        {
            Assert.Equal(ShownCard.ContentType, (string?)answer["type"]);
            _last = (conversation, message, new ShownCard(card));
            shown = Card.Words;
        }
        else
        {
            shown = (string)answer["value"]!;
        }

        return turn.Replies.Count > 0 ? shown + '\n' + Show(turn.Replies) : shown;
    }

    /// <summary>What the bot says unasked, the first that has these words; what else it said meanwhile is passed over.</summary>
    public async Task<string> HearsAsync(string words)
    {
        using var patience = new CancellationTokenSource(Patience);
        var passed = new List<string>();
        try
        {
            while (true)
            {
                passed.Add(Show([await _wire.Unasked.ReadAsync(patience.Token)]));
                if (passed[^1].Contains(words, StringComparison.Ordinal)) return passed[^1];
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"Nothing came with \"{words}\", but:\n{string.Join("\n---\n", passed)}");
        }
    }

    /// <summary>Has something happen that is no message, such as <c>install</c>, <c>uninstall</c>, <c>botAdded</c>; what is shown in answer there.</summary>
    public async Task<string> MeetsAsync(string what, string conversation = TeamsWard.PersonalChat)
    {
        var activity = (await _http.GetFromJsonAsync<JsonObject>($"/_internal/v1/customActivities/template?conversationId={conversation}&type={what}"))!;
        return Show((await SendAsync(activity)).Replies);
    }

    /// <summary>What is shown when the page was opened: to the bot that is the app's coming.</summary>
    public async Task<string> IsWelcomedAsync() => Show((await EndOfTurnAsync(turn => turn.Replies.Count > 0)).Replies);

    /// <summary>Sends an activity as it is.</summary>
    public async Task<Turn> SendAsync(JsonObject activity)
    {
        await PostAsync("/_internal/v1/customActivities", activity);
        return await EndOfTurnAsync(turn => (string?)turn.Activity["id"] == (string?)activity["id"]);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _playground.DisposeAsync();
        await _wire.DisposeAsync();
    }

    /// <summary>What one sees of messages, one below the other.</summary>
    public string Show(IReadOnlyList<Sent> messages) => string.Join('\n', messages.Select(sent =>
    {
        var shown = new List<string>();
        if ((string?)sent.Activity["text"] is { Length: > 0 } text) shown.Add(text);
        foreach (var attachment in sent.Activity["attachments"] as JsonArray ?? [])
        {
            if ((string?)attachment!["contentType"] != ShownCard.ContentType) continue;
            _last = (sent.ConversationId, sent.Id, new ShownCard(attachment["content"]!.AsObject()));
            shown.Add(Card.Words);
        }

        return string.Join('\n', shown);
    }));

    private async Task<Turn> EndOfTurnAsync(Func<Turn, bool> which)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var turn = await _wire.Turns.ReadAsync(patience.Token);
            if (which(turn)) return turn;
        }
    }

    private async Task<JsonNode?> PostAsync<T>(string path, T content)
    {
        using var response = await _http.PostAsJsonAsync(path, content);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path} {(int)response.StatusCode}: {answer}");
        return answer.Length > 0 && answer[0] is '{' or '[' ? JsonNode.Parse(answer) : null;
    }
}
