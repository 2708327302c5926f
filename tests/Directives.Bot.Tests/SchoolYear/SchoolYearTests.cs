using System.Globalization;
using Directives.Core;
using Directives.Storage.AzureTables;
using Directives.Storage.Sqlite;
using Xunit.Abstractions;

namespace Directives.Bot.Tests.SchoolYear;

/// <summary>
/// A school year of 85 schools with three copies of the program that die and stores that fail: what the policy demands was said once, on its day and by day,
/// and nothing else was said.
/// </summary>
public sealed class SchoolYearOnSqlite(ITestOutputHelper output)
{
    [ContractFact]
    public async Task Everything_that_is_demanded_in_a_school_year_is_said_once()
    {
        var folder = Directory.CreateTempSubdirectory("directives-year-");
        try
        {
            await using var store = SqliteStore.Open(Path.Combine(folder.FullName, "store.db"));
            await SchoolYearCheck.RunAsync("SQLite", store, SchoolYearCheck.First, SchoolYearCheck.Last, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

/// <remarks>
/// The emulator takes milliseconds for a row: here the weeks from before New Year until after Tết, with every kind of day off; with
/// <c>DIRECTIVES_WHOLE_YEAR=1</c> the whole year.
/// </remarks>
[Collection(Azurite.Collection)]
[RequiresAzurite]
public sealed class SchoolYearOnAzureTables(Azurite azurite, ITestOutputHelper output)
{
    [ContractFact]
    public async Task Everything_that_is_demanded_around_new_year_and_Tet_is_said_once()
    {
        var store = await AzureTableStore.OpenAsync(
            new AzureTableOptions { ConnectionString = azurite.ConnectionString, TablePrefix = $"Y{Guid.NewGuid():n}" }, CancellationToken.None);
        var isWhole = Environment.GetEnvironmentVariable("DIRECTIVES_WHOLE_YEAR") == "1";
        await SchoolYearCheck.RunAsync(
            "tables", store, isWhole ? SchoolYearCheck.First : new DateOnly(2025, 12, 22), isWhole ? SchoolYearCheck.Last : new DateOnly(2026, 3, 6), output);
    }
}

internal static class SchoolYearCheck
{
    public static readonly DateOnly First = new(2025, 9, 3);
    public static readonly DateOnly Last = new(2026, 6, 30);

    public static async Task RunAsync(string where, IPartitionedStore store, DateOnly first, DateOnly last, ITestOutputHelper output)
    {
        var year = new SchoolYear(store, first, last);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await year.RunAsync();
        var model = year.Model;
        var told = year.Channel.Told.Select(one => (one.At, one.Text, Said: Demand(one.At, one.Person, one.Text))).ToArray();
        var demanded = model.Demands.Where(one => !model.Unlinked.Contains(one.Person) && !year.Channel.Blocked.Contains(one.Person)).ToArray();
        var unknown = year.Outcomes.Where(outcome => outcome.Result == NoticeResult.Unknown).ToList();
        foreach (var what in demanded.GroupBy(one => one.What).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what.Key}: {what.Count():N0} demanded, {told.Count(one => one.Said.What == what.Key):N0} told"));
        }

        var figures = string.Create(
            CultureInfo.InvariantCulture,
            $"notices of a school year on {where}: {last.DayNumber - first.DayNumber + 1} days, {year.Assignments:N0} assignments, {demanded.Length:N0} demanded, {told.Length:N0} told, {year.Faults} faults, {year.Kills} kills, {unknown.Count} left as unknown, {year.Channel.Refusals} refused, {model.TooOld} news too old; {watch.Elapsed.TotalSeconds:N0} s");
        output.WriteLine(figures);
        // tests/run shows it; a file of its own, since others are written at the same time.
        if (Environment.GetEnvironmentVariable("DIRECTIVES_FIGURES") is { Length: > 0 } file) await File.WriteAllTextAsync($"{file}.{where}", figures + "\n");

        // None at night, none on a day off.
        Assert.DoesNotContain(told, one => !model.IsWorked(VietnamTime.Day(one.At)) || one.At.Hour is < 7 or >= 20);

        // None twice, none that was not demanded, none that says anything else.
        var extra = told.Select(one => one.Said).ToList();
        var missing = demanded.Where(one => !extra.Remove(one)).ToList();
        Assert.True(extra.Count == 0, "Told and not demanded:\n" + string.Join('\n', extra.Take(10)) + "\nDemanded and not told:\n" + string.Join('\n', missing.Take(10)));

        // None left out, but those that a killed copy may have sent.
        var lost = missing.Where(one => unknown.FindIndex(outcome => outcome.Person == one.Person && Is(one, outcome.Kind, outcome.Day)) is var at && (at < 0 || !Remove(unknown, at))).ToList();
        Assert.True(lost.Count == 0, "Demanded and not told:\n" + string.Join('\n', lost.Take(10).Select(one => one + "\n  " + string.Join("\n  ", year.Outcomes.Where(outcome => outcome.Person == one.Person && (outcome.Day is null || outcome.Day == one.Day))))));
        Assert.True(year.Outcomes.Count(outcome => outcome.Result == NoticeResult.Unknown) <= year.Kills);

        // Who cannot be reached stands in the ledger with each day's message.
        var unreachable = year.Outcomes
            .Where(outcome => outcome is { Kind: NoticeKind.Daily, Result: NoticeResult.Unreachable or NoticeResult.Refused or NoticeResult.Unknown })
            .Select(outcome => (outcome.Person, outcome.Day!.Value)).ToHashSet();
        Assert.DoesNotContain(model.Demands, one =>
            one.What is "list" or "reminder" && (model.Unlinked.Contains(one.Person) || year.Channel.Blocked.Contains(one.Person)) && !unreachable.Contains((one.Person, one.Day)));
        Assert.NotEmpty(told);
    }

    private static Demand Demand(DateTimeOffset at, string person, string text)
    {
        var (what, said) = YearChannel.Read(text);
        return new Demand(person, VietnamTime.Day(at), what, said);
    }

    private static bool Is(Demand demand, NoticeKind kind, DateOnly? day) => demand.What switch
    {
        "new" => kind == NoticeKind.NewTasks,
        "asked" => kind is NoticeKind.ExtensionAsked or NoticeKind.ObstacleReported,
        "decided" => kind == NoticeKind.ExtensionDecided,
        _ => kind == NoticeKind.Daily && day == demand.Day,
    };

    private static bool Remove<T>(List<T> list, int at)
    {
        list.RemoveAt(at);
        return true;
    }
}
