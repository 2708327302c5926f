namespace Directives.Core.Tests.Links;

/// <summary>A store that fails at any one write: the account that tries again is linked, and no other account by the same code.</summary>
public sealed class LinkFaultTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 14, 0, VietnamTime.Offset);
    private static readonly ChannelUser User = new("zalo", "z1");
    private static readonly ChannelUser Other = new("zalo", "z2");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Code_links_one_account_whatever_write_fails(bool afterwards)
    {
        for (var at = 1; at <= 5; at++)
        {
            var store = new FaultyStore(new InMemoryStore());
            var parts = new DomainParts(store);
            var (codes, redeem) = (parts.Get<LinkCodeTable>(), parts.Get<RedeemLinkCode>());
            var code = await codes.IssueAsync(Ward.Principal, Now, default);
            (store.FailAt, store.FailAfterwards) = (store.Commits + at, afterwards);
            Assert.True(await FailsAsync(() => redeem.HandleAsync(User, code, "m1", Ward.Roster, Now, default)));

            Assert.Equal(Ward.Principal, (await redeem.HandleAsync(User, code, "m2", Ward.Roster, Now, default)).Person?.Id);
            Assert.Equal(LinkRefusal.WrongCode, (await redeem.HandleAsync(Other, code, "m3", Ward.Roster, Now, default)).Refusal);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Address_links_the_account_whatever_write_fails(bool afterwards)
    {
        var roster = new Roster(
            Ward.Roster.Body, Ward.Roster.Units, Ward.Roster.Groups, [.. Ward.Roster.People.Select(person => person.Id == Ward.Principal ? person with { Email = "mau@songmay.gov.vn" } : person)]);
        var user = User with { Addresses = ["Mau@songmay.gov.vn"] };
        for (var at = 1; at <= 2; at++)
        {
            var store = new FaultyStore(new InMemoryStore()) { FailAt = at, FailAfterwards = afterwards };
            var parts = new DomainParts(store);
            Assert.True(await FailsAsync(() => parts.Get<LinkByAddress>().HandleAsync(user, roster, Now, default)));

            Assert.Equal(Ward.Principal, (await parts.Get<LinkByAddress>().HandleAsync(user, roster, Now, default)).Person?.Id);
            Assert.Single(await parts.Get<LinkTable>().OfPersonAsync(Ward.Principal, default));
        }
    }

    [Fact]
    public async Task Link_that_a_clerk_takes_back_while_it_is_made_by_address_is_not_made_anew()
    {
        var store = new FaultyStore(new InMemoryStore());
        var links = new LinkTable(store);
        var link = new AccountLink { Channel = "zalo", UserId = "z1", PersonId = Ward.Principal, LinkedAt = Now };
        await links.WriteAsync(link, null, default);
        var stale = (await links.FindAsync("zalo", "z1", default))!;
        await links.WriteAsync(link with { UnlinkedAt = Now }, stale.ETag, default);

        await Assert.ThrowsAsync<StoreConflictException>(() => links.WriteAsync(link with { PersonId = Ward.OtherPrincipal }, stale.ETag, default));
        Assert.Equal(LinkStanding.Unlinked, (await new FindLinkedPerson(links).HandleAsync(User, Ward.Roster, VietnamTime.Day(Now), default)).Standing);
    }

    [Fact]
    public async Task Codes_and_tries_that_are_over_are_removed_with_the_next_code()
    {
        var store = new InMemoryStore();
        var codes = new LinkCodeTable(store);
        for (var person = 0; person < 30; person++) await codes.IssueAsync($"p{person}", Now, default);
        await codes.TakeTryAsync(User, "m1", Now, default);

        await codes.IssueAsync("later", Now + LinkCodeTable.Life, default);

        var left = 0;
        await foreach (var row in store.RangeAsync(StoreTable.Talk, Keys.LinkCodes, "", null, default)) left++;
        Assert.Equal(2, left);
    }

    private static async Task<bool> FailsAsync(Func<Task> act)
    {
        try
        {
            await act();
            return false;
        }
        catch (StoreUnavailableException)
        {
            return true;
        }
    }
}
