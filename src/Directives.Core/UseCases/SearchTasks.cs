using System.Globalization;
using Directives.Language.Messages;
using Directives.Language.Text;

namespace Directives.Core;

/// <param name="Row">As the asker may see it: of the own unit, or over the units that a leader or clerk sees.</param>
/// <param name="Own">The asker's own unit, where the row has its state.</param>
public sealed record FoundTask(TaskRow Row, string DirectiveLabel, Unit? Own);

/// <summary>
/// Tasks by a number or by the beginnings of words, while they are being typed: those that the asker may see, and nothing that was ended. Without words
/// the open ones, due soonest.
/// </summary>
public sealed class SearchTasks(WorkTable work, ProgressTable progress, DirectiveTable directives, RosterTable rosters, MessageReader reader, TimeProvider time)
{
    /// <summary>Results at once.</summary>
    public const int Most = 25;

    private const int MaxCharacters = 200;

    /// <summary>Tasks whose units are read for one answer, which has to be there in seconds.</summary>
    private const int MostLookedAt = 100;

    /// <param name="skip">How many results were shown before.</param>
    public async Task<IReadOnlyList<FoundTask>> HandleAsync(Person asker, string words, int skip, int count, CancellationToken cancellationToken)
    {
        var (roster, today) = (await rosters.LoadAsync(cancellationToken), time.Today());
        var query = new Query(words.Length > MaxCharacters ? words[..MaxCharacters] : words, reader);
        var found = asker.Role == Role.Principal
            ? await OfUnitAsync(query, roster.FindUnit(asker.UnitId), today, cancellationToken)
            : await OfAllAsync(query, asker, roster, today, skip + count, cancellationToken);
        return [.. found.Skip(skip).Take(count)];
    }

    private async Task<IEnumerable<FoundTask>> OfUnitAsync(Query query, Unit? unit, DateOnly today, CancellationToken cancellationToken)
    {
        if (unit is null) return [];
        var tasks = await work.ListAsync(unit.Id, cancellationToken);
        return tasks
            .Where(task => task.Ended is null && (!query.IsEmpty || task.IsOpen))
            .Select(task => (Task: task, Rank: query.Rank(task.Task, task.Title, task.Text)))
            .Where(found => found.Rank is not null)
            .OrderBy(found => found.Rank).ThenBy(found => found.Task.State.IsDone).ThenBy(found => Order(found.Task.Due, today)).ThenBy(found => found.Task.Task)
            .Select(found => new FoundTask(ListTasks.Row(found.Task, today), found.Task.DirectiveLabel, unit));
    }

    private async Task<IEnumerable<FoundTask>> OfAllAsync(Query query, Person asker, Roster roster, DateOnly today, int wanted, CancellationToken cancellationToken)
    {
        var candidates = (await directives.IndexAsync(cancellationToken))
            .Where(task => task.Ended is null)
            .Select(task => (Task: task, Rank: query.Rank(task.Number, task.Title, "")))
            .Where(candidate => candidate.Rank is not null)
            .OrderBy(candidate => candidate.Rank).ThenBy(candidate => Order(candidate.Task.Due, today)).ThenBy(candidate => candidate.Task.Number)
            .Take(MostLookedAt);
        var found = new List<FoundTask>();
        foreach (var (task, _) in candidates)
        {
            var units = (await progress.OfTaskAsync(task.Number, cancellationToken)).Where(unit => unit.IsOwed && roster.MaySee(asker, unit.UnitId)).ToArray();
            if (units.Length == 0 || (query.IsEmpty && units.All(unit => unit.State.IsDone))) continue;
            found.Add(new FoundTask(ListTasks.Row(task, units, today), task.DirectiveLabel, null));
            if (found.Count == wanted) break;
        }

        return found;
    }

    /// <summary>What is still to come first, soonest first; then what is late, the latest last; then what has no deadline.</summary>
    private static (int Group, int Days) Order(DateOnly? due, DateOnly today) =>
        due is not { } day ? (2, 0) : day >= today ? (0, day.DayNumber) : (1, -day.DayNumber);

    private sealed class Query
    {
        private readonly string[] _words;
        private readonly HashSet<int> _numbers;

        public Query(string text, MessageReader reader)
        {
            _words = Folded(text);
            _numbers = [.. reader.TasksNamed(text)];
            if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) _numbers.Add(number);
        }

        public bool IsEmpty => _words.Length == 0;

        /// <summary>Lower is better; null where the task is not meant.</summary>
        public int? Rank(int number, string title, string text)
        {
            if (IsEmpty || _numbers.Contains(number)) return 0;
            var inTitle = Folded(title);
            if (_words.All(word => Begins(inTitle, word))) return 1;
            var inText = Folded(text);
            return _words.All(word => Begins(inTitle, word) || Begins(inText, word)) ? 2 : null;
        }

        private static bool Begins(string[] words, string typed) => Array.Exists(words, word => word.StartsWith(typed, StringComparison.Ordinal));

        private static string[] Folded(string text) =>
            string.Concat(VietnameseText.Fold(VietnameseText.Compose(text)).Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
