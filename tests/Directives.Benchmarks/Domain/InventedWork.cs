using System.Globalization;
using Directives.Core;
using Directives.Language.Prose;

namespace Directives.Benchmarks.Domain;

/// <summary>
/// Schools that owe a hundred tasks each, all open, due around the day that is given: as directives go to groups of units, a hundred schools have
/// the same hundred tasks.
/// </summary>
internal sealed class InventedWork(int assignments, DateTimeOffset now)
{
    public const int TasksPerUnit = 100;
    public const int UnitsPerGroup = 100;

    // Due days lie from a month ago to a quarter of a year ahead.
    private const int FirstDay = -30, Days = 120;

    private const string Top = "phuong";

    /// <summary>Whole groups, of which the last may be smaller.</summary>
    public int Units { get; } = Math.Max(1, assignments / TasksPerUnit);

    public int Assignments => Units * TasksPerUnit;

    public int Groups => (Units + UnitsPerGroup - 1) / UnitsPerGroup;

    public static string UnitId(int unit) => "truong-" + unit.ToString("d6", CultureInfo.InvariantCulture);

    public static Person Principal(int unit) => new(
        "hieu-truong-" + unit.ToString("d6", CultureInfo.InvariantCulture), "Đinh Thị Mẫu", UnitId(unit), Role.Principal, "Hiệu trưởng", Salutation.Cô);

    public static Person Leader { get; } = new("phan-van-thu", "Phan Văn Thử", Top, Role.Leader, "Bí thư", Salutation.ĐồngChí);

    public Roster Roster() => new(
        "Đảng ủy phường Sông Mây",
        [
            new Unit(Top, "Phường Sông Mây", "phường", null),
            .. Enumerable.Range(0, Units).Select(unit => new Unit(UnitId(unit), FormattableString.Invariant($"TH số {unit}"), "tiểu học", Top)),
        ],
        [],
        [Leader, .. Enumerable.Range(0, Units).Select(Principal)]);

    /// <summary>The units of a group, and the numbers of its tasks.</summary>
    public (IEnumerable<int> Units, IEnumerable<int> Tasks) Group(int group) => (
        Enumerable.Range(group * UnitsPerGroup, Math.Min(UnitsPerGroup, Units - (group * UnitsPerGroup))),
        Enumerable.Range(0, TasksPerUnit).Select(task => Number(group * UnitsPerGroup, task)));

    /// <summary>The number of a unit's task, from its place among the unit's hundred.</summary>
    public static int Number(int unit, int task) => (unit / UnitsPerGroup * TasksPerUnit) + task + 1;

    public Assignment Assignment(int unit, int number) => new()
    {
        UnitId = UnitId(unit),
        Task = number,
        DirectiveId = FormattableString.Invariant($"tb-{number / 5}"),
        DirectiveLabel = FormattableString.Invariant($"Thông báo {number / 5}-TB/ĐU"),
        Issued = VietnamTime.Day(now).AddDays(FirstDay),
        Title = "Báo cáo kết quả triển khai kế hoạch chuyển đổi số",
        Text = "Báo cáo kết quả triển khai kế hoạch chuyển đổi số năm học 2026–2027 của đơn vị, nêu rõ việc đã làm, việc chưa làm được, "
            + "nguyên nhân và kiến nghị; gửi Đảng ủy phường qua Phòng Văn hóa – Xã hội để tổng hợp.",
        Duty = Duty.Owe,
        Kind = TaskKind.OneOff,
        Due = VietnamTime.Day(now).AddDays(FirstDay + (number * 37 % Days)),
        Lead = ["các trường"],
        Coordinating = ["Phòng Văn hóa – Xã hội"],
        ReportTo = ["Đảng ủy phường"],
        Version = 1,
    };

    public Directive Directive(string id, DateTimeOffset at) => new()
    {
        Id = id,
        Head = new DirectiveHead { Kind = "Thông báo", Number = id.ToUpperInvariant(), Issued = VietnamTime.Day(now).AddDays(FirstDay) },
        Stage = DirectiveStage.Published,
        ImportedAt = at,
    };

    public static DirectiveTask Task(Assignment assignment) => new()
    {
        DirectiveId = assignment.DirectiveId,
        Number = assignment.Task,
        Title = assignment.Title,
        Draft = new TaskDraft { No = 1, Text = assignment.Text, Kind = assignment.Kind, Deadline = assignment.Due, Source = new Source(0, 0) },
    };

    public HistoryEvent Assigned(int number) => new()
    {
        Kind = HistoryKind.Assigned,
        At = now,
        Channel = "program",
        MessageId = FormattableString.Invariant($"publish tb-{number / 5}"),
    };
}
