namespace Directives.Core;

/// <summary>"So sánh khối tiểu học với khối THCS": the same period for several units or groups, beside each other.</summary>
public sealed class CompareFigures(FindFigures figures) : IUseCase
{
    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (turn.Sender.Role == Role.Principal) return new SayReply(new Phrase("role.denied", ("role", (Phrase)"role.leaderOrClerk")));
        var compared = new List<AskedFigures>();
        foreach (var name in command.Compared)
        {
            var (asked, refusal) = await figures.HandleAsync(turn, command.Slots with { Unit = name }, cancellationToken);
            if (asked is null) return refusal!;
            compared.Add(asked);
        }

        List<Phrase> lines =
        [
            new Phrase("compare.head", ("period", compared[0].Period.Name)),
            .. compared.Select(one => BreakDownFigures.Line(one.About ?? "", one.Summary.Figures)),
        ];
        if (compared is [{ Summary.Figures: { Due: > 0 } first }, { Summary.Figures: { Due: > 0 } second }])
        {
            var points = first.OnTime.Percent - second.OnTime.Percent;
            lines.Add(points == 0
                ? "compare.same"
                : new Phrase("compare.more", ("unit", compared[points > 0 ? 0 : 1].About ?? ""), ("n", Math.Abs(points))));
        }

        return new SayReply(lines) { Buttons = [Choices.SummaryOf(command.Slots)] };
    }
}
