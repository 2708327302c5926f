using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Directives.Language.Prose;

/// <summary>The draft of a directive as JSON: one object, every field present, absent values null.</summary>
public static class DraftJson
{
    // Vietnamese letters and `&` stand as they are, for people read this too. The output is never put into a page as it stands.
    private static readonly JsonWriterOptions _options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(DirectiveDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, _options))
        {
            json.WriteStartObject();
            WriteHead(json, draft.Head);
            json.WriteStartArray("tasks");
            foreach (var task in draft.Tasks) WriteTask(json, task);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteHead(Utf8JsonWriter json, DirectiveHead head)
    {
        json.WriteStartObject("directive");
        json.WriteString("kind", head.Kind);
        json.WriteString("number", head.Number);
        json.WriteString("title", head.Title);
        json.WriteString("issuer", head.Issuer);
        json.WriteString("issued", Shown(head.Issued));
        json.WriteString("signer", head.Signer);
        WriteNames(json, "recipients", head.Recipients);
        json.WriteEndObject();
    }

    private static void WriteTask(Utf8JsonWriter json, TaskDraft task)
    {
        json.WriteStartObject();
        json.WriteNumber("no", task.No);
        json.WriteString("section", task.Section);
        json.WriteString("text", task.Text);
        WriteNames(json, "directing", task.Directing);
        WriteNames(json, "lead", task.Lead);
        WriteNames(json, "coordinating", task.Coordinating);
        WriteNames(json, "audience", task.Audience);
        WriteNames(json, "reportTo", task.ReportTo);
        json.WriteString("kind", KindName(task.Kind));
        json.WriteString("deadline", Shown(task.Deadline));
        json.WriteString("time", task.Time?.ToString("HH:mm", CultureInfo.InvariantCulture));
        json.WriteString("start", Shown(task.Start));
        json.WriteString("recurrence", task.Recurrence);
        WriteTargets(json, task.Targets);
        json.WriteStartObject("source");
        json.WriteNumber("from", task.Source.From);
        json.WriteNumber("to", task.Source.To);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteTargets(Utf8JsonWriter json, IReadOnlyList<Target> targets)
    {
        if (targets.Count == 0)
        {
            json.WriteNull("target");
            return;
        }

        json.WriteStartArray("target");
        foreach (var target in targets)
        {
            json.WriteStartObject();
            json.WriteString("measure", target.Measure);
            json.WriteNumber("atLeast", target.AtLeast);
            if (target.Of is { } of) json.WriteNumber("of", of);
            else json.WriteNull("of");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNames(Utf8JsonWriter json, string property, IReadOnlyList<string> names)
    {
        json.WriteStartArray(property);
        foreach (var name in names) json.WriteStringValue(name);
        json.WriteEndArray();
    }

    private static string KindName(TaskKind kind) => kind switch
    {
        TaskKind.OneOff => "oneOff",
        TaskKind.Recurring => "recurring",
        TaskKind.Ongoing => "ongoing",
        _ => "target",
    };

    private static string? Shown(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
