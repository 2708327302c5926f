using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>A clerk asks in chat for the tasks of a directive as a spreadsheet.</summary>
public sealed class SendTasks(ExportTasks export, DirectiveTable directives)
{
    private const int Shown = 5;

    public async Task<Reply> HandleAsync(Turn turn, SheetRequest request, CancellationToken cancellationToken)
    {
        if (request.IsEmpty)
        {
            return turn.Message.CanAnswerWithFiles
                ? Carry(await export.EmptyAsync(cancellationToken), "sheet.empty")
                : new SayReply(new Phrase("sheet.command", ("command", "export --empty FILE.xlsx")));
        }

        var (directive, unclear) = await FindAsync(turn, request, cancellationToken);
        if (directive is null) return unclear!;
        var isDraft = directive.Stage == DirectiveStage.Draft;
        if (!turn.Message.CanAnswerWithFiles)
        {
            return new SayReply(new Phrase("sheet.command", ("command", $"export {(isDraft ? "--draft " : "")}\"{directive.Head.Number ?? directive.Label}\" FILE.xlsx")));
        }

        var file = await export.HandleAsync(directive, cancellationToken);
        return Carry(file, new Phrase(isDraft ? "sheet.draft" : "sheet.published", ("directive", directive.Label), ("n", file.Tasks)));
    }

    private async Task<(Directive? Directive, Reply? Unclear)> FindAsync(Turn turn, SheetRequest request, CancellationToken cancellationToken)
    {
        // Without a name, the draft that is being looked through.
        if (request.Directive is null && turn.Talk.DraftId is { } open && await directives.FindAsync(open, cancellationToken) is { Value: { Stage: DirectiveStage.Draft } draft }) return (draft, null);
        var found = await export.FindAsync(request.Directive ?? "", request.IsDraft ? true : null, cancellationToken);
        return found switch
        {
            [var only] => (only, null),
            [] when request.Directive is { } words => (null, new SayReply(new Phrase("sheet.noDirective", ("words", words)))),
            [] => (null, new SayReply("draft.none")),
            _ => (null, new SayReply(new Phrase("sheet.which", ("names", new Names([.. found.Take(Shown).Select(one => one.Label)]))))),
        };
    }

    private static FileReply Carry(TasksFile file, Phrase line) => new(file.Name, file.Content, line);
}
