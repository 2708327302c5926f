using Azure;
using Azure.Data.Tables;
using Directives.Core;

namespace Directives.Storage.AzureTables;

/// <summary>One transaction on its way to the service.</summary>
internal sealed class AzureTransaction(TableClient client, string partition, IReadOnlyList<RowChange> changes)
{
    /// <exception cref="StoreConflictException">A row is not as it was expected; nothing is changed.</exception>
    public async Task<IReadOnlyList<string?>> SubmitAsync()
    {
        if (changes.FirstOrDefault(change => AzureRow.Expected(change) is { } etag && !AzureRow.IsETag(etag.ToString())) is { } foreign)
        {
            throw Conflict(foreign, null);
        }

        // The service fails a transaction that deletes a missing row. It then changes nothing and says which row it was, so that one is left
        // out: what it asks for is already so.
        var left = Enumerable.Range(0, changes.Count).ToList();
        while (left.Count > 0)
        {
            try
            {
                var response = await client.SubmitTransactionAsync(left.Select(i => Action(changes[i])), CancellationToken.None).ConfigureAwait(false);
                return ETags(left, response.Value);
            }
            catch (TableTransactionFailedException error) when (error.FailedTransactionActionIndex is { } failed && AzureTableErrors.IsConflict(error))
            {
                if (!AzureTableErrors.IsMissingRow(error) || changes[left[failed]] is not RowChange.Delete { ETag: null })
                {
                    throw Conflict(changes[left[failed]], error);
                }

                left.RemoveAt(failed);
            }
        }

        return new string?[changes.Count];
    }

    private TableTransactionAction Action(RowChange change) => change switch
    {
        RowChange.Insert insert => new(TableTransactionActionType.Add, AzureRow.ToEntity(partition, insert.Key, insert.Value)),
        RowChange.Upsert upsert => new(TableTransactionActionType.UpsertReplace, AzureRow.ToEntity(partition, upsert.Key, upsert.Value)),
        RowChange.Replace replace => new(
            TableTransactionActionType.UpdateReplace, AzureRow.ToEntity(partition, replace.Key, replace.Value), AzureRow.Expected(change)!.Value),
        RowChange.Delete delete => new(TableTransactionActionType.Delete, new TableEntity(partition, delete.Key), AzureRow.Expected(change) ?? ETag.All),
        _ => throw new ArgumentException($"Unknown change: {change.GetType().Name}"),
    };

    private string?[] ETags(List<int> sent, IReadOnlyList<Response> answers)
    {
        var etags = new string?[changes.Count];
        for (var i = 0; i < sent.Count; i++)
        {
            etags[sent[i]] = changes[sent[i]] is RowChange.Delete ? null : answers[i].Headers.ETag?.ToString();
        }

        return etags;
    }

    private StoreConflictException Conflict(RowChange change, Exception? cause) =>
        new($"{(change is RowChange.Insert ? "the row exists" : "the row was changed or is gone")}: {client.Name} {partition} {change.Key}", cause);
}
