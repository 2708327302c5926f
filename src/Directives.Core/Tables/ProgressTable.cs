using System.Text.Json.Serialization;

namespace Directives.Core;

/// <summary>Where one unit stands with one task, as summaries read it.</summary>
public sealed record UnitProgress
{
    public required int Task { get; init; }
    public required string UnitId { get; init; }
    public required Duty Duty { get; init; }
    public DateOnly? Due { get; init; }

    /// <summary>As <see cref="Assignment.DueBefore"/>; null for none.</summary>
    public IReadOnlyList<EarlierDue>? DueBefore { get; init; }

    /// <summary>As <see cref="Assignment.OwedFrom"/>.</summary>
    public DateOnly? OwedFrom { get; init; }

    public required WorkStatus Status { get; init; }
    public int? Percent { get; init; }
    public DateOnly? DoneOn { get; init; }

    public ExtensionRequest? Extension { get; init; }
    public Obstacle? Obstacle { get; init; }

    /// <summary>Since when it is owed no longer; null while it is.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>It was never owed: its publishing was taken back.</summary>
    public bool? WasTakenBack { get; init; }

    /// <summary>Of the assignment it was made from.</summary>
    public required int Version { get; init; }

    [JsonIgnore]
    public WorkState State => WorkState.From(Status, Percent);

    [JsonIgnore]
    public bool IsOwed => (Duty is Duty.Lead or Duty.Owe) && EndedAt is null;

    [JsonIgnore]
    public bool IsOpen => !State.IsDone && EndedAt is null;

    /// <summary>Whether it counted at the end of a day: assigned by then, and not ended by then.</summary>
    public bool IsOwedOn(DateOnly day)
    {
        if (Duty is not (Duty.Lead or Duty.Owe) || OwedFrom > day || WasTakenBack is true) return false;
        return EndedAt is not { } ended || day < VietnamTime.Day(ended);
    }

    public DateOnly? DueOn(DateOnly day) => DueClasses.DueOn(Due, DueBefore ?? [], day);

    public DueClass ClassAt(DateOnly day) => DueClasses.At(DueOn(day), DoneOn, day);

    public static UnitProgress Of(Assignment assignment) => new()
    {
        Task = assignment.Task,
        UnitId = assignment.UnitId,
        Duty = assignment.Duty,
        Due = assignment.Due,
        DueBefore = assignment.DueBefore is [] ? null : assignment.DueBefore,
        OwedFrom = assignment.OwedFrom,
        Status = assignment.Status,
        Percent = assignment.Percent,
        DoneOn = assignment.DoneOn,
        Extension = assignment.Ended is null ? assignment.Extension : null,
        Obstacle = assignment.IsOpen ? assignment.Obstacle : null,
        EndedAt = assignment.Ended?.At,
        WasTakenBack = assignment.Ended?.Kind == EndingKind.TakenBack ? true : null,
        Version = assignment.Version,
    };
}

/// <summary>A projection of <see cref="WorkTable"/> by task. It can be rebuilt, and never goes back to an older version.</summary>
public sealed class ProgressTable(IPartitionedStore store)
{
    private const int Attempts = 5;

    public async Task<IReadOnlyList<UnitProgress>> OfTaskAsync(int task, CancellationToken cancellationToken) =>
        [.. (await OfTasksAsync([task], cancellationToken))[task]];

    /// <summary>Where the units stand with several tasks: a range read for those whose numbers are near each other.</summary>
    public async Task<ILookup<int, UnitProgress>> OfTasksAsync(IReadOnlyCollection<int> tasks, CancellationToken cancellationToken)
    {
        var progress = new List<UnitProgress>();
        foreach (var block in tasks.GroupBy(Keys.Progress).OrderBy(block => block.Key, StringComparer.Ordinal))
        {
            var asked = block.ToHashSet();
            var (from, to) = (Keys.ProgressOfTask(asked.Min()), Keys.After(Keys.ProgressOfTask(asked.Max())));
            await foreach (var row in store.RangeAsync(StoreTable.Progress, block.Key, from, to, cancellationToken))
            {
                var one = StoredJson.Read<UnitProgress>(row);
                if (asked.Contains(one.Task)) progress.Add(one);
            }
        }

        return progress.ToLookup(one => one.Task);
    }

    public async Task<(UnitProgress Value, string ETag)?> FindAsync(int task, string unitId, CancellationToken cancellationToken)
    {
        var row = await store.GetAsync(StoreTable.Progress, Keys.Progress(task), Keys.ProgressOfUnit(task, unitId), cancellationToken);
        return row is null ? null : (StoredJson.Read<UnitProgress>(row), row.ETag);
    }

    /// <summary>Sets a projection right, whatever version it claims; null where there is nothing to project.</summary>
    /// <param name="etag">Of the row that is wrong; null where it is missing.</param>
    /// <exception cref="StoreConflictException">It was projected meanwhile.</exception>
    public Task RepairAsync(int task, string unitId, Assignment? assignment, string? etag, CancellationToken cancellationToken)
    {
        var key = Keys.ProgressOfUnit(task, unitId);
        var value = assignment is null ? null : StoredJson.Write(UnitProgress.Of(assignment));
        RowChange change = (value, etag) switch
        {
            (null, _) => new RowChange.Delete(key, etag),
            (_, null) => new RowChange.Insert(key, value),
            _ => new RowChange.Replace(key, value, etag),
        };
        return store.CommitAsync(StoreTable.Progress, Keys.Progress(task), [change], cancellationToken);
    }

    /// <summary>The first projection of a task that was just assigned to these units.</summary>
    public async Task AddAsync(int task, IReadOnlyList<Assignment> assignments, CancellationToken cancellationToken)
    {
        foreach (var some in assignments.Chunk(StoreLimits.RowsPerTransaction))
        {
            try
            {
                await store.CommitAsync(
                    StoreTable.Progress,
                    Keys.Progress(task),
                    [.. some.Select(assignment => new RowChange.Insert(
                        Keys.ProgressOfUnit(task, assignment.UnitId), StoredJson.Write(UnitProgress.Of(assignment))))],
                    cancellationToken);
            }
            catch (StoreConflictException)
            {
                foreach (var assignment in some) await ProjectAsync(assignment, cancellationToken);
            }
        }
    }

    public async Task ProjectAsync(Assignment assignment, CancellationToken cancellationToken)
    {
        var partition = Keys.Progress(assignment.Task);
        var key = Keys.ProgressOfUnit(assignment.Task, assignment.UnitId);
        var value = StoredJson.Write(UnitProgress.Of(assignment));
        for (var attempt = 1; ; attempt++)
        {
            var row = await store.GetAsync(StoreTable.Progress, partition, key, cancellationToken);
            if (row is not null && StoredJson.Read<UnitProgress>(row).Version >= assignment.Version) return;
            RowChange change = row is null ? new RowChange.Insert(key, value) : new RowChange.Replace(key, value, row.ETag);
            try
            {
                await store.CommitAsync(StoreTable.Progress, partition, [change], cancellationToken);
                return;
            }
            catch (StoreConflictException) when (attempt < Attempts)
            {
                // Another copy projected the same row; whose version is the later one shows on reading again.
            }
        }
    }
}
