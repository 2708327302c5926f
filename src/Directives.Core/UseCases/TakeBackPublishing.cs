namespace Directives.Core;

/// <summary>
/// "Hoàn tác", "thu hồi", within ten minutes of a publishing and before any unit has reported on it: the assignments end, what they superseded is
/// owed again, the directive is a draft whose items keep their numbers. It begins with the directive's head; from then on every further write can
/// be repeated, so that a taking back that was broken off is finished by <see cref="ResumeAsync"/>.
/// </summary>
public sealed class TakeBackPublishing(
    DirectiveTable directives, WorkTable work, ProgressTable progress, SupersedeTasks supersede, TimeProvider time) : IUseCase
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, command, cancellationToken) is not var (directive, etag)) return new SayReply("unpublish.none");
        // Delivered again after another publishing it must not take that one back.
        if (turn.IsRepeat && directive.TakenBack?.Operation == turn.Operation)
        {
            return directive.Stage == DirectiveStage.Draft ? await DoneAsync(turn, directive, cancellationToken) : new SayReply("repeat.done");
        }

        if (turn.Sender.Role != Role.Clerk && directive.PublishedBy != turn.Sender.Id) return new SayReply(new Phrase("role.denied", ("role", (Phrase)"role.clerk")));
        if (directive.Stage != DirectiveStage.Published) return new SayReply("unpublish.none");
        // Taken back and published again it is another publishing than the card tells of.
        if (command.Shown is { } shown && Fingerprint.Of(directive.PublishedAs ?? "") != shown) return StaleCard.Old(turn);
        var tasks = await directives.TasksAsync(directive.Id, cancellationToken);
        turn.Show([.. tasks.Select(task => task.Number)]);
        var example = tasks.Count > 0 ? new Phrase("unpublish.instead", ("no", tasks[0].Number)) : null;
        if (turn.Now - directive.PublishedAt >= PublishDirective.NoticeDelay) return Refuse(new Phrase("unpublish.late", ("directive", directive.Label)), example);
        foreach (var task in tasks)
        {
            foreach (var unit in await progress.OfTaskAsync(task.Number, cancellationToken))
            {
                if (await work.FindAsync(unit.UnitId, task.Number, cancellationToken) is not { Value: var owed }) continue;
                var name = turn.Roster.FindUnit(unit.UnitId)?.Name ?? unit.UnitId;
                if (owed.Ended is { } ended) return Refuse(new Phrase("ended.line", ("task", new TaskName(task.Number, task.Title)), ("ended", EndedTask.How(ended))), example);
                if (IsTouched(owed)) return Refuse(new Phrase("unpublish.reported", ("unit", name), ("task", new TaskName(task.Number, task.Title))), example);
            }
        }

        // What was published some messages ago may not be what is meant.
        if (turn.Talk.UndoDirective != directive.Id && !command.Confirmed)
        {
            return new SayReply(new Phrase("unpublish.check", ("directive", directive.Label), ("n", tasks.Count)))
            {
                Choices = [new Choice("btn.takeBack", Command.At(Step.TakeBack) with { DirectiveId = directive.Id, Confirmed = true, Shown = Fingerprint.Of(directive.PublishedAs ?? "") }), Choices.Nothing],
            };
        }

        var begun = directive with { Stage = DirectiveStage.TakingBack, TakenBack = new TakenBack(turn.Operation, turn.Now, turn.Sender.Id) };
        try
        {
            etag = await directives.ReplaceHeadAsync(begun, etag, cancellationToken);
        }
        catch (StoreConflictException)
        {
            // Another clerk was first.
            return new SayReply("unpublish.none");
        }

        turn.HasChanged = true;
        return await DoneAsync(turn, await FinishAsync(begun, etag, cancellationToken), cancellationToken);
    }

    /// <summary>Finishes what a killed process left half taken back; a younger one may still be going on.</summary>
    public async Task<int> ResumeAsync(CancellationToken cancellationToken)
    {
        var resumed = 0;
        foreach (var directive in await directives.ListAsync(cancellationToken))
        {
            if (directive.Stage != DirectiveStage.TakingBack || time.GetUtcNow() - directive.TakenBack!.At < Longest) continue;
            if (await directives.FindAsync(directive.Id, cancellationToken) is not { Value.Stage: DirectiveStage.TakingBack } left) continue;
            await FinishAsync(left.Value, left.ETag, cancellationToken);
            resumed++;
        }

        return resumed;
    }

    private async Task<Directive> FinishAsync(Directive directive, string etag, CancellationToken cancellationToken)
    {
        var taken = directive.TakenBack!;
        var drafts = await directives.DraftAsync(directive.Id, cancellationToken);
        var numbered = PublishDirective.Numbered(directive, drafts);
        int[] numbers = [.. numbered.Select(task => task.Number)];
        var ending = new Ending(EndingKind.TakenBack, taken.At, taken.By) { Operation = taken.Operation };
        // Once it has begun it goes through: what a unit reports at this very moment stands in its history.
        await supersede.EndAsync(directive, numbers, ending, HistoryKind.TakenBack, openOnly: false, cancellationToken);
        await supersede.RestoreAsync(directive, numbered, cancellationToken);
        await directives.RemoveTasksAsync(directive.Id, numbers, cancellationToken);
        var draft = directive with
        {
            Stage = DirectiveStage.Draft,
            // Also of items that were dropped before: a number is never given to another task.
            Kept = [.. directive.Kept.ExceptBy(drafts.Select(task => task.Number), one => one.Item), .. drafts.Select((task, i) => new KeptNumber(task.Number, numbers[i]))],
        };
        try
        {
            await directives.ReplaceHeadAsync(draft, etag, cancellationToken);
        }
        catch (StoreConflictException)
        {
            // Another copy finished the same.
        }

        return draft;
    }

    private async Task<Reply> DoneAsync(Turn turn, Directive directive, CancellationToken cancellationToken)
    {
        var drafts = await directives.DraftAsync(directive.Id, cancellationToken);
        turn.Talk = turn.Talk with { UndoDirective = null, DraftId = directive.Id, DraftItem = drafts is [var first, ..] ? first.Number : 0 };
        List<Phrase> lines =
        [
            drafts.Count > 0
                ? new Phrase("unpublish.done", ("directive", directive.Label), ("n", drafts.Count))
                : new Phrase("unpublish.done.none", ("directive", directive.Label)),
        ];
        if (directive.Earlier.Any(earlier => earlier.DirectiveId is not null) || drafts.Any(task => task.Supersedes.Count > 0)) lines.Add("unpublish.restored");
        return new SayReply(lines) { Buttons = turn.Sender.Role == Role.Clerk ? ReviewDraft.Offer(directive.Id, drafts) : [] };
    }

    private async Task<(Directive Value, string ETag)?> FindAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if ((command.DirectiveId ?? turn.Talk.UndoDirective) is { } id) return await directives.FindAsync(id, cancellationToken);
        // What was said last may be forgotten; the directive says itself who published it and when.
        var own = (await directives.ListAsync(cancellationToken))
            .Where(one => one.PublishedBy == turn.Sender.Id && (one.Stage == DirectiveStage.Published || (turn.IsRepeat && one.TakenBack?.Operation == turn.Operation)))
            .MaxBy(one => one.PublishedAt);
        return own is null ? null : await directives.FindAsync(own.Id, cancellationToken);
    }

    private static bool IsTouched(Assignment task) => task.ReportedAt is not null || task.Extension is not null || task.Obstacle is not null || task.Answer is not null || task.Evidence.Count > 0;

    private static SayReply Refuse(Phrase why, Phrase? instead) => instead is null ? new SayReply(why) : new SayReply(why, instead);
}
