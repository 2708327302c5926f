using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Directives.Language.Messages;

/// <summary>Writes a frame as the command <c>understand</c> prints it: absent slots left out, names in camel case, Vietnamese letters as they are.</summary>
public static class FrameJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One line of JSON.</summary>
    public static string Write(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("intent", Name(frame.Intent));
            json.WriteNumber("confidence", Math.Round(frame.Confidence, 2));
            json.WriteString("language", frame.Language);
            WriteSlots(json, frame.Slots);
            if (frame.Also.Count > 0)
            {
                json.WriteStartArray("also");
                foreach (var request in frame.Also)
                {
                    json.WriteStartObject();
                    json.WriteString("intent", Name(request.Intent));
                    WriteSlots(json, request.Slots);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    /// <summary>The name of a value in the contract: <c>listTasks</c>, <c>inProgress</c>.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static void WriteSlots(Utf8JsonWriter json, Slots slots)
    {
        json.WriteStartObject("slots");
        WriteTasks(json, slots.Tasks);
        WriteText(json, "directive", slots.Directive);
        WriteText(json, "filter", slots.Filter is { } filter ? Name(filter) : null);
        WritePeriod(json, slots.Period);
        WriteText(json, "status", slots.Status is { } status ? Name(status) : null);
        if (slots.Percent is { } percent) json.WriteNumber("percent", percent);
        WriteText(json, "deadline", Text(slots.Deadline));
        WriteText(json, "extendBy", slots.ExtendBy);
        WriteText(json, "recurrence", slots.Recurrence);
        WriteText(json, "time", slots.Time?.ToString("HH:mm", CultureInfo.InvariantCulture));
        WriteText(json, "unit", slots.Unit);
        WriteText(json, "aspect", slots.Aspect is { } aspect ? Name(aspect) : null);
        WriteText(json, "decision", slots.Decision is { } decision ? Name(decision) : null);
        if (slots.Enabled is { } enabled) json.WriteBoolean("enabled", enabled);
        WriteText(json, "every", slots.Every is { } every ? Name(every) : null);
        if (slots.Weekday is { } weekday) json.WriteNumber("weekday", weekday);
        WriteText(json, "code", slots.Code);
        WriteText(json, "format", slots.Format is { } format ? Name(format) : null);
        WriteText(json, "note", slots.Note);
        json.WriteEndObject();
    }

    private static void WriteTasks(Utf8JsonWriter json, IReadOnlyList<TaskReference> tasks)
    {
        if (tasks.Count == 0) return;
        json.WriteStartArray("tasks");
        foreach (var task in tasks)
        {
            json.WriteStartObject();
            if (task.Number is { } number) json.WriteNumber("number", number);
            WriteText(json, "query", task.Query);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePeriod(Utf8JsonWriter json, Period? period)
    {
        if (period is null) return;
        json.WriteStartObject("period");
        WriteText(json, "from", Text(period.From));
        WriteText(json, "to", Text(period.To));
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
