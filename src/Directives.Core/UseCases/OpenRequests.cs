namespace Directives.Core;

/// <summary>A unit's open request or obstacle, as a leader reads it.</summary>
public sealed record OpenRequest(Unit Unit, IndexedTask Task, UnitProgress Progress);

/// <summary>Finds what waits for a leader, among the units that the asker may see.</summary>
public sealed class OpenRequests(ProgressTable progress, DirectiveTable directives)
{
    public async Task<IReadOnlyList<OpenRequest>> FindAsync(Turn turn, UnitScope scope, CancellationToken cancellationToken)
    {
        var open = new List<OpenRequest>();
        var tasks = await directives.IndexAsync(cancellationToken);
        var byTask = await progress.OfTasksAsync([.. tasks.Select(task => task.Number)], cancellationToken);
        foreach (var task in tasks)
        {
            foreach (var unit in byTask[task.Number])
            {
                if (unit is { Extension: null, Obstacle: null } || !scope.Contains(unit.UnitId)) continue;
                if (turn.Roster.FindUnit(unit.UnitId) is not { } known) continue;
                // A request and an obstacle of one task are two things to answer.
                if (unit.Extension is not null) open.Add(new OpenRequest(known, task, unit with { Obstacle = null }));
                if (unit.Obstacle is not null) open.Add(new OpenRequest(known, task, unit with { Extension = null }));
            }
        }

        return [.. open.OrderBy(request => request.Progress.Extension?.At ?? request.Progress.Obstacle!.At)];
    }

    /// <summary>How to decide one of them in words: by the unit where it has but one, else by the task too.</summary>
    public static Phrase Example(IReadOnlyList<OpenRequest> open)
    {
        var first = open[0];
        return open.Count(request => request.Unit == first.Unit) == 1
            ? new Phrase("requests.example", ("unit", first.Unit.Name))
            : new Phrase("requests.example.task", ("unit", first.Unit.Name), ("no", first.Task.Number));
    }

    public static Phrase Line(OpenRequest request) => request.Progress.Extension is { } asked
        ? new Phrase(
            asked.Reason is null ? "request.extension.bare" : "request.extension",
            ("unit", request.Unit.Name),
            ("no", request.Task.Number),
            ("date", asked.Until),
            ("words", asked.Reason ?? ""))
        : new Phrase("request.obstacle", ("unit", request.Unit.Name), ("no", request.Task.Number), ("words", request.Progress.Obstacle!.Note));
}
