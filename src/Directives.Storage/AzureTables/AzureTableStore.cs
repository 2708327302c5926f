using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Directives.Core;

namespace Directives.Storage.AzureTables;

/// <summary>
/// The store on Azure Table Storage: one table of the account for each <see cref="StoreTable"/>, one entity for each row. Safe for concurrent use,
/// and by any number of processes.
/// </summary>
public sealed class AzureTableStore : IPartitionedStore
{
    private readonly AzureTableAccount account;

    private AzureTableStore(AzureTableAccount account) => this.account = account;

    /// <summary>Enters the account and makes the tables that are missing.</summary>
    /// <exception cref="ArgumentException">A setting is missing or cannot be used.</exception>
    /// <exception cref="StoreUnavailableException">The account did not answer or did not let the program in.</exception>
    public static async Task<AzureTableStore> OpenAsync(AzureTableOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        AzureTableAccount account;
        try
        {
            account = new AzureTableAccount(options);
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException)
        {
            // Without its cause, whose message quotes the connection string.
            throw new ArgumentException($"{nameof(options.ConnectionString)} cannot be read.", nameof(options));
        }

        try
        {
            await account.CreateTablesAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (AzureTableErrors.IsUnavailable(error, cancellationToken))
        {
            throw AzureTableErrors.ToUnavailable(error);
        }

        return new AzureTableStore(account);
    }

    /// <inheritdoc/>
    public async Task<StoredRow?> GetAsync(StoreTable table, string partition, string rowKey, CancellationToken cancellationToken)
    {
        StoreArguments.CheckKey(partition, nameof(partition));
        StoreArguments.CheckKey(rowKey, nameof(rowKey));
        try
        {
            var found = await account.Reading(table).GetEntityIfExistsAsync<TableEntity>(partition, rowKey, null, cancellationToken).ConfigureAwait(false);
            return found.HasValue ? AzureRow.FromEntity(found.Value!) : null;
        }
        catch (Exception error) when (AzureTableErrors.IsUnavailable(error, cancellationToken))
        {
            throw AzureTableErrors.ToUnavailable(error);
        }
    }

    /// <inheritdoc/>
    /// <remarks>Read in pages, each as of its own moment: a row changed meanwhile is seen as it was or as it is.</remarks>
    public IAsyncEnumerable<StoredRow> RangeAsync(
        StoreTable table, string partition, string from, string? to, CancellationToken cancellationToken)
    {
        StoreArguments.CheckKey(partition, nameof(partition));
        StoreArguments.CheckRange(from, to);
        var filter = to is null
            ? TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
        return PagesAsync(account.Reading(table), filter, AzureRow.FromEntity, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>The service gives the entities of a table in this order of its own accord.</remarks>
    public IAsyncEnumerable<ScannedRow> ScanAsync(StoreTable table, CancellationToken cancellationToken) =>
        PagesAsync(account.Reading(table), null, AzureRow.Scanned, cancellationToken);

    /// <inheritdoc/>
    /// <remarks>
    /// A call cancelled before it is sent is not made; once sent, it is seen through. After <see cref="StoreUnavailableException"/> nobody knows
    /// whether it was made. A deletion without an ETag of a row that is missing is decided a moment before the rest of its transaction.
    /// </remarks>
    public async Task<IReadOnlyList<string?>> CommitAsync(
        StoreTable table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
    {
        StoreArguments.CheckKey(partition, nameof(partition));
        var transaction = new AzureTransaction(account.Writing(table), partition, StoreArguments.CheckChanges(changes));
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await transaction.SubmitAsync().ConfigureAwait(false);
        }
        catch (Exception error) when (AzureTableErrors.IsUnavailable(error, CancellationToken.None))
        {
            throw AzureTableErrors.ToUnavailable(error);
        }
    }

    private static async IAsyncEnumerable<T> PagesAsync<T>(
        TableClient client, string? filter, Func<TableEntity, T> read,
        CancellationToken callToken, [EnumeratorCancellation] CancellationToken enumerationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(callToken, enumerationToken);
        await using var pages = client.QueryAsync<TableEntity>(filter, null, null, either.Token).AsPages().GetAsyncEnumerator(either.Token);
        while (await NextAsync(pages, either.Token).ConfigureAwait(false))
        {
            foreach (var entity in pages.Current.Values) yield return read(entity);
        }
    }

    // Apart from the iterator, which may not yield inside a try block with a catch.
    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<Azure.Page<TableEntity>> pages, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return await pages.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception error) when (AzureTableErrors.IsUnavailable(error, cancellationToken))
        {
            throw AzureTableErrors.ToUnavailable(error);
        }
    }
}
