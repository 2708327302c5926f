using System.CommandLine;
using Directives.Core;
using Command = System.CommandLine.Command;
using Directive = Directives.Core.Directive;

namespace Directives.Bot.Commands;

/// <summary><c>export DIRECTIVE FILE.xlsx</c>: the tasks of a directive, of a draft, or none yet, as a sheet that <c>import</c> takes back.</summary>
internal static class ExportCommand
{
    private const int Shown = 5;

    public static Command Create()
    {
        var command = new Command("export", "Writes a directive's tasks as a spreadsheet: to print, or to correct and import again");
        var arguments = new Argument<string[]>("[DIRECTIVE] FILE")
        {
            Arity = new ArgumentArity(1, 2),
            Description = "The directive by its number or by words of its title (with --draft or --empty it is not named here), and the .xlsx file to write",
        };
        var draft = new Option<string?>("--draft") { Description = "The draft of a directive, before its tasks are assigned", HelpName = "DIRECTIVE" };
        var empty = new Option<bool>("--empty") { Description = "The empty sheet, to be filled in" };
        var replace = new Option<bool>("--replace") { Description = "Write over a file that is there: somebody may have filled it in" };
        command.Arguments.Add(arguments);
        command.Options.Add(draft);
        command.Options.Add(empty);
        command.Options.Add(replace);
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(arguments)!, parsed.GetValue(draft), parsed.GetValue(empty), parsed.GetValue(replace), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] arguments, string? draft, bool empty, bool replace, CancellationToken cancellationToken)
    {
        var named = arguments.Length == 2 ? arguments[0] : null;
        var path = arguments[^1];
        if (new[] { named is not null, draft is not null, empty }.Count(one => one) != 1) return CommandConsole.Fail("Cần đúng một trong: DIRECTIVE, --draft DIRECTIVE, --empty; rồi FILE.xlsx");
        if (!Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase)) return CommandConsole.Fail($"{path}: tên tệp cần đuôi .xlsx");
        if (File.Exists(path) && !replace) return CommandConsole.Fail($"{path}: đã có tệp này; thêm --replace để ghi đè");
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
