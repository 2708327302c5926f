namespace Directives.Language.Dates;

/// <summary>
/// The Vietnamese lunisolar calendar at UTC+7, computed after Hồ Ngọc Đức's published description (new moons and the sun's longitude after
/// Meeus). Not the platform's Chinese calendar, which counts days at UTC+8 and so differs in some months.
/// </summary>
public static class LunarCalendar
{
    private const double VietnamOffset = 7.0 / 24;
    private const double SynodicMonth = 29.530588853;

    /// <summary>Julian day number of the day on which new moon number 0 (about 1 January 1900) is reckoned.</summary>
    private const double FirstNewMoon = 2415021.076998695;

    /// <summary>
    /// The solar date of a lunar one, or null where that month has no such day. Months are 1 to 12; a leap month is not meant by its number.
    /// </summary>
    /// <param name="lunarYear">Year in which the lunar year begins, 1900 to 2199.</param>
    public static DateOnly? ToSolar(int lunarYear, int month, int day)
    {
        if (lunarYear is < 1900 or > 2199 || month is < 1 or > 12 || day is < 1 or > 30) return null;
        var (start, next) = Month(lunarYear, month);
        var found = start + day - 1;
        return found < next ? FromJulian(found) : null;
    }

    /// <summary>First day of Tết of the lunar year that begins in the solar year.</summary>
    public static DateOnly Tet(int year) => FromJulian(Month(year, 1).Start);

    /// <summary>First and last day of a lunar month.</summary>
    public static (DateOnly From, DateOnly To) MonthSpan(int lunarYear, int month)
    {
        var (start, next) = Month(lunarYear, month);
        return (FromJulian(start), FromJulian(next - 1));
    }

    private static (int Start, int Next) Month(int lunarYear, int month)
    {
        // Month 11 holds the winter solstice; months 11 and 12 belong to the year counted from the month 11 before.
        var before = month < 11 ? MonthEleven(lunarYear - 1) : MonthEleven(lunarYear);
        var after = month < 11 ? MonthEleven(lunarYear) : MonthEleven(lunarYear + 1);
        var first = (int)Math.Floor(0.5 + ((before - FirstNewMoon) / SynodicMonth));
        var offset = month < 11 ? month + 1 : month - 11;
        if (after - before > 365 && offset >= LeapOffset(before)) offset++;
        return (NewMoonDay(first + offset), NewMoonDay(first + offset + 1));
    }

    /// <summary>Julian day on which the lunar month with the winter solstice of the year begins.</summary>
    private static int MonthEleven(int year)
    {
        var days = Julian(new DateOnly(year, 12, 31)) - 2415021;
        var number = (int)(days / SynodicMonth);
        var start = NewMoonDay(number);
        return SunSector(start) >= 9 ? NewMoonDay(number - 1) : start;
    }

    /// <summary>The position, counted from month 11, of the first month without a major solar term.</summary>
    private static int LeapOffset(int monthEleven)
    {
        var first = (int)Math.Floor(0.5 + ((monthEleven - FirstNewMoon) / SynodicMonth));
        var offset = 1;
        var sector = SunSector(NewMoonDay(first + offset));
        int last;
        do
        {
            last = sector;
            offset++;
            sector = SunSector(NewMoonDay(first + offset));
        }
        while (sector != last && offset < 14);

        return offset - 1;
    }

    private static int NewMoonDay(int number) => (int)Math.Floor(NewMoon(number) + 0.5 + VietnamOffset);

    /// <summary>Julian date of the new moon (universal time).</summary>
    private static double NewMoon(int number)
    {
        var t = number / 1236.85;
        var (t2, t3) = (t * t, t * t * t);
        var mean = 2415020.75933 + (29.53058868 * number) + (0.0001178 * t2) - (0.000000155 * t3)
            + (0.00033 * Sin(166.56 + (132.87 * t) - (0.009173 * t2)));
        var sun = 359.2242 + (29.10535608 * number) - (0.0000333 * t2) - (0.00000347 * t3);
        var moon = 306.0253 + (385.81691806 * number) + (0.0107306 * t2) + (0.00001236 * t3);
        var node = 21.2964 + (390.67050646 * number) - (0.0016528 * t2) - (0.00000239 * t3);
        var correction = ((0.1734 - (0.000393 * t)) * Sin(sun)) + (0.0021 * Sin(2 * sun)) - (0.4068 * Sin(moon)) + (0.0161 * Sin(2 * moon))
            - (0.0004 * Sin(3 * moon)) + (0.0104 * Sin(2 * node)) - (0.0051 * Sin(sun + moon)) - (0.0074 * Sin(sun - moon))
            + (0.0004 * Sin((2 * node) + sun)) - (0.0004 * Sin((2 * node) - sun)) - (0.0006 * Sin((2 * node) + moon))
            + (0.0010 * Sin((2 * node) - moon)) + (0.0005 * Sin((2 * moon) + sun));
        var delta = t < -11
            ? 0.001 + (0.000839 * t) + (0.0002261 * t2) - (0.00000845 * t3) - (0.000000081 * t * t3)
            : -0.000278 + (0.000265 * t) + (0.000262 * t2);
        return mean + correction - delta;
    }

    /// <summary>The twelfth of the ecliptic (0 to 11) that the sun is in at the Vietnamese midnight that begins the day.</summary>
    private static int SunSector(int day)
    {
        var t = (day - 2451545.5 - VietnamOffset) / 36525;
        var t2 = t * t;
        var anomaly = 357.52910 + (35999.05030 * t) - (0.0001559 * t2) - (0.00000048 * t * t2);
        var mean = 280.46645 + (36000.76983 * t) + (0.0003032 * t2);
        var longitude = mean + ((1.914600 - (0.004817 * t) - (0.000014 * t2)) * Sin(anomaly))
            + ((0.019993 - (0.000101 * t)) * Sin(2 * anomaly)) + (0.000290 * Sin(3 * anomaly));
        longitude -= 360 * Math.Floor(longitude / 360);
        return (int)(longitude / 30);
    }

    private static double Sin(double degrees) => Math.Sin(degrees * Math.PI / 180);

    private static int Julian(DateOnly day) => day.DayNumber + 1721426;

    private static DateOnly FromJulian(int julian) => DateOnly.FromDayNumber(julian - 1721426);
}
