using Directives.Core.Tests.Faults;
using Directives.Language.Messages;
using Xunit.Abstractions;

namespace Directives.Core.Tests.Summaries;

/// <summary>
/// Figures of any period, as of any day, against a count that knows nothing but what stands in the history: random weeks of reports, second thoughts,
/// requests for more time and their answers, and tasks that are withdrawn.
/// </summary>
public sealed class HistoryCountTests(ITestOutputHelper output)
{
    private const int Sequences = 25;
    private const int Steps = 60;

    private static readonly string[] Heads = [Ward.Principal, Ward.OtherPrincipal, Ward.OfficeHead, Ward.EnglishPrincipal];

    [Fact]
    public async Task Figures_of_every_summary_equal_a_count_from_the_history()
    {
        var first = Environment.TickCount & 0xFFFFF;
        output.WriteLine($"seeds {first} to {first + Sequences - 1}");
        var (compared, filled) = (0, 0);
        for (var seed = first; seed < first + Sequences; seed++)
        {
            var rehearsal = await Rehearsal.OfAsync(start: new DateTimeOffset(2026, 11, 16, 8, 0, 0, VietnamTime.Offset));
            var random = new Random(seed);
            for (var step = 0; step < Steps; step++) await StepAsync(random, rehearsal, step);
            var rows = await rehearsal.Parts.Get<SummaryRows>().ReadAsync(Ward.Roster, _ => true, null, default);
            var histories = await HistoriesAsync(rehearsal.Parts.Get<WorkTable>());
            for (var i = 0; i < 20; i++)
            {
                var from = new DateOnly(2026, 11, 10).AddDays(random.Next(0, 60));
                var period = new Period(random.Next(6) == 0 ? null : from, random.Next(6) == 0 ? null : from.AddDays(random.Next(0, 40)));
                var asOf = new DateOnly(2026, 11, 14).AddDays(random.Next(0, 90));
                var figures = Summary.At(rows, period, asOf).Figures;
                var counted = Count(histories, period, asOf);
                Assert.True(
                    counted == (figures.Counts, figures.Due, figures.DueOnTime),
                    $"Seed {seed}, {period}, as of {asOf}: the history says {counted}, the summary {(figures.Counts, figures.Due, figures.DueOnTime)}.");
                compared++;
                if (figures.Counts is { OnTime: > 0, Late: > 0 } or { Overdue: > 0, InTime: > 0 }) filled++;
            }
        }

        output.WriteLine($"{compared} summaries compared, {filled} of them with several classes");
        Assert.True(filled > compared / 4);
    }

    private static async Task StepAsync(Random random, Rehearsal rehearsal, int step)
    {
        rehearsal.Clock.Advance(random.Next(3) == 0 ? TimeSpan.FromMinutes(random.Next(1, 9)) : TimeSpan.FromHours(random.Next(3, 60)));
        var head = Heads[random.Next(Heads.Length)];
        var unit = Ward.Roster.FindPerson(head)!.UnitId;
        var task = random.Next(1, 8);
        switch (random.Next(40))
        {
            case < 12:
                await rehearsal.SayAsync(head, $"việc {task} xong rồi");
                break;
            case < 18:
                // Of what was done it is asked whether that is meant.
                await rehearsal.SayAsync(head, $"việc {task} được {random.Next(1, 4) * 20}%");
                await rehearsal.SayAsync(head, "1");
                break;
            case < 24:
                await rehearsal.SayAsync(random.Next(3) == 0 ? Ward.Leader : head, "hoàn tác");
                break;
            case < 30:
                var until = new DateOnly(2026, 11, 25).AddDays(random.Next(0, 60));
                await PressAsync(head, new Command(Intent.RequestExtension, Of(task) with { Deadline = until, Note = "chờ" }) { Confirmed = true });
                break;
            case < 38:
                var open = new List<(string Unit, int Task)>();
                foreach (var some in Ward.Roster.Units)
                {
                    var owed = await rehearsal.Parts.Get<WorkTable>().ListAsync(some.Id, default);
                    open.AddRange(owed.Where(one => one.Extension is not null).Select(one => (one.UnitId, one.Task)));
                }

                if (open.Count == 0) break;
                var asked = open[random.Next(open.Count)];
                await PressAsync(Ward.Leader, new Command(Intent.DecideExtension, Of(asked.Task) with
                {
                    Unit = Ward.Roster.FindUnit(asked.Unit)!.Name,
                    Decision = random.Next(4) == 0 ? Decision.Reject : Decision.Approve,
                    Note = "đã xem",
                }));
                break;
            case 38:
                await PressAsync(head, new Command(Intent.ReportObstacle, Of(task) with { Note = $"kinh phí {step} của {unit}" }));
                break;
            default:
                if (random.Next(2) == 0) await PressAsync(Ward.Clerk, WithdrawTask.Of(task, "giao nhầm") with { Confirmed = true });
                break;
        }

        Task PressAsync(string person, Command pressed) => rehearsal.Parts.Get<Assistant>().HandleAsync(
            new IncomingMessage { Channel = "test", MessageId = $"m{step}", Sender = Ward.Roster.FindPerson(person)!, Text = "", Pressed = pressed }, default);
    }

    private static Slots Of(int task) => new() { Tasks = [new TaskReference(task)] };

    private sealed record History(DateOnly From, IReadOnlyList<(DateOnly Day, DateOnly? Due)> Dues, DateOnly? DoneOn, DateOnly? EndedOn);

    private static async Task<IReadOnlyList<History>> HistoriesAsync(WorkTable work)
    {
        var histories = new List<History>();
        foreach (var unit in Ward.Roster.Units)
        {
            foreach (var one in (await work.ListAsync(unit.Id, default)).Where(one => one.Duty is Duty.Lead or Duty.Owe))
            {
                // What each change left; one that was taken back left nothing.
                var left = new Stack<History>();
                await foreach (var happened in work.HistoryAsync(unit.Id, one.Task, default))
                {
                    var day = VietnamTime.Day(happened.At);
                    if (happened.Kind == HistoryKind.Undone) left.Pop();
                    else if (left.TryPeek(out var before)) left.Push(After(before, happened, day));
                    else left.Push(new History(one.Issued < day ? one.Issued.Value : day, [(day, happened.After!.Due)], null, null));
                }

                histories.Add(left.Peek());
            }
        }

        return histories;
    }

    private static History After(History before, HistoryEvent happened, DateOnly day) => before with
    {
        Dues = happened.After!.Due == happened.Before!.Due ? before.Dues : [.. before.Dues, (day, happened.After.Due)],
        DoneOn = happened.After.Status != WorkStatus.Done ? null : happened.Before.Status == WorkStatus.Done ? before.DoneOn : day,
        EndedOn = happened.Kind == HistoryKind.Withdrawn ? day : before.EndedOn,
    };

    private static (ClassCounts Counts, int Due, int OnTime) Count(IReadOnlyList<History> histories, Period period, DateOnly asOf)
    {
        int onTime = 0, late = 0, inTime = 0, overdue = 0, none = 0, wasDue = 0, dueOnTime = 0;
        foreach (var one in histories)
        {
            if (asOf < one.From || one.EndedOn <= asOf) continue;
            var due = one.Dues[0].Due;
            foreach (var (day, later) in one.Dues.Skip(1))
            {
                if (day <= asOf) due = later;
            }

            if (due is not { } last)
            {
                none++;
                continue;
            }

            if (period.To < last || (period.From is { } begins && last < begins && one.DoneOn < begins)) continue;
            var isDone = one.DoneOn <= asOf;
            var isKept = isDone && one.DoneOn <= last;
            if (isKept) onTime++;
            else if (isDone) late++;
            else if (asOf > last) overdue++;
            else inTime++;
            if (last > asOf || last < period.From || (last == asOf && !isDone)) continue;
            wasDue++;
            if (isKept) dueOnTime++;
        }

        return (new ClassCounts(onTime, late, inTime, overdue, none), wasDue, dueOnTime);
    }
}
