using System.Text.RegularExpressions;

namespace Microsoft.Bot.Schema;

/// <summary>Mentions in the text of a message.</summary>
public static partial class ActivityExtensions
{
    public static bool MentionsId(this IMessageActivity activity, string id) => MentionsOf(activity, id).Any();

    public static bool MentionsRecipient(this IMessageActivity activity) => activity.MentionsId(activity.Recipient?.Id);

    /// <summary>Takes <c>&lt;at&gt;the bot's name&lt;/at&gt;</c> out of the message's text, and gives what is left, untrimmed.</summary>
    public static string RemoveRecipientMention(this IMessageActivity activity) => activity.RemoveMentionText(activity.Recipient?.Id);

    /// <summary>
    /// As the SDK does it, every occurrence of the mentioned name goes, not just the one inside the tag:
    /// some channels send the name in the text without its tag.
    /// </summary>
    public static string RemoveMentionText(this IMessageActivity activity, string id)
    {
        foreach (var mention in MentionsOf(activity, id))
        {
            var name = MentionedName().Match(mention.Text ?? string.Empty);
            if (!name.Success || activity.Text == null) continue;
            if (name.Length > 0) activity.Text = activity.Text.Replace(name.Value, string.Empty, StringComparison.Ordinal);
            activity.Text = EmptyTag().Replace(activity.Text, string.Empty);
        }

        return activity.Text;
    }

    private static IEnumerable<Mention> MentionsOf(IMessageActivity activity, string id) =>
        activity.GetMentions().Where(mention => mention.Mentioned != null && mention.Mentioned.Id == id);

    [GeneratedRegex("(?<=<at[^>]*>).*?(?=</at>)", RegexOptions.IgnoreCase)]
    private static partial Regex MentionedName();

    [GeneratedRegex("<at></at>", RegexOptions.IgnoreCase)]
    private static partial Regex EmptyTag();
}
