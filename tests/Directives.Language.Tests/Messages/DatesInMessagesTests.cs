using System.Globalization;
using Directives.Language.Messages;
using Xunit.Abstractions;

namespace Directives.Language.Tests.Messages;

/// <summary>Whole messages of which only the days, times, lengths and rhythms are compared: <c>dates-in-messages.txt</c>.</summary>
public class DatesInMessagesTests(ITestOutputHelper output)
{
    private const double FewestDates = 0.98;

    private static readonly MessageReader Reader = new();

    public static TheoryData<string, double> Spelt => new()
    {
        { MessageScore.AsWritten, 0 },
        { "without diacritics", 0.02 },
        { "decomposed", 0.02 },
        { "raw Telex", 0.02 },
        { "upper case", 0.02 },
    };

    [Theory]
    [MemberData(nameof(Spelt))]
    public void Read_dates_in_messages_reaches_the_contracts_score(string spelling, double loss)
    {
        var (right, all) = (0, 0);
        var misses = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Messages", "dates-in-messages.txt")))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line.Split('|', StringSplitOptions.TrimEntries) is not [var purpose, var text, var expected]) throw new FormatException(line);
            var typed = MessageScore.Spellings[spelling](text);
            var frame = Reader.Read(typed, MessageCase.At, purpose == "deadline" ? SenderRole.Principal : SenderRole.Leader);
            all++;
            var found = frame.All.Select(request => Describe(request.Slots, purpose)).ToList();
            if (found.Contains(expected)) right++;
            else misses.Add($"{typed}: expected {expected}, found {string.Join(" + ", found)}");
        }

        var row = string.Create(CultureInfo.InvariantCulture, $"{spelling,-20} {right} of {all} messages with dates ({(double)right / all:P1})");
        output.WriteLine(row);
        Figures.Print(row);
        Assert.True(right >= (FewestDates - loss) * all, $"{row}\n{string.Join('\n', misses)}");
    }

    private static string Describe(Slots slots, string purpose)
    {
        if (purpose != "deadline") return slots.Period is { } period ? period.From == period.To ? Text(period.From) : $"{Text(period.From)}..{Text(period.To)}" : "";
        var day = slots.Recurrence is { } rule ? $"RRULE:{rule}" : slots.Deadline is { } deadline ? Text(deadline) : slots.ExtendBy ?? "";
        return slots.Time is { } time ? $"{day}T{time:HH:mm}" : day;
    }

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
