using System.Globalization;
using Directives.Language.Messages;
using Directives.Language.Text;

namespace Directives.Core;

/// <summary>
/// What was filled in on a card, read into the command of the button that was pressed. Nothing is taken on trust: a number out of range, a day that
/// is none or an empty field leaves the command as it was, and whoever carries it out asks again.
/// </summary>
public static class FilledForm
{
    public const string Percent = "percent";
    public const string Note = "note";
    public const string Until = "until";
    public const string Reason = "reason";
    public const string Proposal = "proposal";
    public const string Answer = "answer";
    public const string Who = "who";
    public const string Helpers = "helpers";

    /// <summary>Of one field, as the clients are told; what comes longer all the same is kept whole, as words that are typed are.</summary>
    public const int MaxCharacters = 500;

    /// <summary>A day after that year is a slip of the finger, and not reckoned with.</summary>
    private const int LastYear = 2100;

    public const string Drop = "drop";

    private static readonly string[] Days = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy"];

    /// <summary>The field of one of several reports.</summary>
    public static string StateOf(int task) => string.Create(CultureInfo.InvariantCulture, $"state{task}");

    /// <summary>How a state stands in such a field.</summary>
    public static string Value(WorkState state) => state switch
    {
        { IsDone: true } => "done",
        { Status: WorkStatus.NotStarted } => "open",
        { Percent: { } percent } => percent.ToString(CultureInfo.InvariantCulture),
        _ => "started",
    };

    public static string Value(DateOnly day) => day.ToString(Days[0], CultureInfo.InvariantCulture);

    public static Command Complete(Turn turn, Command command)
    {
        if (!command.IsForm) return command;
        var filled = turn.Message.Filled;
        var slots = command.Slots;
        if (command.Step == Step.AnswerObstacle) return command with { Slots = slots with { Note = Words(filled, Answer) } };
        return command.Intent switch
        {
            Intent.UpdateStatus when command.Parts.Count > 0 => command with { Parts = [.. command.Parts.Select(part => Part(filled, part)).OfType<Command>()] },
            Intent.UpdateStatus when slots.Status is null && Share(filled) is { } share => command with
            {
                Slots = slots with { Status = ReportedStatus.InProgress, Percent = share, Note = Words(filled, Note) },
            },
            Intent.UpdateStatus => command with { Slots = slots with { Note = Words(filled, Note) ?? slots.Note } },
            Intent.RequestExtension => command with { Slots = slots with { Deadline = Day(filled, Until), Note = Words(filled, Reason) } },
            Intent.ReportObstacle => command with { Slots = slots with { Note = Words(filled, Note) }, Proposal = Words(filled, Proposal) },
            Intent.DecideExtension when slots.Decision == Decision.Reject => command with { Slots = slots with { Note = Words(filled, Reason) } },
            Intent.DecideExtension => command with { Slots = slots with { Deadline = Day(filled, Until) } },
            Intent.AssignTask => command with { Slots = slots with { Note = Words(filled, Note), Unit = Words(filled, Who), Deadline = Day(filled, Until) } },
            _ => command,
        };
    }

    /// <returns>Null where the field is empty or not there.</returns>
    public static string? Words(IReadOnlyDictionary<string, string> filled, string id) =>
        filled.TryGetValue(id, out var words) && VietnameseText.Compose(words).Trim() is { Length: > 0 } kept ? kept : null;

    /// <returns>Null where it is no day that there is.</returns>
    public static DateOnly? Day(IReadOnlyDictionary<string, string> filled, string id) =>
        filled.TryGetValue(id, out var words) && DateOnly.TryParseExact(words.Trim(), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year <= LastYear
            ? day
            : null;

    private static int? Share(IReadOnlyDictionary<string, string> filled) =>
        filled.TryGetValue(Percent, out var words) && int.TryParse(words.Trim().TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out var share) && share <= 100 ? share : null;

    // The reading of one report, as it was set right; null where it is not to be recorded.
    private static Command? Part(IReadOnlyDictionary<string, string> filled, Command part)
    {
        if (part.Slots.Tasks is not [{ Number: { } task }] || !filled.TryGetValue(StateOf(task), out var value)) return part;
        WorkState? state = value switch
        {
            "done" => WorkState.Done,
            "open" => WorkState.NotStarted,
            "started" => WorkState.InProgress(null),
            _ when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var share) && share is > 0 and < 100 => WorkState.InProgress(share),
            // Left out by choice, or nothing that the field offers: not recorded by guess.
            _ => null,
        };
        return state is { } chosen ? part with { Slots = part.Slots with { Status = (ReportedStatus)(int)chosen.Status, Percent = chosen.Percent } } : null;
    }
}
