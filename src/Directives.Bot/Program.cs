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
};
ServeCommand.IsDefaultOf(root);
return await root.Parse(args).InvokeAsync();
