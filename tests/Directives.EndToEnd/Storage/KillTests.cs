using System.Diagnostics;
using System.Globalization;
using Directives.EndToEnd.Program;
using Xunit.Abstractions;

namespace Directives.EndToEnd.Storage;

/// <summary>
/// Three processes of the program on one Table Storage, thirty people, and processes killed at random moments: what was told as recorded is
/// there, once. <c>DIRECTIVES_KILL_SECONDS</c> sets how long it goes on, <c>DIRECTIVES_KILL_SEED</c> what is said and when is killed.
/// </summary>
[RequiresAzurite]
[Collection(AloneGroup.Name)]
public sealed class KillTests(ITestOutputHelper output)
{
    [ContractFact]
    public async Task Killed_at_random_three_processes_lose_and_double_nothing()
    {
        var seconds = Setting("DIRECTIVES_KILL_SECONDS", 20);
        var seed = Setting("DIRECTIVES_KILL_SEED", Environment.ProcessId);
        await using var azurite = new Azurite();
        await azurite.InitializeAsync();
        var schools = await Schools.CreateAsync(azurite.ConnectionString);
        var programs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => RunningProgram.StartAsync(Settings(azurite, schools))));
        using var load = new Load(programs, seed);
        var kills = 0;
        var watch = Stopwatch.StartNew();
        try
        {
            load.Start();
            using (var end = new CancellationTokenSource(TimeSpan.FromSeconds(seconds)))
            {
                var random = new Random(seed - 1);
                try
                {
                    while (true)
                    {
                        await load.AnswersAsync(random.Next(20, 120), end.Token);
                        var program = programs[random.Next(programs.Length)];
                        await program.KillAsync();
                        kills++;
                        await program.RestartAsync();
                    }
                }
                catch (OperationCanceledException)
                {
                }
            }

            await load.EndAsync();
        }
        finally
        {
            foreach (var program in programs) await program.DisposeAsync();
        }

        await schools.RecoverAsync();
        var changes = await schools.ChangesAsync();
        var counted = changes.CountBy(id => id).ToDictionary();
        var lost = load.Acknowledged.Count(id => !counted.ContainsKey(id));
        var doubled = counted.Values.Count(count => count > 1);
        output.WriteLine(
            $"seed {seed}, {watch.Elapsed.TotalSeconds:n0} s, 3 processes, {load.Senders.Count} senders: {load.Senders.Sum(sender => sender.Deliveries)} deliveries, "
            + $"{changes.Count} changes made, {load.Acknowledged.Count} of them told as recorded, {kills} kills, {lost} lost, {doubled} doubled");
        Assert.Equal((0, 0), (lost, doubled));
        Assert.Empty(load.Senders.SelectMany(sender => sender.Strange));
        Assert.Empty(await schools.ContradictionsAsync());
        Assert.True(kills > 0 && load.Acknowledged.Count > load.Senders.Count, "Too little happened to prove anything.");
    }

    internal static Dictionary<string, string> Settings(Azurite azurite, Schools schools) => new()
    {
        ["Store__ConnectionString"] = azurite.ConnectionString,
        ["Store__TablePrefix"] = schools.Prefix,
        ["Sample__Load"] = "false",
        ["Notices__Interval"] = "00:00:01",
    };

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}

/// <summary>Tests that want the machine to themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneGroup
{
    public const string Name = "Alone";
}
