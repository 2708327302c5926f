using System.CommandLine;
using Directives.Core;
using Directives.Documents;
using Directives.Language.Prose;
using Command = System.CommandLine.Command;

namespace Directives.Bot.Commands;

/// <summary><c>read FILE</c>: a directive in, its tasks out, as a draft. Stores nothing; runs the code that an import runs.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var command = new Command("read", "Reads a directive and prints the tasks it assigns");
        var file = new Argument<string>("FILE") { Description = ".docx, .pdf with a text layer, .xlsx, .txt or .md" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var text = new Option<bool>("--text") { Description = "Print the document's text, in which the JSON's source offsets count" };
        command.Arguments.Add(file);
        command.Options.Add(json);
        command.Options.Add(text);
        command.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(json), parsed.GetValue(text)));
        return command;
    }

    private static int Run(string path, bool asJson, bool asText)
    {
        DocumentText document;
        try
        {
            if (!asText && Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase) && ReadSheet(path, asJson) is { } status) return status;
            using var stream = File.OpenRead(path);
            document = DocumentReader.Read(stream, Path.GetFileName(path));
        }
        catch (UnreadableDocumentException unreadable)
        {
            return CommandConsole.Fail($"{path}: {unreadable.Message}");
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return CommandConsole.Fail($"{path}: {missing.Message}");
        }

        if (asText)
        {
            CommandConsole.Out.Write(document.Text);
            return 0;
        }

        Print(DirectiveReader.Read(document), asJson);
        return 0;
    }

    /// <summary>A sheet of tasks as export writes it is read as import reads it.</summary>
    /// <returns>Null for a workbook of another form.</returns>
    private static int? ReadSheet(string path, bool asJson)
    {
        using var stream = File.OpenRead(path);
        if (ImportTasks.Read(SheetReader.Read(stream, Path.GetFileName(path))) is not var (draft, errors)) return null;
        foreach (var error in errors) CommandConsole.Error.WriteLine(error.Text("vi"));
        if (errors.Count > 0) return CommandConsole.Fail($"{path}: bảng có {errors.Count} chỗ cần sửa.");
        Print(draft, asJson);
        return 0;
    }

    private static void Print(DirectiveDraft draft, bool asJson) => CommandConsole.Out.WriteLine(asJson ? DraftJson.Write(draft) : DraftTable.Write(draft));
}
