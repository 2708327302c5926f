using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Directives.Bot.Rendering;
using Directives.Bot.Tests.Hosting;
using Directives.Core;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json;

namespace Directives.Bot.Tests.Teams;

/// <summary>The message extension: whoever writes to others finds a task of their own and puts it into the message.</summary>
public sealed class TaskSearchTests : TeamsTests, IAsyncLifetime
{
    private const string Leader = "29:thu";

    private FakeTeams _teams = null!;
    private RunningBot _bot = null!;

    public async Task InitializeAsync()
    {
        _teams = await FakeTeams.StartAsync();
        _bot = await StartWithAddressesAsync();
        await ChangeAsync(_bot, person => person.Id == Organisation.Leader ? person with { Email = "thu@songmay.gov.vn" } : person);
        _teams.Add(Account, Address);
        _teams.Add(Leader, "thu@songmay.gov.vn");
        await _teams.SayAsync(_bot, Account, "chào em");
        await _teams.SayAsync(_bot, Leader, "chào em");
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _teams.DisposeAsync();
    }

    [Fact]
    public async Task Without_words_the_open_tasks_come_due_soonest_the_late_ones_after_them()
    {
        await _teams.SayAsync(_bot, Account, "việc 2 xong");

        Assert.Equal(
            ["Việc 3: Kiểm tra bếp ăn", "Việc 4: Kiểm kê thiết bị", "Việc 5: Kiểm kê tài sản công", "Việc 1: Lập kế hoạch phòng cháy", "Việc 7: Duy trì nền nếp chào cờ đầu tuần"],
            await TitlesAsync(Account, null));
    }

    [Theory]
    [InlineData("bep an", "Việc 3: Kiểm tra bếp ăn")]
    [InlineData("Bếp ă", "Việc 3: Kiểm tra bếp ăn")]
    [InlineData("kiem k thiet", "Việc 4: Kiểm kê thiết bị")]
    [InlineData("3", "Việc 3: Kiểm tra bếp ăn")]
    [InlineData("việc 3", "Việc 3: Kiểm tra bếp ăn")]
    public async Task Task_is_found_by_number_or_by_words_as_they_are_typed(string words, string title)
    {
        Assert.Equal([title], await TitlesAsync(Account, words));
    }

    [Theory]
    [InlineData("6")]
    [InlineData("rà soát vị trí")]
    public async Task Task_of_another_unit_is_not_found(string words)
    {
        Assert.Equal($"Không có việc nào khớp \"{words}\".", await MessageAsync(Query(Account, words)));
        Assert.Equal(["Việc 6: Rà soát vị trí việc làm"], await TitlesAsync(Leader, words));
    }

    [Fact]
    public async Task Preview_says_when_it_is_due_and_how_far_it_is()
    {
        await _teams.SayAsync(_bot, Account, "việc 3 được 60%");

        Assert.Equal("Hạn thứ Sáu 27/11/2026, còn 2 ngày; đang thực hiện 60%", await PreviewAsync(Account, "3"));
        Assert.Equal("Hạn thứ Sáu 27/11/2026, còn 2 ngày; 0/3 đơn vị đã xong.", await PreviewAsync(Leader, "3"));
        Assert.Equal("Không thời hạn; chưa thực hiện", await PreviewAsync(Account, "7"));
    }

    [Fact]
    public async Task Card_stays_true_says_nothing_of_other_units_and_can_do_nothing()
    {
        var own = Assert.Single(await ResultsAsync(Query(Account, "3")))["content"]!;
        var leaders = Assert.Single(await ResultsAsync(Query(Leader, "3")))["content"]!;

        Assert.Equal(
            "Việc 3: Kiểm tra bếp ăn\nHạn: thứ Sáu 27/11/2026\nĐơn vị: THCS Hoa Sen\nTrạng thái: chưa thực hiện\nVăn bản: Thông báo 45-TB/ĐU\nSố liệu 09:14 thứ Tư 25/11/2026.",
            (string?)own["fallbackText"]);
        Assert.Equal(
            "Việc 3: Kiểm tra bếp ăn\nHạn: thứ Sáu 27/11/2026\nVăn bản: Thông báo 45-TB/ĐU\nSố liệu 09:14 thứ Tư 25/11/2026.", (string?)leaders["fallbackText"]);
        Assert.All([own, leaders], card => Assert.DoesNotContain("Action", card.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Results_go_on_where_the_last_ended()
    {
        var query = Query(Account, null);
        query["value"]!["queryOptions"] = new JsonObject { ["skip"] = 2, ["count"] = 2 };

        Assert.Equal(["Việc 4: Kiểm kê thiết bị", "Việc 5: Kiểm kê tài sản công"], (await ResultsAsync(query)).Select(Title));
    }

    [Fact]
    public async Task In_a_chat_of_others_who_asks_is_known_by_the_account_and_no_notice_goes_there()
    {
        var query = Query(Account, "3");
        query["conversation"] = new JsonObject { ["id"] = "19:hai-nguoi@unq.gbl.spaces", ["conversationType"] = "personal", ["tenantId"] = FakeTeams.Tenant };

        Assert.Equal(["Việc 3: Kiểm tra bếp ăn"], (await ResultsAsync(query)).Select(Title));

        await StopBackgroundAsync(_bot);
        Assert.All(await AccountsAsync(), account => Assert.Equal("a:" + Account, account));
    }

    [Fact]
    public async Task Somebody_unknown_is_told_to_write_first_and_nobody_is_asked_for()
    {
        _teams.Add("29:la", "la@songmay.gov.vn");
        var asked = _teams.Asked.Count;

        Assert.StartsWith("Em chưa biết tài khoản này là của ai", await MessageAsync(Query("29:la", "3")), StringComparison.Ordinal);
        var foreign = Query(Account, "3");
        foreign["channelData"]!["tenant"]!["id"] = FakeTeams.OtherTenant;
        foreign["conversation"]!["tenantId"] = FakeTeams.OtherTenant;
        Assert.Contains("tổ chức khác", await MessageAsync(foreign), StringComparison.Ordinal);
        var english = Query("29:la", "3");
        english["locale"] = "en-GB";
        Assert.StartsWith("I do not know whose account this is", await MessageAsync(english), StringComparison.Ordinal);
        Assert.Equal(asked, _teams.Asked.Count);
    }

    [Fact]
    public void Results_stay_small_whatever_the_data()
    {
        var words = string.Join(' ', Enumerable.Repeat("\U00020000\U00020001*", 1_000));
        var task = new FoundTask(new TaskRow { No = 1, Title = words, State = WorkState.NotStarted, Class = DueClass.NoDeadline }, words, Organisation.Roster.Units[0]);

        var answer = SearchRenderer.Results([task], _bot.Clock.GetUtcNow(), new Wording(Texts.Vietnamese, null, new DateOnly(2026, 11, 25)));

        Assert.InRange(Encoding.UTF8.GetByteCount(JsonConvert.SerializeObject(answer)), 1_000, 6_000);
    }

    private async Task<IReadOnlyList<string>> AccountsAsync() =>
        [.. (await _bot.Services.GetRequiredService<TalkTable>()
            .AccountsAsync(Organisation.Principal, default)).Select(account => account.ConversationId)];

    private JsonObject Query(string account, string? words) => _teams.Invoke(account, "composeExtension/query", new JsonObject
    {
        ["commandId"] = "searchTasks",
        ["parameters"] = new JsonArray(words is null
            ? new JsonObject { ["name"] = "initialRun", ["value"] = "true" }
            : new JsonObject { ["name"] = "words", ["value"] = words }),
        ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
    });

    private async Task<IReadOnlyList<string?>> TitlesAsync(string account, string? words) => [.. (await ResultsAsync(Query(account, words))).Select(Title)];

    private async Task<string?> PreviewAsync(string account, string words) =>
        (string?)Assert.Single(await ResultsAsync(Query(account, words)))["preview"]!["content"]!["text"];

    private static string? Title(JsonNode result) => (string?)result["preview"]!["content"]!["title"];

    private async Task<IReadOnlyList<JsonNode>> ResultsAsync(JsonObject query)
    {
        var answer = await AskAsync(query);
        Assert.Equal(("result", "list"), ((string?)answer["type"], (string?)answer["attachmentLayout"]));
        return [.. answer["attachments"]!.AsArray().Select(result => result!)];
    }

    private async Task<string> MessageAsync(JsonObject query)
    {
        var answer = await AskAsync(query);
        Assert.Equal("message", (string?)answer["type"]);
        return (string)answer["text"]!;
    }

    private async Task<JsonNode> AskAsync(JsonObject query)
    {
        using var response = await _bot.Http.PostAsJsonAsync("/api/messages", query);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!["composeExtension"]!;
    }
}
