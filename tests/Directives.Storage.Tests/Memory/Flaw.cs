namespace Directives.Storage.Tests.Memory;

/// <summary>One thing that a store could get wrong, and that the contract must notice.</summary>
public enum Flaw
{
    None,
    TakesStaleETags,
    TakesETagOfMissingRow,
    InsertOverwrites,
    UpsertNeedsARow,
    DeleteOfMissingRowConflicts,
    DeleteIgnoresETag,
    KeepsHalfATransaction,
    ETagIsTheValuesHash,
    ETagRestartsWithTheRow,
    ChecksThenWritesLater,
    FoldsCaseOfKeys,
    TrimsKeys,
    DecodesKeys,
    JoinsPartitionAndKey,
    CutsLongValues,
    TrimsValues,
    SplitsSurrogatePairs,
    EndsRangeAtAThousand,
    RangeHasItsEnd,
    OrdersByLength,
    EndsScanAtAThousand,
    ScansOnePartition,
    ScansPartitionsAsTheyCame,
    ForgetsOnReopening,
    IgnoresCancellation,
    ChecksNoArguments,
    SaysConflictInOtherWords,
}
