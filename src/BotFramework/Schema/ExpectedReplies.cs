using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>The answer to a request with <see cref="DeliveryModes.ExpectReplies"/>: all replies at once.</summary>
public class ExpectedReplies
{
    public ExpectedReplies()
    {
    }

    public ExpectedReplies(IList<Activity> activities = null)
    {
        Activities = activities;
    }

    [JsonProperty(PropertyName = "activities")]
    public IList<Activity> Activities { get; set; }
}
