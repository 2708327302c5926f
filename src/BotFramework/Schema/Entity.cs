using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>Something a message says about itself, such as a mention; its own properties are kept whatever its type.</summary>
public class Entity
{
    public Entity()
    {
    }

    public Entity(string type = null)
    {
        Type = type;
    }

    [JsonProperty(PropertyName = "type")]
    public string Type { get; set; }

    /// <summary>What the channel sent beyond the properties known here; written back as it came.</summary>
    [JsonExtensionData(ReadData = true, WriteData = true)]
    public JObject Properties { get; set; } = new JObject();

    /// <summary>The same entity read as another type.</summary>
    public T GetAs<T>() => JObject.FromObject(this).ToObject<T>();

    /// <summary>Takes over all that the object holds.</summary>
    public void SetAs<T>(T obj)
    {
        var entity = JObject.FromObject(obj).ToObject<Entity>();
        Type = entity.Type;
        Properties = entity.Properties;
    }

    public bool Equals(Entity other) => other != null && JToken.DeepEquals(JObject.FromObject(this), JObject.FromObject(other));

    public override bool Equals(object obj) => obj is Entity other && Equals(other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Type ?? string.Empty);
}
