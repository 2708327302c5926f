using System.Globalization;
using System.Text.Json;

namespace Directives.Core;

/// <summary>
/// The file of holidays and swapped days: <c>years</c> (those that an announcement settles, with it), <c>days</c> (<c>from</c>, <c>to</c>, <c>name</c>,
/// <c>source</c>; <c>workedOn</c> for a day that is worked on another; <c>isWorked</c> for a day of rest that is worked), and <c>later</c>, days that
/// come every year from one on (<c>day</c> as MM-dd, <c>since</c>, <c>isOff</c> to switch them).
/// </summary>
internal sealed record CalendarFile
{
    public IReadOnlyDictionary<string, string>? Years { get; init; }
    public IReadOnlyList<CalendarRow>? Days { get; init; }
    public IReadOnlyList<CalendarLater>? Later { get; init; }

    public static CalendarFile Embedded { get; } = ReadEmbedded();

    /// <exception cref="FormatException">It is not such a file; the message names it and what is wrong.</exception>
    public static CalendarFile Parse(string json, string name)
    {
        try
        {
            var file = StoredJson.Read<CalendarFile>(json);
            Check(file);
            return file;
        }
        catch (JsonException wrong)
        {
            throw new FormatException($"{name}: {wrong.Message}", wrong);
        }
    }

    private static void Check(CalendarFile file)
    {
        foreach (var row in file.Days ?? [])
        {
            if (string.IsNullOrWhiteSpace(row.Name)) throw new JsonException($"{row.From:yyyy-MM-dd} has no name.");
            if (row.To < row.From) throw new JsonException($"{row.Name} ends before it begins.");
            if (row.To is { } to && to.DayNumber - row.From.DayNumber > 30) throw new JsonException($"{row.Name} is longer than a month.");
            if (row.WorkedOn is not null && (row.To is not null || row.IsWorked)) throw new JsonException($"{row.Name}: one day is worked for one day.");
        }

        foreach (var year in file.Years?.Keys ?? [])
        {
            if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 2000 or > 2199) throw new JsonException($"no year {year}.");
        }

        foreach (var later in file.Later ?? []) later.In(2028);
    }

    private static CalendarFile ReadEmbedded()
    {
        using var stream = typeof(CalendarFile).Assembly.GetManifestResourceStream("calendar.json") ?? throw new InvalidOperationException("The calendar is missing from the program.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd(), "calendar.json");
    }
}

internal sealed record CalendarRow
{
    public required DateOnly From { get; init; }
    public DateOnly? To { get; init; }
    public required string Name { get; init; }
    public required string Source { get; init; }
    public DateOnly? WorkedOn { get; init; }
    public bool IsWorked { get; init; }
}

internal sealed record CalendarLater
{
    public required string Day { get; init; }
    public int Since { get; init; }
    public bool IsOff { get; init; }
    public required string Name { get; init; }
    public required string Source { get; init; }

    public DateOnly In(int year) => DateOnly.TryParseExact($"{year:d4}-{Day}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw new JsonException($"{Name}: no day {Day}.");
}
