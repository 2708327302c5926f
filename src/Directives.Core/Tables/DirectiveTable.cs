namespace Directives.Core;

/// <summary>What the index knows of a published task: enough to list and to find it by its words.</summary>
public sealed record IndexedTask(int Number, string DirectiveId, string DirectiveLabel, string Title, DateOnly? Due)
{
    /// <summary>Why no unit that had not finished it owes it any longer.</summary>
    public Ending? Ended { get; init; }

    /// <summary>The last time that a later directive moved its deadline.</summary>
    public DeadlineMove? Moved { get; init; }
}

/// <summary>That a directive is there, draft or published.</summary>
public sealed record IndexedDirective(string Id);

/// <summary>The next task number to give out.</summary>
public sealed record Counter(int Next);

/// <summary>Directives with their tasks, an index over all of them, and the counter that numbers tasks.</summary>
public sealed class DirectiveTable(IPartitionedStore store)
{
    private const int Attempts = 5;

    /// <summary>Well below <see cref="StoreLimits.TransactionBytes"/>, whatever the letters.</summary>
    private const int DraftCharactersAtOnce = 200_000;

    public async Task<(Directive Value, string ETag)?> FindAsync(string directiveId, CancellationToken cancellationToken)
    {
        var row = await store.GetAsync(StoreTable.Directives, Keys.Directive(directiveId), Keys.DirectiveHead, cancellationToken);
        return row is null ? null : (StoredJson.Read<Directive>(row), row.ETag);
    }

    public async Task<IReadOnlyList<Directive>> ListAsync(CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        await foreach (var row in store.RangeAsync(
            StoreTable.Directives, Keys.DirectiveIndex, "directive|", Keys.After("directive|"), cancellationToken))
        {
            ids.Add(StoredJson.Read<IndexedDirective>(row).Id);
        }

        var directives = new List<Directive>();
        foreach (var id in ids)
        {
            if (await FindAsync(id, cancellationToken) is { Value: var directive }) directives.Add(directive);
        }

        return directives;
    }

    /// <summary>What a paper's publishing left as a draft, and is one still; null where nothing is left.</summary>
    public async Task<Directive?> LeftOfAsync(string directiveId, CancellationToken cancellationToken)
    {
        foreach (var part in (await ListAsync(cancellationToken)).Where(one => one.PartOf == directiveId && one.Stage == DirectiveStage.Draft).OrderByDescending(one => one.ImportedAt))
        {
            if ((await DraftAsync(part.Id, cancellationToken)).Count > 0) return part;
        }

        return null;
    }

    /// <summary>The published tasks of a paper, also of those parts that were published later.</summary>
    public async Task<IReadOnlyList<DirectiveTask>> TasksOfPaperAsync(string directiveId, CancellationToken cancellationToken)
    {
        List<DirectiveTask> tasks = [.. await TasksAsync(directiveId, cancellationToken)];
        foreach (var part in (await ListAsync(cancellationToken)).Where(one => one.PartOf == directiveId)) tasks.AddRange(await TasksAsync(part.Id, cancellationToken));
        return tasks;
    }

    /// <summary>The draft's tasks in the document's order.</summary>
    public Task<IReadOnlyList<DirectiveTask>> DraftAsync(string directiveId, CancellationToken cancellationToken) =>
        RangeAsync(directiveId, "draft|", cancellationToken);

    /// <summary>The published tasks, by number.</summary>
    public Task<IReadOnlyList<DirectiveTask>> TasksAsync(string directiveId, CancellationToken cancellationToken) =>
        RangeAsync(directiveId, "task|", cancellationToken);

    public async Task<DirectiveTask?> FindTaskAsync(int number, CancellationToken cancellationToken)
    {
        var index = await store.GetAsync(StoreTable.Directives, Keys.DirectiveIndex, Keys.IndexedTask(number), cancellationToken);
        if (index is null) return null;
        var directive = Keys.Directive(StoredJson.Read<IndexedTask>(index).DirectiveId);
        var row = await store.GetAsync(StoreTable.Directives, directive, Keys.DirectiveTask(number), cancellationToken);
        return row is null ? null : StoredJson.Read<DirectiveTask>(row);
    }

    /// <summary>Every published task, by number.</summary>
    public async Task<IReadOnlyList<IndexedTask>> IndexAsync(CancellationToken cancellationToken)
    {
        var tasks = new List<IndexedTask>();
        await foreach (var row in store.RangeAsync(
            StoreTable.Directives, Keys.DirectiveIndex, "task|", Keys.After("task|"), cancellationToken))
        {
            tasks.Add(StoredJson.Read<IndexedTask>(row));
        }

        return tasks;
    }

    /// <summary>Keeps a draft: its head last, so that a draft without a head was never finished and is written over.</summary>
    /// <exception cref="StoreConflictException">The directive is there already.</exception>
    public async Task AddDraftAsync(Directive directive, IReadOnlyList<DirectiveTask> tasks, CancellationToken cancellationToken)
    {
        await store.CommitAsync(
            StoreTable.Directives,
            Keys.DirectiveIndex,
            [new RowChange.Upsert(Keys.IndexedDirective(directive.Id), StoredJson.Write(new IndexedDirective(directive.Id)))],
            cancellationToken);
        await UpsertAsync(Keys.Directive(directive.Id), tasks, task => Keys.DraftTask(task.Number), cancellationToken);
        await store.CommitAsync(
            StoreTable.Directives,
            Keys.Directive(directive.Id),
            [new RowChange.Insert(Keys.DirectiveHead, StoredJson.Write(directive))],
            cancellationToken);
    }

    /// <summary>
    /// Writes and drops tasks of a draft. The head goes with them, by its ETag: publishing numbers the tasks that it finds, and nothing may
    /// come or go behind its back.
    /// </summary>
    /// <returns>False when it is no draft, or no longer.</returns>
    public Task<bool> ChangeDraftAsync(
        string directiveId, IReadOnlyList<DirectiveTask> written, IReadOnlyList<int> dropped, CancellationToken cancellationToken) =>
        ChangeDraftAsync(directiveId, head => head, written, dropped, cancellationToken);

    /// <param name="change">What becomes of the head.</param>
    /// <inheritdoc cref="ChangeDraftAsync(string, IReadOnlyList{DirectiveTask}, IReadOnlyList{int}, CancellationToken)"/>
    public async Task<bool> ChangeDraftAsync(
        string directiveId,
        Func<Directive, Directive> change,
        IReadOnlyList<DirectiveTask> written,
        IReadOnlyList<int> dropped,
        CancellationToken cancellationToken)
    {
        RowChange[] changes =
        [
            .. written.Select(task => new RowChange.Upsert(Keys.DraftTask(task.Number), StoredJson.Write(task))),
            .. dropped.Select(item => new RowChange.Delete(Keys.DraftTask(item), null)),
        ];
        for (var attempt = 1; ; attempt++)
        {
            if (await FindAsync(directiveId, cancellationToken) is not ({ Stage: DirectiveStage.Draft } head, var etag)) return false;
            var changed = new RowChange.Replace(Keys.DirectiveHead, StoredJson.Write(change(head)), etag);
            try
            {
                await store.CommitAsync(StoreTable.Directives, Keys.Directive(directiveId), [changed, .. changes], cancellationToken);
                return true;
            }
            catch (StoreConflictException) when (attempt < Attempts)
            {
                // Another change of the draft, or its publishing, was first.
            }
        }
    }

    /// <summary>
    /// Writes a draft's head, and writes and drops tasks, if the head is still the one that was read. More than a transaction holds go in several,
    /// each with the head: broken off in between, the draft is partly changed, and doing it again makes it whole.
    /// </summary>
    /// <exception cref="StoreConflictException">The draft was changed or published meanwhile.</exception>
    public async Task ReplaceDraftAsync(
        Directive directive, string etag, IReadOnlyList<DirectiveTask> written, IReadOnlyList<int> dropped, CancellationToken cancellationToken)
    {
        var head = StoredJson.Write(directive);
        var some = new List<RowChange>();
        var characters = 0;
        // A head alone is changed too.
        var isWritten = false;
        foreach (var change in written.Select(task => (RowChange)new RowChange.Upsert(Keys.DraftTask(task.Number), StoredJson.Write(task)))
            .Concat(dropped.Select(item => new RowChange.Delete(Keys.DraftTask(item), null))))
        {
            var size = change is RowChange.Upsert { Value.Length: var length } ? length : 0;
            if (some.Count == StoreLimits.RowsPerTransaction - 1 || (some.Count > 0 && characters + size > DraftCharactersAtOnce)) await CommitAsync();
            some.Add(change);
            characters += size;
        }

        if (some.Count > 0 || !isWritten) await CommitAsync();

        async Task CommitAsync()
        {
            RowChange unchanged = new RowChange.Replace(Keys.DirectiveHead, head, etag);
            etag = (await store.CommitAsync(StoreTable.Directives, Keys.Directive(directive.Id), [unchanged, .. some], cancellationToken))[0]!;
            some.Clear();
            (characters, isWritten) = (0, true);
        }
    }

    /// <summary>Moves drafts that a publishing leaves into a draft of their own; doing so again changes nothing, whatever a clerk has made of them meanwhile.</summary>
    public async Task MoveDraftsAsync(string directiveId, Directive part, IReadOnlyList<DirectiveTask> drafts, CancellationToken cancellationToken)
    {
        if (await FindAsync(part.Id, cancellationToken) is null)
        {
            try
            {
                await AddDraftAsync(part, [.. drafts.Select(draft => draft with { DirectiveId = part.Id })], cancellationToken);
            }
            catch (StoreConflictException)
            {
                // Another copy finishes the same publishing.
            }
        }

        // Only when they are kept there.
        foreach (var some in drafts.Chunk(StoreLimits.RowsPerTransaction))
        {
            await store.CommitAsync(
                StoreTable.Directives, Keys.Directive(directiveId), [.. some.Select(draft => new RowChange.Delete(Keys.DraftTask(draft.Number), null))], cancellationToken);
        }
    }

    /// <exception cref="StoreConflictException">The head changed since it was read, such as by another clerk who publishes.</exception>
    public async Task<string> ReplaceHeadAsync(Directive directive, string etag, CancellationToken cancellationToken)
    {
        var etags = await store.CommitAsync(
            StoreTable.Directives,
            Keys.Directive(directive.Id),
            [new RowChange.Replace(Keys.DirectiveHead, StoredJson.Write(directive), etag)],
            cancellationToken);
        return etags[0]!;
    }

    /// <summary>Writes the published tasks and their index; doing so again changes nothing.</summary>
    public async Task WriteTasksAsync(Directive directive, IReadOnlyList<DirectiveTask> tasks, CancellationToken cancellationToken)
    {
        await UpsertAsync(Keys.Directive(directive.Id), tasks, task => Keys.DirectiveTask(task.Number), cancellationToken);
        foreach (var some in tasks.Chunk(StoreLimits.RowsPerTransaction))
        {
            await store.CommitAsync(
                StoreTable.Directives,
                Keys.DirectiveIndex,
                [.. some.Select(task => new RowChange.Upsert(
                    Keys.IndexedTask(task.Number),
                    StoredJson.Write(new IndexedTask(task.Number, directive.Id, directive.Label, task.Title, task.Draft.Deadline))))],
                cancellationToken);
        }
    }

    /// <summary>What the index knows of a task; null for a number that is none, or no longer.</summary>
    public async Task<IndexedTask?> FindIndexedAsync(int number, CancellationToken cancellationToken)
    {
        var row = await store.GetAsync(StoreTable.Directives, Keys.DirectiveIndex, Keys.IndexedTask(number), cancellationToken);
        return row is null ? null : StoredJson.Read<IndexedTask>(row);
    }

    /// <summary>Changes what the index knows of a task; a number that is none is left out.</summary>
    public async Task MarkAsync(int number, Func<IndexedTask, IndexedTask> mark, CancellationToken cancellationToken)
    {
        if (await FindIndexedAsync(number, cancellationToken) is not { } task || mark(task) is var marked && marked == task) return;
        await store.CommitAsync(StoreTable.Directives, Keys.DirectiveIndex, [new RowChange.Upsert(Keys.IndexedTask(number), StoredJson.Write(marked))], cancellationToken);
    }

    /// <summary>Removes published tasks: from the index first, since what is left is found by the others.</summary>
    public async Task RemoveTasksAsync(string directiveId, IReadOnlyList<int> numbers, CancellationToken cancellationToken)
    {
        foreach (var some in numbers.Chunk(StoreLimits.RowsPerTransaction))
        {
            await store.CommitAsync(
                StoreTable.Directives, Keys.DirectiveIndex, [.. some.Select(number => new RowChange.Delete(Keys.IndexedTask(number), null))], cancellationToken);
            await store.CommitAsync(
                StoreTable.Directives, Keys.Directive(directiveId), [.. some.Select(number => new RowChange.Delete(Keys.DirectiveTask(number), null))], cancellationToken);
        }
    }

    /// <summary>Takes <paramref name="count"/> consecutive task numbers; a number taken and not used stays a gap.</summary>
    public async Task<int> TakeNumbersAsync(int count, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var row = await store.GetAsync(StoreTable.Directives, Keys.DirectiveIndex, Keys.TaskCounter, cancellationToken);
            var first = row is null ? 1 : StoredJson.Read<Counter>(row).Next;
            var value = StoredJson.Write(new Counter(first + count));
            RowChange change = row is null
                ? new RowChange.Insert(Keys.TaskCounter, value)
                : new RowChange.Replace(Keys.TaskCounter, value, row.ETag);
            try
            {
                await store.CommitAsync(StoreTable.Directives, Keys.DirectiveIndex, [change], cancellationToken);
                return first;
            }
            catch (StoreConflictException) when (attempt < Attempts)
            {
                // Another copy took numbers at the same moment.
            }
        }
    }

    private async Task<IReadOnlyList<DirectiveTask>> RangeAsync(string directiveId, string prefix, CancellationToken cancellationToken)
    {
        var tasks = new List<DirectiveTask>();
        await foreach (var row in store.RangeAsync(
            StoreTable.Directives, Keys.Directive(directiveId), prefix, Keys.After(prefix), cancellationToken))
        {
            tasks.Add(StoredJson.Read<DirectiveTask>(row));
        }

        return tasks;
    }

    private async Task UpsertAsync(
        string partition, IReadOnlyList<DirectiveTask> tasks, Func<DirectiveTask, string> key, CancellationToken cancellationToken)
    {
        foreach (var some in tasks.Chunk(StoreLimits.RowsPerTransaction))
        {
            await store.CommitAsync(
                StoreTable.Directives, partition, [.. some.Select(task => new RowChange.Upsert(key(task), StoredJson.Write(task)))], cancellationToken);
        }
    }
}
