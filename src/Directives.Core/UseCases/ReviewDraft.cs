using Directives.Language.Messages;
using Directives.Language.Prose;

namespace Directives.Core;

/// <summary>A clerk sends a document, looks through its draft task by task, drops what is none, and publishes the rest.</summary>
public sealed class ReviewDraft(IDocumentReader documents, ImportDirective import, ReplaceDraft replaceDraft, DirectiveTable directives, PublishDirective publish) : IUseCase
{
    public Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (turn.Sender.Role != Role.Clerk) return Task.FromResult<Reply>(new SayReply(new Phrase("role.denied", ("role", (Phrase)"role.clerk"))));
        return command.Step switch
        {
            Step.DropDraft => DropAsync(turn, command, cancellationToken),
            Step.CheckPublishing => CheckAsync(turn, command, cancellationToken),
            Step.Publish => PublishAsync(turn, command, cancellationToken),
            _ => ShowAsync(turn, command.DirectiveId ?? turn.Talk.DraftId, command.Item ?? 1, [], cancellationToken),
        };
    }

    /// <summary>Reads a file that was sent and keeps its draft.</summary>
    public async Task<Reply> ReadAsync(Turn turn, IncomingFile file, CancellationToken cancellationToken)
    {
        if (turn.Sender.Role != Role.Clerk) return new SayReply(new Phrase("role.denied", ("role", (Phrase)"role.clerk")));
        ImportedDirective? imported;
        try
        {
            if (await replaceDraft.ReadAsync(turn, file, cancellationToken) is { } replaced) return replaced;
            imported = await import.HandleAsync(documents.Read(file.Name, file.Content), turn.Sender, cancellationToken);
        }
        catch (UnreadableFileException unreadable)
        {
            return new SayReply(new Phrase("error.file", ("name", file.Name), ("reason", (Phrase)unreadable.Reason)));
        }

        if (imported is null) return new SayReply(new Phrase("draft.read.none", ("directive", file.Name)));
        var directive = imported.Directive;
        if (imported.WasKnown && directive.Stage != DirectiveStage.Draft)
        {
            return new SayReply(new Phrase("draft.known", ("directive", directive.Label), ("stage", (Phrase)"stage.published")));
        }

        int[] incomplete = [.. imported.Tasks.Where(task => Missing(task.Draft).Count > 0).Select(task => task.Number)];
        turn.Talk = turn.Talk with { DraftId = directive.Id, DraftItem = 1 };
        return new SayReply(incomplete.Length > 0
            ? new Phrase(
                "draft.read",
                ("directive", directive.Label),
                ("n", imported.Tasks.Count),
                ("numbers", new Names([.. incomplete.Select(number => turn.Words.Number(number))])))
            : new Phrase("draft.read.complete", ("directive", directive.Label), ("n", imported.Tasks.Count)))
        {
            Choices = Open(directive.Id, imported.Tasks.Count),
        };
    }

    /// <summary>What can be done with a draft that was just read.</summary>
    internal static IReadOnlyList<Choice> Open(string directiveId, int count) => [Show("btn.firstDraft", directiveId, 1), Check(directiveId, count)];

    /// <summary>Changes the draft as the clerk says: "việc 4 chủ trì Phòng Nội vụ, hạn 31/12", "bỏ 3", "gộp 2 và 3", "tách 5", "thêm việc: ...".</summary>
    public async Task<Reply> EditAsync(Turn turn, DraftEdit edit, CancellationToken cancellationToken)
    {
        var id = turn.Talk.DraftId!;
        if ((await directives.FindAsync(id, cancellationToken))?.Value.Stage != DirectiveStage.Draft) return new SayReply("draft.none");
        var drafts = await directives.DraftAsync(id, cancellationToken);
        if (edit.Add is { } added)
        {
            // Said again, or delivered again, it is there already.
            if (drafts.FirstOrDefault(draft => draft.Draft.Text == added) is { } known) return await ShowAsync(turn, id, known.Number, [new Phrase("draft.added", ("no", known.Number))], cancellationToken);
            var number = (drafts.Count > 0 ? drafts[^1].Number : 0) + 1;
            if (!await ChangeAsync(turn, id, [DraftOf(id, number, added)], [], cancellationToken)) return new SayReply("draft.none");
            return await ShowAsync(turn, id, number, [new Phrase("draft.added", ("no", number))], cancellationToken);
        }

        var item = edit.Item ?? turn.Talk.DraftItem;
        if (drafts.FirstOrDefault(draft => draft.Number == item) is not { } task) return new SayReply(new Phrase("draft.unknown", ("no", item)));
        if (edit.Drop) return await DropAsync(turn, Command.At(Step.DropDraft) with { DirectiveId = id, Item = item }, cancellationToken);
        if (edit.MergeWith is { } with)
        {
            if (with == item || drafts.FirstOrDefault(draft => draft.Number == with) is not { } other) return new SayReply(new Phrase("draft.unknown", ("no", with)));
            if (!await ChangeAsync(turn, id, [Merge(task, other)], [with], cancellationToken)) return new SayReply("draft.none");
            return await ShowAsync(turn, id, item, [new Phrase("draft.merged", ("no", with), ("into", item))], cancellationToken);
        }

        if (edit.Split)
        {
            var parts = task.Draft.Text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts.Length < 2) return new SayReply(new Phrase("draft.cannotSplit", ("no", item)));
            var next = drafts[^1].Number + 1;
            DirectiveTask[] split = [.. parts.Select((part, i) => Retitled(task with { Number = i == 0 ? item : next + i - 1, Draft = task.Draft with { Text = part } }))];
            if (!await ChangeAsync(turn, id, split, [], cancellationToken)) return new SayReply("draft.none");
            return await ShowAsync(turn, id, item, [new Phrase("draft.split", ("no", item), ("n", parts.Length))], cancellationToken);
        }

        var changed = task with
        {
            Draft = task.Draft with
            {
                Lead = edit.Lead ?? task.Draft.Lead,
                Audience = edit.Lead is null ? task.Draft.Audience : [],
                Coordinating = edit.Coordinating ?? task.Draft.Coordinating,
                Deadline = edit.Deadline ?? task.Draft.Deadline,
                Text = edit.Text ?? task.Draft.Text,
                Kind = edit.Deadline is not null && task.Draft.Kind == TaskKind.Ongoing ? TaskKind.OneOff : task.Draft.Kind,
            },
        };
        // What the directive itself says is kept beside the clerk's words.
        if (edit.Text is not null) changed = Retitled(changed with { Quote = TaskTemplate.QuoteOf(task) is { } quote && quote != edit.Text ? quote : null });
        if (!await ChangeAsync(turn, id, [changed], [], cancellationToken)) return new SayReply("draft.none");
        return await ShowAsync(turn, id, item, Unmatched(turn, edit), cancellationToken);
    }

    // Names that the roster does not hold are said at once, not only when everything is to be published.
    private static IReadOnlyList<Phrase> Unmatched(Turn turn, DraftEdit edit)
    {
        var names = UnitNames.Of(turn.Roster);
        string[] unmatched = [.. (edit.Lead ?? []).Concat(edit.Coordinating ?? []).Where(name => !names.Find(name, turn.Today).IsFound).Select(name => $"\"{name}\"")];
        return unmatched.Length > 0 ? [new Phrase("publish.unmatched", ("names", new Names(unmatched)))] : [];
    }

    private static DirectiveTask Merge(DirectiveTask task, DirectiveTask other) => task with
    {
        Draft = task.Draft with
        {
            Text = $"{task.Draft.Text.TrimEnd('.', ' ')}; {other.Draft.Text}",
            Lead = [.. task.Draft.Lead.Union(other.Draft.Lead)],
            Audience = [.. task.Draft.Audience.Union(other.Draft.Audience)],
            Coordinating = [.. task.Draft.Coordinating.Union(other.Draft.Coordinating)],
            Directing = [.. task.Draft.Directing.Union(other.Draft.Directing)],
            ReportTo = [.. task.Draft.ReportTo.Union(other.Draft.ReportTo)],
            Deadline = task.Draft.Deadline ?? other.Draft.Deadline,
        },
    };

    private async Task<bool> ChangeAsync(
        Turn turn, string directiveId, IReadOnlyList<DirectiveTask> written, IReadOnlyList<int> dropped, CancellationToken cancellationToken) =>
        turn.HasChanged = await directives.ChangeDraftAsync(directiveId, written, dropped, cancellationToken);

    private static DirectiveTask DraftOf(string directiveId, int number, string text) => Retitled(new DirectiveTask
    {
        DirectiveId = directiveId,
        Number = number,
        Title = "",
        Draft = new TaskDraft { No = number, Text = text, Kind = TaskKind.OneOff, Source = new Source(0, 0) },
    });

    private static DirectiveTask Retitled(DirectiveTask task) => task with { Title = TaskTitle.Of(task.Draft, ImportDirective.TitleCharacters) };

    /// <summary>What "5 rõ" (rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ kết quả) finds missing, as keys of the texts.</summary>
    public static IReadOnlyList<string> Missing(TaskDraft task) =>
    [
        .. Clarity.Missing(task).Select(unclear => unclear switch
        {
            Unclear.Person => "missing.who",
            Unclear.Time => "missing.when",
            Unclear.Result => "missing.result",
            _ => "missing.responsibility",
        }),
    ];

    private async Task<Reply> ShowAsync(
        Turn turn, string? directiveId, int item, IReadOnlyList<Phrase> before, CancellationToken cancellationToken)
    {
        var drafts = directiveId is null ? [] : await directives.DraftAsync(directiveId, cancellationToken);
        if (directiveId is null || drafts.Count == 0 || (await directives.FindAsync(directiveId, cancellationToken))?.Value.Stage != DirectiveStage.Draft)
        {
            return new SayReply([.. before, new Phrase("draft.none")]);
        }

        var position = drafts.TakeWhile(draft => draft.Number < item).Count();
        if (position == drafts.Count) return await CheckAsync(turn, Command.At(Step.CheckPublishing) with { DirectiveId = directiveId }, cancellationToken);
        var task = drafts[position];
        turn.Talk = turn.Talk with { DraftId = directiveId, DraftItem = task.Number };
        return new DraftReply
        {
            Before = before,
            No = task.Number,
            Of = drafts[^1].Number,
            Title = task.Title,
            Text = task.Draft.Text,
            Who = [.. task.Draft.Lead, .. task.Draft.Audience.Except(task.Draft.Lead)],
            Coordinating = task.Draft.Coordinating,
            Due = task.Draft.Deadline,
            Recurrence = task.Draft.Recurrence,
            Missing = Missing(task.Draft),
            Choices =
            [
                .. position + 1 < drafts.Count ? [Show("btn.nextDraft", directiveId, task.Number + 1)] : Array.Empty<Choice>(),
                Check(directiveId, drafts.Count),
                new Choice("btn.dropDraft", Command.At(Step.DropDraft) with { DirectiveId = directiveId, Item = task.Number }),
            ],
        };
    }

    private async Task<Reply> DropAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if ((command.DirectiveId ?? turn.Talk.DraftId) is not { } id || (command.Item ?? turn.Talk.DraftItem) is not (> 0 and var item)) return new SayReply("draft.none");
        if (!await ChangeAsync(turn, id, [], [item], cancellationToken)) return new SayReply("draft.none");
        return await ShowAsync(turn, id, item + 1, [new Phrase("draft.dropped", ("no", item))], cancellationToken);
    }

    private async Task<Reply> CheckAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if ((command.DirectiveId ?? turn.Talk.DraftId) is not { } id || await publish.PlanAsync(id, cancellationToken) is not { Tasks.Count: > 0 } plan)
        {
            return new SayReply("draft.none");
        }

        if (plan.Units == 0) return new SayReply("publish.nobody", new Phrase("publish.unmatched", ("names", new Names(plan.Unmatched))));
        List<Phrase> lines = [new Phrase("publish.check", ("n", plan.Tasks.Count), ("units", plan.Units))];
        var unmatched = plan.Unmatched;
        if (unmatched.Count > 0) lines.Add(new Phrase("publish.unmatched", ("names", new Names([.. unmatched.Select(name => $"\"{name}\"")]))));
        var yes = Command.At(Step.Publish) with { DirectiveId = id };
        return new SayReply(lines)
        {
            Choices =
            [
                new Choice(unmatched.Count > 0 ? new Phrase("btn.publishRest", ("n", unmatched.Count)) : "btn.publishNow", yes),
                new Choice("btn.notYet", Command.At(Step.Nothing)),
            ],
        };
    }

    private async Task<Reply> PublishAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (command.DirectiveId is not { } id) return new SayReply("draft.none");
        if (await publish.HandleAsync(id, cancellationToken) is not { } published)
        {
            return await directives.FindAsync(id, cancellationToken) is { Value: { Stage: not DirectiveStage.Draft } known }
                ? new SayReply(new Phrase("draft.known", ("directive", known.Label), ("stage", (Phrase)"stage.published")))
                : new SayReply("draft.none");
        }

        turn.HasChanged = true;
        turn.Talk = turn.Talk with { DraftId = null, DraftItem = 0 };
        var last = published.FirstTask + published.Plan.Tasks.Count - 1;
        turn.Show([.. Enumerable.Range(published.FirstTask, published.Plan.Tasks.Count)]);
        return new SayReply(
            new Phrase("publish.done", ("n", published.Plan.Tasks.Count), ("from", published.FirstTask), ("to", last), ("units", published.Plan.Units)),
            new Phrase("publish.later", ("time", turn.Now + PublishDirective.NoticeDelay)));
    }

    private static Choice Show(Phrase label, string directiveId, int item) =>
        new(label, Command.At(Step.ShowDraft) with { DirectiveId = directiveId, Item = item });

    private static Choice Check(string directiveId, int count) =>
        new(new Phrase("btn.publish", ("n", count)), Command.At(Step.CheckPublishing) with { DirectiveId = directiveId });
}
