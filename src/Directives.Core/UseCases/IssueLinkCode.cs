using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>"Mã liên kết cho Nguyễn Văn A": a clerk gets a code by which that person's account, on whatever channel, is known from then on.</summary>
public sealed class IssueLinkCode(LinkCodeTable codes) : IUseCase
{
    public static Command Of(string name) => Command.At(Step.IssueLinkCode) with { Slots = new Slots { Note = name } };

    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (turn.Sender.Role != Role.Clerk) return new SayReply(new Phrase("role.denied", ("role", (Phrase)"role.clerk")));
        var (person, unclear) = PersonFinder.Find(turn, command, isInOffice: true);
        if (person is null) return unclear!;
        var code = await codes.IssueAsync(person.Id, turn.Now, cancellationToken);
        return new SayReply(
            new Phrase("link.code", ("name", person.Name), ("unit", PersonFinder.UnitOf(turn, person)), ("code", code), ("time", Wording.Time(turn.Now + LinkCodeTable.Life))),
            new Phrase("link.code.how", ("code", code)));
    }
}
