using Directives.Language.Prose;
using Directives.Language.Text;

namespace Directives.Core;

/// <summary>What a draft does to one earlier directive, as far as that is known.</summary>
/// <param name="Found">Null where no such directive is kept, or several are.</param>
/// <param name="Candidates">Several that fit the words.</param>
/// <param name="Open">The tasks of it that some unit still has to do.</param>
public sealed record PlannedEarlier(EarlierDirective Said, Directive? Found, IReadOnlyList<Directive> Candidates, IReadOnlyList<DirectiveTask> Open)
{
    /// <summary>Of one that is given more time: the tasks that get it.</summary>
    public IReadOnlyList<int> Extended { get; init; } = [];

    /// <summary>Somebody else issued it: numbers are each body's own, so this may be a mistake.</summary>
    public bool IsOthers { get; init; }

    /// <summary>As it is carried out, whatever is imported or reported meanwhile.</summary>
    public EarlierDirective Fixed() => Said with { DirectiveId = Found?.Id, Tasks = Extended.Count > 0 ? Extended : Said.Tasks };
}

/// <summary>Finds the earlier directives that a draft names. Never guesses: of several that fit, none is meant until a clerk says which.</summary>
public sealed class EarlierDirectives(DirectiveTable directives, ProgressTable progress)
{
    public async Task<IReadOnlyList<PlannedEarlier>> FindAsync(Directive draft, CancellationToken cancellationToken)
    {
        if (draft.Earlier.Count == 0) return [];
        Directive[] known = [.. (await directives.ListAsync(cancellationToken)).Where(one => one.Stage == DirectiveStage.Published && one.Id != draft.Id)];
        var planned = new List<PlannedEarlier>();
        foreach (var said in draft.Earlier)
        {
            // What was published in two parts is one paper.
            Directive[] fitting =
            [
                .. known.Where(one => said.DirectiveId is { } id ? one.Id == id : Fits(said.Document, one.Head))
                    .GroupBy(one => one.PartOf ?? one.Id, StringComparer.Ordinal)
                    .Select(paper => paper.FirstOrDefault(one => one.Id == paper.Key) ?? paper.First()),
            ];
            if (fitting is not [var found])
            {
                planned.Add(new PlannedEarlier(said, null, fitting, []));
                continue;
            }

            var open = await OpenAsync(found.Id, cancellationToken);
            planned.Add(new PlannedEarlier(said, found, [], open)
            {
                Extended = said.Document is { Effect: DirectiveEffect.Extends, Until: { } } ? Extended(said, open) : [],
                IsOthers = found.Head.Issuer is { } issuer && draft.Head.Issuer is { } own && Folded(issuer) != Folded(own),
            });
        }

        return planned;
    }

    /// <summary>The tasks of a directive that some unit still has to do.</summary>
    public async Task<IReadOnlyList<DirectiveTask>> OpenAsync(string directiveId, CancellationToken cancellationToken)
    {
        var open = new List<DirectiveTask>();
        foreach (var task in await directives.TasksOfPaperAsync(directiveId, cancellationToken))
        {
            if ((await progress.OfTaskAsync(task.Number, cancellationToken)).Any(unit => unit.IsOpen)) open.Add(task);
        }

        return open;
    }

    // Words that name one task mean that one; no words mean all that have an earlier deadline; anything else is left to the clerk.
    private static IReadOnlyList<int> Extended(EarlierDirective said, IReadOnlyList<DirectiveTask> open)
    {
        if (said.Tasks is { } chosen) return [.. chosen.Where(number => open.Any(task => task.Number == number))];
        if (said.Document.Task is not { } words) return [.. open.Where(task => task.Draft.Deadline < said.Document.Until).Select(task => task.Number)];
        return TaskFinder.Best(open, words, task => task.Title, task => task.Draft.Text) is [var one] ? [one.Number] : [];
    }

    private static bool Fits(EarlierDocument said, DirectiveHead head) =>
        head.Number is { } number
        && (said.Kind is null || (head.Kind is { } kind && Folded(kind) == Folded(said.Kind)))
        && IsNumber(said.Number, number)
        && (said.Year is null || head.Issued is null || head.Issued.Value.Year == said.Year);

    // "12" is any number that begins so; "012/KH-UBND" is "12/KH-UBND".
    private static bool IsNumber(string said, string number)
    {
        var (wanted, known) = (Folded(said), Folded(number));
        if (wanted == known) return true;
        return wanted.All(char.IsAsciiDigit) && known.StartsWith(wanted, StringComparison.Ordinal) && known.Length > wanted.Length && !char.IsAsciiDigit(known[wanted.Length]);
    }

    private static string Folded(string text) =>
        string.Concat(VietnameseText.Fold(VietnameseText.Compose(text)).Where(c => !char.IsWhiteSpace(c))).Replace('–', '-').TrimStart('0');
}
