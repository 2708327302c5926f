using System.Threading.Channels;
using Directives.Core;
using Microsoft.Data.Sqlite;

namespace Directives.Storage.Sqlite;

/// <summary>
/// The process's one writer. Its thread takes all transactions that wait and commits them as one SQLite transaction: a durable commit costs a
/// disk sync, however much is in it, so concurrent callers share it.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int TransactionsPerBatch = 256;
    private const int RowsPerBatch = 2000;
    private const int WaitingTransactions = 4096;

    private readonly Channel<PendingCommit> queue = Channel.CreateBounded<PendingCommit>(
        new BoundedChannelOptions(WaitingTransactions) { SingleReader = true });

    private readonly SqliteFile file;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WriteConnection? connection;

    public SqliteWriter(SqliteFile file)
    {
        this.file = file;
        // A thread of its own: a sync blocks for milliseconds, which the thread pool's threads must not.
        new Thread(Run) { IsBackground = true, Name = nameof(SqliteWriter) }.Start();
    }

    public async Task<IReadOnlyList<string?>> CommitAsync(PendingCommit commit, CancellationToken cancellationToken)
    {
        try
        {
            await queue.Writer.WriteAsync(commit, cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteStore));
        }

        using (cancellationToken.Register(() => commit.Cancel(cancellationToken)))
        {
            return await commit.Outcome.ConfigureAwait(false);
        }
    }

    /// <summary>Makes what was already asked for, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await ended.Task.ConfigureAwait(false);
    }

    private void Run()
    {
        var batch = new List<PendingCommit>();
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            for (var rows = 0; batch.Count < TransactionsPerBatch && rows < RowsPerBatch && queue.Reader.TryRead(out var commit);)
            {
                if (!commit.TryTake()) continue;
                batch.Add(commit);
                rows += commit.Changes.Count;
            }

            if (batch.Count > 0) Commit(batch);
        }

        connection?.Dispose();
        ended.SetResult();
    }

    private void Commit(List<PendingCommit> batch)
    {
        CommitOutcome[] outcomes;
        try
        {
            connection ??= new WriteConnection(file.OpenForWriting());
            outcomes = connection.Commit(batch);
        }
        catch (Exception error)
        {
            // No outcome within the batch holds any more, a conflict neither: it may have been one with a sibling that was rolled back.
            // A connection that failed is in an unknown state; the next batch opens another.
            connection?.Dispose();
            connection = null;
            foreach (var commit in batch) commit.Fail(error is SqliteException sqlite ? SqliteErrors.ToUnavailable(sqlite) : error);
            return;
        }

        for (var i = 0; i < batch.Count; i++)
        {
            if (outcomes[i].Conflict is { } conflict) batch[i].Fail(conflict);
            else batch[i].Succeed(outcomes[i].ETags);
        }
    }
}
