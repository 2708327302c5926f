using System.CommandLine;
using Directives.Bot.Hosting;
using Directives.Core;
using Command = System.CommandLine.Command;

namespace Directives.Bot.Commands;

/// <summary><c>backup FILE</c>: everything that is stored, into one file. The program may run meanwhile.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var command = new Command("backup", "Writes everything that is stored into one file; evidence files are copied apart");
        var file = new Argument<string>("FILE") { Description = "Such as directives.backup.gz; a file of that name is replaced once the new one is whole" };
        command.Arguments.Add(file);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(file)!, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string path, CancellationToken cancellationToken)
    {
        IPartitionedStore? store = null;
        try
        {
            store = await Stores.OpenAsync(CommandConsole.Configuration(null), cancellationToken);
            var summary = await WriteAsync(new CreateBackup(store), path, cancellationToken);
            CommandConsole.Out.WriteLine($"Đã sao lưu {summary.Total} dòng vào {path}.");
            foreach (var (table, rows) in summary.Rows.OrderBy(count => count.Key, StringComparer.Ordinal)) CommandConsole.Out.WriteLine($"  {table}: {rows}");
            CommandConsole.Out.WriteLine("Tệp minh chứng không nằm trong bản sao lưu này: sao chép riêng thư mục tệp (hoặc container).");
            return 0;
        }
        catch (Exception failed) when (CommandConsole.IsToBeTold(failed))
        {
            return CommandConsole.Fail(failed.Message);
        }
        finally
        {
            if (store is not null) await Stores.CloseAsync(store);
        }
    }

    /// <summary>Beside its place first: whoever looks there finds the old file or the whole new one, whatever happens.</summary>
    private static async Task<BackupSummary> WriteAsync(CreateBackup backup, string path, CancellationToken cancellationToken)
    {
        var temporary = $"{path}.{Guid.NewGuid():n}.part";
        try
        {
            BackupSummary summary;
            await using (var output = new FileStream(temporary, OwnersAlone()))
            {
                summary = await backup.HandleAsync(output, cancellationToken);
                output.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
            return summary;
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    // What stands in it is about people.
    private static FileStreamOptions OwnersAlone()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
