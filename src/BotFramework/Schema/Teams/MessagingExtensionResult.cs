using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>Results, or a text in their place.</summary>
public class MessagingExtensionResult
{
    public MessagingExtensionResult()
    {
    }

    /// <summary><c>list</c> or <c>grid</c>.</summary>
    [JsonProperty(PropertyName = "attachmentLayout")]
    public string AttachmentLayout { get; set; }

    /// <summary><c>result</c>, or <c>message</c> for a text in the place of results.</summary>
    [JsonProperty(PropertyName = "type")]
    public string Type { get; set; }

    [JsonProperty(PropertyName = "attachments")]
    public IList<MessagingExtensionAttachment> Attachments { get; set; }

    [JsonProperty(PropertyName = "text")]
    public string Text { get; set; }
}
