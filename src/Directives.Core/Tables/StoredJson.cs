using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Directives.Core;

/// <summary>How values stand in rows: camelCase, enum names, nothing for null, Vietnamese letters as they are.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Directive))]
[JsonSerializable(typeof(DirectiveTask))]
[JsonSerializable(typeof(IndexedDirective))]
[JsonSerializable(typeof(IndexedTask))]
[JsonSerializable(typeof(Counter))]
[JsonSerializable(typeof(Assignment))]
[JsonSerializable(typeof(HistoryEvent))]
[JsonSerializable(typeof(UndoableReport))]
[JsonSerializable(typeof(UnitProgress))]
[JsonSerializable(typeof(PendingProjection))]
[JsonSerializable(typeof(Notice))]
[JsonSerializable(typeof(NoticeOutcome))]
[JsonSerializable(typeof(ChatAccount))]
[JsonSerializable(typeof(FileOffer))]
[JsonSerializable(typeof(Welcomed))]
[JsonSerializable(typeof(GroupConversation))]
[JsonSerializable(typeof(AccountLink))]
[JsonSerializable(typeof(CalendarAddress))]
[JsonSerializable(typeof(LinkCode))]
[JsonSerializable(typeof(LinkCodeOfPerson))]
[JsonSerializable(typeof(LinkTries))]
[JsonSerializable(typeof(TalkState))]
[JsonSerializable(typeof(Command))]
[JsonSerializable(typeof(SeenMessage))]
[JsonSerializable(typeof(UnreadMessage))]
[JsonSerializable(typeof(AboutStore))]
[JsonSerializable(typeof(StoreSecret))]
[JsonSerializable(typeof(CalendarFile))]
[JsonSerializable(typeof(PersonSettings))]
[JsonSerializable(typeof(PlannedDays))]
[JsonSerializable(typeof(Undelivered))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    // Made at first use: the order in which the two parts of this class set up their fields is not ours to say.
    private static readonly Lazy<StoredJson> Readable =
        new(() => new StoredJson(new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, (JsonTypeInfo<T>)Readable.Value.GetTypeInfo(typeof(T))!);

    public static T Read<T>(StoredRow row) => Read<T>(row.Value);

    /// <exception cref="JsonException">It is not what <see cref="Write"/> gives.</exception>
    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize(json, (JsonTypeInfo<T>)Readable.Value.GetTypeInfo(typeof(T))!) ?? throw new JsonException("Empty.");
}
