using Directives.Language.Dates;
using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>Reads one chat message. Immutable and safe for many threads; the same message, instant and role always give the same frame.</summary>
public sealed class MessageReader(SchoolCalendar calendar)
{
    /// <summary>Vietnam has had no summer time since its offices' records began.</summary>
    private static readonly TimeSpan VietnamOffset = TimeSpan.FromHours(7);

    public MessageReader()
        : this(SchoolCalendar.Default)
    {
    }

    /// <summary>The numbers of the tasks that a text names, whatever else it says: <c>ảnh chụp việc 3 đây ạ</c>.</summary>
    public IReadOnlyList<int> TasksNamed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. new MessageText(text, calendar).Tasks.SelectMany(mention => mention.Numbers).Distinct()];
    }

    /// <summary>The meaning of a message that arrived at an instant from a sender of that role.</summary>
    public Frame Read(string text, DateTimeOffset at, SenderRole role = SenderRole.Principal)
    {
        ArgumentNullException.ThrowIfNull(text);
        var message = new MessageText(text, calendar);
        var today = DateOnly.FromDateTime(at.ToOffset(VietnamOffset).DateTime);
        var readings = new Segmenter(message, role, today, calendar).Read();
        var language = message.IsEnglish ? "en" : "vi";
        if (readings.Count == 0) return new Frame(new Request(Intent.None, new Slots()), 0, language, []);
        var confidence = readings.Min(reading => reading.Confidence);
        return new Frame(readings[0].Request, confidence, language, [.. readings.Skip(1).Select(reading => reading.Request)]);
    }
}
