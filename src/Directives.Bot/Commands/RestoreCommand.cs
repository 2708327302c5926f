using System.CommandLine;
using Directives.Bot.Hosting;
using Directives.Core;
using Command = System.CommandLine.Command;

namespace Directives.Bot.Commands;

/// <summary><c>restore FILE</c>: a backup into the store that the settings name. Nothing else may work on that store meanwhile.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var command = new Command("restore", "Puts a backup into the store; stop the program first");
        var file = new Argument<string>("FILE");
        var replace = new Option<bool>("--replace") { Description = "Replace what the store has; without it, only an empty store is written to" };
        command.Arguments.Add(file);
        command.Options.Add(replace);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(file)!, parsed.GetValue(replace), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string path, bool replace, CancellationToken cancellationToken)
    {
        IPartitionedStore? store = null;
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous);
            store = await Stores.OpenAsItIsAsync(CommandConsole.Configuration(null), cancellationToken);
            var summary = await new RestoreBackup(store, StoreSchema.Current, TimeProvider.System).HandleAsync(file, replace, cancellationToken);
            CommandConsole.Out.WriteLine($"Đã khôi phục {summary.Total} dòng từ {path}. Tệp minh chứng: chép lại riêng.");
            CommandConsole.Out.WriteLine("Bản sao lưu lấy từ Azure Tables khi chương trình đang chạy: chạy thêm lệnh rebuild.");
            return 0;
        }
        catch (StoreNotEmptyException)
        {
            return CommandConsole.Fail("Kho dữ liệu không trống; chưa thay đổi gì. Thêm --replace để thay toàn bộ.");
        }
        catch (StoreUnavailableException unavailable)
        {
            return CommandConsole.Fail(unavailable.Message + " Chạy lại lệnh này.");
        }
        catch (Exception failed) when (failed is UnusableBackupException || CommandConsole.IsToBeTold(failed))
        {
            return CommandConsole.Fail(failed.Message);
        }
        finally
        {
            if (store is not null) await Stores.CloseAsync(store);
        }
    }
}
