using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>A person or a bot named in a message.</summary>
public class Mention : Entity
{
    public Mention()
    {
    }

    [JsonProperty(PropertyName = "mentioned")]
    public ChannelAccount Mentioned { get; set; }

    [JsonProperty(PropertyName = "text")]
    public string Text { get; set; }
}
