using Directives.Language.Dates;

namespace Directives.Language.Messages;

/// <summary>Files and summaries.</summary>
internal static class ReportRules
{
    private const int LongestPeriodReport = 12;

    internal static Reading? ReadExport(Clause clause)
    {
        var format = Format(clause);
        var verb = clause.First(Cue.Export);
        var isOrder = verb is { } export && IsExportVerb(clause, export, format);
        var isAsked = format is not null && clause.HasAny(Cue.Send, Cue.List, Cue.File, Cue.Summary, Cue.Report, Cue.AskFor, Cue.Task) && !clause.HasAny(Cue.NoteVerb);
        isAsked |= format is not null && clause.Tokens[clause.Start].IsAny("làm", "lập", "tạo", "dựng", "soạn") && !clause.HasAny(Cue.Finished, Cue.Perfect);
        isAsked |= format is not null && clause.HasWord("cần", "muốn", "need", "want") && clause.TaskMentions.Count == 0 && !clause.HasAny(Cue.NoteVerb, Cue.Help, Cue.Deliver);
        isAsked |= format is not null && clause.HasWord("cho") && clause.Dates.Count > 0 && clause.TaskMentions.Count == 0 && !clause.HasAny(Cue.NoteVerb, Cue.Help, Cue.Deliver, Cue.Perfect);
        isAsked |= format is not null && clause.Dates.Count > 0 && SaysOnlyWhichFile(clause);
        if (!isOrder && !isAsked) return null;
        if (clause.Has(Cue.Perfect) && !clause.HasWord("việc") || clause.Has(Cue.Assign) && clause.HasUnits && !isOrder) return null;
        if (clause.Has(Cue.Perfect) && clause.First(Cue.Perfect) is { } done && clause.Tokens[done.From].Is("đã") && verb is { } after && done.From < after.From) return null;
        if (clause.HasAny(Cue.Deliver) && clause.TaskMentions.Count > 0 && !isOrder && !clause.HasAny(Cue.Send, Cue.AskFor)) return null;
        if (format is null && clause.Tokens[verb!.Value.From].IsAny("làm", "lập", "tạo") && clause.HasAny(Cue.Finished, Cue.Ongoing)) return null;
        if (clause.HasWord("lịch", "calendar") && format is null && isOrder) format = ReportFormat.Ics;
        var isQuestion = format == ReportFormat.Ics || clause.HasAny(Cue.Due, Cue.List, Cue.Task) && !clause.HasAny(Cue.Summary, Cue.Report) && !clause.HasWord("báo");
        return Reading.Of(Intent.ExportReport, new Slots
        {
            Format = format,
            Period = clause.PeriodFor(isQuestion ? DatePurpose.Question : DatePurpose.Report),
            Unit = clause.Unit,
            Tasks = clause.NumberedTasks,
            Filter = QuestionRules.Filter(clause),
            Directive = clause.Directive,
        });
    }

    /// <summary><c>excel quý 3</c>, <c>bản word tháng trước nhé</c>: the file and its span of time alone.</summary>
    private static bool SaysOnlyWhichFile(Clause clause) =>
        clause.TaskMentions.Count == 0 && clause.HasOnly(Cue.Xlsx, Cue.Docx, Cue.Pdf, Cue.Ics, Cue.File, Cue.Polite, Cue.Vocative, Cue.Self) && !QuestionRules.HasUnknownWords(clause)
        && clause.PeriodFor(DatePurpose.Report) is not null;

    private static bool IsExportVerb(Clause clause, CueMatch export, ReportFormat? format)
    {
        var word = clause.Tokens[export.From];
        if (export.To - export.From == 1 && !word.IsAny("xuất", "tải") && word.Text is not ("export" or "download" or "generate")) return false;

        // "tai" without its mark is also "tại".
        return word.Text != "tai" || format is not null || clause.HasAny(Cue.File, Cue.Report, Cue.List);
    }

    internal static Reading? ReadSummary(Clause clause)
    {
        if (IsStatement(clause)) return null;
        if (IsReportOfPeriod(clause)) return Reading.Of(Intent.Summary, new Slots { Period = clause.PeriodFor(DatePurpose.Report), Unit = clause.Unit, Directive = clause.Directive }, Reading.Likely);
        // "sơ kết quý 3 cho tôi": at the head with a span of time an order, elsewhere mostly the name of a report.
        var isReview = clause.Tokens[clause.Start].Is("sơ") && clause.Tokens[clause.Start + 1].Is("kết") && clause.Dates.Count > 0 && clause.Role != SenderRole.Principal;
        var isPlain = clause.Has(Cue.SummaryPlain) || isReview;
        var isProgress = clause.HasAny(Cue.Summary, Cue.HowFar);
        var hasMany = clause.HasUnits || clause.Directive is not null || clause.HasWord("chung", "toàn", "quận", "cả");
        hasMany |= clause.Role != SenderRole.Principal && clause.TaskMentions.Count > 0 && clause.HasWord("kết") && clause.HasWord("quả");
        if (!isPlain && !(isProgress && hasMany)) return null;
        if (clause.HasAny(Cue.Lead, Cue.When, Cue.Source) && !isPlain) return null;
        if (!isPlain && IsOneUnitsTask(clause)) return null;

        // One's own task, asked after by its number: its state, not a summary.
        if (clause.TaskMentions.Count > 0 && !hasMany && !clause.HasWord("tổng", "thống", "summary", "summarize") && !(isPlain && clause.Role != SenderRole.Principal))
        {
            return isPlain && !clause.HasAny(Cue.Finished, Cue.Perfect) ? Reading.Of(Intent.ShowTask, new Slots { Tasks = clause.NumberedTasks, Aspect = TaskAspect.Status }) : null;
        }
        var isOneTask = !hasMany && clause.TaskMentions.Count == 0 && clause.Has(Cue.Task) && clause.Role == SenderRole.Principal;
        if (isOneTask && !clause.HasWord("tổng", "thống", "summary") && Phrases.Query(clause) is not null) return null;
        var tasks = clause.NumberedTasks;
        if (tasks.Count == 0 && clause.Directive is null && clause.Has(Cue.Task) && Phrases.NamedTask(clause) is { } named) tasks = [new TaskReference(Query: named)];
        return Reading.Of(Intent.Summary, new Slots
        {
            Period = clause.PeriodFor(DatePurpose.Report),
            Unit = clause.Unit ?? Named(clause),
            Tasks = tasks,
            Directive = clause.Directive,
            Filter = clause.HasAny(Cue.Overdue) ? TaskFilter.Overdue : null,
        });
    }

    /// <summary><c>việc 12 TH Bến Xanh xong chưa</c>: the state of one task of one school.</summary>
    private static bool IsOneUnitsTask(Clause clause) =>
        clause.TaskMentions.Count > 0 && clause.Units is [var unit] && clause.Mood.EndsAsQuestion && clause.HasWord("chưa")
        && !clause.Tokens[unit.From].IsAny("khối", "các", "những", "cụm");

    /// <summary>A leader's <c>báo cáo tháng 11</c>, <c>tuần này thế nào</c>.</summary>
    private static bool IsReportOfPeriod(Clause clause)
    {
        var isOwn = clause.Role == SenderRole.Principal && clause.Has(Cue.Self) && !clause.Has(Cue.HowFar);
        if (isOwn || clause.TaskMentions.Count > 0 || clause.To - clause.From > LongestPeriodReport || !clause.HasAny(Cue.Report, Cue.HowFar, Cue.Summary)) return false;
        if (clause.HasAny(Cue.Due, Cue.Overdue, Cue.WhichTask, Cue.WhichUnit, Cue.Remind, Cue.Task, Cue.Finished, Cue.Perfect, Cue.NotYet)) return false;
        var saysNoMore = clause.HasOnly(
            Cue.Report, Cue.HowFar, Cue.Summary, Cue.Polite, Cue.Self, Cue.Vocative, Cue.List, Cue.AskFor, Cue.Send, Cue.Function, Cue.UnitWord, Cue.QuestionEnd);
        return saysNoMore && clause.PeriodFor(DatePurpose.Report) is not null && Phrases.Query(clause) is null;
    }

    /// <summary><c>tình hình Ái Mộ</c>: a name in capitals right after the word.</summary>
    private static string? Named(Clause clause)
    {
        if (clause.First(Cue.Summary) is not { } summary || clause.TaskMentions.Count > 0) return null;
        var at = summary.To;
        while (clause.Tokens[at].IsAny("của", "bên", "ở") || clause.Message.Has(at, Cue.Task)) at++;
        return at < clause.To && clause.Tokens[at].IsCapitalised && clause.Tokens.HasBothCases ? Phrases.BareName(clause, at) : null;
    }

    private static bool IsStatement(Clause clause)
    {
        if (clause.Mood.IsQuestion) return false;
        var tellsOfTask = clause.TaskMentions.Count > 0 && clause.HasAny(Cue.Finished, Cue.Ongoing);
        return tellsOfTask || clause.HasAny(Cue.Perfect, Cue.Obstacle) || clause.Percent is not null || clause.Role == SenderRole.Principal && clause.HasWord("xin");
    }

    internal static ReportFormat? Format(Clause clause) =>
        clause.Has(Cue.Xlsx) ? ReportFormat.Xlsx
        : clause.Has(Cue.Docx) ? ReportFormat.Docx
        : clause.Has(Cue.Pdf) ? ReportFormat.Pdf
        : clause.Has(Cue.Ics) ? ReportFormat.Ics
        : null;
}
