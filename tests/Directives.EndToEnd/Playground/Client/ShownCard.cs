using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Directives.EndToEnd.Playground.Client;

/// <summary>
/// An Adaptive Card as its reader has it: words, fields, buttons. A press sends what a client sends: the button's own action with the fields' values.
/// </summary>
internal sealed partial class ShownCard(JsonObject card)
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public JsonObject Json => card;

    /// <summary>All there is to read, a line each: texts, facts, labels of fields, titles of buttons; not what is in fields.</summary>
    public string Words => string.Join('\n', Elements(card, "selectAction").SelectMany(Read).Select(Plain));

    /// <summary>The titles of the buttons, and of what a press on a row does.</summary>
    public IEnumerable<string> Buttons => Actions().Select(action => (string)action["title"]!);

    /// <summary>The fields by their ids.</summary>
    public IReadOnlyDictionary<string, JsonObject> Fields => Elements(card).Where(IsField).ToDictionary(input => (string)input["id"]!);

    /// <summary>The action of the button, its data completed by what is in the fields.</summary>
    /// <param name="values">What is written into fields, by id; the others keep what they come with.</param>
    public JsonObject Press(string button, params IReadOnlyList<(string Field, string Value)> values)
    {
        var found = Actions().Where(action => (string?)action["title"] == button).ToArray();
        if (found is not [var action]) throw new InvalidOperationException($"{found.Length} buttons \"{button}\" on the card:\n{Words}");
        var pressed = action.DeepClone().AsObject();
        // A title or a toggled part has nothing that goes to the bot.
        Assert.Equal("Action.Execute", (string?)pressed["type"]);
        if ((string?)pressed["associatedInputs"] == "none") return pressed;

        var data = pressed["data"] as JsonObject ?? [];
        pressed["data"] = data;
        var fields = Fields;
        foreach (var (field, _) in values) Assert.Contains(field, fields.Keys);
        foreach (var (id, field) in fields)
        {
            var value = values.LastOrDefault(given => given.Field == id).Value ?? (field["value"] ?? field["valueOff"])?.ToString() ?? "";
            // A client shows the error message and sends nothing.
            if ((bool?)field["isRequired"] == true) Assert.False(value.Length == 0, $"The field {id} is to be filled in:\n{Words}");
            if ((string?)field["type"] == "Input.ChoiceSet" && value.Length > 0)
                Assert.Contains(value, field["choices"]!.AsArray().Select(choice => (string?)choice!["value"]));
            data[id] = value;
        }

        return pressed;
    }

    private IEnumerable<JsonObject> Actions() =>
        Elements(card).Where(element => ((string?)element["type"])?.StartsWith("Action.", StringComparison.Ordinal) == true);

    private static bool IsField(JsonObject element) => ((string?)element["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true;

    // In reading order, since that is the order in which cards are written.
    private static IEnumerable<JsonObject> Elements(JsonNode? node, string? but = null) => node switch
    {
        // The data of an action is the bot's own and no part of the card.
        JsonObject element => element
            .Where(property => property.Key is not ("data" or "refresh") && property.Key != but)
            .SelectMany(property => Elements(property.Value, but)).Prepend(element),
        JsonArray list => list.SelectMany(item => Elements(item, but)),
        _ => [],
    };

    private static IEnumerable<string> Read(JsonObject element)
    {
        var read = (string?)element["type"] switch
        {
            "TextBlock" or "TextRun" => [element["text"]],
            "FactSet" => element["facts"]!.AsArray().SelectMany(fact => new[] { fact!["title"], fact["value"] }),
            { } type when type.StartsWith("Input.", StringComparison.Ordinal) => [element["label"], element["title"]],
            { } type when type.StartsWith("Action.", StringComparison.Ordinal) => [element["title"]],
            _ => Enumerable.Empty<JsonNode?>(),
        };
        return read.Select(text => (string?)text ?? "").Where(text => text.Trim().Length > 0);
    }

    private static string Plain(string text) => Escaped().Replace(text, "$1");

    [GeneratedRegex(@"\\([\\`*_{}\[\]()#+\-.!>])")]
    private static partial Regex Escaped();
}
