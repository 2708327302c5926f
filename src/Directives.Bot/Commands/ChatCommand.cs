using System.CommandLine;
using Directives.Bot.Hosting;
using Directives.Bot.Rendering;
using Directives.Bot.Sample;
using Directives.Core;
using Directives.Language.Text;
using Command = System.CommandLine.Command;

namespace Directives.Bot.Commands;

/// <summary><c>chat --as PERSON TEXT</c>: one message in the terminal, answered as in a chat. It really acts.</summary>
internal static class ChatCommand
{
    private const string Channel = "terminal";

    public static Command Create()
    {
        var command = new Command("chat", "Says one thing to the bot as a person of the roster, and prints the answer");
        var text = new Argument<string>("TEXT");
        var person = new Option<string>("--as") { Description = "The person: name, id, or a unit whose head is meant", Required = true, HelpName = "PERSON" };
        var at = CommandConsole.At();
        command.Arguments.Add(text);
        command.Options.Add(person);
        command.Options.Add(at);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(person)!, parsed.GetValue(text)!, parsed.GetValue(at), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string named, string text, string? at, CancellationToken cancellationToken)
    {
        if (at is not null && Services.Instant(at) is null) return CommandConsole.Fail($"--at: not an instant: {at}");
        await using var services = CommandConsole.Domain(at);
        try
        {
            var roster = await services.GetRequiredService<RosterTable>().LoadAsync(cancellationToken);
            if (roster.People.Count == 0) return CommandConsole.Fail("Danh bạ còn trống: nhập bằng lệnh import, hoặc chạy serve một lần để có dữ liệu mẫu.");
            var today = services.GetRequiredService<TimeProvider>().Today();
            var people = Find(roster, named, today);
            if (people is not [var person])
            {
                return CommandConsole.Fail(people.Count == 0
                    ? $"Danh bạ không có ai là \"{named}\"."
                    : $"\"{named}\" có thể là: {string.Join("; ", people.Take(5).Select(one => $"{one.Name} ({one.Id})"))}.");
            }

            var replies = await services.GetRequiredService<Assistant>().HandleAsync(
                new IncomingMessage { Channel = Channel, MessageId = Guid.NewGuid().ToString("n"), Sender = person, Text = text },
                cancellationToken);
            var words = new Wording(Texts.In(person.Language), person, today);
            foreach (var reply in replies) CommandConsole.Out.WriteLine(TextRenderer.Render(reply, words));
            // Nothing else writes it down once this process has ended. The answer stands whatever becomes of it.
            await services.GetRequiredService<KeepUnread>().WriteAsync(failed => CommandConsole.Error.WriteLine(failed.Message.ReplaceLineEndings(" ")), cancellationToken);
            return 0;
        }
        catch (Exception failed) when (CommandConsole.IsToBeTold(failed))
        {
            return CommandConsole.Fail(failed.Message);
        }
    }

    // By id, by name with or without diacritics, or as the head of a unit.
    private static IReadOnlyList<Person> Find(Roster roster, string named, DateOnly day)
    {
        var valid = roster.People.Where(person => roster.IsActive(person, day)).ToArray();
        var folded = Fold(named);
        var exact = valid.Where(person => person.Id == named || Fold(person.Name) == folded).ToArray();
        if (exact.Length > 0) return exact;
        var match = UnitNames.Of(roster).Find(named, day);
        return match is { IsFound: true, Units: [var unit] }
            ? [.. valid.Where(person => person.UnitId == unit.Id).OrderBy(person => person.Role).Take(1)]
            : [];
    }

    private static string Fold(string text) => VietnameseText.Fold(VietnameseText.Compose(text)).Trim();
}
