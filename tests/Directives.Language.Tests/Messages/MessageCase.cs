using System.Globalization;
using Directives.Language.Messages;

namespace Directives.Language.Tests.Messages;

/// <summary>A line of <c>messages.txt</c>: what a message means, and its words.</summary>
internal sealed record MessageCase(string Expected, string Text, SenderRole Role)
{
    /// <summary>Wednesday, 09:14 in Vietnam.</summary>
    internal static readonly DateTimeOffset At = new(2026, 11, 25, 9, 14, 0, TimeSpan.FromHours(7));

    /// <summary>Slots whose values come from words for days, times and rhythms.</summary>
    private static readonly string[] DateSlots = ["period", "deadline", "extendBy", "recurrence", "time", "every", "weekday"];

    /// <summary>Whether only this is expected: that nothing is taken for done, or for a decision.</summary>
    internal bool IsTrap => Expected is NotDone or NoDecision;

    internal bool HasDate => DatesOf(Expected).Length > 0;

    private const string NotDone = "!notDone";
    private const string NoDecision = "!noDecision";

    internal static List<MessageCase> ReadAll(string file)
    {
        var cases = new List<MessageCase>();
        var role = SenderRole.Principal;
        foreach (var line in File.ReadLines(file))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '@')
            {
                role = Enum.Parse<SenderRole>(line[2..], ignoreCase: true);
                continue;
            }

            var at = line.IndexOf(" | ", StringComparison.Ordinal);
            cases.Add(new MessageCase(line[..at].Trim(), line[(at + 3)..].Trim(), role));
        }

        return cases;
    }

    internal bool HasRightIntents(Frame frame) => IsTrap
        ? HasRightFrame(frame, text => text)
        : Intents(Expected) == string.Join(" + ", frame.All.Select(request => FrameJson.Name(request.Intent)));

    /// <param name="spell">How the message was spelt: names and notes come back as they were typed.</param>
    internal bool HasRightFrame(Frame frame, Func<string, string> spell) => Expected switch
    {
        NotDone => !frame.All.Any(request => request is { Intent: Intent.UpdateStatus, Slots.Status: ReportedStatus.Done }),
        NoDecision => !frame.All.Any(request => request.Intent is Intent.DecideExtension),
        _ => Sorted(Describe(frame)) is var found && (IsSame(found, Sorted(Expected)) || Simple(found) == Simple(spell(Sorted(Expected)))),
    };

    internal bool HasRightDates(Frame frame) => DatesOf(Expected) == DatesOf(Describe(frame));

    private static string DatesOf(string frame) => string.Join(' ', Sorted(frame).Split(" + ").SelectMany(Parts).Where(part => DateSlots.Contains(part.Split('=')[0])).Order(StringComparer.Ordinal));

    internal static string Describe(Frame frame) => string.Join(" + ", frame.All.Select(Describe));

    private static string Intents(string expected) => string.Join(" + ", expected.Split(" + ").Select(request => request.Split(' ')[0]));

    /// <summary>Notes and names are compared without regard to case and diacritics: how they are typed is not at issue here.</summary>
    private static string Simple(string text) => Spellings.WithoutDiacritics(text).ToLowerInvariant();

    /// <summary>Whether two frames say the same; a slip inside a name or a note is the sender's.</summary>
    private static bool IsSame(string found, string expected)
    {
        var (one, other) = (Simple(found).Split('"'), Simple(expected).Split('"'));
        return one.Length == other.Length && one.Zip(other).Select((pair, at) => (pair, IsQuoted: at % 2 == 1))
            .All(part => part.pair.First == part.pair.Second || (part.IsQuoted && IsOneSlipApart(part.pair.First, part.pair.Second)));
    }

    private static bool IsOneSlipApart(string one, string other)
    {
        var from = 0;
        while (from < Math.Min(one.Length, other.Length) && one[from] == other[from]) from++;
        var end = 0;
        while (end < Math.Min(one.Length, other.Length) - from && one[^(end + 1)] == other[^(end + 1)]) end++;
        return Math.Max(one.Length, other.Length) - from - end <= 2;
    }

    private static string Sorted(string frame) => string.Join(" + ", frame.Split(" + ").Select(request =>
    {
        var parts = Parts(request);

        // Only what the contract gives the intent is compared.
        var given = FrameJson.SlotsOf(Enum.Parse<Intent>(parts[0], ignoreCase: true));
        return string.Join(' ', parts.Take(1).Concat(parts.Skip(1).Where(part => given.Contains(part.Split('=')[0])).Order(StringComparer.Ordinal)));
    }));

    private static List<string> Parts(string request)
    {
        var parts = new List<string>();
        var (from, isQuoted) = (0, false);
        for (var at = 0; at <= request.Length; at++)
        {
            if (at < request.Length && request[at] == '"') isQuoted = !isQuoted;
            if (at < request.Length && (isQuoted || request[at] != ' ')) continue;
            if (at > from) parts.Add(request[from..at]);
            from = at + 1;
        }

        return parts;
    }

    private static string Describe(Request request)
    {
        var slots = request.Slots;
        var parts = new List<string> { FrameJson.Name(request.Intent) };
        void Add(string name, string? value)
        {
            if (value is not null) parts.Add($"{name}={value}");
        }

        if (slots.Tasks.Count > 0) Add("tasks", string.Join(',', slots.Tasks.Select(task => task.Number?.ToString(CultureInfo.InvariantCulture) ?? $"\"{task.Query}\"")));
        Add("directive", Quoted(slots.Directive));
        Add("filter", slots.Filter is { } filter ? FrameJson.Name(filter) : null);
        if (slots.Period is { } period) Add("period", period.From == period.To ? Day(period.From) : $"{Day(period.From)}..{Day(period.To)}");
        Add("status", slots.Status is { } status ? FrameJson.Name(status) : null);
        Add("percent", slots.Percent?.ToString(CultureInfo.InvariantCulture));
        Add("deadline", Day(slots.Deadline));
        Add("extendBy", slots.ExtendBy);
        Add("recurrence", Quoted(slots.Recurrence));
        Add("time", slots.Time?.ToString("HH:mm", CultureInfo.InvariantCulture));
        Add("unit", Quoted(slots.Unit));
        Add("aspect", slots.Aspect is { } aspect ? FrameJson.Name(aspect) : null);
        Add("decision", slots.Decision is { } decision ? FrameJson.Name(decision) : null);
        Add("enabled", slots.Enabled is { } enabled ? (enabled ? "true" : "false") : null);
        Add("every", slots.Every is { } every ? FrameJson.Name(every) : null);
        Add("weekday", slots.Weekday?.ToString(CultureInfo.InvariantCulture));
        Add("code", slots.Code);
        Add("format", slots.Format is { } format ? FrameJson.Name(format) : null);
        Add("note", Quoted(slots.Note));
        return string.Join(' ', parts);
    }

    private static string? Quoted(string? text) => text is null ? null : $"\"{text}\"";

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
