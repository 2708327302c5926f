using Directives.Language.Messages;

namespace Directives.Core.Tests.Summaries;

public sealed class SummaryTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    private static readonly Period November = new(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30));

    [Fact]
    public void Each_part_is_in_one_of_the_four_classes_or_without_a_deadline()
    {
        var summary = Summary.Of(
            [
                Row(1, due: 20, doneOn: 20),
                Row(2, due: 20, doneOn: 21),
                Row(3, due: 25),
                Row(4, due: 24),
                Row(5, due: null),
            ],
            November,
            Today);

        Assert.Equal(new ClassCounts(1, 1, 1, 1, 1), summary.Figures.Counts);
    }

    [Fact]
    public void On_time_ratio_is_of_what_was_due()
    {
        // Due and kept, due and missed, due and overdue, due today and done, due today and open, due later and done already.
        var summary = Summary.Of([Row(1, 20, 20), Row(2, 20, 21), Row(3, 24), Row(4, 25, 25), Row(5, 25), Row(6, 30, 24)], November, Today);

        Assert.Equal(new Share(2, 4), summary.Figures.OnTime);
        Assert.Equal(50, summary.Figures.OnTime.Percent);
    }

    [Fact]
    public void What_was_late_before_the_period_is_no_matter_of_its_ratio()
    {
        var summary = Summary.Of([With(Row(1, 1), new DateOnly(2026, 10, 20), doneOn: null), Row(2, 20, 20)], November, Today);

        Assert.Equal(new ClassCounts(1, 0, 0, 1, 0), summary.Figures.Counts);
        Assert.Equal(new Share(1, 1), summary.Figures.OnTime);
    }

    [Fact]
    public void Extension_approved_after_a_day_does_not_count_on_it()
    {
        var extended = Row(1, due: 30) with { Progress = Progress(1, 30, null) with { DueBefore = [new EarlierDue(Day(10), Day(15)), new EarlierDue(Day(20), Day(22))] } };

        Assert.Equal(DueClass.OpenOverdue, ClassAt(14));
        Assert.Equal(DueClass.OpenInTime, ClassAt(15));
        Assert.Equal(DueClass.OpenOverdue, ClassAt(21));
        Assert.Equal(DueClass.OpenInTime, ClassAt(22));

        DueClass ClassAt(int day) => Assert.Single(Summary.At([extended], November, Day(day)).Work).Class;
    }

    [Fact]
    public void Result_of_a_later_day_is_not_known_yet() =>
        Assert.Equal(new ClassCounts(0, 0, 0, 1, 0), Summary.At([Row(1, due: 10, doneOn: 20)], November, Day(15)).Figures.Counts);

    [Fact]
    public void What_was_owed_on_a_day_is_counted_on_it()
    {
        var row = Row(1, due: 28);
        var ended = row with { Progress = row.Progress with { OwedFrom = Day(10), EndedAt = new DateTimeOffset(2026, 11, 20, 1, 0, 0, VietnamTime.Offset) } };
        var takenBack = ended with { Progress = ended.Progress with { WasTakenBack = true } };

        Assert.Equal([0, 1, 1, 0], new[] { 9, 10, 19, 20 }.Select(day => Summary.At([ended], November, Day(day)).Work.Count));
        Assert.Empty(Summary.At([takenBack], November, Day(15)).Work);
    }

    [Fact]
    public void Period_has_what_is_due_in_it_and_what_was_still_open_when_it_began()
    {
        var october = new DateOnly(2026, 10, 20);
        SummaryRow[] rows =
        [
            Row(1, due: 1), Row(2, due: 30),
            With(Row(3, 1), october, doneOn: null), With(Row(4, 1), october, doneOn: Day(1)), With(Row(5, 1), october, doneOn: Day(1).AddDays(-1)),
            With(Row(6, 1), Day(30).AddDays(1), doneOn: null),
        ];

        Assert.Equal([1, 2, 3, 4], Summary.Of(rows, November, Today).Work.Select(work => work.Task.Number));
    }

    [Fact]
    public void Period_that_is_over_is_counted_at_its_end()
    {
        var october = new Period(new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 31));
        var summary = Summary.Of([With(Row(1, 1), new DateOnly(2026, 10, 31), doneOn: null)], october, Today);

        Assert.Equal(new DateOnly(2026, 10, 31), summary.AsOf);
        Assert.Equal(DueClass.OpenInTime, Assert.Single(summary.Work).Class);
    }

    [Fact]
    public void Units_are_told_worst_first_by_number_then_by_days()
    {
        SummaryRow[] rows = [Row(1, 20, unit: "a"), Row(2, 24, unit: "b"), Row(3, 24, unit: "b"), Row(1, 10, unit: "c"), Row(4, 30, unit: "d")];

        Assert.Equal(["b", "c", "a", "d"], Summary.Of(rows, November, Today).ByUnit().Select(one => one.Key.Id));
    }

    [Fact]
    public void Parts_of_any_division_add_up_to_the_whole()
    {
        var rows = Enumerable.Range(1, 60).Select(i => Row(i % 7, due: (i * 11 % 30) + 1, doneOn: i % 3 == 0 ? (i * 7 % 25) + 1 : null, unit: $"u{i % 5}")).ToArray();
        var summary = Summary.Of(rows, November, Today);

        Assert.Equal(summary.Figures.Counts, Sum(summary.ByUnit().Select(one => one.Figures.Counts)));
        Assert.Equal(summary.Figures.Counts, Sum(summary.ByTask().Select(one => one.Figures.Counts)));
        Assert.Equal(summary.Figures.Counts, Sum(summary.ByKind().Select(one => one.Figures.Counts)));
        Assert.Equal(summary.Figures.Due, summary.ByDirective().Sum(one => one.Figures.Due));
    }

    private static ClassCounts Sum(IEnumerable<ClassCounts> counts) => counts.Aggregate((one, other) =>
        new ClassCounts(one.OnTime + other.OnTime, one.Late + other.Late, one.InTime + other.InTime, one.Overdue + other.Overdue, one.NoDeadline + other.NoDeadline));

    private static SummaryRow Row(int task, int? due, int? doneOn = null, string unit = "a") => new(
        new IndexedTask(task, "tb-1", "Thông báo 1-TB/ĐU", $"Việc {task}", due is { } day ? Day(day) : null),
        new Unit(unit, unit, "tiểu học", null),
        Progress(task, due, doneOn) with { UnitId = unit });

    private static SummaryRow With(SummaryRow row, DateOnly due, DateOnly? doneOn) => row with
    {
        Progress = row.Progress with { Due = due, DoneOn = doneOn, Status = doneOn is null ? WorkStatus.NotStarted : WorkStatus.Done },
    };

    private static UnitProgress Progress(int task, int? due, int? doneOn) => new()
    {
        Task = task,
        UnitId = "a",
        Duty = Duty.Owe,
        Due = due is { } last ? Day(last) : null,
        Status = doneOn is null ? WorkStatus.NotStarted : WorkStatus.Done,
        DoneOn = doneOn is { } done ? Day(done) : null,
        Version = 1,
    };

    private static DateOnly Day(int day) => new(2026, 11, day);
}
