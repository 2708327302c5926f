using System.Globalization;
using Directives.Language.Prose;

namespace Directives.Core;

/// <summary>The words of reports: Vietnamese, whoever asks for them.</summary>
internal static class ReportWords
{
    /// <summary>More names than these are counted, so that a cell or a sentence stays readable.</summary>
    private const int Named = 60;

    public static string Class(DueClass @class) => @class switch
    {
        DueClass.DoneOnTime => "Hoàn thành đúng hạn",
        DueClass.DoneLate => "Hoàn thành quá hạn",
        DueClass.OpenInTime => "Chưa hoàn thành, trong hạn",
        DueClass.OpenOverdue => "Chưa hoàn thành, quá hạn",
        _ => "Không thời hạn",
    };

    public static IReadOnlyList<(string Word, int Count)> Classes(ClassCounts counts) =>
    [
        (Class(DueClass.DoneOnTime), counts.OnTime),
        (Class(DueClass.DoneLate), counts.Late),
        (Class(DueClass.OpenInTime), counts.InTime),
        (Class(DueClass.OpenOverdue), counts.Overdue),
    ];

    /// <summary><c>Thông báo 45-TB/ĐU ngày 16/11/2026, Đảng ủy phường Sông Mây</c>.</summary>
    public static string Source(PeriodReport report, IndexedTask task)
    {
        if (report.Heads.GetValueOrDefault(task.DirectiveId) is not { } head) return task.DirectiveLabel;
        var day = head.Issued is { } issued && !task.DirectiveLabel.EndsWith(Day(issued), StringComparison.Ordinal) ? $" ngày {Day(issued)}" : "";
        return task.DirectiveLabel + day + (head.Issuer is { Length: > 0 } issuer ? $", {issuer}" : "");
    }

    public static IEnumerable<string> Notes(PeriodReport report, CountedWork work)
    {
        var (progress, asOf) = (work.Progress, report.Summary.AsOf);
        if (work.IsDone && progress.DoneOn is { } done)
        {
            yield return done > work.Due ? $"Xong ngày {Day(done)}, quá hạn {done.DayNumber - work.Due.Value.DayNumber} ngày" : $"Xong ngày {Day(done)}";
        }
        else if (work.Class != DueClass.NoDeadline || progress.State != WorkState.NotStarted)
        {
            var late = work.DaysLate(asOf);
            yield return State(progress.State) + (late > 0 ? $", quá hạn {late} ngày" : "");
        }

        if (progress.Obstacle is { } obstacle) yield return Obstacle(obstacle);
        if (progress.Extension is { } asked) yield return Extension(asked);
    }

    /// <summary>Reports that came after the day that is counted are as they are known now.</summary>
    public static string State(WorkState state) => state switch
    {
        { IsDone: true } => "Đã xong sau kỳ",
        { Percent: { } percent } => $"Đang thực hiện {Digits(percent)}%",
        { Status: WorkStatus.InProgress } => "Đang thực hiện",
        _ => "Chưa báo cáo",
    };

    public static string Obstacle(Obstacle obstacle) => $"Khó khăn: \"{obstacle.Note}\"" + (obstacle.Proposal is { Length: > 0 } proposal ? $"; đề nghị: \"{proposal}\"" : "");

    public static string Extension(ExtensionRequest asked) => $"Xin gia hạn đến {Day(asked.Until)}" + (asked.Reason is { Length: > 0 } reason ? $": \"{reason}\"" : "");

    public static int NotReportedBy(this PeriodReport report, Unit unit) => report.Summary.Work.Count(work => work.Unit.Id == unit.Id && work.IsUnreported());

    /// <param name="what">What is counted of those that are not named.</param>
    public static string Some<T>(IReadOnlyList<T> all, Func<T, string> name, string join, string what) =>
        string.Join(join, all.Take(Named).Select(name)) + (all.Count > Named ? $"{join}và {Digits(all.Count - Named)} {what} khác" : "");

    public static string Day(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>09:14 ngày 25/11/2026</c>.</summary>
    public static string Instant(DateTimeOffset at) => $"{Wording.Time(at)} ngày {Day(VietnamTime.Day(at))}";

    public static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
