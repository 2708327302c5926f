using System.Text.RegularExpressions;
using Directives.Bot.Tests.Hosting;
using Directives.Core;

namespace Directives.Bot.Tests;

/// <summary>What the bot offers it understands: every example of its help, every button of its menus, typed as words.</summary>
public sealed partial class PromiseTests
{
    private static readonly string[] NotUnderstood = ["none.menu", "none.again", "none.again.noClerk", "none.later", "none.later.clerk", "ask.nothing"];

    public static TheoryData<string, string> Offers
    {
        get
        {
            var offers = new TheoryData<string, string>();
            foreach (var (person, role, language) in new[]
            {
                (Organisation.Principal, "principal", "vi"), (Organisation.Leader, "leader", "vi"), (Organisation.Clerk, "clerk", "vi"),
                (Organisation.EnglishPrincipal, "principal", "en"),
            })
            {
                var texts = Texts.In(language);
                foreach (Match example in Quoted().Matches(texts["help." + role])) offers.Add(person, Complete(example.Groups[1].Value, language));
                foreach (var choice in SmallTalk.Menu(Enum.Parse<Role>(role, ignoreCase: true))) offers.Add(person, texts[choice.Label.Key]);
            }

            return offers;
        }
    }

    [Theory]
    [MemberData(nameof(Offers))]
    public async Task Words_that_the_bot_offers_are_understood(string person, string words)
    {
        await using var bot = await Organisation.StartAsync();

        var answer = await bot.SayAsync(person, words);

        foreach (var texts in new[] { Texts.Vietnamese, Texts.English })
        {
            Assert.DoesNotContain(NotUnderstood, key => answer.StartsWith(texts[key].Split('{')[0], StringComparison.Ordinal) && texts[key][0] != '{');
        }
    }

    private static string Complete(string example, string language) => example
        .Replace("Phòng ...", "Phòng Văn hóa – Xã hội", StringComparison.Ordinal)
        .Replace("...", language == "en" ? "we lack people" : "thiếu người", StringComparison.Ordinal);

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();
}
