using System.Text.RegularExpressions;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace Directives.Bot.Messages;

/// <summary>Who a message names with an @: by the account that the channel gives with it, never by the text.</summary>
internal static partial class Mentions
{
    public static bool NameBot(Activity activity) =>
        activity.Recipient?.Id is { Length: > 0 } bot && Of(activity).Any(mention => string.Equals(mention.Mentioned?.Id, bot, StringComparison.Ordinal));

    /// <summary>What the message says: without the bot's own name, wherever that stands, and with those of others as plain words.</summary>
    public static string Words(Activity activity)
    {
        var text = activity.Text ?? "";
        // The client of Teams puts one behind a mention, and the text comes with it as it is in HTML.
        if (activity.ChannelId == Channels.Msteams) text = text.Replace("&nbsp;", " ", StringComparison.OrdinalIgnoreCase).Replace('\u00a0', ' ');
        var mentions = Of(activity).Where(mention => !string.IsNullOrWhiteSpace(mention.Text)).ToArray();
        var from = 0;
        // One after the other, as they stand in the text: two people may be called alike, and the bot like one of them.
        foreach (var mention in mentions)
        {
            var at = text.IndexOf(mention.Text, from, StringComparison.Ordinal);
            if (at < 0) at = text.IndexOf(mention.Text, StringComparison.Ordinal);
            if (at < 0) continue;
            var words = IsBot(activity, mention) ? " " : Name(mention);
            text = string.Concat(text.AsSpan(0, at), words, text.AsSpan(at + mention.Text.Length));
            from = at + words.Length;
        }

        // Named twice, it may be told of once.
        foreach (var mention in mentions.Where(mention => IsBot(activity, mention))) text = text.Replace(mention.Text, " ", StringComparison.Ordinal);
        return mentions.Length == 0 ? text : Gap().Replace(text, " ").Trim();
    }

    private static bool IsBot(Activity activity, Mention mention) => string.Equals(mention.Mentioned?.Id, activity.Recipient?.Id, StringComparison.Ordinal);

    private static string Name(Mention mention) => Tag().Replace(mention.Text, "");

    private static Mention[] Of(Activity activity)
    {
        try
        {
            return activity.GetMentions();
        }
        catch (JsonException)
        {
            // Something else that calls itself a mention.
            return [];
        }
    }

    [GeneratedRegex("</?at[^>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();
}
