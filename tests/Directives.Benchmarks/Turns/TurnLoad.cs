using System.Diagnostics;
using System.Globalization;
using Directives.Benchmarks.Domain;
using Directives.Core;
using Directives.Core.Tests;
using Directives.Storage.Sqlite;

namespace Directives.Benchmarks.Turns;

/// <summary>
/// Turns a second of the whole program over HTTP, as Teams asks what is due: a ward of 85 units with 100 tasks each in an SQLite file, senders that
/// are linked, the reply posted to a connector. Beside it, in rounds that take turns, a bot that only echoes: other programs on the machine change
/// the figures, the ratio and the processor's time less.
/// </summary>
internal static class TurnLoad
{
    private const int Units = 85;
    private const int Rounds = 5;
    private const string Question = "tuần này có việc gì đến hạn";

    // The runtime compiles what is used often several times, each time better.
    private const int WarmUpTurns = 20_000;

    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(60);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var senders = Option(arguments, "--senders", 32);
        var duration = TimeSpan.FromSeconds(Option(arguments, "--seconds", 10));
        if (senders > Units) throw new ArgumentException($"--senders: at most {Units}");
        var folder = Directory.CreateTempSubdirectory("directives-turns-").FullName;
        try
        {
            var file = Path.Combine(folder, "directives.db");
            await FillAsync(file);
            await using var channel = await FakeChannel.StartAsync();
            await using var bot = await BotProcess.StartAsync("Directives.Bot.dll", ["serve"], new Dictionary<string, string>
            {
                // Without a registration messages are taken in Development only.
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["MicrosoftAppTenantId"] = FakeChannel.Tenant,
                ["Sample__Load"] = "false",
                ["Store__Sqlite"] = file,
            });
            await using var echo = await BotProcess.StartAsync("Directives.Benchmarks.dll", ["echo"], new Dictionary<string, string>());
            foreach (var one in new[] { bot, echo }) await WarmUpAsync(channel, one);
            await MeasureAsync(channel, bot, echo, senders, duration);
            await MeasureAsync(channel, bot, echo, 1, duration);
            Console.WriteLine(FormattableString.Invariant($"resident {bot.WorkingSet / 1e6:N0} MB, echo {echo.WorkingSet / 1e6:N0} MB"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static async Task WarmUpAsync(FakeChannel channel, BotProcess bot)
    {
        var watch = Stopwatch.StartNew();
        for (var turns = 0; turns < WarmUpTurns && watch.Elapsed < LongestWarmUp;)
        {
            turns += (await channel.TalkAsync(bot, Question, Units, TimeSpan.FromSeconds(1))).Turns.Count;
        }
    }

    private static async Task MeasureAsync(FakeChannel channel, BotProcess bot, BotProcess echo, int senders, TimeSpan duration)
    {
        Round? ofBot = null, ofEcho = null;
        for (var i = 0; i < Rounds; i++)
        {
            var (due, echoed) = (await channel.TalkAsync(bot, Question, senders, duration / Rounds), await channel.TalkAsync(echo, Question, senders, duration / Rounds));
            (ofBot, ofEcho) = (ofBot is null ? due : ofBot + due, ofEcho is null ? echoed : ofEcho + echoed);
        }

        Console.WriteLine($"{senders,2} senders, what is due   {ofBot}");
        Console.WriteLine($"{senders,2} senders, echo          {ofEcho}");
        Console.WriteLine(FormattableString.Invariant($"{senders,2} senders, what is due for each echo: {ofBot!.TurnsPerSecond / ofEcho!.TurnsPerSecond:N2}; ")
            + FormattableString.Invariant($"processor {(ofBot.BotMicroseconds + ofBot.ChannelMicroseconds) / (ofEcho.BotMicroseconds + ofEcho.ChannelMicroseconds):N2} times an echo's"));
    }

    private static async Task FillAsync(string file)
    {
        await using var store = SqliteStore.Open(file);
        await StoreSchema.Current.OpenAsync(store, default);
        var now = TimeProvider.System.Now();
        var invented = new InventedWork(Units * InventedWork.TasksPerUnit, now);
        var parts = new DomainParts(store, TimeProvider.System);
        await new Filling(invented, parts.Get<RosterTable>(), parts.Get<WorkTable>(), parts.Get<ProgressTable>()).RunAsync(file);
        for (var unit = 0; unit < invented.Units; unit++)
        {
            await parts.Get<LinkTable>().WriteAsync(
                new AccountLink
                {
                    Channel = "msteams",
                    UserId = FakeChannel.UserId(unit),
                    TenantId = FakeChannel.Tenant,
                    PersonId = InventedWork.Principal(unit).Id,
                    LinkedAt = now,
                },
                null,
                default);
        }
    }

    private static int Option(string[] arguments, string name, int otherwise) =>
        Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length ? int.Parse(arguments[at + 1], CultureInfo.InvariantCulture) : otherwise;
}
