using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Directives.Core;

/// <summary>How the rows of the roster are written: names of values as words, Vietnamese letters as they are.</summary>
[JsonSerializable(typeof(RosterHead))]
[JsonSerializable(typeof(Unit))]
[JsonSerializable(typeof(UnitGroup))]
[JsonSerializable(typeof(Person))]
internal sealed partial class RosterJson : JsonSerializerContext
{
    public static RosterJson Written { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter<Role>(), new JsonStringEnumConverter<Salutation>() },
    });
}

/// <summary>The row that every change of the roster goes through.</summary>
/// <param name="Version">Counts the complete imports.</param>
/// <param name="Partial">An import is under way, or ended before its last row was written.</param>
internal sealed record RosterHead(string Body, int Version, bool Partial);
