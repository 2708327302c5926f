using System.Globalization;
using System.Text.RegularExpressions;
using Directives.Language.Prose;

namespace Directives.Core;

/// <summary>The cells of a task: what is written into them, and what is read out of what a clerk makes of them.</summary>
internal static partial class TaskCells
{
    private static readonly string[] DayForms = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-M-d", "yyyy/M/d"];

    // A spreadsheet gives a day that lost its format as days since 30/12/1899; these are the years 1954 to 2119.
    private const int FirstSerial = 20_000;
    private const int LastSerial = 80_000;

    private const int HighestNumber = 999_999;

    public static IReadOnlyList<string> Kinds { get; } = ["Có thời hạn", "Định kỳ", "Thường xuyên", "Chỉ tiêu"];

    public static string Write(TaskKind kind) => Kinds[(int)kind];

    public static TaskKind? Kind(string text)
    {
        var folded = NameText.Folded(text);
        for (var i = 0; i < Kinds.Count; i++)
        {
            if (NameText.Folded(Kinds[i]) == folded) return (TaskKind)i;
        }

        return folded switch
        {
            "co han" or "mot lan" => TaskKind.OneOff,
            "dinh ki" => TaskKind.Recurring,
            _ => null,
        };
    }

    public static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= HighestNumber ? number : null;

    /// <summary>Names one after the other: they contain commas, so a semicolon or a line of its own parts them.</summary>
    public static string Write(IReadOnlyList<string> names) => string.Join("; ", names);

    public static IReadOnlyList<string> List(string text) =>
        [.. text.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(NameText.Tidy).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>A day, and the time where the cell has one too.</summary>
    public static (DateOnly Day, TimeOnly? Time)? Day(string text)
    {
        if (DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            return (DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment));
        }

        if (DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 2200) return (day, null);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial
            ? (new DateOnly(1899, 12, 30).AddDays(serial), null)
            : null;
    }

    /// <summary><c>16:00</c>, <c>16h30</c>, <c>16 giờ</c>, <c>16</c>; and a cell with a time, which a spreadsheet keeps as a part of a day.</summary>
    public static TimeOnly? Time(string text)
    {
        if (text.Contains('.', StringComparison.Ordinal) && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part) && part is > 0 and < 1)
        {
            var minutes = (int)Math.Round(part * 24 * 60);
            return minutes < 24 * 60 ? new TimeOnly(minutes / 60, minutes % 60) : null;
        }

        return Clock().Match(text) is { Success: true } clock
            && int.Parse(clock.Groups["h"].Value, CultureInfo.InvariantCulture) is var hour and < 24
            && (clock.Groups["m"].Success ? int.Parse(clock.Groups["m"].Value, CultureInfo.InvariantCulture) : 0) is var minute and < 60
                ? new TimeOnly(hour, minute)
                : null;
    }

    /// <summary>A line for each: <c>trường đạt chuẩn: 12/15</c>, <c>trẻ 5 tuổi ra lớp: 98,5</c>.</summary>
    public static string Write(IReadOnlyList<Target> targets) => string.Join('\n', targets.Select(target =>
        $"{target.Measure}: {Figure(target.AtLeast)}{(target.Of is { } of ? "/" + Figure(of) : "")}"));

    /// <returns>Null for what is no list of figures.</returns>
    public static IReadOnlyList<Target>? Targets(string text)
    {
        var targets = new List<Target>();
        foreach (var line in BetweenTargets().Split(text))
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (OneTarget().Match(NameText.Tidy(line)) is not { Success: true } found || Figure(found.Groups["n"].Value) is not { } atLeast) return null;
            var of = found.Groups["of"].Success ? Figure(found.Groups["of"].Value) : null;
            if (found.Groups["of"].Success && of is null) return null;
            targets.Add(new Target(found.Groups["what"].Value.Trim(), atLeast, of));
        }

        return targets;
    }

    private static string Figure(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture).Replace('.', ',');

    // As in Vietnamese, a point before three digits parts thousands, and a comma the fraction; "90.5" can only be a fraction.
    private static decimal? Figure(string text)
    {
        var plain = Thousands().IsMatch(text) ? text.Replace(".", "", StringComparison.Ordinal) : text;
        return decimal.TryParse(plain.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    [GeneratedRegex(@"^(?<h>\d{1,2})\s*(?:(?::|h|g|giờ)\s*(?:(?<m>\d{2})(?::00)?(?:\s*phút)?)?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?<what>.*):\s*(?:≥\s*)?(?<n>\d[\d.,]*)(?:\s*/\s*(?<of>\d[\d.,]*))?\s*%?\s*$")]
    private static partial Regex OneTarget();

    // A line each; or several in one line, where a semicolon comes after a figure.
    [GeneratedRegex(@"[\r\n]+|(?<=:\s*\d[\d.,]*(?:\s*/\s*\d[\d.,]*)?\s*%?\s*);")]
    private static partial Regex BetweenTargets();

    [GeneratedRegex(@"^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$")]
    private static partial Regex Thousands();
}
