using System.Globalization;
using System.Numerics;
using Directives.Core;
using Directives.Language.Messages;

namespace Directives.Benchmarks.Domain;

/// <summary>What principals say: each report of another assignment that was not reported before, so that every one is recorded.</summary>
internal sealed class Senders(InventedWork invented, Roster roster, ReportStatus reportStatus, ListTasks listTasks, WorkTable work, Assistant assistant)
{
    // Of all senders: no two messages have one id.
    private static int _message;

    private readonly long _stride = StrideThrough(invented.Assignments);

    public async Task ReportAsync(int which)
    {
        var (unit, number, percent) = Report(which);
        var turn = Turn(unit, "");
        var slots = new Slots { Tasks = [new TaskReference(number)], Status = ReportedStatus.InProgress, Percent = percent };
        Recorded(await reportStatus.HandleAsync(turn, new Command(Intent.UpdateStatus, slots), default));
    }

    public async Task SayReportAsync(int which)
    {
        var (unit, number, percent) = Report(which);
        var said = FormattableString.Invariant($"việc {number} được {percent}%");
        Recorded(Single(await assistant.HandleAsync(Message(unit, said), default)));
    }

    public async Task ListWeekAsync()
    {
        var turn = Turn(AnyUnit(), "");
        var monday = turn.Today.AddDays(-(((int)turn.Today.DayOfWeek + 6) % 7));
        Listed(await listTasks.HandleAsync(turn, new Command(Intent.ListTasks, new Slots { Period = new Period(monday, monday.AddDays(6)) }), default));
    }

    public async Task SayWeekAsync() => Listed(Single(await assistant.HandleAsync(Message(AnyUnit(), "tuần này có việc gì đến hạn?"), default)));

    public async Task ReadWeekAsync()
    {
        var open = await work.OpenUntilAsync(InventedWork.UnitId(AnyUnit()), TimeProvider.System.Today().AddDays(6), default);
        if (open.Count == 0) throw new InvalidOperationException("A unit has nothing due.");
    }

    // By the golden ratio the next reports are of other units, far off in the file; without a common divisor none comes again before all have come.
    private static long StrideThrough(int assignments)
    {
        var stride = (long)(assignments * 0.618);
        while (BigInteger.GreatestCommonDivisor(stride, assignments) != 1) stride++;
        return stride;
    }

    private int AnyUnit() => Random.Shared.Next(invented.Units);

    private (int Unit, int Number, int Percent) Report(int which)
    {
        var place = (int)(which * _stride % invented.Assignments);
        var unit = place / InventedWork.TasksPerUnit;
        return (unit, InventedWork.Number(unit, place % InventedWork.TasksPerUnit), 1 + (which % 99));
    }

    private Turn Turn(int unit, string said) => new(Message(unit, said), roster, new TalkState(), TimeProvider.System.Now());

    private static IncomingMessage Message(int unit, string said) => new()
    {
        Channel = "load",
        MessageId = Interlocked.Increment(ref _message).ToString("d9", CultureInfo.InvariantCulture),
        Sender = InventedWork.Principal(unit),
        Text = said,
    };

    private static Reply Single(IReadOnlyList<Reply> replies) => replies is [var only] ? only : throw new InvalidOperationException("Not one reply.");

    private static void Recorded(Reply reply)
    {
        if (reply is not RecordedReply) throw new InvalidOperationException($"Not recorded: {reply}");
    }

    private static void Listed(Reply reply)
    {
        if (reply is not TaskListReply) throw new InvalidOperationException($"Not listed: {reply}");
    }
}
