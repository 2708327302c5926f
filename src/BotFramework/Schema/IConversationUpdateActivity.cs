namespace Microsoft.Bot.Schema;

/// <summary>People came or went, or the conversation changed its name.</summary>
public interface IConversationUpdateActivity : IActivity
{
    public bool? HistoryDisclosed { get; set; }

    public IList<ChannelAccount> MembersAdded { get; set; }

    public IList<ChannelAccount> MembersRemoved { get; set; }

    public string TopicName { get; set; }
}
