namespace Directives.Core;

/// <summary>
/// A clerk sends a sheet of tasks back: the draft becomes what is in it. If tasks of the draft have no row any more, that is asked first, and the
/// file is held meanwhile.
/// </summary>
public sealed class ReplaceDraft(IDocumentReader documents, ImportTasks import, IFileStore files) : IUseCase
{
    private const int ErrorsSaid = 5;
    private const int Attempts = 3;

    /// <returns>Null for a file that is no sheet of tasks.</returns>
    /// <exception cref="UnreadableFileException">The file cannot be read.</exception>
    public async Task<Reply?> ReadAsync(Turn turn, IncomingFile file, CancellationToken cancellationToken)
    {
        if (!file.Name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)) return null;
        var rows = documents.ReadRows(file.Name, file.Content);
        return ImportTasks.Recognises(rows) ? await TakeAsync(turn, file, rows, [], cancellationToken) : null;
    }

    /// <summary>The clerk agrees that tasks are dropped.</summary>
    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (turn.Sender.Role != Role.Clerk) return new SayReply(new Phrase("role.denied", ("role", (Phrase)"role.clerk")));
        if (turn.Talk.Sheet is not { } held || held.DirectiveId != command.DirectiveId || (command.Shown is { } shown && shown != held.FileId) || !TalkState.IsFresh(held.At, turn.Now)
            || await files.ReadHeldAsync(held.FileId, cancellationToken) is not { } content)
        {
            return new SayReply("sheet.gone");
        }

        var reply = await TakeAsync(turn, new IncomingFile(held.Name, content), documents.ReadRows(held.Name, content), held.Drops, cancellationToken);
        if (turn.Talk.Sheet == held)
        {
            turn.Talk = turn.Talk with { Sheet = null };
            await files.DropHeldAsync(held.FileId, cancellationToken);
        }

        return reply;
    }

    /// <param name="agreed">The tasks that the clerk was shown as dropped.</param>
    private async Task<Reply> TakeAsync(Turn turn, IncomingFile file, IReadOnlyList<SheetRow> rows, IReadOnlyList<int> agreed, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var plan = (await import.PlanAsync(rows, turn.Sender, cancellationToken))!;
            if (plan.Errors.Count > 0) return Errors(turn, file, plan);
            var directive = plan.Directive!;
            if (plan.IsPublished) return new SayReply(new Phrase("sheet.assigned", ("directive", directive.Label)));
            if (plan.Dropped.Except(agreed).Any()) return await AskAsync(turn, file, plan, cancellationToken);
            try
            {
                await import.ApplyAsync(plan, cancellationToken);
            }
            catch (StoreConflictException) when (attempt < Attempts)
            {
                // Somebody changed the draft: what is to become of it is looked at anew.
                continue;
            }

            turn.HasChanged |= !plan.IsUnchanged;
            turn.Talk = turn.Talk with { DraftId = directive.Id, DraftItem = plan.Tasks[0].Number, UndoDirective = null };
            List<Phrase> lines = [Done(plan)];
            int[] incomplete = [.. plan.Tasks.Where(task => ReviewDraft.Missing(task.Draft).Count > 0).Select(task => task.Number)];
            if (incomplete.Length > 0) lines.Add(new Phrase("sheet.incomplete", ("numbers", new Names([.. incomplete.Select(number => turn.Words.Number(number))]))));
            if (plan.Ignored.Count > 0) lines.Add(new Phrase("sheet.ignored", ("names", new Names(plan.Ignored))));
            return new SayReply(lines) { Choices = ReviewDraft.Offer(directive.Id, plan.Tasks) };
        }
    }

    private static Phrase Done(TasksPlan plan) =>
        plan.IsNew ? new Phrase("sheet.created", ("directive", plan.Directive!.Label), ("n", plan.Tasks.Count))
        : plan.IsUnchanged ? new Phrase("sheet.same", ("directive", plan.Directive!.Label))
        : new Phrase("sheet.updated", ("directive", plan.Directive!.Label), ("changed", plan.Changed.Count), ("added", plan.Added.Count), ("dropped", plan.Dropped.Count));

    private static SayReply Errors(Turn turn, IncomingFile file, TasksPlan plan) => new(
    [
        new Phrase("sheet.errors", ("name", FileName.Shown(file.Name)), ("n", plan.ErrorCount)),
        .. plan.Errors.Take(ErrorsSaid).Select(error => new Phrase("sheet.error", ("text", error.Text(turn.Sender.Language)))),
    ]);

    private async Task<Reply> AskAsync(Turn turn, IncomingFile file, TasksPlan plan, CancellationToken cancellationToken)
    {
        var directive = plan.Directive!;
        var id = await files.HoldAsync(file.Content, turn.Now, cancellationToken);
        turn.Talk = turn.Talk with { Sheet = new HeldSheet(id, FileName.Shown(file.Name), directive.Id, plan.Dropped, turn.Now) };
        return new SayReply(new Phrase(
            "sheet.drops",
            ("directive", directive.Label),
            ("n", plan.Dropped.Count),
            ("numbers", new Names([.. plan.Dropped.Select(number => turn.Words.Number(number))]))))
        {
            Choices = [new Choice("btn.replaceDraft", Command.At(Step.ReplaceDraft) with { DirectiveId = directive.Id, Shown = id }), Choices.Nothing],
        };
    }
}
