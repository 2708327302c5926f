using System.Text.Json.Nodes;
using Directives.Bot.Tests.Hosting;
using Directives.Core;

namespace Directives.Bot.Tests.Manifest;

/// <summary>Teams offers the manifest's commands to everyone who opens the bot, whatever their role: whoever picks one is answered, and not with the menu.</summary>
public sealed class ManifestCommandTests
{
    private static readonly string[] NotUnderstood = ["none.menu", "none.again", "none.again.noClerk", "none.later", "none.later.clerk", "ask.nothing"];

    public static TheoryData<string, string> Offers
    {
        get
        {
            var offers = new TheoryData<string, string>();
            foreach (var person in new[] { Organisation.Principal, Organisation.OfficeHead, Organisation.Leader, Organisation.Clerk, Organisation.EnglishPrincipal })
            {
                foreach (var title in Titles("vi.json").Concat(Titles("en.json")).Distinct(StringComparer.Ordinal)) offers.Add(person, title);
            }

            return offers;
        }
    }

    [Theory]
    [MemberData(nameof(Offers))]
    public async Task Command_that_Teams_lists_is_understood(string person, string title)
    {
        await using var bot = await Organisation.StartAsync();

        var answer = await bot.SayAsync(person, title);

        foreach (var texts in new[] { Texts.Vietnamese, Texts.English })
        {
            Assert.DoesNotContain(NotUnderstood, key => answer.StartsWith(texts[key].Split('{')[0], StringComparison.Ordinal) && texts[key][0] != '{');
        }
    }

    [Fact]
    public void Every_scope_offers_help_in_each_language()
    {
        foreach (var (file, help) in new[] { ("vi.json", "Trợ giúp"), ("en.json", "Help") }) Assert.Equal(3, Titles(file).Count(title => title == help));
    }

    private static IEnumerable<string> Titles(string file) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "manifest", file)))!.AsObject()
            .Where(text => text.Key.StartsWith("bots", StringComparison.Ordinal) && text.Key.EndsWith(".title", StringComparison.Ordinal))
            .Select(text => text.Value!.GetValue<string>());
}
