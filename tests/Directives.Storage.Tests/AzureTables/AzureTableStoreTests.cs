using System.Net;
using Directives.Core;
using Directives.Storage.AzureTables;

namespace Directives.Storage.Tests.AzureTables;

/// <summary>What the store does when the service does not do what was asked.</summary>
public sealed class AzureTableStoreTests
{
    private const HttpStatusCode Busy = HttpStatusCode.ServiceUnavailable, Failed = HttpStatusCode.InternalServerError;

    [Fact]
    public async Task Commit_that_may_have_been_made_is_not_sent_again()
    {
        using var service = new FakeService(Failed);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => CommitAsync(service));
        Assert.Equal(1, service.Requests);
    }

    [Fact]
    public async Task Commit_that_the_service_had_no_time_for_is_sent_again_a_few_times()
    {
        using var service = new FakeService(Busy, Busy, Busy, Busy);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => CommitAsync(service));
        Assert.Equal(4, service.Requests);
    }

    [Fact]
    public async Task Read_that_fails_is_sent_again_a_few_times()
    {
        using var service = new FakeService(Failed, Busy, Failed, Failed);
        var store = await OpenAsync(service.ConnectionString);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.GetAsync(StoreTable.Work, "p", "k", default));
        Assert.Equal(4, service.Requests);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.NotFound)] // Without the code that names the row: the table is missing, which is no conflict.
    [InlineData(HttpStatusCode.Conflict)]
    public async Task Commit_refused_for_no_rows_reason_is_unavailable(HttpStatusCode status)
    {
        using var service = new FakeService(status);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => CommitAsync(service));
    }

    [Fact]
    public async Task Range_refused_by_the_service_is_unavailable()
    {
        using var service = new FakeService(HttpStatusCode.Forbidden);
        var store = await OpenAsync(service.ConnectionString);
        await Assert.ThrowsAsync<StoreUnavailableException>(async () =>
        {
            await foreach (var row in store.RangeAsync(StoreTable.Work, "p", "", null, default)) Assert.Fail(row.Key);
        });
    }

    [Fact]
    public async Task Open_where_nothing_listens_is_unavailable() => await Assert.ThrowsAsync<StoreUnavailableException>(
        () => OpenAsync($"AccountName=tests;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:{Azurite.FreePort()}/"));

    [Fact]
    public async Task Open_without_an_account_or_with_two_is_refused()
    {
        await AssertRefused(new AzureTableOptions());
        await AssertRefused(new AzureTableOptions { ConnectionString = "AccountName=a;AccountKey=a2V5", ServiceUri = new Uri("https://a.example.org") });
    }

    [Theory]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("a-b")]
    [InlineData("a\n")]
    public async Task Open_with_a_prefix_that_no_table_may_have_is_refused(string prefix) =>
        await AssertRefused(new AzureTableOptions { ConnectionString = "AccountName=a;AccountKey=a2V5", TablePrefix = prefix });

    [Fact]
    public async Task Open_with_an_unreadable_connection_string_is_refused() =>
        await AssertRefused(new AzureTableOptions { ConnectionString = "nonsense" });

    private static Task<ArgumentException> AssertRefused(AzureTableOptions options) =>
        Assert.ThrowsAnyAsync<ArgumentException>(() => AzureTableStore.OpenAsync(options, default));

    private static Task<AzureTableStore> OpenAsync(string connectionString) =>
        AzureTableStore.OpenAsync(new AzureTableOptions { ConnectionString = connectionString }, default);

    private static async Task CommitAsync(FakeService service)
    {
        var store = await OpenAsync(service.ConnectionString);
        await store.CommitAsync(StoreTable.Work, "p", [new RowChange.Insert("k", "v")], default);
    }
}
