using System.CommandLine;
using System.Globalization;
using Directives.Bot.Hosting;
using Directives.Core;
using Directives.Language.Messages;
using Command = System.CommandLine.Command;
using Directive = Directives.Core.Directive;

namespace Directives.Bot.Commands;

/// <summary>
/// <c>export DIRECTIVE FILE.xlsx</c>: the tasks of a directive, of a draft, or none yet, as a sheet that <c>import</c> takes back;
/// <c>export --report PERIOD FILE</c>: the report of a period.
/// </summary>
internal static class ExportCommand
{
    private const int Shown = 5;

    public static Command Create()
    {
        var command = new Command("export", "Writes a directive's tasks as a spreadsheet, to print or to correct and import again; or the report of a period");
        var arguments = new Argument<string[]>("[DIRECTIVE] FILE")
        {
            Arity = new ArgumentArity(1, 2),
            Description = "The directive by its number or by words of its title (with --draft, --empty or --report it is not named here), and the file to write: .xlsx, or .docx for a report",
        };
        var draft = new Option<string?>("--draft") { Description = "The draft of a directive, before its tasks are assigned", HelpName = "DIRECTIVE" };
        var empty = new Option<bool>("--empty") { Description = "The empty sheet, to be filled in" };
        var report = new Option<string?>("--report") { Description = "The report of a period, of all units: 2026-11, or words such as \"tháng 11\", \"quý này\"", HelpName = "PERIOD" };
        var at = CommandConsole.At();
        var replace = new Option<bool>("--replace") { Description = "Write over a file that is there: somebody may have filled it in" };
        command.Arguments.Add(arguments);
        command.Options.Add(draft);
        command.Options.Add(empty);
        command.Options.Add(report);
        command.Options.Add(at);
        command.Options.Add(replace);
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(report) is { } period
            ? ReportAsync(parsed.GetValue(arguments)!, period, parsed.GetValue(draft) is not null || parsed.GetValue(empty), parsed.GetValue(at), parsed.GetValue(replace), cancellationToken)
            : RunAsync(parsed.GetValue(arguments)!, parsed.GetValue(draft), parsed.GetValue(empty), parsed.GetValue(replace), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] arguments, string? draft, bool empty, bool replace, CancellationToken cancellationToken)
    {
        var named = arguments.Length == 2 ? arguments[0] : null;
        var path = arguments[^1];
        if (new[] { named is not null, draft is not null, empty }.Count(one => one) != 1) return CommandConsole.Fail("Cần đúng một trong: DIRECTIVE, --draft DIRECTIVE, --empty, --report PERIOD; rồi FILE.xlsx");
        if (!Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase)) return CommandConsole.Fail($"{path}: tên tệp cần đuôi .xlsx");
        if (IsKept(path, replace) is { } kept) return CommandConsole.Fail(kept);
        await using var services = CommandConsole.Domain(null);
        try
        {
            var export = services.GetRequiredService<ExportTasks>();
            if (empty)
            {
                await WriteAsync(path, (await export.EmptyAsync(cancellationToken)).Content, replace, cancellationToken);
                CommandConsole.Out.WriteLine($"Đã ghi mẫu trống vào {path}.");
                return 0;
            }

            var (directive, problem) = await FindAsync(export, named ?? draft!, draft is not null, cancellationToken);
            if (directive is null) return CommandConsole.Fail(problem!);
            var file = await export.HandleAsync(directive, cancellationToken);
            await WriteAsync(path, file.Content, replace, cancellationToken);
            CommandConsole.Out.WriteLine($"Đã ghi {file.Tasks} việc của {(draft is null ? "" : "dự thảo ")}{directive.Label} vào {path}.");
            return 0;
        }
        catch (Exception failed) when (CommandConsole.IsToBeTold(failed))
        {
            return CommandConsole.Fail(failed.Message);
        }
    }

    private static async Task<int> ReportAsync(string[] arguments, string words, bool isMore, string? at, bool replace, CancellationToken cancellationToken)
    {
        if (arguments is not [var path] || isMore) return CommandConsole.Fail("Với --report PERIOD chỉ cần thêm FILE.xlsx hoặc FILE.docx");
        if (at is not null && Services.Instant(at) is null) return CommandConsole.Fail($"--at: not an instant: {at}");
        ReportFormat? format = Path.GetExtension(path).ToUpperInvariant() switch { ".XLSX" => ReportFormat.Xlsx, ".DOCX" => ReportFormat.Docx, _ => null };
        if (format is null) return CommandConsole.Fail($"{path}: tên tệp cần đuôi .xlsx hoặc .docx");
        if (IsKept(path, replace) is { } kept) return CommandConsole.Fail(kept);
        await using var services = CommandConsole.Domain(at);
        try
        {
            if (PeriodOf(words, services) is not { } period) return CommandConsole.Fail($"--report: không rõ khoảng thời gian \"{words}\"; ví dụ 2026-11, \"tháng 11\", \"từ 16/11 đến 22/11\"");
            var file = await services.GetRequiredService<MakeReport>().HandleAsync(new ReportOrder(period, _ => true), format.Value, cancellationToken);
            if (file is null) return CommandConsole.Fail($"\"{words}\": không có việc nào đến hạn, không lập báo cáo.");
            await WriteAsync(path, file.Content, replace, cancellationToken);
            CommandConsole.Out.WriteLine($"Đã ghi báo cáo {file.Tasks} việc của {file.Units} đơn vị vào {path}.");
            return 0;
        }
        catch (Exception failed) when (CommandConsole.IsToBeTold(failed))
        {
            return CommandConsole.Fail(failed.Message);
        }
    }

    // As a leader says it in chat; a month also as files are called.
    private static Period? PeriodOf(string words, ServiceProvider services)
    {
        if (DateOnly.TryParseExact(words, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) return new Period(month, month.AddMonths(1).AddDays(-1));
        return services.GetRequiredService<MessageReader>().Read($"tổng hợp {words}", services.GetRequiredService<TimeProvider>().Now(), SenderRole.Leader).Slots.Period;
    }

    private static string? IsKept(string path, bool replace) => File.Exists(path) && !replace ? $"{path}: đã có tệp này; thêm --replace để ghi đè" : null;

    private static async Task<(Directive? Directive, string? Problem)> FindAsync(ExportTasks export, string words, bool isDraft, CancellationToken cancellationToken)
    {
        var found = await export.FindAsync(words, isDraft, cancellationToken);
        if (found is [var only]) return (only, null);
        if (found.Count > 1) return (null, $"\"{words}\" có thể là: {string.Join("; ", found.Take(Shown).Select(one => one.Label))}. Ghi rõ số văn bản.");
        return (await export.FindAsync(words, !isDraft, cancellationToken) is [_, ..], isDraft) switch
        {
            (true, true) => (null, $"\"{words}\" đã giao, không còn là dự thảo: bỏ --draft."),
            (true, false) => (null, $"\"{words}\" còn là dự thảo: thêm --draft."),
            _ => (null, $"Không thấy văn bản nào là \"{words}\"."),
        };
    }

    /// <summary>Beside its place first: whoever looks there finds the old file or the whole new one.</summary>
    private static async Task WriteAsync(string path, byte[] content, bool replace, CancellationToken cancellationToken)
    {
        var temporary = $"{path}.{Guid.NewGuid():n}.part";
        try
        {
            await File.WriteAllBytesAsync(temporary, content, cancellationToken);
            File.Move(temporary, path, replace);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
