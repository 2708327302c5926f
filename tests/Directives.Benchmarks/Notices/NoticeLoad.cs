using System.Diagnostics;
using System.Globalization;
using Directives.Benchmarks.Domain;
using Directives.Benchmarks.Turns;
using Directives.Core;
using Directives.Core.Tests;
using Directives.Storage.Sqlite;

namespace Directives.Benchmarks.Notices;

/// <summary>
/// Notices sent by the whole program through a connector that takes 50 a second: how near it comes to that rate, and whether any was lost or sent
/// twice. With a rate of its own that is higher than the connector's it has to be told so by 429.
/// </summary>
internal static class NoticeLoad
{
    private const int PerSecond = 50;

    private static readonly DateTimeOffset Morning = new(2026, 11, 25, 9, 14, 0, VietnamTime.Offset);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var notices = Number(arguments, 0, 10_000);
        var ownRate = Number(arguments, 1, PerSecond);
        var folder = Directory.CreateTempSubdirectory("directives-notices-").FullName;
        try
        {
            var file = Path.Combine(folder, "directives.db");
            await using var connector = await LimitedConnector.StartAsync(PerSecond, notices);
            await FillAsync(file, notices, connector.Url);
            await using var bot = await BotProcess.StartAsync("Directives.Bot.dll", ["serve"], new Dictionary<string, string>
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Sample__Load"] = "false",
                ["Store__Sqlite"] = file,
                // The day's own messages would be counted with them.
                ["Reminders__Enabled"] = "false",
                ["Clock__Now"] = Morning.ToString("O", CultureInfo.InvariantCulture),
                ["Notices__Channels__msteams__PerSecond"] = ownRate.ToString(CultureInfo.InvariantCulture),
            });
            await connector.All.WaitAsync(TimeSpan.FromSeconds(60 + (2.0 * notices / PerSecond)));
            // Whatever would be sent twice is sent by the next look at the clock.
            await Task.Delay(TimeSpan.FromSeconds(15));
            var seconds = Stopwatch.GetElapsedTime(connector.First, connector.Last).TotalSeconds;
            var rate = (notices - 1) / seconds;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{notices:N0} notices in {seconds:N1} s: {rate:N1}/s, {rate / PerSecond:P1} of what the connector takes; {connector.Throttled:N0} answered 429; lost {notices - connector.Taken.Count:N0}, doubled {connector.Taken.Values.Count(times => times > 1):N0}"));
            return rate >= 0.95 * PerSecond && connector.Accepted == notices && connector.Taken.Count == notices ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Number(string[] arguments, int at, int usual) =>
        arguments.Length > at ? int.Parse(arguments[at], NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : usual;

    private static async Task FillAsync(string file, int notices, string serviceUrl)
    {
        await using var store = SqliteStore.Open(file);
        await StoreSchema.Current.OpenAsync(store, default);
        var invented = new InventedWork(notices * InventedWork.TasksPerUnit, Morning);
        var parts = new DomainParts(store, TimeProvider.System);
        var rosters = parts.Get<RosterTable>();
        await rosters.ReplaceAsync(invented.Roster(), await rosters.ReadAsync(default), default);
        await Parallel.ForEachAsync(Enumerable.Range(0, notices), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (unit, cancellation) =>
        {
            var person = InventedWork.Principal(unit).Id;
            var number = InventedWork.Number(unit, 0);
            await parts.Get<WorkTable>().AssignAsync(InventedWork.UnitId(unit), [(invented.Assignment(unit, number), invented.Assigned(number))], cancellation);
            await parts.Get<LinkTable>().WriteAsync(new AccountLink { Channel = "msteams", UserId = person, PersonId = person, LinkedAt = Morning }, null, cancellation);
            await parts.Get<TalkTable>().SaveAccountAsync(
                new ChatAccount { Channel = "msteams", UserId = person, PersonId = person, ConversationId = person, ServiceUrl = serviceUrl, BotId = "28:bot", SeenAt = Morning }, cancellation);
        });
        await parts.Get<OutboxTable>().PlanAsync([.. Enumerable.Range(0, notices).Select(Nudge)], default);
    }

    private static Notice Nudge(int unit)
    {
        var person = InventedWork.Principal(unit);
        return new Notice
        {
            Id = $"{NoticeKind.Nudge} {person.Id}",
            Kind = NoticeKind.Nudge,
            PersonId = person.Id,
            UnitId = person.UnitId,
            NotBefore = Morning,
            Tasks = [InventedWork.Number(unit, 0)],
            From = InventedWork.Principal(0).Id,
        };
    }
}
