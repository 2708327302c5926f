namespace Directives.Core;

/// <summary>
/// Makes what is said unasked part of the talk: its digits can be answered, and "xong rồi" means its task. A question that is open goes before: then
/// the notice offers no digits of its own.
/// </summary>
public sealed class NoticeTalk(TalkTable talks)
{
    /// <returns>The reply as it is to be sent.</returns>
    public async Task<Reply> FitAsync(Person person, Reply reply, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (reply.Choices.Count == 0) return reply;
        var talk = await talks.LoadAsync(person.Id, cancellationToken);
        return OpenQuestion.IsWaiting(talk, now) ? reply with { Choices = [], Buttons = [.. reply.Choices, .. reply.Buttons] } : reply;
    }

    /// <summary>Remembers what was said. Not before it is: who was not told must not be answered as if they had been.</summary>
    public async Task RememberAsync(Person person, Reply said, Wording words, DateTimeOffset now, CancellationToken cancellationToken)
    {
        int[] shown = said is SayReply say ? [.. say.Lines.SelectMany(Tasks).Distinct()] : [];
        if (shown.Length == 0 && said.Choices.Count == 0) return;
        var talk = await talks.LoadAsync(person.Id, cancellationToken);
        if (OpenQuestion.IsWaiting(talk, now)) return;
        await talks.SaveAsync(
            person.Id,
            talk with
            {
                Choices = [.. said.Choices.Concat(said.Buttons).Select(choice => new OfferedChoice(words.Say(choice.Label), choice.Command))],
                Offered = said.Choices.Count,
                ChoosesTask = said.ChoosesTask,
                AskedAt = now,
                Awaits = Awaited.Nothing,
                AwaitedFor = null,
                AskedAbout = null,
                Shown = shown.Length > 0 ? shown : talk.Shown,
                ShownAt = shown.Length > 0 ? now : talk.ShownAt,
            },
            cancellationToken);
    }

    private static IEnumerable<int> Tasks(Phrase line) => line.Values.SelectMany(value => value.Value switch
    {
        TaskName task => [task.No],
        TaskNumbers tasks => tasks.Numbers,
        Phrase inner => Tasks(inner),
        int number when value.Name == "no" => [number],
        _ => Array.Empty<int>(),
    });
}
