using System.CommandLine;
using Directives.Bot.Hosting;
using Directives.Core;
using Directives.Documents;
using Command = System.CommandLine.Command;
using Directive = Directives.Core.Directive;

namespace Directives.Bot.Commands;

/// <summary><c>import FILE</c>: a roster (.xlsx, .csv), a directive (.docx, .pdf, .txt, .md, an annex in .xlsx) or a sheet of its tasks (.xlsx) into the store.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var command = new Command("import", "Imports a roster (.xlsx, .csv), a directive (.docx, .pdf, .txt, .md, an annex in .xlsx) or a sheet of tasks as export writes it (.xlsx)");
        var file = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = "A roster may be several files" };
        var publish = new Option<bool>("--publish") { Description = "Assign the directive's tasks to the units of the roster" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would change, and change nothing" };
        var at = CommandConsole.At();
        command.Arguments.Add(file);
        command.Options.Add(publish);
        command.Options.Add(dryRun);
        command.Options.Add(at);
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(file)!, parsed.GetValue(publish), parsed.GetValue(dryRun), parsed.GetValue(at), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, bool publish, bool dryRun, string? at, CancellationToken cancellationToken)
    {
        if (at is not null && Services.Instant(at) is null) return CommandConsole.Fail($"--at: not an instant: {at}");
        await using var services = CommandConsole.Domain(at);
        try
        {
            if (paths is [var one] && IsWorkbook(one))
            {
                var rows = RowsOf(one);
                if (ImportTasks.Recognises(rows)) return await ImportTasksAsync(services, rows, publish, dryRun, cancellationToken);
                if (!ImportRoster.Recognises([.. RosterFiles.SheetsOf(rows)])) return await ImportDirectiveAsync(services, one, publish, dryRun, cancellationToken);
            }

            return Array.TrueForAll(paths, IsSheet)
                ? await ImportRosterAsync(services, paths, dryRun, cancellationToken)
                : paths is [var path]
                    ? await ImportDirectiveAsync(services, path, publish, dryRun, cancellationToken)
                    : CommandConsole.Fail("Import directives one at a time");
        }
        catch (UnreadableDocumentException unreadable)
        {
            return CommandConsole.Fail($"{string.Join(", ", paths)}: {unreadable.Message}");
        }
        catch (Exception failed) when (CommandConsole.IsToBeTold(failed))
        {
            return CommandConsole.Fail(failed.Message);
        }
    }

    private static bool IsSheet(string path) => Path.GetExtension(path).ToLowerInvariant() is ".xlsx" or ".csv";

    private static bool IsWorkbook(string path) => Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<SheetRow> RowsOf(string path)
    {
        using var stream = File.OpenRead(path);
        return SheetReader.Read(stream, Path.GetFileName(path));
    }

    private static async Task<int> ImportRosterAsync(ServiceProvider services, string[] paths, bool dryRun, CancellationToken cancellationToken)
    {
        var import = services.GetRequiredService<ImportRoster>();
        var plan = await import.PlanAsync(RosterFiles.Read(paths), cancellationToken);
        if (!plan.CanApply) return await FailAsync(plan.Errors, plan.ErrorCount);

        foreach (var change in plan.Changes)
        {
            var fields = string.Concat(change.Fields.Select(field => $"; {field.Field.Vietnamese}: \"{field.Before}\" → \"{field.After}\""));
            CommandConsole.Out.WriteLine($"{Mark(change.Kind)} {change.Name}{fields}");
        }

        foreach (var ignored in plan.Ignored) CommandConsole.Out.WriteLine($"(bỏ qua: {ignored})");
        var next = plan.Next!;
        if (!dryRun && !plan.IsUnchanged) await import.ApplyAsync(plan, cancellationToken);
        CommandConsole.Out.WriteLine(
            $"{(dryRun ? "Sẽ nhập" : plan.IsUnchanged ? "Không có gì thay đổi" : "Đã nhập")}: {next.Units.Count} đơn vị, {next.Groups.Count} khối, {next.People.Count} cán bộ.");
        return 0;
    }

    private static async Task<int> FailAsync(IReadOnlyList<SheetError> errors, int count)
    {
        foreach (var error in errors) await CommandConsole.Error.WriteLineAsync(error.Text("vi"));
        if (count > errors.Count) await CommandConsole.Error.WriteLineAsync($"… và {count - errors.Count} lỗi khác");
        return CommandConsole.Fail("Chưa nhập gì.");
    }

    private static string Mark(RosterChangeKind kind) => kind switch
    {
        RosterChangeKind.Added => "+",
        RosterChangeKind.Changed => "~",
        RosterChangeKind.Ended => "-",
        _ => "?",
    };

    private static async Task<int> ImportDirectiveAsync(
        ServiceProvider services, string path, bool publish, bool dryRun, CancellationToken cancellationToken)
    {
        // From the stream: of a file that is too large no more is read than the limit.
        await using var stream = File.OpenRead(path);
        var document = DocumentReader.Read(stream, Path.GetFileName(path));
        if (dryRun)
        {
            CommandConsole.Out.WriteLine(Language.Prose.DraftTable.Write(Language.Prose.DirectiveReader.Read(document)));
            return 0;
        }

        var imported = await services.GetRequiredService<ImportDirective>().HandleAsync(document, null, cancellationToken);
        if (imported is null)
        {
            CommandConsole.Out.WriteLine($"{path}: không thấy việc nào được giao. Chưa lưu gì.");
            return 0;
        }

        var (directive, tasks) = (imported.Directive, imported.Tasks);
        if (imported.WasKnown && directive.Stage == DirectiveStage.Published)
        {
            CommandConsole.Out.WriteLine($"{directive.Label} đã được giao từ trước, {tasks.Count} việc. Không nhập lần nữa.");
            return 0;
        }

        return await FinishAsync(services, directive, $"Đã đọc {directive.Label}: {tasks.Count} việc nháp, chưa giao ai.", publish, cancellationToken);
    }

    private static async Task<int> ImportTasksAsync(
        ServiceProvider services, IReadOnlyList<SheetRow> rows, bool publish, bool dryRun, CancellationToken cancellationToken)
    {
        var import = services.GetRequiredService<ImportTasks>();
        var plan = (await import.PlanAsync(rows, null, cancellationToken))!;
        if (plan.Errors.Count > 0) return await FailAsync(plan.Errors, plan.ErrorCount);
        var directive = plan.Directive!;
        if (plan.IsPublished)
        {
            return CommandConsole.Fail($"{directive.Label} đã giao cho các đơn vị, không sửa theo bảng: việc mới thì giao qua trợ lý (\"giao ...\") hoặc nhập văn bản điều chỉnh. Chưa nhập gì.");
        }

        foreach (var ignored in plan.Ignored) CommandConsole.Out.WriteLine($"(bỏ qua cột: {ignored})");
        if (plan.Dropped.Count > 0) CommandConsole.Out.WriteLine($"Bảng không còn việc nháp {string.Join(", ", plan.Dropped)}: {(dryRun ? "sẽ bỏ" : "bỏ")}.");
        if (!dryRun)
        {
            try
            {
                await import.ApplyAsync(plan, cancellationToken);
            }
            catch (StoreConflictException)
            {
                return CommandConsole.Fail($"{directive.Label}: người khác vừa sửa dự thảo này, hãy chạy lại lệnh.");
            }
        }

        var done = plan.IsNew ? $"{(dryRun ? "Sẽ lập" : "Đã lập")} dự thảo {directive.Label}: {plan.Tasks.Count} việc nháp, chưa giao ai."
            : plan.IsUnchanged ? $"Bảng giống dự thảo {directive.Label}, không có gì thay đổi."
            : $"{(dryRun ? "Sẽ cập nhật" : "Đã cập nhật")} dự thảo {directive.Label}: sửa {plan.Changed.Count}, thêm {plan.Added.Count}, bỏ {plan.Dropped.Count} việc.";
        if (!dryRun) return await FinishAsync(services, directive, done, publish, cancellationToken);
        CommandConsole.Out.WriteLine(done);
        return 0;
    }

    /// <summary>What is done with a draft that is stored: it is said, or assigned.</summary>
    private static async Task<int> FinishAsync(ServiceProvider services, Directive directive, string done, bool publish, CancellationToken cancellationToken)
    {
        var publisher = services.GetRequiredService<PublishDirective>();
        if (!publish)
        {
            var plan = await publisher.PlanAsync(directive.Id, cancellationToken);
            CommandConsole.Out.WriteLine($"{done} Thêm --publish để giao.");
            if (plan is not null) PrintDoubts(services, plan);
            return 0;
        }

        if (await publisher.PlanAsync(directive.Id, cancellationToken) is not { } planned) return CommandConsole.Fail($"{directive.Label}: người khác đang giao văn bản này.");
        PrintDoubts(services, planned);
        if (!planned.HasEffect)
        {
            return CommandConsole.Fail(planned.Tasks.Count > 0
                ? $"{directive.Label}: chưa việc nào có đơn vị làm trong danh bạ. Chưa giao gì, các việc vẫn là nháp."
                : $"{directive.Label}: chưa có việc cũ nào để thực hiện theo văn bản này. Văn bản vẫn là nháp.");
        }

        if (await publisher.HandleAsync(directive.Id, cancellationToken) is not { } published) return CommandConsole.Fail($"{directive.Label}: người khác đang giao văn bản này.");
        CommandConsole.Out.WriteLine(published.Numbers switch
        {
            [] => $"Đã thực hiện {directive.Label}.",
            [var one] => $"Đã giao 1 việc của {directive.Label}, số {one}, cho {published.Plan.Units} đơn vị.",
            _ when published.Range is var (first, last) => $"Đã giao {published.Numbers.Count} việc của {directive.Label}, số {first} đến {last}, cho {published.Plan.Units} đơn vị.",
            var numbers => $"Đã giao {numbers.Count} việc của {directive.Label}, số {string.Join(", ", numbers)}, cho {published.Plan.Units} đơn vị.",
        });
        if (published.Earlier.Superseded.Count > 0) CommandConsole.Out.WriteLine($"Không còn phải làm: việc {string.Join(", ", published.Earlier.Superseded)}.");
        if (published.Earlier.Extended.Count > 0) CommandConsole.Out.WriteLine($"Đã gia hạn: việc {string.Join(", ", published.Earlier.Extended)}.");
        return 0;
    }

    /// <summary>What a clerk is asked about in chat: here it is printed before anything is assigned.</summary>
    private static void PrintDoubts(ServiceProvider services, PublishingPlan plan)
    {
        foreach (var said in plan.Earlier.Where(one => one.Found is null))
        {
            var known = said.Said.Document;
            var cited = known.Kind is { } kind ? $"{kind} {known.Number}" : known.Number;
            CommandConsole.Out.WriteLine(said.Candidates.Count > 1
                ? $"Có {said.Candidates.Count} văn bản khớp {cited}: chưa thay việc nào."
                : $"Văn bản này nhắc {cited}, chưa có văn bản đó: chưa thay việc nào.");
        }

        foreach (var task in plan.Left)
        {
            var names = task.Unmatched.Count > 0 ? $" (chưa khớp danh bạ: {string.Join("; ", task.Unmatched)})" : "";
            CommandConsole.Out.WriteLine($"Nháp {task.Task.Number} \"{task.Task.Title}\" chưa rõ đơn vị nào làm{names}: để lại ở bản nháp.");
        }

        var today = services.GetRequiredService<TimeProvider>().Today();
        foreach (var task in plan.Going)
        {
            if (task.Task.Draft.Deadline is { } due && due < today) CommandConsole.Out.WriteLine($"Nháp {task.Task.Number}: hạn {due:dd'/'MM'/'yyyy} đã qua.");
        }

        if (plan.Unmatched.Count > 0) CommandConsole.Out.WriteLine($"Chưa khớp danh bạ: {string.Join("; ", plan.Unmatched)}.");
    }
}
