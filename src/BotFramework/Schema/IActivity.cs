namespace Microsoft.Bot.Schema;

/// <summary>What all activities have in common.</summary>
public interface IActivity
{
    public object ChannelData { get; set; }

    public string ChannelId { get; set; }

    public ConversationAccount Conversation { get; set; }

    public IList<Entity> Entities { get; set; }

    public ChannelAccount From { get; set; }

    public string Id { get; set; }

    public DateTimeOffset? LocalTimestamp { get; set; }

    public ChannelAccount Recipient { get; set; }

    public string ReplyToId { get; set; }

    public string ServiceUrl { get; set; }

    public DateTimeOffset? Timestamp { get; set; }

    public string Type { get; set; }

    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false);

    public IConversationUpdateActivity AsConversationUpdateActivity();

    public IEventActivity AsEventActivity();

    public IInstallationUpdateActivity AsInstallationUpdateActivity();

    public IInvokeActivity AsInvokeActivity();

    public IMessageActivity AsMessageActivity();

    public ITypingActivity AsTypingActivity();

    public TypeT GetChannelData<TypeT>();

    public ConversationReference GetConversationReference();

    public bool TryGetChannelData<TypeT>(out TypeT instance);
}
