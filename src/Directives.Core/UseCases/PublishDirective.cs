using Directives.Language.Prose;

namespace Directives.Core;

/// <summary>Who would get what, before a clerk says yes.</summary>
public sealed record PublishingPlan(Directive Directive, IReadOnlyList<PlannedTask> Tasks)
{
    /// <summary>The tasks that some unit will owe.</summary>
    public IReadOnlyList<PlannedTask> Going => [.. Tasks.Where(task => task.HasDoer)];

    /// <summary>The tasks that nobody would owe: published they would be in no list, so they stay drafts.</summary>
    public IReadOnlyList<PlannedTask> Left => [.. Tasks.Where(task => !task.HasDoer)];

    /// <summary>Whether there is anything that publishing would do.</summary>
    public bool HasEffect => Going.Count > 0 || (Tasks.Count == 0 && Earlier.Any(one => one.Found is not null && (one.Extended.Count > 0 || one.Open.Count > 0)));

    public IReadOnlyList<string> Unmatched => [.. Going.SelectMany(task => task.Unmatched).Distinct(StringComparer.Ordinal)];

    /// <summary>What it does to earlier directives.</summary>
    public IReadOnlyList<PlannedEarlier> Earlier { get; init; } = [];

    public int Units => Going.SelectMany(task => task.Duties.Keys).Distinct(StringComparer.Ordinal).Count();
}

/// <param name="Duties">Each unit's place in the chain of the task.</param>
/// <param name="Unmatched">Names that match no unit of the roster; they get nothing until a clerk says who is meant.</param>
public sealed record PlannedTask(DirectiveTask Task, IReadOnlyDictionary<string, Duty> Duties, IReadOnlyList<string> Unmatched)
{
    /// <summary>Who directs or helps does not do it.</summary>
    public bool HasDoer => Duties.Values.Any(duty => duty is Duty.Lead or Duty.Owe);
}

/// <param name="Plan">Its tasks have the numbers they were published under.</param>
public sealed record PublishedDirective(PublishingPlan Plan, SupersededTasks Earlier)
{
    /// <summary>The drafts that no unit does, and the draft that they are in now.</summary>
    public IReadOnlyList<DirectiveTask> Left { get; init; } = [];

    public string? LeftId { get; init; }

    public IReadOnlyList<int> Numbers => [.. Plan.Tasks.Select(task => task.Task.Number)];

    public int FirstTask => Numbers is [var first, ..] ? first : 0;

    /// <summary>The first and the last number, where none is missing between them.</summary>
    public (int First, int Last)? Range => Numbers is [var first, ..] numbers && numbers[^1] - first == numbers.Count - 1 ? (first, numbers[^1]) : null;
}

/// <summary>
/// Assigns a draft's tasks to units. The task numbers are taken and written into the directive's head first; from then on every further write
/// can be repeated, so that a publishing that was broken off is finished by <see cref="ResumeAsync"/> with the same numbers.
/// </summary>
public sealed class PublishDirective(
    DirectiveTable directives,
    WorkTable work,
    ProgressTable progress,
    OutboxTable outbox,
    RosterTable rosters,
    EarlierDirectives earlier,
    SupersedeTasks supersede,
    TimeProvider time)
{
    /// <summary>How long after publishing the units are told.</summary>
    public static readonly TimeSpan NoticeDelay = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LongestPublishing = TimeSpan.FromMinutes(1);

    private const int Attempts = 5;

    public async Task<PublishingPlan?> PlanAsync(string directiveId, CancellationToken cancellationToken)
    {
        if (await directives.FindAsync(directiveId, cancellationToken) is not { Value: { Stage: DirectiveStage.Draft } directive }) return null;
        var drafts = await directives.DraftAsync(directiveId, cancellationToken);
        return Plan(directive, drafts, await rosters.LoadAsync(cancellationToken), time.Today()) with { Earlier = await earlier.FindAsync(directive, cancellationToken) };
    }

    /// <inheritdoc cref="HandleAsync(string, Turn?, CancellationToken)"/>
    public Task<PublishedDirective?> HandleAsync(string directiveId, CancellationToken cancellationToken) => HandleAsync(directiveId, null, cancellationToken);

    /// <param name="turn">The message that publishes it; null where no message does.</param>
    /// <returns>Null when there is no such draft, it would do nothing, or somebody else has begun to publish it.</returns>
    public async Task<PublishedDirective?> HandleAsync(string directiveId, Turn? turn, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await directives.FindAsync(directiveId, cancellationToken) is not { Value.Stage: DirectiveStage.Draft } found) return null;
            var kept = found.Value.Kept.Select(one => one.Item).ToHashSet();
            var at = time.Now();
            var plan = Plan(found.Value, await directives.DraftAsync(directiveId, cancellationToken), await rosters.LoadAsync(cancellationToken), VietnamTime.Day(at)) with
            {
                Earlier = await earlier.FindAsync(found.Value, cancellationToken),
            };
            if (!plan.HasEffect) return null;
            var count = plan.Going.Count(task => !kept.Contains(task.Task.Number));
            var begun = found.Value with
            {
                Stage = DirectiveStage.Publishing,
                Earlier = [.. plan.Earlier.Select(one => one.Fixed())],
                Left = plan.Left.Count > 0 ? new LeftDrafts(string.Join(' ', found.Value.PartOf ?? directiveId, Keys.Instant(at)), [.. plan.Left.Select(task => task.Task.Number)]) : null,
                FirstTask = count > 0 ? await directives.TakeNumbersAsync(count, cancellationToken) : found.Value.FirstTask,
                PublishedAt = at,
                PublishedBy = turn?.Sender.Id,
                PublishedAs = turn?.Operation,
            };
            string etag;
            try
            {
                etag = await directives.ReplaceHeadAsync(begun, found.ETag, cancellationToken);
            }
            catch (StoreConflictException) when (attempt < Attempts)
            {
                // The draft was changed while the numbers were taken, and there may be too few of them; or another clerk publishes it.
                continue;
            }

            return await FinishAsync(begun, etag, cancellationToken);
        }
    }

    /// <summary>Finishes publishings that a killed process left half done; a younger one may still be going on.</summary>
    public async Task<int> ResumeAsync(CancellationToken cancellationToken)
    {
        var resumed = 0;
        foreach (var directive in await directives.ListAsync(cancellationToken))
        {
            if (directive.Stage != DirectiveStage.Publishing || time.GetUtcNow() - directive.PublishedAt < LongestPublishing) continue;
            if (await directives.FindAsync(directive.Id, cancellationToken) is not { Value.Stage: DirectiveStage.Publishing } left) continue;
            await FinishAsync(left.Value, left.ETag, cancellationToken);
            resumed++;
        }

        return resumed;
    }

    private async Task<PublishedDirective> FinishAsync(Directive directive, string etag, CancellationToken cancellationToken)
    {
        var roster = await rosters.LoadAsync(cancellationToken);
        var at = directive.PublishedAt!.Value;
        int[] left = [.. directive.Left?.Items ?? []];
        var drafts = await directives.DraftAsync(directive.Id, cancellationToken);
        var numbered = Numbered(directive, [.. drafts.Where(draft => !left.Contains(draft.Number))]);
        // As of the day it was begun: finished on another day it still goes to the same units.
        var plan = Plan(directive, numbered, roster, VietnamTime.Day(at));

        await directives.WriteTasksAsync(directive, [.. plan.Tasks.Select(task => task.Task with { Unmatched = task.Unmatched })], cancellationToken);
        var assigned = plan.Tasks.SelectMany(task => task.Duties.Select(duty => Assign(directive, task.Task, duty.Key, duty.Value)));
        var assignments = new List<Assignment>();
        foreach (var unit in assigned.GroupBy(assignment => assignment.UnitId, StringComparer.Ordinal))
        {
            assignments.AddRange(await work.AssignAsync(unit.Key, [.. unit.Select(assignment => (assignment, Assigned(directive, assignment, at)))], cancellationToken));
        }

        foreach (var task in assignments.GroupBy(assignment => assignment.Task)) await progress.AddAsync(task.Key, [.. task], cancellationToken);
        // After the new tasks are there: at no moment does a unit owe neither.
        var superseded = await supersede.HandleAsync(directive, numbered, cancellationToken);
        await PlanNoticesAsync(directive, assignments, superseded, roster, at, cancellationToken);
        DirectiveTask[] rest = [.. drafts.Where(draft => left.Contains(draft.Number))];
        if (rest.Length > 0) await directives.MoveDraftsAsync(directive.Id, Part(directive, [.. drafts.Except(rest)], numbered), rest, cancellationToken);
        try
        {
            await directives.ReplaceHeadAsync(directive with { Stage = DirectiveStage.Published, Left = null }, etag, cancellationToken);
        }
        catch (StoreConflictException)
        {
            // Another copy finished the same publishing, with the same numbers.
        }

        return new PublishedDirective(plan, superseded) { Left = rest, LeftId = rest.Length > 0 ? directive.Left!.Id : null };
    }

    /// <summary>The draft of what the publishing leaves. It knows what is published, so that no item gets a number that another had.</summary>
    private static Directive Part(Directive directive, IReadOnlyList<DirectiveTask> published, IReadOnlyList<DirectiveTask> numbered) => new()
    {
        Id = directive.Left!.Id,
        Head = directive.Head,
        Stage = DirectiveStage.Draft,
        ImportedAt = directive.ImportedAt,
        ImportedBy = directive.ImportedBy,
        PartOf = directive.PartOf ?? directive.Id,
        Kept = [.. directive.Kept.ExceptBy(published.Select(task => task.Number), one => one.Item), .. published.Select((task, i) => new KeptNumber(task.Number, numbered[i].Number))],
    };

    private async Task PlanNoticesAsync(
        Directive directive,
        IReadOnlyList<Assignment> assignments,
        SupersededTasks superseded,
        Roster roster,
        DateTimeOffset at,
        CancellationToken cancellationToken)
    {
        var byUnit = assignments.Where(assignment => assignment.Duty != Duty.Direct).ToLookup(assignment => assignment.UnitId, StringComparer.Ordinal);
        foreach (var person in roster.People.Where(person => person.Role == Role.Principal && roster.IsActive(person, VietnamTime.Day(at))))
        {
            if (!byUnit.Contains(person.UnitId) && !superseded.ByUnit.ContainsKey(person.UnitId)) continue;
            await outbox.PlanAsync(
                new Notice
                {
                    // Published again after it was taken back, it is another occasion.
                    Id = directive.TakenBack is null
                        ? string.Join(' ', "new", directive.Id, person.Id)
                        : string.Join(' ', "new", directive.Id, person.Id, directive.PublishedAs),
                    Kind = NoticeKind.NewTasks,
                    PersonId = person.Id,
                    NotBefore = at + NoticeDelay,
                    UnitId = person.UnitId,
                    Tasks = [.. byUnit[person.UnitId].Select(assignment => assignment.Task)],
                    Earlier = superseded.ByUnit.GetValueOrDefault(person.UnitId) ?? [],
                    DirectiveId = directive.Id,
                    Publishing = directive.PublishedAs,
                },
                cancellationToken);
        }
    }

    /// <summary>The draft's tasks with the numbers they are published under: those they kept, the others counted on from the first one taken.</summary>
    internal static DirectiveTask[] Numbered(Directive directive, IReadOnlyList<DirectiveTask> drafts)
    {
        var kept = directive.Kept.ToDictionary(one => one.Item, one => one.Number);
        var next = directive.FirstTask ?? 0;
        return [.. drafts.Select(draft => draft with { Number = kept.TryGetValue(draft.Number, out var number) ? number : next++ })];
    }

    private static PublishingPlan Plan(Directive directive, IReadOnlyList<DirectiveTask> tasks, Roster roster, DateOnly day)
    {
        var names = UnitNames.Of(roster);
        return new PublishingPlan(directive, [.. tasks.Select(task => PlanTask(task, roster, names, day))]);
    }

    private static PlannedTask PlanTask(DirectiveTask task, Roster roster, UnitNames names, DateOnly day)
    {
        var duties = new Dictionary<string, Duty>(StringComparer.Ordinal);
        var unmatched = new List<string>();
        // In this order: a unit that is named twice has the place that asks most of it.
        Add(task.Draft.Lead, Duty.Lead);
        Add(task.Draft.Audience, Duty.Owe);
        Add(task.Draft.Coordinating, Duty.Coordinate);
        Add(task.Draft.Directing, Duty.Direct);
        return new PlannedTask(task, duties, unmatched);

        void Add(IReadOnlyList<string> written, Duty duty)
        {
            foreach (var name in written)
            {
                var match = names.Find(name, day);
                if (!match.IsFound)
                {
                    unmatched.Add(name);
                    continue;
                }

                foreach (var unit in match.Units) duties.TryAdd(unit.Id, match.Group is not null && duty == Duty.Lead ? Duty.Owe : duty);
            }
        }
    }

    private static Assignment Assign(Directive directive, DirectiveTask task, string unitId, Duty duty) => new()
    {
        UnitId = unitId,
        Task = task.Number,
        DirectiveId = directive.Id,
        DirectiveLabel = directive.Label,
        Issued = directive.Head.Issued,
        Title = task.Title,
        Text = task.Draft.Text,
        Quote = task.Quote,
        Duty = duty,
        Kind = task.Draft.Kind,
        Due = task.Draft.Deadline,
        OwedFrom = OwedFrom(directive),
        DueTime = task.Draft.Time,
        Recurrence = task.Draft.Recurrence,
        Lead = task.Draft.Lead.Count > 0 ? task.Draft.Lead : task.Draft.Audience,
        Coordinating = task.Draft.Coordinating,
        ReportTo = task.Draft.ReportTo,
        AssignedAt = directive.PublishedAt,
        Version = 1,
    };

    // From the day of the paper, which may come to the clerk days later.
    private static DateOnly OwedFrom(Directive directive)
    {
        var published = VietnamTime.Day(directive.PublishedAt!.Value);
        return directive.Head.Issued is { } issued && issued < published ? issued : published;
    }

    private static HistoryEvent Assigned(Directive directive, Assignment assignment, DateTimeOffset at) => new()
    {
        Kind = HistoryKind.Assigned,
        At = at,
        By = directive.ImportedBy,
        Channel = "publish",
        MessageId = directive.TakenBack is null ? directive.Id : directive.Publishing,
        After = HistoryState.Of(assignment),
    };
}
