namespace Directives.Core;

/// <summary>
/// "Thu hồi việc 31 vì ...": the clerk withdraws one task from all units that have not finished it. It needs a reason, is shown first, and the
/// units are told. It begins with the directive's head and is finished by <see cref="ResumeAsync"/> where it was broken off.
/// </summary>
public sealed class WithdrawTask(DirectiveTable directives, ProgressTable progress, SupersedeTasks supersede, TimeProvider time) : IUseCase
{
    private const int Attempts = 5;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Whether at that moment no unit has been told of the directive's tasks.</summary>
    public static bool IsUntold(Directive directive, DateTimeOffset at) => at < directive.PublishedAt + PublishDirective.NoticeDelay;

    public static Command Of(int task, string? reason) => Command.At(Step.Withdraw) with { Slots = Choices.Of(task) with { Note = reason } };

    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (command.Slots.Tasks is not [{ Number: { } number }, ..]) return new SayReply("unpublish.none");
        if (await directives.FindIndexedAsync(number, cancellationToken) is not { } task) return new SayReply(new Phrase("task.unknown.all", ("no", number)));
        if (await directives.FindAsync(task.DirectiveId, cancellationToken) is not { } found) return new SayReply(new Phrase("task.unknown.all", ("no", number)));
        if (turn.Sender.Role != Role.Clerk && found.Value.PublishedBy != turn.Sender.Id) return new SayReply(new Phrase("role.denied", ("role", (Phrase)"role.clerk")));
        turn.Show(number);
        var name = new TaskName(number, task.Title);
        if (task.Ended is { } ended) return new SayReply(new Phrase("ended.line", ("task", name), ("ended", EndedTask.How(ended))));
        UnitProgress[] waiting = [.. (await progress.OfTaskAsync(number, cancellationToken)).Where(unit => unit.IsOpen)];
        var (open, shown) = (waiting.Length, Fingerprint.Of(waiting.Select(unit => unit.UnitId)));
        if (open == 0) return new SayReply(new Phrase("withdraw.finished", ("task", name)));
        if (command.Slots.Note is not { } reason)
        {
            turn.Await(Awaited.Reason, command);
            return new SayReply(new Phrase("withdraw.askReason", ("task", name)));
        }

        var isStale = command is { Confirmed: true, Shown: { } seen } && seen != shown;
        if (!command.Confirmed || isStale)
        {
            return new SayReply(new Phrase("withdraw.check", ("task", name), ("n", open)), new Phrase("extend.reason", ("words", reason)))
            {
                Before = isStale ? ["card.old"] : [],
                Choices = [new Choice("btn.withdraw", command with { Confirmed = true, Shown = shown }), Choices.Nothing],
            };
        }

        if (await BeginAsync(found.Value.Id, new Withdrawal(number, reason, turn.Operation, turn.Now, turn.Sender.Id), cancellationToken) is not var (begun, etag))
        {
            return new SayReply("unpublish.none");
        }

        turn.HasChanged = true;
        var units = await FinishAsync(begun, etag, number, cancellationToken);
        return new SayReply(new Phrase(IsUntold(begun, turn.Now) ? "withdraw.done.untold" : "withdraw.done", ("task", name), ("n", units)));
    }

    /// <summary>Finishes what a killed process left half withdrawn; a younger one may still be going on.</summary>
    public async Task<int> ResumeAsync(CancellationToken cancellationToken)
    {
        var resumed = 0;
        foreach (var directive in await directives.ListAsync(cancellationToken))
        {
            if (!directive.Withdrawing.Any(one => time.GetUtcNow() - one.At >= Longest)) continue;
            if (await directives.FindAsync(directive.Id, cancellationToken) is not { Value.Withdrawing.Count: > 0 } left) continue;
            await FinishAsync(left.Value, left.ETag, null, cancellationToken);
            resumed++;
        }

        return resumed;
    }

    private async Task<(Directive Value, string ETag)?> BeginAsync(string directiveId, Withdrawal withdrawal, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await directives.FindAsync(directiveId, cancellationToken) is not ({ Stage: DirectiveStage.Published } head, var etag)) return null;
            if (head.Withdrawing.Any(one => one.Task == withdrawal.Task)) return (head, etag);
            var begun = head with { Withdrawing = [.. head.Withdrawing, withdrawal] };
            try
            {
                return (begun, await directives.ReplaceHeadAsync(begun, etag, cancellationToken));
            }
            catch (StoreConflictException) when (attempt < Attempts)
            {
                // Another task of it is being withdrawn.
            }
        }
    }

    /// <returns>From how many units the task that was asked for was withdrawn.</returns>
    private async Task<int> FinishAsync(Directive directive, string etag, int? asked, CancellationToken cancellationToken)
    {
        var units = 0;
        foreach (var one in directive.Withdrawing)
        {
            var ending = new Ending(EndingKind.Withdrawn, one.At, one.By) { Operation = one.Operation, Reason = one.Reason };
            await directives.MarkAsync(one.Task, task => task.Ended is null ? task with { Ended = ending } : task, cancellationToken);
            var ended = await supersede.EndAsync(directive, [one.Task], ending, HistoryKind.Withdrawn, openOnly: true, cancellationToken);
            if (one.Task == asked) units = ended.Count;
        }

        try
        {
            await directives.ReplaceHeadAsync(directive with { Withdrawing = [] }, etag, cancellationToken);
        }
        catch (StoreConflictException)
        {
            // Another copy finished the same, or another task of it is being withdrawn; then that one finishes both.
        }

        return units;
    }
}
