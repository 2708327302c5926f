using Directives.Core;
using Directives.Storage.Sqlite;

namespace Directives.Storage.Tests.Sqlite;

public sealed class PendingCommitTests
{
    private readonly PendingCommit commit = new(StoreTable.Work, "p", []);

    [Fact]
    public async Task Cancelled_commit_can_no_longer_be_taken()
    {
        commit.Cancel(new CancellationToken(canceled: true));
        Assert.False(commit.TryTake());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => commit.Outcome);
    }

    [Fact]
    public async Task Taken_commit_can_no_longer_be_cancelled()
    {
        Assert.True(commit.TryTake());
        commit.Cancel(new CancellationToken(canceled: true));
        commit.Succeed(["1"]);
        Assert.Equal(["1"], await commit.Outcome);
    }
}
