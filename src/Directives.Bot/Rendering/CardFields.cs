using Directives.Core;
using Newtonsoft.Json.Linq;

namespace Directives.Bot.Rendering;

/// <summary>The fields of a form as a card's inputs, each with its label and what is said where it is wrong.</summary>
internal static class CardFields
{
    public static IEnumerable<JObject> Render(IReadOnlyList<Field> fields, Wording words) => fields.Select(field => Render(field, words));

    private static JObject Render(Field field, Wording words)
    {
        var input = Card.Input(Type(field), field.Id, words.Say(field.Label), field.Value, field.IsRequired, field.Error is { } error ? words.Say(error) : null);
        switch (field.Kind)
        {
            case FieldKind.Words:
                input["isMultiline"] = true;
                input["maxLength"] = FilledForm.MaxCharacters;
                break;
            case FieldKind.Line:
                input["maxLength"] = FilledForm.MaxCharacters;
                break;
            case FieldKind.Percent:
                input["min"] = 0;
                input["max"] = 100;
                if (input["value"] is { } value) input["value"] = (int)value;
                break;
            case FieldKind.Day when field.From is { } from:
                input["min"] = FilledForm.Value(from);
                break;
            case FieldKind.Choice:
                input["style"] = "compact";
                input["choices"] = new JArray(field.Options.Select(option => new JObject { ["title"] = words.Say(option.Label), ["value"] = option.Value }));
                break;
        }

        return input;
    }

    private static string Type(Field field) => field.Kind switch
    {
        FieldKind.Percent => "Input.Number",
        FieldKind.Day => "Input.Date",
        FieldKind.Choice => "Input.ChoiceSet",
        _ => "Input.Text",
    };
}
