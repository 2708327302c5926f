using System.CommandLine;
using Directives.Core;
using Command = System.CommandLine.Command;

namespace Directives.Bot.Commands;

/// <summary><c>rebuild</c>: holds what summaries and lists read against what the units' assignments say, and sets it right.</summary>
internal static class RebuildCommand
{
    public static Command Create()
    {
        var command = new Command("rebuild", "Recreates progress and due dates from the units' assignments, and reports what differed");
        var dryRun = new Option<bool>("--dry-run") { Description = "Report what differs, and change nothing" };
        command.Options.Add(dryRun);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(dryRun), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(bool dryRun, CancellationToken cancellationToken)
    {
        await using var services = CommandConsole.Domain(null);
        try
        {
            var rebuilt = await services.GetRequiredService<RebuildProjections>().HandleAsync(!dryRun, cancellationToken);
            foreach (var difference in rebuilt.Differences)
            {
                CommandConsole.Out.WriteLine($"{difference.UnitId}, việc {difference.Task}: {Words(difference.Fault)}");
            }

            CommandConsole.Out.WriteLine(
                $"Đã đối chiếu {rebuilt.Assignments} việc của {rebuilt.Units} đơn vị: {rebuilt.Differences.Count} chỗ lệch{(dryRun || rebuilt.Differences.Count == 0 ? "" : ", đã dựng lại")}.");
            return 0;
        }
        catch (StoreUnavailableException unavailable)
        {
            return CommandConsole.Fail(unavailable.Message);
        }
    }

    private static string Words(ProjectionFault fault) => fault switch
    {
        ProjectionFault.ProgressMissing => "thiếu dòng tiến độ",
        ProjectionFault.ProgressDiffers => "dòng tiến độ khác việc đã ghi",
        ProjectionFault.ProgressWithoutWork => "dòng tiến độ thừa",
        _ => "mục lục thời hạn lệch",
    };
}
