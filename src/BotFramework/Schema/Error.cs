using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>What a channel says about a refusal.</summary>
public class Error
{
    public Error()
    {
    }

    [JsonProperty(PropertyName = "code")]
    public string Code { get; set; }

    [JsonProperty(PropertyName = "message")]
    public string Message { get; set; }
}
