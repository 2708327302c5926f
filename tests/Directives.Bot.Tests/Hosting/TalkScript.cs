using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Directives.Bot.Rendering;
using Directives.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Bot.Tests.Hosting;

/// <summary>
/// A talk of several people with the program, as it should go: "clerk&gt; " is said by the clerk, and the answer follows; "[name]" sends a paper, "+10" lets
/// minutes pass, "notices" is followed by what is then told unasked.
/// </summary>
internal static class TalkScript
{
    public static async Task AssertAsync(RunningBot bot, string script, IReadOnlyDictionary<string, string> papers)
    {
        var expected = script.ReplaceLineEndings("\n").Trim();
        var actual = new List<string>();
        foreach (var line in expected.Split('\n'))
        {
            if (line == "notices") actual.AddRange([line, .. await NoticesAsync(bot)]);
            else if (line.StartsWith('+'))
            {
                actual.Add(line);
                bot.Clock.Advance(TimeSpan.FromMinutes(int.Parse(line[1..], CultureInfo.InvariantCulture)));
            }
            else if (Speaker(line) is var (person, said)) actual.AddRange([line, await SayAsync(bot, person, said, papers)]);
        }

        Assert.Equal(expected, string.Join('\n', actual));
    }

    private static (string Person, string Said)? Speaker(string line)
    {
        var at = line.IndexOf("> ", StringComparison.Ordinal);
        string? person = at < 0 ? null : line[..at] switch
        {
            "clerk" => Organisation.Clerk,
            "principal" => Organisation.Principal,
            "other" => Organisation.OtherPrincipal,
            "leader" => Organisation.Leader,
            "successor" => "hoang-thi-tiep",
            _ => null,
        };
        return person is null ? null : (person, line[(at + 2)..]);
    }

    private static async Task<string> SayAsync(RunningBot bot, string person, string said, IReadOnlyDictionary<string, string> papers)
    {
        if (said is not ['[', .. var paper, ']']) return await bot.SayAsync(person, said);
        var message = bot.Message(person, "");
        message["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "text/plain",
            ["name"] = paper + ".txt",
            ["contentUrl"] = "data:text/plain;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(papers[paper])),
        });
        return string.Join('\n', (await bot.SendAsync(message)).Select(RunningBot.Text));
    }

    // In the order of their recipients: shards have none that a reader could follow.
    private static async Task<IReadOnlyList<string>> NoticesAsync(RunningBot bot)
    {
        var outbox = bot.Services.GetRequiredService<OutboxTable>();
        var roster = await bot.Services.GetRequiredService<RosterTable>().LoadAsync(default);
        var compose = bot.Services.GetRequiredService<ComposeNotice>();
        var (now, today) = (bot.Clock.GetUtcNow(), VietnamTime.Day(bot.Clock.GetUtcNow()));
        var told = new List<string>();
        for (var shard = 0; shard < OutboxTable.Shards; shard++)
        {
            await foreach (var notice in outbox.DueAsync(shard, now, default))
            {
                var person = roster.FindPerson(notice.Value.PersonId)!;
                // The ward's first directive is told at the same moment.
                if (notice.Value.DirectiveId == Core.Tests.Ward.DirectiveId) continue;
                if (await compose.HandleAsync(notice.Value, person, default) is not { } reply) continue;
                told.Add($"{person.Name}: {TextRenderer.Render(reply, new Wording(Texts.In(person.Language), person, today))}");
            }
        }

        return [.. told.Order(StringComparer.Ordinal)];
    }
}
