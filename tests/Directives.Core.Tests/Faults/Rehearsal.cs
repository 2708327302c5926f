using Directives.Documents;
using Directives.Language.Messages;
using Microsoft.Extensions.Time.Testing;

namespace Directives.Core.Tests.Faults;

/// <summary>The small ward in a store, and what has been said before a scenario's act.</summary>
internal sealed class Rehearsal
{
    private Rehearsal(DateTimeOffset start)
    {
        Clock = new FakeTimeProvider(start);
        Parts = PartsOn(Store);
    }

    public static DateTimeOffset Morning { get; } = new(2026, 11, 25, 9, 14, 0, VietnamTime.Offset);

    public FakeTimeProvider Clock { get; }

    public InMemoryStore Store { get; } = new();

    public InMemoryFileStore Files { get; } = new();

    /// <summary>A process on the store as it is, without faults.</summary>
    public DomainParts Parts { get; }

    public static async Task<Rehearsal> OfAsync(Scenario? scenario = null, DateTimeOffset? start = null)
    {
        var rehearsal = new Rehearsal(start ?? Morning);
        var parts = rehearsal.Parts;
        await Ward.FillAsync(
            parts.Get<RosterTable>(), parts.Get<DirectiveTable>(), parts.Get<PublishDirective>(), rehearsal.Clock.GetUtcNow());
        foreach (var (said, i) in (scenario?.Before ?? []).Select((said, i) => (said, i)))
        {
            await said(parts, $"before-{i}");
            rehearsal.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        return rehearsal;
    }

    /// <summary>Another process, on the same store or on one that goes wrong.</summary>
    public DomainParts PartsOn(IPartitionedStore store) => new(store, Clock, Files, new MessageReader(), new TestDocuments(), new WorkbookWriter(), new ReportWriter(), new CalendarSettings(new Uri("http://localhost")));

    /// <summary>What every process does in the background.</summary>
    public async Task RecoverAsync()
    {
        await Parts.Get<Projections>().SweepAsync(default);
        await Parts.Get<PublishDirective>().ResumeAsync(default);
        await Parts.Get<TakeBackPublishing>().ResumeAsync(default);
        await Parts.Get<WithdrawTask>().ResumeAsync(default);
    }

    public Task<IReadOnlyList<string>> FactsAsync() => StoredFacts.OfAsync(Parts);

    /// <summary>What is said by a person under a new id, unless one is given.</summary>
    public Task<IReadOnlyList<Reply>> SayAsync(string person, string text, string? id = null) =>
        Scenario.DeliverAsync(Parts, person, text, id ?? Guid.NewGuid().ToString("n"));
}
