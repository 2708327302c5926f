using System.Security.Cryptography;
using System.Text;
using Directives.Language.Prose;
using Directives.Language.Text;

namespace Directives.Core;

/// <summary>What became of a file: a draft that was kept, or a directive that was there already.</summary>
public sealed record ImportedDirective(Directive Directive, IReadOnlyList<DirectiveTask> Tasks, bool WasKnown);

/// <summary>Reads a directive and keeps its tasks as a draft; nothing is assigned to anybody.</summary>
public sealed class ImportDirective(DirectiveTable directives, TimeProvider time)
{
    /// <summary>Of a task's title, in lists and in details.</summary>
    public const int TitleCharacters = 80;

    /// <returns>Null for a document that neither holds a task nor changes an earlier one: nothing is kept.</returns>
    public async Task<ImportedDirective?> HandleAsync(DocumentText document, Person? by, CancellationToken cancellationToken)
    {
        var draft = DirectiveReader.Read(document);
        if (draft.Tasks.Count == 0 && draft.Earlier.Count == 0) return null;
        var directive = new Directive
        {
            Id = IdOf(draft.Head, document.Text),
            Head = draft.Head,
            Stage = DirectiveStage.Draft,
            Earlier = [.. draft.Earlier.Select(earlier => new EarlierDirective(earlier))],
            ImportedAt = time.Now(),
            ImportedBy = by?.Id,
        };
        if (await KnownAsync(directive.Id, cancellationToken) is { } known) return known;
        DirectiveTask[] tasks =
        [
            .. draft.Tasks.Select((task, i) => new DirectiveTask
            {
                DirectiveId = directive.Id,
                Number = i + 1,
                Title = TaskTitle.Of(task, TitleCharacters),
                Draft = task,
            }),
        ];
        try
        {
            await directives.AddDraftAsync(directive, tasks, cancellationToken);
        }
        catch (StoreConflictException)
        {
            // Two clerks sent the same document at once.
            if (await KnownAsync(directive.Id, cancellationToken) is { } other) return other;
            throw;
        }

        return new ImportedDirective(directive, tasks, WasKnown: false);
    }

    private async Task<ImportedDirective?> KnownAsync(string id, CancellationToken cancellationToken)
    {
        if (await directives.FindAsync(id, cancellationToken) is not { Value: var known }) return null;
        // Of a paper that is published, what nobody could be given is a draft still.
        if (known.Stage == DirectiveStage.Published && await directives.LeftOfAsync(id, cancellationToken) is { } left) known = left;
        var tasks = known.Stage == DirectiveStage.Draft
            ? await directives.DraftAsync(known.Id, cancellationToken)
            : await directives.TasksAsync(id, cancellationToken);
        return new ImportedDirective(known, tasks, WasKnown: true);
    }

    /// <summary>
    /// The same document has the same id: by issuer, number and year where it has them, since numbers start anew each year (NĐ 30/2020, Điều 15);
    /// by its words where it has none, as copies without a number circulate.
    /// </summary>
    internal static string IdOf(DirectiveHead head, string text)
    {
        var named = head is { Number: { } number, Issued: { } issued }
            ? string.Join('\n', head.Kind, number, head.Issuer, issued.Year.ToString(System.Globalization.CultureInfo.InvariantCulture))
            : text;
        var words = string.Join(' ', VietnameseText.Fold(VietnameseText.Compose(named)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..16];
    }
}
