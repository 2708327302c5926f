using System.Globalization;
using Directives.Language.Dates;

namespace Directives.Language.Tests.Dates;

/// <summary>A line of <c>dates.txt</c>.</summary>
internal sealed record DateCase(string Words, string Expected, DateContext Context)
{
    internal static List<DateCase> ReadAll()
    {
        var cases = new List<DateCase>();
        DateContext? context = null;
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Dates", "dates.txt")))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '@')
            {
                var parts = line[2..].Split(' ');
                context = new DateContext(DateOnly.Parse(parts[0], CultureInfo.InvariantCulture), Enum.Parse<DatePurpose>(parts[1], ignoreCase: true));
                continue;
            }

            var at = line.LastIndexOf('|');
            cases.Add(new DateCase(line[..at].Trim(), line[(at + 1)..].Trim(), context!));
        }

        return cases;
    }

    internal static string Describe(IReadOnlyList<DateMention> mentions, DatePurpose purpose) =>
        mentions.Count == 0 ? "none" : string.Join(" + ", mentions.Select(mention => Describe(mention, purpose)));

    private static string Describe(DateMention mention, DatePurpose purpose)
    {
        var parts = new List<string>();
        if (purpose == DatePurpose.Deadline)
        {
            if (mention.Deadline is { } last) parts.Add(Text(last));
            if (mention.Start is { } start) parts.Add($"start={Text(start)}");
            if (mention.Recurrence is { } rule) parts.Add($"rule={rule}");
            if (mention.Time is { } time) parts.Add($"time={time:HH:mm}");
            if (mention.Duration is { } length) parts.Add($"length={length}");
        }
        else if (mention.Span is { } span)
        {
            parts.Add(span.From == span.To ? Text(span.From) : $"{Text(span.From)}..{Text(span.To)}");
        }

        if (mention.YearInferred) parts.Add("year");
        return string.Join(' ', parts);
    }

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
