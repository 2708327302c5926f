using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Directives.Core;

namespace Directives.Storage.AzureTables;

/// <summary>The clients of one account: for each table one that reads and one that writes, which differ in what they may send twice.</summary>
internal sealed class AzureTableAccount
{
    private const int Retries = 3;

    // Somebody waits in a chat: sooner than the SDK's own 0.8 seconds.
    private static readonly DelayStrategy Delay = DelayStrategy.CreateExponentialDelayStrategy(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(5));

    private readonly TableClient[] reading;
    private readonly TableClient[] writing;

    public AzureTableAccount(AzureTableOptions options)
    {
        options.Validate();
        var reads = Service(options, new RetryPolicy(Retries, Delay));
        var writes = Service(options, new ThrottledOnlyRetryPolicy(Retries, Delay));
        var names = Enum.GetValues<StoreTable>().Select(table => options.TablePrefix + table).ToArray();
        reading = [.. names.Select(reads.GetTableClient)];
        writing = [.. names.Select(writes.GetTableClient)];
    }

    public TableClient Reading(StoreTable table) => reading[(int)table];

    public TableClient Writing(StoreTable table) => writing[(int)table];

    /// <summary>Creating twice does no harm, so it goes through the clients that may.</summary>
    public Task CreateTablesAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(reading.Select(table => table.CreateIfNotExistsAsync(cancellationToken)));

    private static TableServiceClient Service(AzureTableOptions options, RetryPolicy retries)
    {
        var client = new TableClientOptions { RetryPolicy = retries };
        client.Retry.NetworkTimeout = options.RequestTimeout;
        return options.ServiceUri is null
            ? new TableServiceClient(options.ConnectionString, client)
            : new TableServiceClient(options.ServiceUri, new ManagedIdentityCredential(Identity(options)), client);
    }

    private static ManagedIdentityId Identity(AzureTableOptions options) => options.ManagedIdentityClientId is { } id
        ? ManagedIdentityId.FromUserAssignedClientId(id)
        : ManagedIdentityId.SystemAssigned;
}
