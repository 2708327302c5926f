using System.Globalization;
using System.Text;
using Directives.Bot.Commands;
using Directives.Bot.Sample;
using Directives.Core;
using Directives.Core.Tests;
using Directives.Documents;
using Directives.Language.Prose;
using Directives.Language.Text;

namespace Directives.Bot.Tests.Sample;

/// <summary>The sample is data that nobody sees fail: names that match no unit, or reports that fit no task, would just be left out.</summary>
public sealed class SampleDirectivesTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly string[] Files = ["1-ke-hoach.txt", "2-cong-van.txt", "3-thong-bao.txt"];

    public static TheoryData<int> Week => [.. Enumerable.Range(0, 7)];

    [Fact]
    public async Task Roster_has_a_body_leaders_a_clerk_somebody_who_reads_english_and_a_head_for_every_school()
    {
        var roster = await RosterAsync();

        Assert.Equal("Đảng ủy phường Sông Mây", roster.Body);
        Assert.Contains(roster.People, person => person is { Name: "Phan Văn Thử", Role: Role.Leader, Salutation: Salutation.ĐồngChí });
        Assert.Contains(roster.People, person => person is { Name: "Vũ Thị Nháp", Role: Role.Clerk, Salutation: Salutation.Chị });
        Assert.Contains(roster.People, person => person.Language == "en");
        var schools = roster.Units.Where(unit => unit.Kind is "mầm non" or "tiểu học" or "THCS").ToList();
        Assert.Equal(24, schools.Count);
        Assert.All(schools, school => Assert.Single(roster.People, person => person.UnitId == school.Id && person.Role == Role.Principal));
    }

    [Theory]
    [MemberData(nameof(Week))]
    public void Directives_read_as_seventeen_tasks_some_overdue_some_due_this_week_some_next_month(int weekday)
    {
        var today = Monday.AddDays(weekday);
        var tasks = Files.SelectMany(file => Read(file, today).Tasks).ToList();
        var deadlines = tasks.Select(task => task.Deadline).OfType<DateOnly>().ToList();

        Assert.Equal([6, 5, 6], Files.Select(file => Read(file, today).Tasks.Count));
        Assert.True(deadlines.Count(day => day < today) >= 4);
        Assert.True(deadlines.Count(day => day >= today && day <= Monday.AddDays(6)) >= 2);
        Assert.True(deadlines.Count(day => day.Month == today.AddMonths(1).Month) >= 5);
        Assert.Single(tasks, task => task.Recurrence is not null);
        Assert.Single(tasks, task => task.Kind == TaskKind.Ongoing);
    }

    [Fact]
    public async Task Directives_name_only_units_and_groups_of_the_roster()
    {
        var names = UnitNames.Of(await RosterAsync());
        var written = Files.SelectMany(file => Read(file, Monday).Tasks)
            .SelectMany(task => (IEnumerable<string>)[.. task.Directing, .. task.Lead, .. task.Coordinating, .. task.Audience, .. task.ReportTo]);

        Assert.All(written, name => Assert.True(names.Find(name, Monday).IsFound, name));
    }

    [Fact]
    public async Task Reports_are_each_of_a_unit_that_owes_the_task_their_words_name()
    {
        var names = UnitNames.Of(await RosterAsync());
        var tasks = Files.SelectMany(file => Read(file, Monday).Tasks).ToList();
        var reports = Rows("progress.csv").Skip(1).ToList();

        Assert.NotEmpty(reports);
        foreach (var report in reports)
        {
            var unit = Assert.Single(names.Find(report.Cells[0], Monday).Units);
            var words = VietnameseText.Fold(report.Cells[1]);
            var task = Assert.Single(tasks, task => VietnameseText.Fold(task.Text).Contains(words, StringComparison.Ordinal));
            Assert.Contains(unit, task.Lead.Concat(task.Audience).SelectMany(name => names.Find(name, Monday).Units));
            Assert.InRange(int.Parse(report.Cells[3], CultureInfo.InvariantCulture), 0, 100);
            Assert.Contains(report.Cells[2], (string[])["hoàn thành", "đang thực hiện"]);
        }
    }

    [Fact]
    public void Reports_leave_something_done_on_time_something_done_late_and_something_overdue()
    {
        var tasks = Files.SelectMany(file => Read(file, Monday).Tasks).ToList();
        var reports = Rows("progress.csv").Skip(1)
            .Where(row => row.Cells[2] == "hoàn thành")
            .Select(row => (Day: Monday.AddDays(-int.Parse(row.Cells[4], CultureInfo.InvariantCulture)), Words: VietnameseText.Fold(row.Cells[1])))
            .Select(row => (row.Day, tasks.First(task => VietnameseText.Fold(task.Text).Contains(row.Words, StringComparison.Ordinal)).Deadline))
            .ToList();

        Assert.True(reports.Count(report => report.Day <= report.Deadline) > 30);
        Assert.InRange(reports.Count(report => report.Day > report.Deadline), 5, 10);
    }

    private static async Task<Roster> RosterAsync()
    {
        using var table = new RosterTable(new InMemoryStore());
        var import = new ImportRoster(table);
        using var csv = Open("roster.csv");
        var plan = await import.PlanAsync([.. RosterFiles.Read(csv, "roster.csv")], CancellationToken.None);
        Assert.Empty(plan.Errors);
        Assert.Empty(plan.Ignored);
        await import.ApplyAsync(plan, CancellationToken.None);
        return await table.LoadAsync(CancellationToken.None);
    }

    private static DirectiveDraft Read(string file, DateOnly today)
    {
        using var reader = new StreamReader(Open(file));
        return DirectiveReader.Read(DocumentReader.Read(Encoding.UTF8.GetBytes(SampleText.Resolve(reader.ReadToEnd(), today)), file));
    }

    private static IReadOnlyList<SheetRow> Rows(string file)
    {
        using var stream = Open(file);
        return SheetReader.Read(stream, file);
    }

    private static Stream Open(string file) => typeof(SampleText).Assembly.GetManifestResourceStream("sample/" + file)!;
}
