using System.Globalization;
using System.Text;
using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>Turns phrases into words for one reader on one day: language, way of address, dates with weekday and full year.</summary>
public sealed class Wording(Texts texts, Person? reader, DateOnly today)
{
    public string Language => texts.Language;

    public DateOnly Today => today;

    public string this[string key] => texts[key];

    public bool Has(string key) => texts.Keys.Contains(key);

    public string Say(string key, params IReadOnlyList<(string Name, object Value)> values) => Say(new Phrase(key, values));

    /// <summary>The phrase with its braces filled and its first letter raised, for a line of its own.</summary>
    public string Say(Phrase phrase) => Raise(Fill(phrase));

    /// <summary>The phrase with its braces filled, to go inside another one. Only values that begin a further sentence are raised.</summary>
    public string Fill(Phrase phrase)
    {
        var template = texts[phrase.Key];
        var filled = new StringBuilder(template.Length * 2);
        for (var i = 0; i < template.Length;)
        {
            var open = template.IndexOf('{', i);
            if (open < 0) return filled.Append(template, i, template.Length - i).ToString();
            var close = template.IndexOf('}', open);
            filled.Append(template, i, open - i);
            var value = Value(phrase, template[(open + 1)..close]);
            i = close + 1;
            // "Hôm nay, thứ Tư 25/11/2026," brings its own comma, for sentences that go on without one.
            if (i < template.Length && template[i] == ',') value = value.TrimEnd(',');
            filled.Append(BeginsSentence(filled) ? Raise(value) : value);
        }

        return filled.ToString();
    }

    public string You => reader switch
    {
        null => texts["you.unknown"],
        { Salutation: Salutation.Unknown, Role: Role.Principal } => texts["you.unknown"],
        { Salutation: Salutation.Unknown } => texts["you.office"],
        _ => texts["you." + reader.Salutation.ToString().ToLowerInvariant()],
    };

    public string Date(DateOnly day) => Fill(new Phrase("date.full", ("weekday", texts["day." + IsoWeekday(day)]), ("day", FullDay(day))));

    public string State(WorkState state) => state switch
    {
        { Status: WorkStatus.Done } => texts["state.done"],
        { Status: WorkStatus.InProgress, Percent: { } percent } => Fill(new Phrase("state.progress", ("n", percent))),
        { Status: WorkStatus.InProgress } => texts["state.progress.plain"],
        _ => texts["state.open"],
    };

    public string Left(DateOnly due) => (due.DayNumber - today.DayNumber) switch
    {
        0 => texts["left.today"],
        1 => texts["left.tomorrow"],
        -1 => texts["left.over.one"],
        > 0 and var days => Fill(new Phrase("left.days", ("n", days))),
        var days => Fill(new Phrase("left.over", ("n", -days))),
    };

    /// <summary>HH:mm in Vietnam.</summary>
    public static string Time(DateTimeOffset instant) => VietnamTime.At(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    public string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(",", Language == "en" ? "," : ".", StringComparison.Ordinal);

    private static bool BeginsSentence(StringBuilder before) => before.Length >= 2 && before[^1] == ' ' && before[^2] is '.' or '?';

    private static string Raise(string text) =>
        text.Length > 0 && char.IsLower(text[0]) ? string.Concat(char.ToUpperInvariant(text[0]).ToString(), text.AsSpan(1)) : text;

    private static string Lower(string text) => text.Length > 0 ? string.Concat(char.ToLowerInvariant(text[0]).ToString(), text.AsSpan(1)) : text;

    private static string Margin(Margin margin, Wording words) => (margin.Due.DayNumber - margin.Done.DayNumber) switch
    {
        0 => words["margin.onTime"],
        1 => words["margin.before.one"],
        -1 => words["margin.late.one"],
        > 0 and var days => words.Fill(new Phrase("margin.before", ("n", days))),
        var days => words.Fill(new Phrase("margin.late", ("n", -days))),
    };

    private static int IsoWeekday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    private string FullDay(DateOnly day) => Language == "en"
        ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
        : day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    private string Value(Phrase phrase, string name)
    {
        if (name == "you") return You;
        foreach (var (key, value) in phrase.Values)
        {
            // The number of a task is its name: without separators, as people type it.
            if (key == name) return value is int number && name is "no" or "from" or "to" ? Digits(number) : Show(value);
        }

        throw new KeyNotFoundException($"'{phrase.Key}' needs '{name}'.");
    }

    private string Show(object value) => value switch
    {
        string text => text,
        int number => Number(number),
        Year year => Digits(year.Value),
        DateOnly day => Date(day),
        ShortDate date => FullDay(date.Day),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTimeOffset instant => Time(instant),
        WorkState state => State(state),
        Left left => Left(left.Due),
        Margin margin => Margin(margin, this),
        TaskName task => Fill(new Phrase("task.name", ("no", task.No), ("title", ShortTitle.Of(task.Title)))),
        TaskNumbers tasks => string.Join(texts["list.join"], tasks.Numbers.Select(no => Fill(new Phrase("task.number", ("no", no))))),
        NumberChoice choice => Choice(choice.Numbers),
        Rhythm rhythm => RecurrenceWords.Of(rhythm.Rule, this),
        Names names => string.Join(texts["list.join"], names.Items),
        PeriodName period => Period(period.Period),
        DaySpan days => days.From == days.To ? FullDay(days.To) : $"{Short(days.From, days.To)}–{FullDay(days.To)}",
        Phrase inner => Fill(inner),
        InSentence part => Language == "vi" ? Lower(Fill(part.Phrase)) : Fill(part.Phrase),
        _ => throw new ArgumentException($"No words for a {value.GetType().Name}."),
    };

    private string Choice(IReadOnlyList<int> numbers)
    {
        var words = numbers.Select(Digits).ToArray();
        return words.Length < 2
            ? string.Concat(words)
            : string.Join(texts["list.join"], words[..^1]) + texts["list.or"] + words[^1];
    }

    private string Period(Period period)
    {
        if (period is { From: { } from, To: { } to }) return Span(from, to);
        return period switch
        {
            { To: { } last } => Fill(new Phrase("period.until", ("date", last))),
            { From: { } first } => Fill(new Phrase("period.from", ("date", first))),
            _ => texts["period.all"],
        };
    }

    private string Span(DateOnly from, DateOnly to)
    {
        var monday = today.AddDays(1 - IsoWeekday(today));
        if (from == to)
        {
            var key = (from.DayNumber - today.DayNumber) switch { 0 => "period.today", 1 => "period.tomorrow", -1 => "period.yesterday", _ => "period.day" };
            return Fill(new Phrase(key, ("date", from)));
        }

        if (to == from.AddDays(6) && from.DayOfWeek == DayOfWeek.Monday)
        {
            var weeks = (from.DayNumber - monday.DayNumber) / 7;
            if (weeks is 0) return texts["period.thisWeek"];
            if (weeks is 1) return texts["period.nextWeek"];
            if (weeks is -1) return texts["period.lastWeek"];
        }

        if (from.Day == 1 && to == from.AddMonths(1).AddDays(-1))
        {
            return Fill(new Phrase("period.month", ("month", Month(from)), ("year", new Year(from.Year))));
        }

        if (from.Day == 1 && from.Month % 3 == 1 && to == from.AddMonths(3).AddDays(-1))
        {
            var quarter = ((from.Month - 1) / 3) + 1;
            return Fill(new Phrase("period.quarter", ("quarter", Roman[quarter]), ("year", new Year(from.Year))));
        }

        return from is { Day: 1, Month: 1 } && to == from.AddYears(1).AddDays(-1)
            ? Fill(new Phrase("period.year", ("year", new Year(from.Year))))
            : Fill(new Phrase("period.span", ("from", Short(from, to)), ("to", FullDay(to))));
    }

    private string Month(DateOnly day) => Language == "en" ? day.ToString("MMMM", CultureInfo.InvariantCulture) : Digits(day.Month);

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static readonly string[] Roman = ["", "I", "II", "III", "IV"];

    // 16–22/11/2026, 28/11–04/12/2026, 28/12/2026–03/01/2027; 16–22 November 2026, 28 November–4 December 2026.
    private string Short(DateOnly from, DateOnly to)
    {
        if (from.Year != to.Year) return FullDay(from);
        var (day, dayAndMonth) = Language == "en" ? ("%d", "d MMMM") : ("dd", "dd'/'MM");
        return from.ToString(from.Month == to.Month ? day : dayAndMonth, CultureInfo.InvariantCulture);
    }
}
