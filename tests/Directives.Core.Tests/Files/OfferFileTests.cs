using Microsoft.Extensions.Time.Testing;

namespace Directives.Core.Tests.Files;

/// <summary>What waits for a person's consent is given once, and to that person.</summary>
public sealed class OfferFileTests
{
    private const string Person = Ward.Clerk;

    private static readonly byte[] Sheet = [1, 2, 3];

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 25, 2, 14, 0, TimeSpan.Zero));
    private readonly InMemoryFileStore _files = new();
    private readonly InMemoryStore _store = new();
    private readonly OfferFile _offers;

    public OfferFileTests() => _offers = new OfferFile(_files, new FileOfferTable(_store), _clock);

    [Fact]
    public async Task Consents_at_once_are_one()
    {
        var offer = await _offers.HandleAsync(Person, "bang.xlsx", Sheet, default);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _offers.TakeAsync(Person, offer.Id, default))));

        Assert.Equal(Sheet, Assert.Single(taken, one => one.Answer == OfferAnswer.Ready).Content);
        Assert.Equal(7, taken.Count(one => one.Answer == OfferAnswer.Underway));
    }

    [Fact]
    public async Task What_a_dead_process_had_begun_can_be_taken_after_a_minute()
    {
        var offer = await _offers.HandleAsync(Person, "bang.xlsx", Sheet, default);
        await _offers.TakeAsync(Person, offer.Id, default);

        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(OfferAnswer.Underway, (await _offers.TakeAsync(Person, offer.Id, default)).Answer);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(OfferAnswer.Ready, (await _offers.TakeAsync(Person, offer.Id, default)).Answer);
    }

    [Fact]
    public async Task One_who_was_thought_dead_does_not_undo_what_another_finished()
    {
        var offer = await _offers.HandleAsync(Person, "bang.xlsx", Sheet, default);
        var slow = (await _offers.TakeAsync(Person, offer.Id, default)).Offer!;
        _clock.Advance(TimeSpan.FromMinutes(1));
        var quick = (await _offers.TakeAsync(Person, offer.Id, default)).Offer!;
        await _offers.FinishAsync(Person, quick, new SavedFile("bang.xlsx", "https://a", "1", "xlsx"), default);

        await _offers.ReleaseAsync(Person, slow, default);

        Assert.Equal(OfferAnswer.Taken, (await _offers.TakeAsync(Person, offer.Id, default)).Answer);
    }

    [Fact]
    public async Task Offer_is_its_persons_alone()
    {
        var offer = await _offers.HandleAsync(Person, "bang.xlsx", Sheet, default);

        Assert.Equal(OfferAnswer.Gone, (await _offers.TakeAsync(Ward.Leader, offer.Id, default)).Answer);
        Assert.Equal(OfferAnswer.Gone, (await _offers.DeclineAsync(Ward.Leader, offer.Id, default)).Answer);
    }

    [Fact]
    public async Task Old_offers_go_when_the_next_is_made()
    {
        var old = await _offers.HandleAsync(Person, "cu.xlsx", Sheet, default);
        _clock.Advance(TimeSpan.FromHours(25));
        var latest = await _offers.HandleAsync(Person, "moi.xlsx", Sheet, default);

        var table = new FileOfferTable(_store);
        Assert.Null(await table.FindAsync(Person, old.Id, default));
        Assert.NotNull(await table.FindAsync(Person, latest.Id, default));
    }
}
