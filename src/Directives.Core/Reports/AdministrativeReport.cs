namespace Directives.Core;

/// <summary>A report as the administrative document that a body sends upwards.</summary>
internal static class AdministrativeReport
{
    /// <summary>A longer list is in the spreadsheet: nobody reads it in a letter.</summary>
    private const int Listed = 300;

    public static ReportPage Of(PeriodReport report, ReportSettings settings) => new()
    {
        Form = settings.FormOf(report.Body),
        Superior = settings.Superior,
        Issuer = report.Body,
        Number = settings.NumberOf(report.Body),
        PlaceAndDay = settings.PlaceAndDay(VietnamTime.Day(report.At)),
        Kind = "BÁO CÁO",
        Subject = $"Kết quả thực hiện nhiệm vụ được giao {Lowered(report.Period)}" + (report.Scope is { } scope ? $" ({scope})" : ""),
        Body = [.. Intro(report), .. Overall(report), .. ByUnit(report), .. Overdue(report), .. Silent(report), .. Waiting(report), .. End(report)],
        Recipients = settings.RecipientsOf(report.Body),
        Signature = settings.SignatureOf(report.Body),
    };

    private static IEnumerable<ReportBlock> Intro(PeriodReport report) =>
    [
        new ReportBlock.Paragraph(
            $"Thực hiện việc theo dõi, đôn đốc các nhiệm vụ được giao tại văn bản chỉ đạo, {report.Body} báo cáo kết quả thực hiện {Lowered(report.Period)} "
            + $"(số liệu đến {ReportWords.Instant(report.CountedAt)}) như sau:"),
    ];

    private static IEnumerable<ReportBlock> Overall(PeriodReport report)
    {
        var counts = report.Counts;
        yield return new ReportBlock.Heading("I. KẾT QUẢ CHUNG");
        yield return new ReportBlock.Paragraph(
            $"Trong kỳ có {counts.Total} việc có thời hạn của {report.Summary.Units} đơn vị, theo {report.Summary.ByDirective().Count} văn bản; đã hoàn thành "
            + $"{counts.OnTime + counts.Late}/{counts.Total} việc ({report.Summary.Figures.Done.Percent}%). Trong đó:");
        foreach (var (word, count) in ReportWords.Classes(counts)) yield return new ReportBlock.Item($"{word}: {count}/{counts.Total} việc ({new Share(count, counts.Total).Percent}%)");
        if (counts.NoDeadline > 0) yield return new ReportBlock.Paragraph($"Ngoài ra có {counts.NoDeadline} việc không thời hạn.");
    }

    private static IEnumerable<ReportBlock> ByUnit(PeriodReport report)
    {
        var units = report.Units;
        yield return new ReportBlock.Heading("II. KẾT QUẢ THEO ĐƠN VỊ");
        yield return new ReportBlock.Paragraph("Đơn vị có nhiều việc quá hạn đứng trước.");
        yield return new ReportBlock.Table(
            [
                new ReportColumn("TT", 6, IsNumber: true),
                new ReportColumn("Đơn vị", 28),
                new ReportColumn("Tổng số việc", 10, IsNumber: true),
                new ReportColumn("Xong đúng hạn", 11, IsNumber: true),
                new ReportColumn("Xong quá hạn", 11, IsNumber: true),
                new ReportColumn("Chưa xong, trong hạn", 12, IsNumber: true),
                new ReportColumn("Chưa xong, quá hạn", 12, IsNumber: true),
                new ReportColumn("Chưa báo cáo", 11, IsNumber: true),
            ],
            [
                .. units.Take(Listed).Select((unit, i) => Row(ReportWords.Digits(i + 1), unit.Name, unit.Figures.Counts, report.NotReportedBy(unit.Key))),
                Row("", "Tổng cộng", report.Counts, report.Summary.Work.Count(work => work.IsUnreported())),
            ]);
        if (units.Count > Listed) yield return new ReportBlock.Paragraph($"Còn {units.Count - Listed} đơn vị khác có trong bảng kèm theo.");
    }

    private static IReadOnlyList<string> Row(string place, string name, ClassCounts counts, int notReported) =>
        [place, name, .. new[] { counts.Total, counts.OnTime, counts.Late, counts.InTime, counts.Overdue, notReported }.Select(ReportWords.Digits)];

    private static IEnumerable<ReportBlock> Overdue(PeriodReport report)
    {
        yield return new ReportBlock.Heading("III. VIỆC QUÁ HẠN CHƯA HOÀN THÀNH");
        var tasks = report.Summary.ByTask().Where(task => task.Figures.Counts.Overdue > 0).ToArray();
        if (tasks.Length == 0) yield return new ReportBlock.Paragraph("Không có.");
        foreach (var task in tasks.Take(Listed))
        {
            var late = report.Summary.Work.Where(work => work.Task.Number == task.Key.Number && work.Class == DueClass.OpenOverdue)
                .OrderByDescending(work => work.DaysLate(report.Summary.AsOf)).ThenBy(work => work.Unit.Name, StringComparer.Ordinal).ToArray();
            yield return new ReportBlock.Item(
                $"Việc {ReportWords.Digits(task.Key.Number)}, {task.Name} ({task.Key.DirectiveLabel}): {ReportWords.Some(late, work => Late(report, work), "; ", "đơn vị")}.");
        }

        if (tasks.Length > Listed) yield return new ReportBlock.Paragraph($"Còn {tasks.Length - Listed} việc khác có trong bảng kèm theo.");
    }

    private static string Late(PeriodReport report, CountedWork work) =>
        $"{work.Unit.Name} (hạn {ReportWords.Day(work.Due!.Value)}, quá {work.DaysLate(report.Summary.AsOf)} ngày, {Lowered(ReportWords.State(work.Progress.State))})";

    private static IEnumerable<ReportBlock> Silent(PeriodReport report)
    {
        yield return new ReportBlock.Heading("IV. ĐƠN VỊ CHƯA BÁO CÁO");
        var silent = report.NotReported;
        yield return new ReportBlock.Paragraph(silent.Count == 0 ? "Tất cả các đơn vị đã báo cáo." : $"Có {silent.Count} đơn vị còn việc chưa có báo cáo nào:");
        foreach (var unit in silent.Take(Listed))
        {
            yield return new ReportBlock.Item($"{unit.Unit.Name}: {unit.Tasks.Count} việc ({ReportWords.Some(unit.Tasks, task => "việc " + ReportWords.Digits(task.Number), ", ", "việc")}).");
        }

        if (silent.Count > Listed) yield return new ReportBlock.Paragraph($"Còn {silent.Count - Listed} đơn vị khác có trong bảng kèm theo.");
    }

    private static IEnumerable<ReportBlock> Waiting(PeriodReport report)
    {
        yield return new ReportBlock.Heading("V. KHÓ KHĂN, ĐỀ NGHỊ ĐANG CHỜ GIẢI QUYẾT");
        if (report.Waiting.Count == 0) yield return new ReportBlock.Paragraph("Không có.");
        foreach (var row in report.Waiting.Take(Listed))
        {
            var where = $"{row.Unit.Name}, việc {ReportWords.Digits(row.Task.Number)}, {ShortTitle.Of(row.Task.Title)}";
            if (row.Progress.Obstacle is { } obstacle) yield return new ReportBlock.Item($"{where}. {ReportWords.Obstacle(obstacle)}.");
            if (row.Progress.Extension is { } asked) yield return new ReportBlock.Item($"{where}. {ReportWords.Extension(asked)}.");
        }
    }

    private static IEnumerable<ReportBlock> End(PeriodReport report) =>
        [new ReportBlock.Paragraph($"Trên đây là báo cáo kết quả thực hiện nhiệm vụ được giao {Lowered(report.Period)} của {report.Body}./.")];

    // A name of a period or a state in the middle of a sentence.
    private static string Lowered(string text) => text.Length > 0 ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}
