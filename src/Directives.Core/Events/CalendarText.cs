using System.Globalization;
using System.Text;

namespace Directives.Core;

/// <summary>
/// Events as an iCalendar object (RFC 5545): lines end with CRLF and are folded so that none has more than 75 octets, no letter torn apart. It holds no alarm:
/// the bot reminds. The same events give the same text.
/// </summary>
public static class CalendarText
{
    private const int LineOctets = 75;

    /// <summary>How often a program should ask again (RFC 7986, and what older programs read).</summary>
    private const string Interval = "PT6H";

    public static string Write(string name, IReadOnlyList<CalendarEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Directives.Bot//Tasks//VI");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "NAME:" + Escaped(name));
        Line(text, "X-WR-CALNAME:" + Escaped(name));
        Line(text, "REFRESH-INTERVAL;VALUE=DURATION:" + Interval);
        Line(text, "X-PUBLISHED-TTL:" + Interval);
        foreach (var one in events) Event(text, one);
        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void Event(StringBuilder text, CalendarEvent one)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, "UID:" + Escaped(one.Uid));
        Line(text, "SEQUENCE:" + one.Sequence.ToString(CultureInfo.InvariantCulture));
        Line(text, "DTSTAMP:" + one.Stamp.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        Line(text, "DTSTART;VALUE=DATE:" + Day(one.Day));
        // The end is the first day that no longer belongs to it.
        Line(text, "DTEND;VALUE=DATE:" + Day(one.Day.AddDays(1)));
        if (one.Rule is { } rule) Line(text, "RRULE:" + rule);
        Line(text, "SUMMARY:" + Escaped(one.Summary));
        Line(text, "DESCRIPTION:" + Escaped(one.Description));
        // A deadline keeps nobody from another appointment.
        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "END:VEVENT");
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if (c is '\\' or ';' or ',') escaped.Append('\\').Append(c);
            else if (c == '\n') escaped.Append("\\n");
            else if (!char.IsControl(c)) escaped.Append(c);
        }

        return escaped.ToString();
    }

    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                // What follows begins with a blank, which counts.
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
