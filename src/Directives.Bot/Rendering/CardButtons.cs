using System.Text;
using Directives.Core;
using Newtonsoft.Json.Linq;

namespace Directives.Bot.Rendering;

/// <summary>The buttons of a card. Each carries its command, as a digit or the button's own words would choose it.</summary>
internal static class CardButtons
{
    private const int Most = 4;

    /// <summary>Tasks to choose from are as many as a list has, and "none of them".</summary>
    private const int MostTasks = ListTasks.Page + 1;

    private const int TitleCharacters = 40;

    /// <summary>UTF-8 bytes of all commands of a card. What carries more, such as a long message that is to be confirmed, is answered in words.</summary>
    private const int MostBytes = 6_000;

    /// <summary>The buttons below a card, and whether some choice had no room among them.</summary>
    public static (IReadOnlyList<JObject> Buttons, bool HasLeft) Of(Reply reply, Wording words)
    {
        var choices = Ordered(reply, words).DistinctBy(choice => words.Say(choice.Label)).Take(reply.ChoosesTask ? MostTasks : Most).ToArray();
        var (buttons, bytes, hasLeft) = (new List<JObject>(), 0, false);
        foreach (var choice in choices)
        {
            var command = CommandJson.Write(choice.Command);
            var more = bytes + Encoding.UTF8.GetByteCount(command);
            if (more > MostBytes)
            {
                hasLeft = true;
                continue;
            }

            bytes = more;
            buttons.Add(Of(choice, command, words));
        }

        if (buttons.Count > 1 && HasMain(reply)) buttons[0]["style"] = "positive";
        return (buttons, hasLeft);
    }

    // Where something is asked, the likeliest answer stands out; among tasks none is likelier.
    private static bool HasMain(Reply reply) => !reply.ChoosesTask && (reply is FormReply or DraftReply || reply.Choices.Count > 0);

    public static JObject Of(Choice choice, Wording words) => Of(choice, CommandJson.Write(choice.Command), words);

    private static JObject Of(Choice choice, string command, Wording words) => Card.Button(
        ShortTitle.Of(words.Say(choice.Label), TitleCharacters),
        choice.Command.Step == Step.None ? choice.Command.Intent.ToString() : choice.Command.Step.ToString(),
        command,
        choice.Command.IsForm);

    private static IEnumerable<Choice> Ordered(Reply reply, Wording words)
    {
        if (reply is FormReply || reply is DraftReply { Fields.Count: > 0 }) return reply.Buttons;
        if (reply is RequestsReply { Blocks: [{ Choices.Count: > 0 } only] }) return only.Choices;
        var buttons = reply.Buttons.Select(button => words.Say(button.Label)).ToHashSet(StringComparer.Ordinal);
        var isRepeated = reply.Choices.Count > 0 && reply.Choices.All(choice => buttons.Contains(words.Say(choice.Label)));
        var choices = isRepeated ? reply.Buttons : reply.Choices.Concat(reply.Buttons);
        return reply is TaskListReply { MoreCommand: { } more } ? choices.Take(Most - 1).Append(new Choice("btn.more", more)) : choices;
    }
}
