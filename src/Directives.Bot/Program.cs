using System.CommandLine;
using Directives.Bot.Commands;

var root = new RootCommand("Nhắc việc theo văn bản chỉ đạo. Tracks the tasks that directives assign.")
{
    ServeCommand.Create(),
    ReadCommand.Create(),
    UnderstandCommand.Create(),
    ImportCommand.Create(),
    ExportCommand.Create(),
    RebuildCommand.Create(),
    ChatCommand.Create(),
    BackupCommand.Create(),
    RestoreCommand.Create(),
    PackageCommand.Create(),
};
ServeCommand.IsDefaultOf(root);

// A message may begin with @: no word on the command line names a file of further words.
var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
return parsed.Errors.Count > 0 ? CommandConsole.Fail(parsed.Errors[0].Message) : await parsed.InvokeAsync();
