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
            WriteSlots(json, frame.Intent, frame.Slots);
            if (frame.Also.Count > 0)
            {
                json.WriteStartArray("also");
                foreach (var request in frame.Also)
                {
                    json.WriteStartObject();
                    json.WriteString("intent", Name(request.Intent));
                    WriteSlots(json, request.Intent, request.Slots);
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

    /// <summary>
    /// The slots that the contract gives an intent. What is read beyond them stays with the bot: the doer that a report names
    /// (<c>THCS Ái Mộ đã nộp việc 5</c>) decides whether it is the sender's to make.
    /// </summary>
    public static IReadOnlyList<string> SlotsOf(Intent intent) => intent switch
    {
        Intent.ListTasks => ["tasks", "directive", "filter", "period", "unit"],
        Intent.ShowTask => ["tasks", "aspect"],
        Intent.UpdateStatus => ["tasks", "status", "percent", "note"],
        Intent.ReportObstacle or Intent.AddNote => ["tasks", "note"],
        Intent.RequestExtension => ["tasks", "deadline", "extendBy", "note"],
        Intent.DecideExtension => ["decision", "tasks", "unit", "deadline", "extendBy", "note"],
        Intent.ListRequests => ["tasks", "period", "unit"],
        Intent.AssignTask => ["unit", "deadline", "recurrence", "time", "note"],
        Intent.ChangeDeadline => ["tasks", "unit", "deadline", "extendBy"],
        Intent.Summary or Intent.ListUnits => ["tasks", "directive", "filter", "period", "unit"],
        Intent.RemindUnits => ["tasks", "filter", "period", "unit", "note"],
        Intent.SetReminder => ["tasks", "deadline", "time"],
        Intent.SetDigest => ["enabled", "every", "weekday", "time"],
        Intent.ExportReport => ["tasks", "directive", "filter", "period", "unit", "format"],
        Intent.Undo => ["tasks"],
        Intent.LinkAccount => ["code"],
        _ => [],
    };

    private static void WriteSlots(Utf8JsonWriter json, Intent intent, Slots slots)
    {
        var given = SlotsOf(intent);
        bool Gives(string name) => given.Contains(name);
        void Write(string name, string? value)
        {
            if (value is not null && Gives(name)) json.WriteString(name, value);
        }

        json.WriteStartObject("slots");
        if (Gives("tasks")) WriteTasks(json, slots.Tasks);
        Write("directive", slots.Directive);
        Write("filter", Name(slots.Filter));
        if (Gives("period")) WritePeriod(json, slots.Period);
        Write("status", Name(slots.Status));
        if (slots.Percent is { } percent && Gives("percent")) json.WriteNumber("percent", percent);
        Write("deadline", Text(slots.Deadline));
        Write("extendBy", slots.ExtendBy);
        Write("recurrence", slots.Recurrence);
        Write("time", slots.Time?.ToString("HH:mm", CultureInfo.InvariantCulture));
        Write("unit", slots.Unit);
        Write("aspect", Name(slots.Aspect));
        Write("decision", Name(slots.Decision));
        if (slots.Enabled is { } enabled && Gives("enabled")) json.WriteBoolean("enabled", enabled);
        Write("every", Name(slots.Every));
        if (slots.Weekday is { } weekday && Gives("weekday")) json.WriteNumber("weekday", weekday);
        Write("code", slots.Code);
        Write("format", Name(slots.Format));
        Write("note", slots.Note);
        json.WriteEndObject();
    }

    private static string? Name<T>(T? value)
        where T : struct, Enum => value is { } given ? Name(given) : null;

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
