namespace Directives.Core;

/// <summary>When people may be written to unasked: on working days, outside the quiet hours.</summary>
public sealed class SendingHours(WorkCalendar calendar)
{
    /// <summary>From this time of day in Vietnam nobody is written to unasked; equal to <see cref="QuietUntil"/> for no quiet hours.</summary>
    public TimeOnly QuietFrom { get; init; } = new(20, 0);

    public TimeOnly QuietUntil { get; init; } = new(7, 0);

    /// <summary>Whether news that people make (tasks assigned, decisions, urging) goes out on days off too. Reminders and digests never do.</summary>
    public bool NewsOnDaysOff { get; init; }

    public bool IsQuiet(DateTimeOffset instant) => IsQuiet(VietnamTime.TimeOfDay(instant));

    public bool IsQuiet(TimeOnly time) => QuietFrom != QuietUntil && time.IsBetween(QuietFrom, QuietUntil);

    public bool IsOpen(DateTimeOffset instant) => !IsQuiet(instant) && calendar.IsWorking(VietnamTime.Day(instant));

    public bool IsOpenForNews(DateTimeOffset instant) => NewsOnDaysOff ? !IsQuiet(instant) : IsOpen(instant);

    /// <summary>The instant itself, or the next one at which people may be told news.</summary>
    public DateTimeOffset NextForNews(DateTimeOffset instant)
    {
        while (!IsOpenForNews(instant))
        {
            var day = VietnamTime.Day(instant);
            var opens = VietnamTime.On(day, QuietUntil);
            instant = IsQuiet(instant) && opens > instant ? opens : VietnamTime.On(day.AddDays(1), IsQuiet(TimeOnly.MinValue) ? QuietUntil : TimeOnly.MinValue);
        }

        return instant;
    }
}
