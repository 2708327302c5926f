using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Directives.Bot.Tests.Hosting;
using Directives.Core;
using Directives.Core.Tests;
using Directives.Language.Prose;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Bot.Tests;

/// <summary>A ward where everything is as long as it can be: what its people are sent still is what Teams takes.</summary>
public sealed class LargeWardTests
{
    private const int Tasks = 500;
    private const int NameCharacters = 200;

    /// <summary>UTF-8 bytes of a message with a card in it, as it is sent.</summary>
    private const int MaxBytes = 25_000;

    // Four bytes each, in two halves.
    private const string Letters = "𠀋𠂊𝕿𝖗𝖚";

    private static readonly string[] OfPrincipal =
        ["việc chưa xong", "xem thêm", "xem thêm", "việc quá hạn", "việc 12", "việc 12 căn cứ đâu", "việc 12 vướng kinh phí", "việc 3, 4 xong rồi", "trợ giúp"];

    private static readonly string[] OfLeader =
        ["tổng hợp năm nay", "việc quá hạn", "xem thêm", "trường nào chưa xong việc 12", "đơn vị nào quá hạn nhiều nhất", "xem đề nghị", "đôn đốc các trường chưa xong việc 12", "việc 12"];

    [Fact]
    public async Task No_answer_and_nothing_behind_any_button_of_it_is_too_large()
    {
        await using var bot = await StartAsync();
        var sizes = new List<(string Said, int Bytes)>();
        foreach (var (person, said) in OfPrincipal.Select(said => (Ward.Principal, said)).Concat(OfLeader.Select(said => (Ward.Leader, said))))
        {
            foreach (var answer in await bot.SendAsync(bot.Message(person, said)))
            {
                // On the page a picture goes with the figures; Teams has the bars of the card.
                if (answer["attachments"] is JsonArray { Count: > 1 } all) all.RemoveAt(all.Count - 1);
                sizes.Add((said, Bytes(answer)));
                if (answer["attachments"] is not JsonArray { Count: > 0 } cards || cards[0]!["content"] is not JsonObject card) continue;
                foreach (var action in Actions(card))
                {
                    var shown = await PressAsync(bot, person, action);
                    sizes.Add(($"{said} → {action["title"]}", Encoding.UTF8.GetByteCount(shown)));
                }
            }
        }

        Assert.True(sizes.Count > 2 * (OfPrincipal.Length + OfLeader.Length), "Hardly any button was there to press.");
        Assert.All(sizes, size => Assert.True(size.Bytes <= MaxBytes, $"{size.Said}: {size.Bytes} bytes"));
        // Otherwise the ward is not large at all.
        Assert.Contains(sizes, size => size.Bytes > MaxBytes / 4);
    }

    private static async Task<RunningBot> StartAsync()
    {
        var bot = await RunningBot.StartAsync();
        var rosters = bot.Services.GetRequiredService<RosterTable>();
        var roster = Ward.Roster;
        var units = roster.Units.Select((unit, i) => unit with { Name = Long($"{unit.Name} ") }).ToArray();
        var people = roster.People.Select(person => person with { Name = Long($"{person.Name} ") }).ToArray();
        await rosters.ReplaceAsync(new Roster(roster.Body, units, roster.Groups, people), await rosters.ReadAsync(default), default);
        var directives = bot.Services.GetRequiredService<DirectiveTable>();
        var publish = bot.Services.GetRequiredService<PublishDirective>();
        const int Most = 50;
        for (var from = 1; from <= Tasks; from += Most)
        {
            var directive = new Directive
            {
                Id = $"kh-{from}",
                Head = new DirectiveHead { Kind = "Kế hoạch", Number = $"{from}-KH/ĐU", Issuer = Long("Đảng ủy "), Issued = new DateOnly(2026, 11, 16) },
                Stage = DirectiveStage.Draft,
                ImportedAt = bot.Clock.GetUtcNow(),
            };
            await directives.AddDraftAsync(directive, [.. Enumerable.Range(1, Most).Select(no => Draft(directive.Id, from + no - 1, no))], default);
            await publish.HandleAsync(directive.Id, default);
        }

        return bot;
    }

    private static DirectiveTask Draft(string directiveId, int number, int no)
    {
        var text = Long($"Việc {number} ") + " " + Long("và ");
        var draft = new TaskDraft
        {
            No = no,
            Text = text,
            Kind = TaskKind.OneOff,
            Deadline = new DateOnly(2026, 11, 1).AddDays(number % 60),
            Audience = ["các trường"],
            Source = new Source(0, text.Length),
        };
        return new DirectiveTask { DirectiveId = directiveId, Number = no, Title = text, Draft = draft };
    }

    private static string Long(string start)
    {
        var words = new StringBuilder(start);
        while (words.Length + Letters.Length < NameCharacters) words.Append(Letters);
        return words.ToString();
    }

    private static IEnumerable<JsonObject> Actions(JsonNode node)
    {
        if (node is JsonArray list) return list.OfType<JsonNode>().SelectMany(Actions);
        if (node is not JsonObject value) return [];
        var within = value.Where(property => property.Value is JsonArray or JsonObject && property.Key is not ("data" or "refresh")).SelectMany(property => Actions(property.Value!));
        return (string?)value["type"] == "Action.Execute" ? within.Prepend(value) : within;
    }

    private static async Task<string> PressAsync(RunningBot bot, string person, JsonObject action)
    {
        var activity = bot.Message(person, "");
        activity.Remove("deliveryMode");
        activity["type"] = "invoke";
        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = action["verb"]!.DeepClone(), ["data"] = action["data"]!.DeepClone() },
            ["trigger"] = "manual",
        };
        var response = await bot.Http.PostAsJsonAsync("/api/messages", activity);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }

    // A serializer that escapes every letter beyond ASCII would count six bytes for one of two.
    private static int Bytes(JsonObject activity) => Encoding.UTF8.GetByteCount(Newtonsoft.Json.JsonConvert.SerializeObject(Newtonsoft.Json.Linq.JObject.Parse(activity.ToJsonString())));
}
