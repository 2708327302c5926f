using Directives.EndToEnd.Program;
using Xunit.Abstractions;

namespace Directives.EndToEnd.Storage;

/// <summary>Table Storage goes away and comes back while thirty people report.</summary>
[RequiresAzurite]
[Collection(AloneGroup.Name)]
public sealed class OutageTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [ContractFact]
    public async Task Store_away_and_back_is_told_clearly_and_loses_nothing()
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var azurite = await Azurite.StartOnDiskAsync();
        var schools = await Schools.CreateAsync(azurite.ConnectionString);
        await using var program = await RunningProgram.StartAsync(KillTests.Settings(azurite, schools));
        using var load = new Load([program], Environment.ProcessId);
        load.Start();
        for (var outage = 0; outage < 2; outage++)
        {
            await load.AnswersAsync(150, patience.Token);
            await azurite.StopAsync();
            // Everybody is told at least once.
            await load.AnswersAsync(2 * load.Senders.Count, patience.Token);
            await azurite.RestartAsync();
        }

        await load.AnswersAsync(150, patience.Token);
        await load.EndAsync();

        await schools.RecoverAsync();
        var counted = (await schools.ChangesAsync()).CountBy(id => id).ToDictionary();
        var lost = load.Acknowledged.Count(id => !counted.ContainsKey(id));
        var doubled = counted.Values.Count(count => count > 1);
        var refused = load.Senders.SelectMany(sender => sender.Refused).ToArray();
        output.WriteLine(
            $"{counted.Count} changes made, {load.Acknowledged.Count} of them told as recorded, {refused.Length} told that the store is away "
            + $"({refused.Count(counted.ContainsKey)} of those were recorded all the same), 2 outages, {lost} lost, {doubled} doubled");
        Assert.Equal((0, 0), (lost, doubled));
        Assert.NotEmpty(refused);
        Assert.Empty(load.Senders.SelectMany(sender => sender.Strange));
        Assert.Empty(await schools.ContradictionsAsync());
    }
}
