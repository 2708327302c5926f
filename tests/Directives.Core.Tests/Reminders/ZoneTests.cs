using Directives.Core.Tests.Faults;
using Microsoft.Extensions.Time.Testing;

namespace Directives.Core.Tests.Reminders;

/// <summary>The offices' day is Vietnam's, wherever the program runs.</summary>
public sealed class ZoneTests
{
    public static TheoryData<string> Zones => ["UTC", "with summer time", "west of the date line"];

    [Theory]
    [MemberData(nameof(Zones))]
    public async Task Reminders_at_the_turn_of_the_year_come_by_the_clock_of_Vietnam(string zone)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 2, 14, 0, TimeSpan.Zero));
        clock.SetLocalTimeZone(Zone(zone));
        var parts = new DomainParts(new InMemoryStore(), clock);
        await Ward.FillAsync(parts.Get<RosterTable>(), parts.Get<DirectiveTable>(), parts.Get<PublishDirective>(), clock.GetUtcNow());
        clock.SetUtcNow(new DateTimeOffset(2026, 12, 29, 17, 30, 0, TimeSpan.Zero));
        await TestNotices.SendDueAsync(parts);

        var told = new List<string>();
        for (var quarter = 0; quarter < 7 * 24 * 4; quarter++)
        {
            await parts.Get<PlanReminders>().RunAsync(default);
            foreach (var line in await TestNotices.SendDueAsync(parts))
            {
                if (line.Contains(Ward.OfficeHead, StringComparison.Ordinal)) told.Add($"{VietnamTime.At(clock.GetUtcNow()):yyyy-MM-dd HH:mm}");
            }

            clock.Advance(TimeSpan.FromMinutes(15));
        }

        // Task 6 is due on Thursday 31/12; 1/1 is off, and on Monday the week's list has it as overdue.
        Assert.Equal(["2026-12-30 08:00", "2026-12-31 08:00", "2027-01-04 07:30"], told);
    }

    [Theory]
    [InlineData("2026-11-25T00:00:00Z", true)]
    [InlineData("2026-11-24T23:59:59Z", false)]
    [InlineData("2026-11-25T12:59:59Z", true)]
    [InlineData("2026-11-25T13:00:00Z", false)]
    [InlineData("2026-12-31T23:30:00-05:00", false)]
    [InlineData("2027-01-01T02:00:00Z", false)]
    [InlineData("2027-01-04T09:00:00+14:00", false)]
    [InlineData("2027-01-04T12:00:00+14:00", false)]
    [InlineData("2027-01-04T14:00:00+14:00", true)]
    public void People_are_written_to_by_the_clock_of_Vietnam(string instant, bool isOpen) =>
        Assert.Equal(isOpen, new SendingHours(new WorkCalendar()).IsOpen(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-11-25T09:14:00+07:00", "2026-11-25T09:14:00+07:00")]
    [InlineData("2026-11-25T20:30:00+07:00", "2026-11-26T07:00:00+07:00")]
    [InlineData("2026-11-25T05:30:00+07:00", "2026-11-25T07:00:00+07:00")]
    [InlineData("2026-11-27T20:00:00+07:00", "2026-11-30T07:00:00+07:00")]
    [InlineData("2026-02-13T20:00:00+07:00", "2026-02-23T07:00:00+07:00")]
    [InlineData("2026-08-28T21:00:00+07:00", "2026-09-03T07:00:00+07:00")]
    public void Next_moment_is_that_of_a_working_day(string instant, string next) => Assert.Equal(
        DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture),
        new SendingHours(new WorkCalendar()).NextForNews(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)));

    private static TimeZoneInfo Zone(string name) => name switch
    {
        "with summer time" => TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(1), null, null, null,
        [
            TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
                new DateTime(2026, 1, 1),
                new DateTime(2027, 12, 31),
                TimeSpan.FromHours(1),
                TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 2, 0, 0), 3, 29),
                TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 3, 0, 0), 12, 31)),
        ]),
        "west of the date line" => TimeZoneInfo.CreateCustomTimeZone("west", TimeSpan.FromHours(-11), null, null),
        _ => TimeZoneInfo.Utc,
    };
}
