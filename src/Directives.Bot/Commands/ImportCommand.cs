using System.CommandLine;
using Directives.Bot.Hosting;
using Directives.Core;
using Directives.Documents;
using Command = System.CommandLine.Command;

namespace Directives.Bot.Commands;

/// <summary><c>import FILE</c>: a roster (.xlsx, .csv) or a directive (.docx, .pdf, .xlsx, .txt, .md) into the store.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var command = new Command("import", "Imports a roster (.xlsx, .csv) or a directive (.docx, .pdf, .xlsx, .txt, .md)");
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
            return Array.TrueForAll(paths, IsSheet)
                ? await ImportRosterAsync(services, paths, dryRun, cancellationToken)
                : paths is [var path]
                    ? await ImportDirectiveAsync(services, path, publish, dryRun, cancellationToken)
                    : CommandConsole.Fail("Import directives one at a time");
        }
        catch (UnreadableDocumentException unreadable)
        {
            return CommandConsole.Fail(unreadable.Message);
        }
        catch (Exception failed) when (CommandConsole.IsToBeTold(failed))
        {
            return CommandConsole.Fail(failed.Message);
        }
    }

    private static bool IsSheet(string path) => Path.GetExtension(path).ToLowerInvariant() is ".xlsx" or ".csv";

    private static async Task<int> ImportRosterAsync(ServiceProvider services, string[] paths, bool dryRun, CancellationToken cancellationToken)
    {
        var import = services.GetRequiredService<ImportRoster>();
        var plan = await import.PlanAsync(RosterFiles.Read(paths), cancellationToken);
        if (!plan.CanApply)
        {
            foreach (var error in plan.Errors) await CommandConsole.Error.WriteLineAsync(error.Text("vi"));
            if (plan.ErrorCount > plan.Errors.Count) await CommandConsole.Error.WriteLineAsync($"… và {plan.ErrorCount - plan.Errors.Count} lỗi khác");
            return CommandConsole.Fail("Chưa nhập gì.");
        }

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
        var document = DocumentReader.Read(await File.ReadAllBytesAsync(path, cancellationToken), Path.GetFileName(path));
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

        var publisher = services.GetRequiredService<PublishDirective>();
        if (!publish)
        {
            var plan = await publisher.PlanAsync(directive.Id, cancellationToken);
            CommandConsole.Out.WriteLine($"Đã đọc {directive.Label}: {tasks.Count} việc nháp, chưa giao ai. Thêm --publish để giao.");
            if (plan is not null) PrintUnmatched(plan);
            return 0;
        }

        if (await publisher.HandleAsync(directive.Id, cancellationToken) is not { } published) return CommandConsole.Fail($"{directive.Label}: người khác đang giao văn bản này.");
        CommandConsole.Out.WriteLine(
            $"Đã giao {published.Plan.Tasks.Count} việc của {directive.Label}, số {published.FirstTask} đến {published.FirstTask + published.Plan.Tasks.Count - 1}, cho {published.Plan.Units} đơn vị.");
        if (published.Earlier.Superseded.Count > 0) CommandConsole.Out.WriteLine($"Không còn phải làm: việc {string.Join(", ", published.Earlier.Superseded)}.");
        if (published.Earlier.Extended.Count > 0) CommandConsole.Out.WriteLine($"Đã gia hạn: việc {string.Join(", ", published.Earlier.Extended)}.");
        PrintUnmatched(published.Plan);
        return 0;
    }

    private static void PrintUnmatched(PublishingPlan plan)
    {
        if (plan.Unmatched.Count > 0) CommandConsole.Out.WriteLine($"Chưa khớp danh bạ: {string.Join("; ", plan.Unmatched)}.");
    }
}
