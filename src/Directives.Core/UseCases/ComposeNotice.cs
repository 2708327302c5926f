namespace Directives.Core;

/// <summary>What a notice says, from what is true at the moment it is sent.</summary>
public sealed class ComposeNotice(
    WorkTable work, DirectiveTable directives, RosterTable rosters, OpenRequests requests, ComposeDaily daily, ComposeGroupDigest groupDigest, GroupTable groups, CredentialExpiry expiry, TimeProvider time)
{
    private const int Shown = 4;

    /// <summary>News of tasks that nobody could be told for so long is no news: the lists hold it.</summary>
    private static readonly TimeSpan NewsAge = TimeSpan.FromDays(3);

    /// <returns>Null when there is nothing left to say: done meanwhile, taken back, overtaken, or too old.</returns>
    public async Task<Reply?> HandleAsync(Notice notice, Person person, CancellationToken cancellationToken)
    {
        // Of the unit that it was when this was planned; who has moved since hears of the new one by its lists.
        if (notice.Kind is NoticeKind.NewTasks or NoticeKind.OwnReminder && person.Role == Role.Principal && person.UnitId != notice.UnitId) return null;
        if (notice.Kind == NoticeKind.NewTasks) return await NewTasksAsync(notice, cancellationToken);
        if (notice.Kind == NoticeKind.CredentialsExpiring) return CredentialNotices.Compose(expiry, time.Today());
        if (notice.Kind == NoticeKind.Daily) return await daily.HandleAsync(notice, person, cancellationToken);
        if (notice.Kind == NoticeKind.GroupDigest) return await groupDigest.HandleAsync(notice, person, cancellationToken);
        if (notice.Kind == NoticeKind.GroupDigestEnded) return await GroupDigestEndedAsync(notice, cancellationToken);
        if (notice.Kind == NoticeKind.DataErased) return await DataErasedAsync(notice, cancellationToken);
        if (notice.Kind == NoticeKind.OwnReminder) return await OwnReminderAsync(notice, cancellationToken);
        if (notice.Kind == NoticeKind.UnitEnded) return await UnitEndedAsync(notice, cancellationToken);
        if (await work.FindAsync(notice.UnitId, notice.Tasks[0], cancellationToken) is not { Value: var task }) return null;
        var roster = await rosters.LoadAsync(cancellationToken);
        var unit = roster.FindUnit(notice.UnitId);
        if (unit is null || !roster.MaySee(person, unit.Id)) return null;
        var name = new TaskName(task.Task, task.Title);
        string Who(string id) => roster.FindPerson(id)?.Name ?? id;
        if (task.Ended is { } ended)
        {
            return notice.Kind == NoticeKind.TaskWithdrawn && ended.Kind == EndingKind.Withdrawn && ended.At == notice.Occasion ? new SayReply(EndedTask.Line(task.Task, task.Title, ended)) : null;
        }

        return notice.Kind switch
        {
            NoticeKind.ExtensionAsked when task.Extension is { } asked && asked.At == notice.Occasion => await AskedAsync(unit, task, asked, cancellationToken),
            NoticeKind.ObstacleReported when !task.State.IsDone && task.Obstacle is { } met && met.At == notice.Occasion => await MetAsync(unit, task, name, met, cancellationToken),
            NoticeKind.ObstacleAnswered when task.Answer is { } answer && answer.At == notice.Occasion =>
                new SayReply(AnswerObstacle.Line(task, answer, Who(answer.By))) { Buttons = [Choices.Task(task.Task)] },
            NoticeKind.ExtensionDecided when task.Decision is { } decided && decided.At == notice.Occasion => Decided(task, name, decided, Who(decided.By)),
            NoticeKind.Nudge when !task.State.IsDone && roster.FindPerson(notice.From ?? "") is { } from =>
                new SayReply(RemindUnits.Text(from, name, task.Due)) { Choices = [Choices.Done(task)], Buttons = [Choices.Done(task), Choices.Percent(task.Task), Choices.Extend.On(task.Task), Choices.Obstacle.On(task.Task)] },
            _ => null,
        };
    }

    private async Task<Reply?> NewTasksAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() - notice.NotBefore > NewsAge) return null;
        var directive = notice.DirectiveId is { } id ? (await directives.FindAsync(id, cancellationToken))?.Value : null;
        if (notice is { DirectiveId: not null, Publishing: { } publishing } && (directive is not { Stage: DirectiveStage.Published } || directive.PublishedAs != publishing)) return null;
        var open = new List<Assignment>();
        foreach (var number in notice.Tasks)
        {
            // Being withdrawn just now: who is told of it as new would have to be told of that too.
            if (directive is not null && directive.Withdrawing.Any(one => one.Task == number)) continue;
            if (await work.FindAsync(notice.UnitId, number, cancellationToken) is { Value: { IsOpen: true } task }) open.Add(task);
        }

        var earlier = await EarlierAsync(notice, cancellationToken);
        if (open.Count == 0 && earlier.Count == 0) return null;
        var lines = open.OrderBy(task => task.Due ?? DateOnly.MaxValue).Take(Shown).Select(New).ToList();
        if (open.Count > lines.Count) lines.Add(new Phrase("notice.new.more", ("n", open.Count - lines.Count)));
        lines.AddRange(earlier);
        return new SayReply(lines) { Buttons = open is [var only] ? [Choices.Task(only.Task)] : [Choices.Open] };
    }

    private async Task<Reply?> OwnReminderAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (await directives.FindIndexedAsync(notice.Tasks[0], cancellationToken) is not { Ended: null } task) return null;
        var owed = (await work.FindAsync(notice.UnitId, task.Number, cancellationToken))?.Value;
        if (owed is { IsOpen: false }) return null;
        var (name, due) = (("task", (object)new TaskName(task.Number, task.Title)), owed?.Due ?? task.Due);
        return new SayReply(due is { } day ? new Phrase("remind.now", name, ("date", day), ("left", new Left(day))) : new Phrase("remind.now.noDue", name))
        {
            Choices = owed is null ? [] : [Choices.Done(owed), Choices.Extend.On(owed.Task)],
            Buttons = owed is null ? [Choices.Units(task.Number)] : [],
        };
    }

    private async Task<Reply?> GroupDigestEndedAsync(Notice notice, CancellationToken cancellationToken)
    {
        var group = (await groups.FindAsync(notice.Group!.Channel, notice.Group.ConversationId, cancellationToken))?.Value;
        return new SayReply(new Phrase("group.digest.ended", ("group", group is null ? (Phrase)"group.noName" : SendGroupDigest.NameOf(group))));
    }

    private async Task<Reply?> DataErasedAsync(Notice notice, CancellationToken cancellationToken)
    {
        var roster = await rosters.LoadAsync(cancellationToken);
        return roster.FindPerson(notice.From!) is { } erased
            ? new SayReply(new Phrase("data.notice", ("name", erased.Name), ("unit", roster.FindUnit(erased.UnitId)?.Name ?? erased.UnitId)))
            : null;
    }

    private async Task<Reply?> UnitEndedAsync(Notice notice, CancellationToken cancellationToken)
    {
        var roster = await rosters.LoadAsync(cancellationToken);
        if (roster.FindUnit(notice.UnitId) is not { } unit || !unit.HasEndedBy(time.Today())) return null;
        var open = await work.OpenUntilAsync(unit.Id, null, cancellationToken);
        return open.Count > 0 ? HandOverTasks.Offer(new EndedUnit(unit, open), roster, time.Today()) : null;
    }

    /// <summary>What the publishing did to tasks that the unit had before.</summary>
    private async Task<IReadOnlyList<Phrase>> EarlierAsync(Notice notice, CancellationToken cancellationToken)
    {
        var lines = new List<Phrase>();
        foreach (var number in notice.Earlier)
        {
            if (await work.FindAsync(notice.UnitId, number, cancellationToken) is not { Value: var task }) continue;
            if (task.Ended is { } ended) lines.Add(EndedTask.Line(task.Task, task.Title, ended));
            else if (task is { IsOpen: true, Moved: { } moved } && task.Due == moved.Until)
            {
                lines.Add(new Phrase("notice.extended", ("task", new TaskName(task.Task, task.Title)), ("date", moved.Until), ("directive", moved.DirectiveLabel)));
            }
        }

        const int Most = 2 * Shown;
        if (lines.Count <= Most) return lines;
        return [.. lines.Take(Most), new Phrase("notice.earlier.more", ("n", lines.Count - Most))];
    }

    private static Phrase New(Assignment task)
    {
        var name = new TaskName(task.Task, task.Title);
        return task.Due is { } due
            ? new Phrase("notice.new", ("task", name), ("date", due), ("directive", task.DirectiveLabel))
            : new Phrase("notice.new.noDue", ("task", name), ("directive", task.DirectiveLabel));
    }

    private Task<RequestsReply> AskedAsync(Unit unit, Assignment task, ExtensionRequest asked, CancellationToken cancellationToken)
    {
        List<Phrase> lines = [new Phrase("notice.extension", ("unit", unit.Name), ("task", new TaskName(task.Task, task.Title)), ("old", task.Due!.Value), ("new", asked.Until))];
        if (asked.Reason is { } reason) lines.Add(new Phrase("extend.reason", ("words", reason)));
        var request = Request(unit, task);
        request = request with { Progress = request.Progress with { Obstacle = null } };
        return requests.ShowOneAsync(OpenRequests.Heading(request), request, time.Today(), lines, cancellationToken);
    }

    private Task<RequestsReply> MetAsync(Unit unit, Assignment task, TaskName name, Obstacle met, CancellationToken cancellationToken)
    {
        List<Phrase> lines = [new Phrase("notice.obstacle", ("unit", unit.Name), ("task", name), ("words", met.Note))];
        if (met.Proposal is { } proposal) lines.Add(new Phrase("obstacle.proposal", ("words", proposal)));
        var request = Request(unit, task);
        request = request with { Progress = request.Progress with { Extension = null } };
        return requests.ShowOneAsync(OpenRequests.Heading(request), request, time.Today(), [.. lines, AnswerObstacle.Example(request)], cancellationToken);
    }

    private static OpenRequest Request(Unit unit, Assignment task) =>
        new(unit, new IndexedTask(task.Task, task.DirectiveId, task.DirectiveLabel, task.Title, task.Due), UnitProgress.Of(task));

    private static SayReply Decided(Assignment task, TaskName name, ExtensionDecision decided, string leader)
    {
        if (decided.Until is { } until)
        {
            return new SayReply(until == decided.Asked
                ? new Phrase("extend.approved", ("task", name), ("date", until), ("leader", leader))
                : new Phrase("extend.other", ("task", name), ("date", until), ("asked", decided.Asked)));
        }

        List<Phrase> lines = [new Phrase("extend.rejected", ("task", name), ("date", task.Due!.Value))];
        if (decided.Reason is { } reason) lines.Add(new Phrase("extend.reason", ("words", reason)));
        return new SayReply(lines);
    }
}
