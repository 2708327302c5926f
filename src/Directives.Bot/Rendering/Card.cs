using Newtonsoft.Json.Linq;

namespace Directives.Bot.Rendering;

/// <summary>
/// The elements of an Adaptive Card 1.5 that our cards are made of. Newtonsoft's JSON, since that is what an attachment's content is written with.
/// Colours by style only; nothing needed is subtle; everything wraps.
/// </summary>
internal static class Card
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>A part of a bar narrower than this cannot be seen.</summary>
    private const int NarrowestPart = 3;

    /// <summary>The version of the buttons' data. A card that somebody still has from before it changed is answered by a new one.</summary>
    public const int Form = 1;

    public static JObject Of(string language, string fallback, IEnumerable<JObject> body, IEnumerable<JObject> actions)
    {
        var card = new JObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = "1.5",
            ["lang"] = language,
            ["fallbackText"] = fallback,
            ["body"] = new JArray(body),
        };
        var buttons = new JArray(actions);
        if (buttons.Count > 0) card["actions"] = buttons;
        return card;
    }

    public static JObject Heading(string text) => Text(text, ("size", "Medium"), ("weight", "Bolder"));

    public static JObject Line(string text) => Text(text, ("spacing", "Small"));

    public static JObject Bold(string text) => Text(text, ("weight", "Bolder"), ("spacing", "Medium"));

    public static JObject Strip(string text, string style) => new()
    {
        ["type"] = "Container",
        ["style"] = style,
        ["items"] = new JArray(Text(text)),
    };

    public static JObject Facts(IEnumerable<(string Name, string Value)> facts) => new()
    {
        ["type"] = "FactSet",
        ["facts"] = new JArray(facts.Select(fact => new JObject { ["title"] = Escape(fact.Name), ["value"] = Escape(fact.Value) })),
    };

    /// <summary>Shares side by side. Bars have no alternative text: the line above says the figures.</summary>
    public static JObject Bar(params IEnumerable<(int Count, string Style)> parts)
    {
        var shown = parts.Where(part => part.Count > 0).ToArray();
        var total = shown.Sum(part => part.Count);
        return new JObject
        {
            ["type"] = "ColumnSet",
            ["spacing"] = "Small",
            ["columns"] = new JArray(shown.Select(part => new JObject
            {
                ["type"] = "Column",
                ["width"] = Math.Max(NarrowestPart, part.Count * 100 / total),
                ["style"] = part.Style,
                ["spacing"] = "None",
                ["minHeight"] = "8px",
                // A styled column has its padding, so it is seen without anything in it; with a text it would be as high as three lines.
                ["items"] = new JArray(),
            })),
        };
    }

    /// <summary>Elements that belong together; a press anywhere on them does what <paramref name="press"/> does.</summary>
    public static JObject Row(IEnumerable<JObject> items, JObject? press = null)
    {
        var row = new JObject { ["type"] = "Container", ["spacing"] = "Small", ["items"] = new JArray(items) };
        if (press is not null) row["selectAction"] = press;
        return row;
    }

    public static JObject Separated(JObject element)
    {
        element["separator"] = true;
        element["spacing"] = "Medium";
        return element;
    }

    public static JObject Actions(IEnumerable<JObject> buttons) => new() { ["type"] = "ActionSet", ["actions"] = new JArray(buttons) };

    /// <param name="command">As <c>CommandJson</c> writes it.</param>
    /// <param name="takesFields">What is filled in on the card goes with it, and has to be right first.</param>
    public static JObject Button(string title, string verb, string command, bool takesFields = false)
    {
        var button = new JObject
        {
            ["type"] = "Action.Execute",
            ["title"] = title,
            ["verb"] = verb,
            ["data"] = new JObject { ["command"] = command, ["form"] = Form },
        };
        if (!takesFields) button["associatedInputs"] = "none";
        return button;
    }

    /// <summary>The same card as it stands when one of these users looks at it again.</summary>
    public static void Refresh(JObject card, JObject action, IEnumerable<string> userIds)
    {
        action.Remove("associatedInputs");
        card["refresh"] = new JObject { ["action"] = action, ["userIds"] = new JArray(userIds) };
    }

    public static JObject Input(string type, string id, string label, string? value, bool isRequired, string? error)
    {
        var input = new JObject { ["type"] = type, ["id"] = id, ["label"] = label };
        if (!string.IsNullOrEmpty(value)) input["value"] = value;
        if (isRequired) input["isRequired"] = true;
        if (error is not null) input["errorMessage"] = error;
        return input;
    }

    private static JObject Text(string text, params (string Name, string Value)[] more)
    {
        var block = new JObject { ["type"] = "TextBlock", ["text"] = Escape(text), ["wrap"] = true };
        foreach (var (name, value) in more) block[name] = value;
        return block;
    }

    // TextBlock and Fact read a subset of Markdown: people's words must come out as they are.
    public static string Escape(string text)
    {
        var escaped = new System.Text.StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var startsLine = i == 0 || text[i - 1] == '\n';
            if (text[i] is '*' or '_' or '[' or '`' or '\\' || (startsLine && text[i] is '-' or '#' or '>')) escaped.Append('\\');
            if (text[i] == '.' && i > 0 && char.IsDigit(text[i - 1]) && OnlyDigitsBefore(text, i)) escaped.Append('\\');
            escaped.Append(text[i]);
        }

        return escaped.ToString();
    }

    // "1. " at the start of a line would become a list.
    private static bool OnlyDigitsBefore(string text, int dot)
    {
        var i = dot - 1;
        while (i >= 0 && char.IsDigit(text[i])) i--;
        return (i < 0 || text[i] == '\n') && dot + 1 < text.Length && text[dot + 1] == ' ';
    }
}
