using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>"Có trường nào xin gia hạn không", "các vướng mắc chưa trả lời": what waits for a leader's word.</summary>
public sealed class ListRequests(OpenRequests requests) : IUseCase
{
    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        var scope = UnitScope.Of(turn, command.Slots.Unit);
        if (scope.Refusal is { } refusal) return refusal;
        var open = await requests.FindAsync(turn, scope, cancellationToken);
        if (command.Slots.Tasks is [{ Number: { } number }]) open = [.. open.Where(request => request.Task.Number == number)];
        if (open.Count == 0 && scope.Unit is { } unit && command.Slots.Tasks is [{ Number: { } answered }])
        {
            return new SayReply(new Phrase("request.answered", ("unit", unit.Name), ("no", answered)));
        }

        if (open.Count == 0) return new SayReply("requests.nothing");

        var shown = open.Take(ListTasks.Page).ToArray();
        turn.Show([.. shown.Select(request => request.Task.Number).Distinct()]);
        List<Phrase> lines = [new Phrase("requests.head", ("n", open.Count)), .. shown.Select(OpenRequests.Line)];
        if (open.Count > shown.Length) lines.Add(new Phrase("requests.more", ("n", open.Count - shown.Length)));
        var waiting = open.Where(request => request.Progress.Extension is not null).ToArray();
        var isOne = waiting is [_] && shown.Length == 1;
        if (turn.Sender.Role == Role.Leader && waiting.Length > 0 && !isOne) lines.Add(OpenRequests.Example(waiting));
        if (turn.Sender.Role == Role.Leader && shown.FirstOrDefault(request => request.Progress.Obstacle is not null) is { } met) lines.Add(AnswerObstacle.Example(met));
        var heading = shown is [var only] ? OpenRequests.Heading(only) : lines[0];
        return await requests.ShowAsync(turn, heading, open, lines, cancellationToken) with
        {
            // Beside other lines a button would not say whose request it decides.
            Choices = turn.Sender.Role == Role.Leader && isOne ? DecideExtension.Offer(waiting[0]) : [],
            Refresh = command with { Step = Step.None },
        };
    }
}
