using Directives.Core;

namespace Directives.Storage.Sqlite;

/// <summary>
/// One caller's transaction on its way to the writer. It is either cancelled while it waits, and then certainly not made, or taken, and then
/// seen through whatever its caller's token says: an answer "cancelled" must not hide a change that was made.
/// </summary>
internal sealed class PendingCommit(StoreTable table, string partition, IReadOnlyList<RowChange> changes, bool isSynced = true)
{
    private const int Waiting = 0, Taken = 1, Cancelled = 2;

    private readonly TaskCompletionSource<IReadOnlyList<string?>> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int state = Waiting;

    public StoreTable Table => table;

    public string Partition => partition;

    public IReadOnlyList<RowChange> Changes => changes;

    public Task<IReadOnlyList<string?>> Outcome => outcome.Task;

    public bool IsSynced => isSynced;

    public bool TryTake() => Interlocked.CompareExchange(ref state, Taken, Waiting) == Waiting;

    public void Cancel(CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref state, Cancelled, Waiting) == Waiting) outcome.SetCanceled(cancellationToken);
    }

    public void Succeed(IReadOnlyList<string?> etags) => outcome.SetResult(etags);

    public void Fail(Exception error) => outcome.SetException(error);
}
