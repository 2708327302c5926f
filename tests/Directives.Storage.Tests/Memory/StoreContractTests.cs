using System.Reflection;
using Directives.Storage.Tests.Contract;

namespace Directives.Storage.Tests.Memory;

/// <summary>A contract that no broken store fails is no contract.</summary>
public sealed class StoreContractTests
{
    public static TheoryData<Flaw> Flaws => [.. Enum.GetValues<Flaw>().Where(flaw => flaw != Flaw.None)];

    // The model finds most flaws, but by chance: each should be found without it as well, by a fact that says what is wrong.
    [Theory]
    [MemberData(nameof(Flaws))]
    public async Task Contract_on_a_flawed_store_names_the_flaw(Flaw flaw) =>
        Assert.Contains(await FailedFacts(flaw), fact => fact != nameof(StoreContract.Random_commits_do_what_the_model_does));

    [Fact]
    public async Task Model_alone_finds_the_flaws_of_commits()
    {
        foreach (var flaw in new[]
        {
            Flaw.TakesStaleETags, Flaw.TakesETagOfMissingRow, Flaw.InsertOverwrites, Flaw.UpsertNeedsARow, Flaw.DeleteOfMissingRowConflicts,
            Flaw.DeleteIgnoresETag, Flaw.KeepsHalfATransaction, Flaw.FoldsCaseOfKeys, Flaw.RangeHasItsEnd,
        })
        {
            Assert.True(await Fails(flaw, typeof(StoreContract).GetMethod(nameof(StoreContract.Random_commits_do_what_the_model_does))!), flaw.ToString());
        }
    }

    private static async Task<List<string>> FailedFacts(Flaw flaw)
    {
        var failed = new List<string>();
        foreach (var fact in typeof(StoreContract).GetMethods().Where(method => method.IsDefined(typeof(ContractFactAttribute))))
        {
            if (await Fails(flaw, fact)) failed.Add(fact.Name);
        }

        return failed;
    }

    private static async Task<bool> Fails(Flaw flaw, MethodInfo fact)
    {
        try
        {
            await (Task)fact.Invoke(new Flawed(flaw), null)!;
            return false;
        }
        catch (Exception error) when (error is not TargetException)
        {
            return true;
        }
    }

    private sealed class Flawed(Flaw flaw) : FlawedStoreContract(flaw);
}
