using Directives.Language.Prose;

namespace Directives.Core;

/// <summary>What a sheet of tasks would make of a draft, for the clerk to see before it is done; or what stands against it.</summary>
public sealed record TasksPlan
{
    /// <summary>How many errors are shown at once.</summary>
    public const int ErrorsShown = 20;

    /// <summary>The first errors, in the order of the sheet; with any, nothing can be applied.</summary>
    public IReadOnlyList<SheetError> Errors { get; init; } = [];

    public int ErrorCount { get; init; }

    /// <summary>The directive as it would be; null with errors.</summary>
    public Directive? Directive { get; init; }

    /// <summary>All tasks of the draft as they would be.</summary>
    public IReadOnlyList<DirectiveTask> Tasks { get; init; } = [];

    public IReadOnlyList<int> Added { get; init; } = [];
    public IReadOnlyList<int> Changed { get; init; } = [];

    /// <summary>Tasks that the draft has and the sheet has not.</summary>
    public IReadOnlyList<int> Dropped { get; init; } = [];

    /// <summary>Headings that nothing is taken from.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>The head as it is stored; null for a draft that is new.</summary>
    public string? ETag { get; init; }

    public bool IsHeadChanged { get; init; }

    /// <summary>It is assigned to units already, and no longer a draft.</summary>
    public bool IsPublished => Directive is { Stage: not DirectiveStage.Draft };

    public bool CanApply => Directive is { Stage: DirectiveStage.Draft };

    public bool IsNew => ETag is null;

    public bool IsUnchanged => !IsNew && !IsHeadChanged && Added.Count + Changed.Count + Dropped.Count == 0;
}

/// <summary>
/// A sheet of tasks becomes the draft of its directive, as it stands in the sheet: rows with a number change that task, rows without one are
/// added, and tasks that have no row are dropped. A sheet with any error changes nothing; the same sheet again changes nothing either.
/// </summary>
public sealed class ImportTasks(DirectiveTable directives, TimeProvider time)
{
    /// <summary>Whether the rows are a sheet of tasks at all.</summary>
    public static bool Recognises(IReadOnlyList<SheetRow> rows) => TaskSheet.Of(rows) is not null;

    /// <summary>What the rows say, as the import reads them, or what is wrong with them; nothing is stored.</summary>
    /// <returns>Null for rows that are no sheet of tasks.</returns>
    public static (DirectiveDraft Draft, IReadOnlyList<SheetError> Errors)? Read(IReadOnlyList<SheetRow> rows)
    {
        if (TaskSheet.Of(rows) is not { } sheet) return null;
        var next = (sheet.Tasks.Count > 0 ? sheet.Tasks.Max(task => task.Number) ?? 0 : 0) + 1;
        TaskDraft[] tasks = [.. sheet.Tasks.Select(task => Task("", task.Number ?? next++, task, null).Draft).OrderBy(task => task.No)];
        return (new DirectiveDraft(sheet.Head, tasks), sheet.Errors);
    }

    /// <summary>What the import would do; nothing is stored.</summary>
    /// <returns>Null for rows that are no sheet of tasks.</returns>
    public async Task<TasksPlan?> PlanAsync(IReadOnlyList<SheetRow> rows, Person? by, CancellationToken cancellationToken)
    {
        if (TaskSheet.Of(rows) is not { } sheet) return null;
        if (sheet.Errors.Count > 0)
        {
            return new TasksPlan { Errors = [.. sheet.Errors.Take(TasksPlan.ErrorsShown)], ErrorCount = sheet.Errors.Count, Ignored = sheet.Ignored };
        }

        var id = await IdOfAsync(sheet, cancellationToken);
        var stored = await directives.FindAsync(id, cancellationToken);
        if (stored is { Value.Stage: DirectiveStage.Published } && await directives.LeftOfAsync(id, cancellationToken) is { } left && await HoldsAsync(left, sheet, cancellationToken))
        {
            // Of a paper that is published, what nobody could be given is a draft still, and the sheet may be of that.
            id = left.Id;
            stored = await directives.FindAsync(id, cancellationToken);
        }

        if (stored is { Value: { Stage: not DirectiveStage.Draft } published }) return new TasksPlan { Directive = published, ETag = stored.Value.ETag, Ignored = sheet.Ignored };
        var drafts = stored is null ? [] : await directives.DraftAsync(id, cancellationToken);
        var known = drafts.ToDictionary(draft => draft.Number);
        var next = Math.Max((sheet.Tasks.Max(task => task.Number) ?? 0) + 1, ReviewDraft.NextItem(stored?.Value, drafts));
        // In a sheet of the whole paper, the rows of what is assigned already.
        HashSet<int> assigned = stored?.Value is { PartOf: not null } part ? part.Kept.Select(kept => kept.Item).Where(item => !known.ContainsKey(item)).ToHashSet() : [];
        var rowsOf = Matched([.. sheet.Tasks.Where(task => task.Number is not { } number || !assigned.Contains(number))], drafts);
        DirectiveTask[] tasks =
        [
            .. rowsOf
                .Select(task => (task.Number ?? next++) is var number ? Task(id, number, task, known.GetValueOrDefault(number)) : throw new InvalidOperationException())
                .OrderBy(task => task.Number),
        ];
        var directive = stored is { Value: var draftHead }
            ? draftHead with { Head = sheet.Head }
            : new Directive { Id = id, Head = sheet.Head, Stage = DirectiveStage.Draft, ImportedAt = time.Now(), ImportedBy = by?.Id };
        return new TasksPlan
        {
            Directive = directive,
            Tasks = tasks,
            Added = [.. tasks.Where(task => !known.ContainsKey(task.Number)).Select(task => task.Number)],
            Changed = [.. tasks.Where(task => known.TryGetValue(task.Number, out var before) && !IsSame(task, before)).Select(task => task.Number)],
            Dropped = [.. drafts.Select(draft => draft.Number).Except(tasks.Select(task => task.Number))],
            Ignored = sheet.Ignored,
            ETag = stored?.ETag,
            IsHeadChanged = stored is { Value: var before } && StoredJson.Write(before) != StoredJson.Write(directive),
        };
    }

    /// <summary>Does what the plan says.</summary>
    /// <exception cref="StoreConflictException">The draft was changed or published after the plan was made: make a new one.</exception>
    public async Task ApplyAsync(TasksPlan plan, CancellationToken cancellationToken)
    {
        if (!plan.CanApply) throw new InvalidOperationException("A plan with errors, or of a published directive, cannot be applied.");
        if (plan.IsUnchanged) return;
        if (plan.ETag is not { } etag)
        {
            await directives.AddDraftAsync(plan.Directive!, plan.Tasks, cancellationToken);
            return;
        }

        int[] written = [.. plan.Added, .. plan.Changed];
        await directives.ReplaceDraftAsync(plan.Directive!, etag, [.. plan.Tasks.Where(task => written.Contains(task.Number))], plan.Dropped, cancellationToken);
    }

    /// <summary>
    /// A row without a number that says what a task of the draft says is that task: sent twice, a sheet adds nothing the second time.
    /// </summary>
    private static IReadOnlyList<SheetTask> Matched(IReadOnlyList<SheetTask> rows, IReadOnlyList<DirectiveTask> drafts)
    {
        var named = rows.Select(row => row.Number).OfType<int>().ToHashSet();
        var free = drafts.Where(draft => !named.Contains(draft.Number)).ToList();
        var matched = new List<SheetTask>();
        foreach (var row in rows)
        {
            var same = row.Number is null ? free.Find(draft => NameText.Folded(draft.Draft.Text) == NameText.Folded(row.Text)) : null;
            if (same is not null) free.Remove(same);
            matched.Add(same is null ? row : row with { Number = same.Number });
        }

        return matched;
    }

    private async Task<bool> HoldsAsync(Directive left, TaskSheet sheet, CancellationToken cancellationToken)
    {
        var drafts = await directives.DraftAsync(left.Id, cancellationToken);
        return sheet.Tasks.Any(task => task.Number is { } number
            ? drafts.Any(draft => draft.Number == number)
            : drafts.Any(draft => NameText.Folded(draft.Draft.Text) == NameText.Folded(task.Text)));
    }

    private async Task<string> IdOfAsync(TaskSheet sheet, CancellationToken cancellationToken)
    {
        // What is known by its number is, whatever else the sheet says: a copy of a sheet with another number is another directive's.
        if (!TaskTemplate.IsKnownByNumber(sheet.Head) && sheet.DraftId is { } id && await directives.FindAsync(id, cancellationToken) is not null) return id;
        var words = string.Join('\n', [sheet.Head.Kind, sheet.Head.Number, sheet.Head.Issuer, sheet.Head.Title, .. sheet.Head.Title is null ? sheet.Tasks.Select(task => task.Text) : []]);
        return ImportDirective.IdOf(sheet.Head, words);
    }

    private static DirectiveTask Task(string directiveId, int number, SheetTask sheet, DirectiveTask? before)
    {
        var draft = before?.Draft ?? new TaskDraft { No = number, Text = "", Kind = TaskKind.OneOff, Source = new Source(0, 0) };
        draft = draft with
        {
            Text = sheet.Text,
            Directing = sheet.Directing ?? draft.Directing,
            Lead = sheet.Lead ?? draft.Lead,
            Coordinating = sheet.Coordinating ?? draft.Coordinating,
            Audience = sheet.Audience ?? draft.Audience,
            ReportTo = sheet.ReportTo ?? draft.ReportTo,
            Deadline = sheet.Deadline.IsThere ? sheet.Deadline.Day : draft.Deadline,
            Time = sheet.Time.IsThere ? sheet.Time.Time : draft.Time,
            Start = sheet.Start.IsThere ? sheet.Start.Day : draft.Start,
            Recurrence = sheet.Recurrence.IsThere ? sheet.Recurrence.Rule : draft.Recurrence,
            Targets = sheet.Targets ?? draft.Targets,
            Section = sheet.Section.IsThere ? sheet.Section.Text : draft.Section,
        };
        draft = draft with { Kind = sheet.Kind ?? KindOf(draft, before) };
        var task = (before ?? new DirectiveTask { DirectiveId = directiveId, Number = number, Title = "", Draft = draft }) with { Draft = draft };
        task = WithQuote(task, sheet, before);
        return before?.Draft.Text == draft.Text ? task : task with { Title = TaskTitle.Of(draft, ImportDirective.TitleCharacters) };
    }

    // The words of the document stay what they were, however the task is put.
    private static DirectiveTask WithQuote(DirectiveTask task, SheetTask sheet, DirectiveTask? before)
    {
        var old = before is null ? null : TaskTemplate.QuoteOf(before);
        var quote = sheet.Quote.IsThere ? sheet.Quote.Text : old;
        var source = quote == old ? task.Draft.Source : new Source(0, quote?.Length ?? 0);
        return task with { Draft = task.Draft with { Source = source }, Quote = quote == task.Draft.Text ? null : quote };
    }

    private static TaskKind KindOf(TaskDraft draft, DirectiveTask? before) =>
        draft.Recurrence is not null ? TaskKind.Recurring
        : draft.Deadline is not null ? TaskKind.OneOff
        : draft.Targets.Count > 0 ? TaskKind.Target
        : before?.Draft.Kind ?? TaskKind.OneOff;

    // Records with lists are equal by what is stored of them.
    private static bool IsSame(DirectiveTask task, DirectiveTask other) => StoredJson.Write(task) == StoredJson.Write(other);
}
