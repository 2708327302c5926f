using Directives.Language.Messages;
using Directives.Language.Prose;

namespace Directives.Core;

/// <summary>
/// "Văn bản này thay thế thông báo 45", "việc 2 thay việc 14", "không thay thế văn bản nào": what an open draft does to earlier directives, as the
/// clerk says. Nothing happens to them before it is published.
/// </summary>
public sealed class DeclareEffect(DirectiveTable directives, ReviewDraft review)
{
    /// <returns>Null where the words are not about the draft after all.</returns>
    public async Task<Reply?> HandleAsync(Turn turn, EarlierEdit edit, CancellationToken cancellationToken)
    {
        if (await directives.FindAsync(turn.Talk.DraftId!, cancellationToken) is not { Value: { Stage: DirectiveStage.Draft } draft }) return null;
        var tasks = await directives.DraftAsync(draft.Id, cancellationToken);
        // "Hoàn tác" after this would not mean what was published before it.
        turn.Talk = turn.Talk with { UndoDirective = null };
        if (edit.IsSupersession) return await SupersedeAsync(turn, draft, tasks, edit, cancellationToken);
        if (edit.IsExtension && !draft.Earlier.Any(one => one.Document.Effect == DirectiveEffect.Extends)) return null;
        if (edit.IsExtension && await UnknownAsync(edit.Tasks, cancellationToken) is { } unknown) return unknown;
        DirectiveTask[] changed = edit.Nothing ? [.. tasks.Where(task => task.Supersedes.Count > 0).Select(task => task with { Supersedes = [] })] : [];
        turn.HasChanged = await directives.ChangeDraftAsync(draft.Id, head => Changed(head, edit), changed, [], cancellationToken);
        return await review.ShowEarlierAsync(turn, draft.Id, cancellationToken);
    }

    private async Task<Reply> SupersedeAsync(Turn turn, Directive draft, IReadOnlyList<DirectiveTask> tasks, EarlierEdit edit, CancellationToken cancellationToken)
    {
        var item = edit.Item ?? turn.Talk.DraftItem;
        if (tasks.FirstOrDefault(task => task.Number == item) is not { } task) return new SayReply(new Phrase("draft.unknown", ("no", item)));
        if (await UnknownAsync(edit.Tasks, cancellationToken) is { } unknown) return unknown;
        // One earlier task has one successor: the item that was named last.
        DirectiveTask[] changed =
        [
            task with { Supersedes = [.. edit.Tasks.Distinct()] },
            .. tasks.Where(other => other.Number != item && other.Supersedes.Intersect(edit.Tasks).Any())
                .Select(other => other with { Supersedes = [.. other.Supersedes.Except(edit.Tasks)] }),
        ];
        turn.HasChanged = await directives.ChangeDraftAsync(draft.Id, changed, [], cancellationToken);
        return await review.HandleAsync(turn, Command.At(Step.ShowDraft) with { DirectiveId = draft.Id, Item = item }, cancellationToken);
    }

    private async Task<Reply?> UnknownAsync(IReadOnlyList<int> numbers, CancellationToken cancellationToken)
    {
        foreach (var number in numbers)
        {
            if (await directives.FindIndexedAsync(number, cancellationToken) is not { } task) return new SayReply(new Phrase("task.unknown.all", ("no", number)));
            if (task.Ended is { } ended) return EndedTask.Say(number, task.Title, ended);
        }

        return null;
    }

    private static Directive Changed(Directive head, EarlierEdit edit)
    {
        if (edit.Nothing) return head with { Earlier = [] };
        if (edit.IsExtension)
        {
            return head with
            {
                Earlier =
                [
                    .. head.Earlier.Select(one => one.Document.Effect == DirectiveEffect.Extends
                        ? one with { Tasks = edit.Tasks, Document = one.Document with { Until = edit.Until } }
                        : one),
                ],
            };
        }

        // Said of a document that was read already, it sets that reading right.
        var said = edit.Document!;
        return head with { Earlier = [.. head.Earlier.Where(one => !IsSame(one.Document, said)), new EarlierDirective(said)] };
    }

    private static bool IsSame(EarlierDocument known, EarlierDocument said) =>
        (said.Kind is null || known.Kind == said.Kind)
        && (known.Number == said.Number || (known.Number.StartsWith(said.Number, StringComparison.OrdinalIgnoreCase) && !char.IsLetterOrDigit(known.Number[said.Number.Length])));
}
