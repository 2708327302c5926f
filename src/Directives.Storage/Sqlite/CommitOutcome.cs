using Directives.Core;

namespace Directives.Storage.Sqlite;

/// <summary>What became of one transaction of a batch: the new ETags, or the conflict that undid it.</summary>
internal readonly record struct CommitOutcome(IReadOnlyList<string?> ETags, StoreConflictException? Conflict);
