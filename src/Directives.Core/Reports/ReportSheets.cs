using System.Globalization;

namespace Directives.Core;

/// <summary>
/// A report as sheets: the register in the form of Phụ lục IV.VIII of Nghị định 30/2020/NĐ-CP (sổ theo dõi giải quyết văn bản đến, seven columns), the figures, and
/// who has not reported. The register has one row for each unit's part of a task, so that its rows are what the figures count.
/// </summary>
internal static class ReportSheets
{
    public const string RegisterName = "Sổ theo dõi";
    public const string FiguresName = "Số liệu";
    public const string SilentName = "Chưa báo cáo";

    public static IReadOnlyList<SheetPage> Of(PeriodReport report) => [Register(report), Figures(report), Silent(report)];

    private static SheetPage Register(PeriodReport report) => new()
    {
        Name = RegisterName,
        Above = Above(report, "SỔ THEO DÕI GIẢI QUYẾT NHIỆM VỤ ĐƯỢC GIAO", 7),
        Columns =
        [
            new SheetColumn("Số việc\n(1)", 7, SheetFormat.Number),
            new SheetColumn("Tên loại, số, ký hiệu, ngày tháng và tên cơ quan ban hành; nội dung việc\n(2)", 52),
            new SheetColumn("Đơn vị hoặc người nhận\n(3)", 24),
            new SheetColumn("Thời hạn giải quyết\n(4)", 13, SheetFormat.Day),
            new SheetColumn("Tiến độ giải quyết\n(5)", 25),
            new SheetColumn("Số, ký hiệu văn bản trả lời\n(6)", 15, SheetFormat.Literal),
            new SheetColumn("Ghi chú\n(7)", 36),
        ],
        HasFilter = true,
        Rows = [.. report.Summary.Work.OrderBy(work => work.Task.Number).ThenBy(work => work.Unit.Name, StringComparer.Ordinal).Select(work => Row(report, work))],
    };

    private static IReadOnlyList<SheetCell> Row(PeriodReport report, CountedWork work) =>
    [
        new SheetCell.Number(work.Task.Number),
        new SheetCell.Words($"{ReportWords.Source(report, work.Task)}\n{work.Task.Title}"),
        new SheetCell.Words(work.Unit.Name),
        SheetCell.Of(work.Due),
        new SheetCell.Words(ReportWords.Class(work.Class)),
        SheetCell.Nothing,
        new SheetCell.Words(string.Join('\n', ReportWords.Notes(report, work))),
    ];

    private static SheetPage Figures(PeriodReport report) => new()
    {
        Name = FiguresName,
        Above =
        [
            .. Above(report, "SỐ LIỆU THEO ĐƠN VỊ", 9),
            .. ReportWords.Classes(report.Counts).Select(one => new SheetLine(
                new SheetPlace(0, 2, new SheetCell.Words(one.Word), SheetStyle.Label),
                new SheetPlace(2, 1, new SheetCell.Number(one.Count)),
                new SheetPlace(3, 2, new SheetCell.Words(Percent(one.Count, report.Counts.Total))))),
            new SheetLine(
                new SheetPlace(0, 2, new SheetCell.Words("Tổng số việc có thời hạn"), SheetStyle.Label),
                new SheetPlace(2, 1, new SheetCell.Number(report.Counts.Total)),
                new SheetPlace(3, 6, new SheetCell.Words($"của {report.Summary.Units} đơn vị; ngoài ra {report.Counts.NoDeadline} việc không thời hạn"))),
        ],
        Columns =
        [
            new SheetColumn("TT", 6, SheetFormat.Number),
            new SheetColumn("Đơn vị", 32),
            new SheetColumn("Tổng số việc", 10, SheetFormat.Number),
            new SheetColumn("Hoàn thành đúng hạn", 13, SheetFormat.Number),
            new SheetColumn("Hoàn thành quá hạn", 13, SheetFormat.Number),
            new SheetColumn("Chưa hoàn thành, trong hạn", 14, SheetFormat.Number),
            new SheetColumn("Chưa hoàn thành, quá hạn", 14, SheetFormat.Number),
            new SheetColumn("Đã hoàn thành (%)", 12, SheetFormat.Number),
            new SheetColumn("Chưa báo cáo", 10, SheetFormat.Number),
        ],
        HasFilter = true,
        Rows = [.. report.Units.Select((unit, i) => UnitRow(report, unit, i + 1))],
    };

    private static IReadOnlyList<SheetCell> UnitRow(PeriodReport report, FiguresOf<Unit> unit, int place)
    {
        var counts = unit.Figures.Counts;
        return
        [
            new SheetCell.Number(place),
            new SheetCell.Words(unit.Name),
            new SheetCell.Number(counts.Total),
            new SheetCell.Number(counts.OnTime),
            new SheetCell.Number(counts.Late),
            new SheetCell.Number(counts.InTime),
            new SheetCell.Number(counts.Overdue),
            new SheetCell.Number(unit.Figures.Done.Percent),
            new SheetCell.Number(report.NotReportedBy(unit.Key)),
        ];
    }

    private static SheetPage Silent(PeriodReport report) => new()
    {
        Name = SilentName,
        Above = Above(report, "ĐƠN VỊ CHƯA BÁO CÁO", 4),
        Columns =
        [
            new SheetColumn("TT", 6, SheetFormat.Number),
            new SheetColumn("Đơn vị", 32),
            new SheetColumn("Số việc chưa báo cáo", 12, SheetFormat.Number),
            new SheetColumn("Các việc", 90),
        ],
        HasFilter = true,
        Rows =
        [
            .. report.NotReported.Select((unit, i) => (IReadOnlyList<SheetCell>)
            [
                new SheetCell.Number(i + 1),
                new SheetCell.Words(unit.Unit.Name),
                new SheetCell.Number(unit.Tasks.Count),
                new SheetCell.Words(ReportWords.Some(unit.Tasks, task => $"việc {ReportWords.Digits(task.Number)}: {ShortTitle.Of(task.Title)}", "\n", "việc")),
            ]),
        ],
    };

    private static IReadOnlyList<SheetLine> Above(PeriodReport report, string title, int columns) =>
    [
        new SheetLine(new SheetPlace(0, columns, new SheetCell.Words(title), SheetStyle.Title)),
        new SheetLine(new SheetPlace(0, columns, new SheetCell.Words($"{report.Body}. {report.Period}, số liệu {ReportWords.Instant(report.CountedAt)}."))),
        .. report.Scope is { } scope ? [new SheetLine(new SheetPlace(0, columns, new SheetCell.Words($"Chỉ tính {scope}.")))] : (SheetLine[])[],
    ];

    private static string Percent(int count, int total) => string.Create(CultureInfo.InvariantCulture, $"{new Share(count, total).Percent}%");
}
