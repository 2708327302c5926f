using System.CommandLine;
using System.Text;
using Directives.Bot.Hosting;
using Directives.Core;
using Directives.Language.Messages;
using Command = System.CommandLine.Command;

namespace Directives.Bot.Commands;

/// <summary>
/// <c>understand TEXT</c>: one chat message in, its meaning out, by the very code the bot calls. Acts on nothing. <c>understand --unread</c>: what
/// was said and has no meaning yet.
/// </summary>
internal static class UnderstandCommand
{
    public static Command Create()
    {
        var command = new Command("understand", "Shows what the bot makes of a message");
        var text = new Argument<string[]>("TEXT") { Arity = ArgumentArity.ZeroOrMore, Description = "The message; words without quotation marks are put together" };
        var at = CommandConsole.At();
        var role = new Option<string>("--role") { Description = "principal, leader or clerk", DefaultValueFactory = _ => "principal" };
        var lines = new Option<bool>("--lines") { Description = "Read messages from standard input, a JSON object a line" };
        var unread = new Option<bool>("--unread") { Description = "List what people said and the bot did not understand, the commonest first" };
        var since = new Option<string?>("--since") { Description = "With --unread: the first day (e.g. 2026-11-25)", HelpName = "DATE" };
        var json = new Option<bool>("--json") { Description = "With --unread: as JSON, as the meaning of a message always is" };
        command.Arguments.Add(text);
        command.Options.Add(at);
        command.Options.Add(role);
        command.Options.Add(lines);
        command.Options.Add(unread);
        command.Options.Add(since);
        command.Options.Add(json);
        command.SetAction((parsed, cancellationToken) =>
        {
            if (!parsed.GetValue(unread))
            {
                return Task.FromResult(parsed.GetValue(since) is not null
                    ? CommandConsole.Fail("--since goes with --unread")
                    : Run(parsed.GetValue(text), parsed.GetValue(at), parsed.GetValue(role)!, parsed.GetValue(lines)));
            }

            return parsed.GetValue(text) is { Length: > 0 } || parsed.GetValue(lines) || parsed.GetValue(at) is not null
                ? Task.FromResult(CommandConsole.Fail("--unread takes no TEXT, --lines or --at"))
                : UnreadListing.RunAsync(parsed.GetValue(since), parsed.GetValue(json), cancellationToken);
        });
        return command;
    }

    private static int Run(string[]? words, string? at, string roleName, bool fromLines)
    {
        var now = TimeProvider.System.Now();
        if (at is not null)
        {
            if (Services.Instant(at) is not { } instant) return CommandConsole.Fail($"--at: not an instant: {at}");
            now = instant;
        }

        if (MessageLine.ParseRole(roleName) is not { } role) return CommandConsole.Fail($"--role: not principal, leader or clerk: {roleName}");

        var reader = new MessageReader();
        if (fromLines) return RunLines(reader, now);
        if (words?.FirstOrDefault(IsOption) is { } unknown) return CommandConsole.Fail($"{unknown}: no such option");
        if (words is not { Length: > 0 }) return CommandConsole.Fail("TEXT is missing");
        CommandConsole.Out.WriteLine(FrameJson.Write(reader.Read(string.Join(' ', words), now, role)));
        return 0;
    }

    /// <summary>Nobody's message has such a word; a mistyped option is one.</summary>
    private static bool IsOption(string word) => word.Length > 2 && word.StartsWith("--", StringComparison.Ordinal) && char.IsAsciiLetter(word[2]) && !word.Contains(' ', StringComparison.Ordinal);

    private static int RunLines(MessageReader reader, DateTimeOffset now)
    {
        using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false, throwOnInvalidBytes: false));
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        for (var number = 1; input.ReadLine() is { } line; number++)
        {
            MessageLine message;
            try
            {
                message = MessageLine.Parse(line, now, number);
            }
            catch (FormatException wrong)
            {
                output.Flush();
                return CommandConsole.Fail(wrong.Message);
            }

            output.WriteLine(FrameJson.Write(reader.Read(message.Text, message.At, message.Role)));
        }

        return 0;
    }
}
