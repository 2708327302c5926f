using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>Where a conversation is: enough to write to it later.</summary>
public class ConversationReference
{
    public ConversationReference()
    {
    }

    public ConversationReference(
        string activityId = null,
        ChannelAccount user = null,
        ChannelAccount bot = null,
        ConversationAccount conversation = null,
        string channelId = null,
        string serviceUrl = null)
    {
        ActivityId = activityId;
        User = user;
        Bot = bot;
        Conversation = conversation;
        ChannelId = channelId;
        ServiceUrl = serviceUrl;
    }

    [JsonProperty(PropertyName = "activityId")]
    public string ActivityId { get; set; }

    [JsonProperty(PropertyName = "user")]
    public ChannelAccount User { get; set; }

    [JsonProperty(PropertyName = "bot")]
    public ChannelAccount Bot { get; set; }

    [JsonProperty(PropertyName = "conversation")]
    public ConversationAccount Conversation { get; set; }

    [JsonProperty(PropertyName = "channelId")]
    public string ChannelId { get; set; }

    [JsonProperty(PropertyName = "serviceUrl")]
    public string ServiceUrl { get; set; }

    [JsonProperty(PropertyName = "locale")]
    public string Locale { get; set; }

    /// <summary>The event that starts a turn nobody asked for. Its id is made up, so replies of such a turn carry a random replyToId.</summary>
    public Activity GetContinuationActivity()
    {
        var activity = new Activity
        {
            Type = ActivityTypes.Event,
            Name = ActivityEventNames.ContinueConversation,
            RelatesTo = this,
        };
        activity.ApplyConversationReference(this, isIncoming: true);
        activity.Id = Guid.NewGuid().ToString();
        return activity;
    }
}
