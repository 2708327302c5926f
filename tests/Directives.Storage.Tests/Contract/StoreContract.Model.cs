using Directives.Core;
using Xunit.Sdk;

namespace Directives.Storage.Tests.Contract;

public abstract partial class StoreContract
{
    /// <summary>How many random commits the model is tried with; fewer where the store is slow.</summary>
    protected virtual int ModelSteps => 400;

    [ContractFact]
    public async Task Random_commits_do_what_the_model_does()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("STORE_SEED"), out var given) ? given : Random.Shared.Next();
        var step = 0;
        try
        {
            var model = new StoreModel(new Random(seed));
            for (; step < ModelSteps; step++)
            {
                var changes = model.NextChanges();
                if (model.Conflicts(changes)) await AssertConflict(changes);
                else model.Apply(changes, await Commit(changes));

                var (from, to) = model.NextRange();
                Assert.Equal(model.Rows(from, to), await Range(from, to));
            }
        }
        catch (Exception error)
        {
            throw new XunitException($"Step {step} with STORE_SEED={seed}: {error.Message}", error);
        }
    }
}
