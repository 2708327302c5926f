using System.Globalization;
using Directives.Core;
using Microsoft.Data.Sqlite;

namespace Directives.Storage.Sqlite;

/// <summary>
/// A connection that commits a batch of transactions as one: each stands in a savepoint, so that a conflict undoes that one alone. Used by one
/// thread at a time. After an exception it is good for nothing but <see cref="Dispose"/>, which rolls back what was open.
/// </summary>
internal sealed class WriteConnection(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);
    private bool isSynced = true;

    public CommitOutcome[] Commit(List<PendingCommit> batch)
    {
        Sync(batch.Exists(commit => commit.IsSynced));
        // IMMEDIATE takes the write lock first: an upgrade from a read could fail half way, without a wait.
        Execute("BEGIN IMMEDIATE");
        var etag = ReserveETags(batch.Sum(commit => commit.Changes.Count));
        var outcomes = new CommitOutcome[batch.Count];
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = Apply(batch[i], etag);
            etag += batch[i].Changes.Count;
        }

        Execute("COMMIT");
        return outcomes;
    }

    public void Dispose()
    {
        foreach (var command in prepared.Values) command.Dispose();
        connection.Dispose();
    }

    /// <summary>
    /// Whether commits from here on sync the log. The log is written in order and a sync takes all of it, so after a power cut no later commit
    /// is there without an earlier one.
    /// </summary>
    private void Sync(bool sync)
    {
        if (isSynced == sync) return;
        // Not among the prepared ones: this takes effect when it is compiled.
        using var command = connection.CreateCommand();
        command.CommandText = sync ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL";
        command.ExecuteNonQuery();
        isSynced = sync;
    }

    private CommitOutcome Apply(PendingCommit commit, long etag)
    {
        Execute("SAVEPOINT one");
        var etags = new string?[commit.Changes.Count];
        for (var i = 0; i < etags.Length; i++)
        {
            var change = commit.Changes[i];
            if (!Apply(commit.Table, commit.Partition, change, etag + i))
            {
                Execute("ROLLBACK TO one");
                Execute("RELEASE one");
                return new CommitOutcome([], Conflict(commit, change));
            }

            etags[i] = change is RowChange.Delete ? null : SqliteETag.Format(etag + i);
        }

        Execute("RELEASE one");
        return new CommitOutcome(etags, null);
    }

    /// <returns>Whether the row was as the change expects it.</returns>
    private bool Apply(StoreTable table, string partition, RowChange change, long etag) => change switch
    {
        RowChange.Insert insert => Run(SqliteStatements.Insert(table), partition, insert.Key, insert.Value, etag) == 1,
        RowChange.Upsert upsert => Run(SqliteStatements.Upsert(table), partition, upsert.Key, upsert.Value, etag) == 1,
        RowChange.Replace replace => SqliteETag.TryParse(replace.ETag, out var expected)
            && Run(SqliteStatements.Replace(table), partition, replace.Key, replace.Value, etag, expected) == 1,
        RowChange.Delete { ETag: null } delete => Run(SqliteStatements.Delete(table), partition, delete.Key) >= 0,
        RowChange.Delete { ETag: { } known } delete => SqliteETag.TryParse(known, out var expected)
            && Run(SqliteStatements.DeleteKnown(table), partition, delete.Key, null, null, expected) == 1,
        _ => throw new ArgumentException($"Unknown change: {change.GetType().Name}"),
    };

    private int Run(string sql, string partition, string key, string? value = null, long? etag = null, long? expected = null)
    {
        var command = Prepared(sql);
        var parameters = command.Parameters;
        parameters.Clear();
        parameters.AddWithValue("$partition", partition);
        parameters.AddWithValue("$key", key);
        if (value is not null) parameters.AddWithValue("$value", value);
        if (etag is not null) parameters.AddWithValue("$etag", etag);
        if (expected is not null) parameters.AddWithValue("$expected", expected);
        return command.ExecuteNonQuery();
    }

    private long ReserveETags(int count)
    {
        var command = Prepared("UPDATE etag SET last = last + $count RETURNING last");
        command.Parameters.Clear();
        command.Parameters.AddWithValue("$count", count);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture) - count + 1;
    }

    private void Execute(string sql) => Prepared(sql).ExecuteNonQuery();

    private SqliteCommand Prepared(string sql)
    {
        if (prepared.TryGetValue(sql, out var command)) return command;
        command = connection.CreateCommand();
        command.CommandText = sql;
        prepared.Add(sql, command);
        return command;
    }

    private static StoreConflictException Conflict(PendingCommit commit, RowChange change)
    {
        var what = change is RowChange.Insert ? "the row exists" : "the row was changed or is gone";
        return new StoreConflictException($"{what}: {commit.Table} {commit.Partition} {change.Key}");
    }
}
