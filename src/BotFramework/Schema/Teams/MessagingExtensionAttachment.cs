using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A result: the card that is put into the message, and its preview in the list.</summary>
public class MessagingExtensionAttachment : Attachment
{
    public MessagingExtensionAttachment()
    {
    }

    [JsonProperty(PropertyName = "preview")]
    public Attachment Preview { get; set; }
}
