namespace Microsoft.Bot.Schema;

/// <summary>A message.</summary>
public interface IMessageActivity : IActivity
{
    public string AttachmentLayout { get; set; }

    public IList<Attachment> Attachments { get; set; }

    public string DeliveryMode { get; set; }

    public DateTimeOffset? Expiration { get; set; }

    public string Importance { get; set; }

    public string InputHint { get; set; }

    public string Locale { get; set; }

    public string Speak { get; set; }

    public SuggestedActions SuggestedActions { get; set; }

    public string Summary { get; set; }

    public string Text { get; set; }

    public string TextFormat { get; set; }

    public object Value { get; set; }

    public Mention[] GetMentions();

    public bool HasContent();
}
