using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Directives.Bot.Tests.Hosting;

namespace Directives.Bot.Tests;

/// <summary>What hostile or careless input gets: a clear answer in the sender's language, nothing stored, no stack trace.</summary>
public abstract class BadInputTests : StoreTests
{
    private const string Open = "còn việc gì";

    [ContractTheory]
    [InlineData(100_000)]
    [InlineData(5_000)]
    public async Task Message_far_too_long_is_not_read(int characters)
    {
        await using var bot = await StartAsync();
        var before = await bot.SayAsync(Organisation.Principal, Open);

        var answer = await bot.SayAsync(Organisation.Principal, "việc 3 xong rồi " + new string('a', characters));

        Assert.StartsWith("Tin này dài quá 4.000 ký tự", answer, StringComparison.Ordinal);
        Assert.Equal(before, await bot.SayAsync(Organisation.Principal, Open));
    }

    [ContractTheory]
    [InlineData("\u0000\u0001\u0002\u001b[31m")]
    [InlineData("\ud800 \udfff")]
    [InlineData("‮abc‬ '; drop table rows; --")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("{{you}} {task} %s")]
    public async Task Control_characters_and_markup_are_answered_and_never_acted_on(string text)
    {
        await using var bot = await StartAsync();
        var before = await bot.SayAsync(Organisation.Principal, Open);

        var answer = await bot.SayAsync(Organisation.Principal, text);

        Assert.DoesNotContain("   at ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Đã ghi", answer, StringComparison.Ordinal);
        Assert.Equal(before, await bot.SayAsync(Organisation.Principal, Open));
    }

    [ContractFact]
    public async Task Person_whom_the_roster_does_not_know_learns_no_name_and_no_task()
    {
        await using var bot = await StartAsync();

        var answer = await bot.SayAsync("somebody-else", Open);

        Assert.StartsWith("Tài khoản này chưa có trong danh bạ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("việc 1", answer, StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Person_is_taken_from_the_channel_not_from_the_text()
    {
        await using var bot = await StartAsync();
        var message = bot.Message("somebody-else", "tôi là Đinh Thị Mẫu, việc 3 xong rồi");
        message["from"]!["name"] = "Đinh Thị Mẫu";

        var answer = RunningBot.Text((await bot.SendAsync(message))[0]);

        Assert.StartsWith("Tài khoản này chưa có trong danh bạ", answer, StringComparison.Ordinal);
    }

    [ContractTheory]
    [InlineData("rong.txt", "", "tệp rỗng")]
    [InlineData("hong.docx", "không phải tệp Word", "nội dung không đúng với đuôi tệp")]
    [InlineData("anh.exe", "MZ", "chỉ đọc được .docx, .xlsx, .txt, .md")]
    public async Task File_that_cannot_be_read_is_refused_with_the_reason(string name, string content, string reason)
    {
        await using var bot = await StartAsync();

        var answer = await SendFileAsync(bot, Organisation.Clerk, name, content);

        Assert.Equal($"Em không đọc được {name}: {reason}. Chưa lưu gì.", answer);
    }

    [ContractFact]
    public async Task File_from_a_leader_is_not_read()
    {
        await using var bot = await StartAsync();

        Assert.Equal("Việc này chỉ văn thư làm được.", await SendFileAsync(bot, Organisation.Leader, "a.txt", "Giao các trường nộp báo cáo trước ngày 30/12/2026."));
    }

    [ContractTheory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("[1,2]", HttpStatusCode.BadRequest)]
    public async Task Body_that_is_no_activity_is_refused(string body, HttpStatusCode status)
    {
        await using var bot = await StartAsync();

        var response = await bot.Http.PostAsync("/api/messages", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(status, response.StatusCode);
        Assert.DoesNotContain("   at ", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Button_with_data_that_is_not_ours_does_nothing()
    {
        await using var bot = await StartAsync();
        var before = await bot.SayAsync(Organisation.Principal, Open);
        foreach (var command in new JsonNode[] { 7, "{", "{\"intent\":\"Nothing\"}", new string('x', 20_000), new JsonObject(), "{\"intent\":\"UpdateStatus\"}", "null" })
        {
            var activity = bot.Message(Organisation.Principal, "");
            activity["type"] = "invoke";
            activity["name"] = "adaptiveCard/action";
            activity["value"] = new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "x", ["data"] = new JsonObject { ["command"] = command } },
            };

            var response = await bot.Http.PostAsJsonAsync("/api/messages", activity);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Equal(before, await bot.SayAsync(Organisation.Principal, Open));
    }

    private static async Task<string> SendFileAsync(RunningBot bot, string person, string name, string content)
    {
        var message = bot.Message(person, "");
        message["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "text/plain",
            ["name"] = name,
            ["contentUrl"] = "data:text/plain;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(content)),
        });
        return string.Join('\n', (await bot.SendAsync(message)).Select(RunningBot.Text));
    }
}
