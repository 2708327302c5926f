using System.Globalization;
using Directives.Language.Text;

namespace Directives.Language.Dates;

/// <summary>The days of a school year, all included. Term I runs from the opening to <paramref name="TermOneEnd"/>.</summary>
public sealed record SchoolYear(DateOnly Opening, DateOnly TermOneEnd, DateOnly TermTwoStart, DateOnly End);

/// <summary>School years and named days of a province. Immutable; read from a file in the form of <c>Data/calendar.txt</c>.</summary>
public sealed class SchoolCalendar
{
    private readonly Dictionary<int, SchoolYear> _years = [];
    private readonly List<(string[] Words, int Day, int Month, bool IsLunar)> _days = [];
    private readonly List<(string Name, DateOnly From, DateOnly To)> _holidays = [];
    private (int Day, int Month)[] _usual = [];

    private SchoolCalendar()
    {
    }

    /// <summary>The Ministry's usual frame: 5 September to 15 January, 16 January to 31 May.</summary>
    public static SchoolCalendar Default { get; } = Parse(LanguageData.ReadEmbedded("calendar.txt"), "calendar.txt");

    /// <summary>Reads a calendar.</summary>
    /// <exception cref="FormatException">A line is not what it should be; the message names file and line.</exception>
    public static SchoolCalendar Parse(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        var calendar = new SchoolCalendar();
        foreach (var (number, line) in LanguageData.Lines(text))
        {
            try
            {
                calendar.Add(LanguageData.Fields(line));
            }
            catch (FormatException wrong)
            {
                throw LanguageData.Wrong(file, number, wrong.Message);
            }
        }

        if (calendar._usual.Length == 0) throw new FormatException($"{file}: no line \"năm học | mặc định | …\".");
        calendar._days.Sort((one, other) => other.Words.Length - one.Words.Length);
        return calendar;
    }

    /// <summary>The school year that begins in that calendar year.</summary>
    public SchoolYear Year(int start) => _years.TryGetValue(start, out var year)
        ? year
        : new SchoolYear(Usual(0, start), Usual(1, start), Usual(2, start), Usual(3, start));

    /// <summary>
    /// The year in which the school year of that day begins. From 1 August, when schools gather again, it is the coming one.
    /// </summary>
    public static int StartYear(DateOnly day) => day.Month >= 8 ? day.Year : day.Year - 1;

    /// <summary>First and last day of a holiday around that year, where this calendar names it.</summary>
    public (DateOnly From, DateOnly To)? Holiday(string name, int year)
    {
        foreach (var holiday in _holidays)
        {
            if (holiday.Name == name && holiday.To.Year == year) return (holiday.From, holiday.To);
        }

        return null;
    }

    internal bool TryNamedDay(TokenList tokens, int at, out DateValue value, out int next)
    {
        (value, next) = (null!, at);
        if (tokens[at].Kind != TokenKind.Word) return false;
        var from = tokens[at].Is("lễ") ? at + 1 : at;
        foreach (var (words, _, _, _) in _days)
        {
            if (!Matches(tokens, from, words)) continue;
            next = from + words.Length;
            value = new NamedDayValue(string.Join(' ', words), null);
            return true;
        }

        return false;
    }

    internal DateOnly? Resolve(string name, int year)
    {
        foreach (var (words, day, month, isLunar) in _days)
        {
            if (string.Join(' ', words) == name) return isLunar ? LunarCalendar.ToSolar(year, month, day) : new DateOnly(year, month, day);
        }

        return null;
    }

    private static bool Matches(TokenList tokens, int at, string[] words)
    {
        for (var word = 0; word < words.Length; word++)
        {
            if (!tokens[at + word].Is(words[word])) return false;
        }

        return true;
    }

    private void Add(string[] fields)
    {
        switch (fields[0])
        {
            case "năm học" when fields.Length == 6 && fields[1] == "mặc định":
                _usual = [.. fields[2..].Select(DayAndMonth)];
                break;
            case "năm học" when fields.Length == 6:
                var year = new SchoolYear(Date(fields[2]), Date(fields[3]), Date(fields[4]), Date(fields[5]));
                if (!(year.Opening < year.TermOneEnd && year.TermOneEnd < year.TermTwoStart && year.TermTwoStart < year.End))
                {
                    throw new FormatException("the four days are not in order.");
                }

                _years[year.Opening.Year] = year;
                break;
            case "ngày" or "âm lịch" when fields.Length == 3:
                var (day, month) = DayAndMonth(fields[1]);
                foreach (var name in Names(fields[2])) _days.Add((name.Split(' '), day, month, fields[0] == "âm lịch"));
                break;
            case "nghỉ" when fields.Length == 4:
                foreach (var name in Names(fields[3])) _holidays.Add((name, Date(fields[1]), Date(fields[2])));
                break;
            default:
                throw new FormatException("expected \"năm học | …\", \"ngày | …\", \"âm lịch | …\" or \"nghỉ | …\".");
        }
    }

    private DateOnly Usual(int which, int start)
    {
        var (day, month) = _usual[which];
        return new DateOnly(month >= 8 ? start : start + 1, month, day);
    }

    private static IEnumerable<string> Names(string field) =>
        field.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => string.Join(' ', name.Split(' ').Select(Tokenizer.Comparable)));

    private static (int Day, int Month) DayAndMonth(string field)
    {
        var day = Date(field + "/2000");
        return (day.Day, day.Month);
    }

    private static DateOnly Date(string field) =>
        DateOnly.TryParseExact(field, "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new FormatException($"\"{field}\" is not a day such as 5/9 or 5/9/2030.");
}
