using Directives.Language.Messages;
using Directives.Language.Text;

namespace Directives.Core;

/// <summary>Which tasks of a unit a person means, by numbers or by words.</summary>
public sealed record FoundTasks
{
    public IReadOnlyList<StoredAssignment> Found { get; init; } = [];

    /// <summary>Numbers that the unit has no task of.</summary>
    public IReadOnlyList<int> Unknown { get; init; } = [];

    /// <summary>Words that name no task, or several.</summary>
    public string? Words { get; init; }

    /// <summary>What is to be chosen from: the tasks that the words name, or all open ones where none was named.</summary>
    public IReadOnlyList<Assignment> Candidates { get; init; } = [];

    /// <summary>No task was named: what was last shown is meant.</summary>
    public bool Implied { get; init; }
}

/// <summary>Finds tasks by what people call them, among what the sender may see.</summary>
public sealed class TaskFinder(WorkTable work, DirectiveTable directives)
{
    private const int Shown = 5;

    public async Task<FoundTasks> FindAsync(Turn turn, string unitId, IReadOnlyList<TaskReference> references, CancellationToken cancellationToken)
    {
        var implied = references.Count == 0;
        if (implied) references = [.. turn.RecentlyShown.Select(number => new TaskReference(number))];
        var found = new List<StoredAssignment>();
        var unknown = new List<int>();
        foreach (var reference in references)
        {
            if (reference.Number is { } number)
            {
                var stored = await work.FindAsync(unitId, number, cancellationToken);
                if (stored is null) unknown.Add(number);
                else if (found.TrueForAll(other => other.Value.Task != number)) found.Add(stored);
                continue;
            }

            var assignments = await work.ListStoredAsync(unitId, cancellationToken);
            var candidates = Best(assignments, reference.Query!, assignment => assignment.Value.Title, assignment => assignment.Value.Text);
            // What is owed no longer is meant only where nothing else is.
            if (candidates.Any(candidate => candidate.Value.Ended is null)) candidates = [.. candidates.Where(candidate => candidate.Value.Ended is null)];

            // Of an open one and a finished one of the same words, the open one is meant.
            if (candidates.Count > 1 && candidates.Count(candidate => !candidate.Value.State.IsDone) == 1)
            {
                candidates = [candidates.First(candidate => !candidate.Value.State.IsDone)];
            }

            if (candidates.Count != 1) return new FoundTasks { Words = reference.Query, Candidates = [.. candidates.Select(candidate => candidate.Value)] };
            if (found.TrueForAll(other => other.Value.Task != candidates[0].Value.Task)) found.Add(candidates[0]);
        }

        // Nothing named and nothing shown: any open task may be meant, to choose from.
        return found.Count == 0 && unknown.Count == 0
            ? new FoundTasks { Candidates = await work.OpenUntilAsync(unitId, null, cancellationToken), Implied = true }
            : new FoundTasks { Found = found, Unknown = unknown, Implied = implied };
    }

    /// <summary>The one published task that a leader or clerk means, of all there are; or what to say when that is not clear.</summary>
    /// <remarks>Where nothing is named and nothing was shown lately, all can be chosen from, those due first before the others.</remarks>
    public async Task<(IndexedTask? Task, Reply? Unclear)> FindPublishedAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        var index = await directives.IndexAsync(cancellationToken);
        var reference = command.Slots.Tasks.Count > 0 ? command.Slots.Tasks[0] : null;
        IReadOnlyList<IndexedTask> found = reference switch
        {
            { Number: { } number } => [.. index.Where(task => task.Number == number)],
            { Query: { } words } => Live(Best(index, words, task => task.Title, _ => "")),
            _ => [.. Live(index).Where(task => turn.RecentlyShown.Count == 0 || turn.RecentlyShown.Contains(task.Number)).OrderBy(task => task.Due ?? DateOnly.MaxValue)],
        };
        switch (found.Count)
        {
            case 1:
                turn.Show(found[0].Number);
                return (found[0], null);
            case 0:
                return (null, new SayReply(reference switch
                {
                    { Number: { } number } => new Phrase("task.unknown.all", ("no", number)),
                    { Query: { } words } => new Phrase("list.noMatch", ("words", words)),
                    _ => "list.empty.all",
                }));
            default:
                var some = found.Take(Shown).ToArray();
                turn.Show([.. some.Select(task => task.Number)]);
                return (null, new SayReply([new Phrase("ask.which"), .. some.Select(task => NotFound.Line(task.Number, task.Title, task.Due))])
                {
                    ChoosesTask = true,
                    Choices = [.. some.Select(task => NotFound.On(task.Number, command))],
                });
        }
    }

    /// <summary>
    /// The numbers of all published tasks that are meant. Words are held against all of them, not only against those that wait for something: of
    /// few, some task would fit almost any words.
    /// </summary>
    public async Task<IReadOnlySet<int>> PublishedNumbersAsync(IReadOnlyList<TaskReference> references, CancellationToken cancellationToken)
    {
        var numbers = new HashSet<int>();
        IReadOnlyList<IndexedTask>? index = null;
        foreach (var reference in references)
        {
            if (reference.Number is { } number) numbers.Add(number);
            else numbers.UnionWith(Best(index ??= await directives.IndexAsync(cancellationToken), reference.Query!, task => task.Title, _ => "").Select(task => task.Number));
        }

        return numbers;
    }

    /// <summary>
    /// Those of the items that the words fit best: all words in the title, else all in title and text together; else, of at least three words,
    /// all but one in the title.
    /// </summary>
    public static IReadOnlyList<T> Best<T>(IReadOnlyList<T> items, string words, Func<T, string> title, Func<T, string> text)
    {
        var wanted = Words(words);
        if (wanted.Length == 0) return [];
        var folded = items.Select(item => (Item: item, Title: Fold(title(item)), Text: Fold(text(item)))).ToArray();
        var phrase = string.Join(' ', wanted);
        var best = folded.Where(item => item.Title.Contains(' ' + phrase + ' ', StringComparison.Ordinal)).ToArray();
        if (best.Length == 0) best = [.. folded.Where(item => wanted.All(word => Has(item.Title, word)))];
        if (best.Length == 0) best = [.. folded.Where(item => wanted.All(word => Has(item.Title, word) || Has(item.Text, word)))];
        if (best.Length == 0 && wanted.Length >= 3)
        {
            best = [.. folded.Where(item => wanted.Count(word => Has(item.Title, word)) >= wanted.Length - 1)];
        }

        return [.. best.Select(item => item.Item)];

        static bool Has(string text, string word) => text.Contains(' ' + word + ' ', StringComparison.Ordinal);
    }

    private static IReadOnlyList<IndexedTask> Live(IReadOnlyList<IndexedTask> tasks) =>
        tasks.Any(task => task.Ended is null) ? [.. tasks.Where(task => task.Ended is null)] : tasks;

    private static string[] Words(string text) => Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // Folded words with one blank around each, so that a word is looked for whole.
    private static string Fold(string text)
    {
        var folded = VietnameseText.Fold(VietnameseText.Compose(text));
        return ' ' + string.Join(' ', string.Concat(folded.Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries)) + ' ';
    }
}
