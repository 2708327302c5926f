using System.Buffers;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Internal;

/// <summary>
/// Reads and writes the protocol's JSON. One serializer for the whole process, because its contract resolver is what is slow to make:
/// about 20 ms of reflection, once.
/// </summary>
internal static class ProtocolJson
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Nulls are left out, and moments are UTC: what the channels' own services write.</summary>
    public static JsonSerializer Serializer { get; } = JsonSerializer.Create(new JsonSerializerSettings
    {
        NullValueHandling = NullValueHandling.Ignore,
        DateFormatHandling = DateFormatHandling.IsoDateFormat,
        DateTimeZoneHandling = DateTimeZoneHandling.Utc,
        ReferenceLoopHandling = ReferenceLoopHandling.Serialize,
        ContractResolver = new DefaultContractResolver(),
    });

    public static ReadOnlyMemory<byte> Write(object value)
    {
        var stream = new MemoryStream(1024);
        using (var writer = new JsonTextWriter(new StreamWriter(stream, Utf8, 1024, leaveOpen: true)) { ArrayPool = CharPool.Instance })
        {
            Serializer.Serialize(writer, value);
        }

        return stream.GetBuffer().AsMemory(0, (int)stream.Length);
    }

    /// <summary>Null when the bytes are not JSON, or not JSON of that shape.</summary>
    public static T ReadOrNull<T>(ArraySegment<byte> bytes)
        where T : class
    {
        if (bytes.Count == 0) return null;
        try
        {
            using var stream = new MemoryStream(bytes.Array, bytes.Offset, bytes.Count, writable: false);
            using var reader = new JsonTextReader(new StreamReader(stream, Utf8)) { ArrayPool = CharPool.Instance };
            return Serializer.Deserialize<T>(reader);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            return null;
        }
    }

    private sealed class CharPool : IArrayPool<char>
    {
        public static readonly CharPool Instance = new();

        public char[] Rent(int minimumLength) => ArrayPool<char>.Shared.Rent(minimumLength);

        public void Return(char[] array) => ArrayPool<char>.Shared.Return(array);
    }
}
