using System.Text;
using System.Text.Json.Nodes;
using Directives.Bot.Tests.Hosting;
using Directives.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Bot.Tests.Teams;

/// <summary>Files and pictures that people send in Teams, which only says where they are.</summary>
public sealed class IncomingFileTests : TeamsTests, IAsyncLifetime
{
    private const string Clerk = "29:nhap";
    private const string Attached = "Đã gắn 1 tệp vào việc 3";

    private static readonly byte[] Photo = [0xff, 0xd8, 0xff, 0xe0, 1, 2, 3];
    private static readonly byte[] Drawing = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 7];

    private FakeTeams _teams = null!;
    private FakeDrive _drive = null!;
    private RunningBot _bot = null!;

    public async Task InitializeAsync()
    {
        (_teams, _drive) = (await FakeTeams.StartAsync(), await FakeDrive.StartAsync());
        _bot = await StartWithAddressesAsync();
        await ChangeAsync(_bot, person => person.Id == Organisation.Clerk ? person with { Email = "nhap@songmay.gov.vn" } : person);
        _teams.Add(Account, Address);
        _teams.Add(Clerk, "nhap@songmay.gov.vn");
        await _teams.SayAsync(_bot, Account, "việc 2");
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _teams.DisposeAsync();
        await _drive.DisposeAsync();
    }

    [Fact]
    public async Task File_is_fetched_and_goes_with_the_task_that_the_words_name()
    {
        Assert.StartsWith(Attached, await SendAsync(Account, "việc 3", File("bếp.jpg", Photo)), StringComparison.Ordinal);

        var stored = (await _bot.Services.GetRequiredService<WorkTable>().FindAsync("thcs-hoa-sen", 3, default))!.Value;
        Assert.Equal((FileId.Hash(Photo), "bếp.jpg"), (Assert.Single(stored.Evidence).Hash, stored.Evidence[0].Name));
        Assert.Equal("", Assert.Single(_drive.Calls).Authorization);
    }

    [Fact]
    public async Task Directive_is_fetched_and_read()
    {
        var answer = await SendAsync(Clerk, "", File("thong-bao.txt", Encoding.UTF8.GetBytes("THÔNG BÁO\n1. THCS Hoa Sen nộp kế hoạch trước ngày 15/12/2026.\n")));

        Assert.StartsWith("Đã đọc Thông báo", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Picture_within_the_text_is_fetched_from_the_service_and_named_by_when_it_came()
    {
        _drive.Files["/v3/attachments/1/views/original"] = Drawing;
        _drive.Files["/v3/attachments/2/views/original"] = Photo;
        var message = Message(Account, "việc 3", Picture("/v3/attachments/1/views/original"), Picture("/v3/attachments/2/views/original"), Html());
        message["serviceUrl"] = _drive.Url("/");

        Assert.StartsWith("Đã gắn 2 tệp vào việc 3", await AnswerAsync(message), StringComparison.Ordinal);

        var stored = (await _bot.Services.GetRequiredService<WorkTable>().FindAsync("thcs-hoa-sen", 3, default))!.Value;
        Assert.Equal(["ảnh 25-11-2026 09.14.png", "ảnh 25-11-2026 09.14 (2).jpg"], stored.Evidence.Select(file => file.Name));
    }

    [Fact]
    public async Task Text_of_the_message_as_HTML_is_no_file()
    {
        Assert.Contains("Nộp danh sách học sinh giỏi", await SendAsync(Account, "việc 2", Html()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/x")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("https://10.0.0.4/x")]
    public async Task File_elsewhere_is_not_fetched_and_the_person_told_that_nothing_is_stored(string address)
    {
        var file = File("bếp.jpg", Photo);
        file["content"]!["downloadUrl"] = address;

        Assert.Equal("Em không đọc được bếp.jpg: tệp ở nơi em không được mở. Chưa lưu gì.", await SendAsync(Account, "việc 3", file));
        Assert.Empty(_bot.Files);
    }

    [Fact]
    public async Task Link_that_is_no_longer_good_is_told()
    {
        var file = File("bếp.jpg", Photo);
        _drive.Files.Clear();

        Assert.Equal("Em không đọc được bếp.jpg: em chưa lấy được tệp, gửi lại sau ít phút. Chưa lưu gì.", await SendAsync(Account, "việc 3 xong", file));
        Assert.Contains("chưa thực hiện", await _teams.SayAsync(_bot, Account, "việc 3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_files_none_is_stored_where_one_does_not_come()
    {
        var (first, second) = (File("1.jpg", Photo), File("2.png", Drawing));
        _drive.Files.TryRemove("/2.png", out _);

        Assert.StartsWith("Em không đọc được 2.png", await SendAsync(Account, "việc 3", first, second), StringComparison.Ordinal);
        Assert.Empty(_bot.Files);
    }

    [Fact]
    public async Task Too_large_file_is_told_before_it_has_come()
    {
        var file = File("phim.jpg", Photo);
        _drive.Instead = context =>
        {
            context.Response.ContentLength = Evidence.MaxBytes + 1L;
            return context.Response.WriteAsync("x", context.RequestAborted);
        };

        Assert.Equal("Em không đọc được phim.jpg: tệp quá lớn. Chưa lưu gì.", await SendAsync(Account, "việc 3", file));
    }

    [Fact]
    public async Task Drive_that_does_not_answer_is_not_waited_for_longer_than_Teams_waits()
    {
        var file = File("bếp.jpg", Photo);
        var asked = new TaskCompletionSource();
        _drive.Instead = async context =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };

        var answer = SendAsync(Account, "việc 3", file);
        await asked.Task;
        _bot.Clock.Advance(TimeSpan.FromSeconds(8));

        Assert.Contains("em chưa lấy được tệp", await answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_files_than_are_taken_at_once_are_refused_together()
    {
        var answer = await SendAsync(Account, "việc 3", [.. Enumerable.Range(0, 11).Select(i => File($"{i}.jpg", Photo))]);

        Assert.Equal("Em nhận tối đa 10 tệp một lần. Chưa lưu gì.", answer);
        Assert.Empty(_drive.Calls);
    }

    [Fact]
    public async Task Nothing_is_fetched_for_somebody_whom_nobody_knows()
    {
        _teams.Add("29:la", "la@songmay.gov.vn");

        Assert.Contains("chưa ghi gì", await SendAsync("29:la", "việc 3", File("bếp.jpg", Photo)), StringComparison.Ordinal);
        Assert.Empty(_drive.Calls);
    }

    [Fact]
    public async Task Message_delivered_twice_keeps_its_file_once_and_says_nothing_more()
    {
        var message = Message(Account, "", File("bếp.jpg", Photo));
        var again = message.DeepClone().AsObject();

        Assert.StartsWith("Em nhận 1 tệp", await AnswerAsync(message), StringComparison.Ordinal);
        Assert.Equal("", await AnswerAsync(again));
        Assert.Single(_bot.Files);
    }

    [Theory]
    [InlineData("""{"contentType":"application/vnd.microsoft.teams.file.download.info","name":"a.jpg"}""", "a.jpg: em chưa lấy được tệp")]
    [InlineData("""{"contentType":"application/vnd.microsoft.teams.file.download.info","name":"a.jpg","content":{"downloadUrl":["x"]}}""", "a.jpg: em chưa lấy được tệp")]
    [InlineData("""{"contentType":"application/vnd.microsoft.teams.file.download.info","content":{"downloadUrl":"x","fileType":"jpg"}}""", ".jpg: em chưa lấy được tệp")]
    [InlineData("""{"contentType":"image/*","contentUrl":"https://evil.example/x"}""", "ảnh: tệp ở nơi em không được mở")]
    [InlineData("""{"contentType":"video/mp4","contentUrl":"https://evil.example/x"}""", "Em chưa mở được tệp gửi kiểu này")]
    public async Task Attachment_of_another_shape_is_told(string attachment, string told)
    {
        Assert.Contains(told, await SendAsync(Account, "", JsonNode.Parse(attachment)!.AsObject()), StringComparison.Ordinal);
    }

    private JsonObject File(string name, byte[] content)
    {
        _drive.Files["/" + name] = content;
        return new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
            ["contentUrl"] = "https://songmay-my.sharepoint.com/personal/mau/Documents/" + name,
            ["name"] = name,
            ["content"] = new JsonObject { ["downloadUrl"] = _drive.Url("/" + name), ["uniqueId"] = "1150D938", ["fileType"] = name.Split('.')[^1] },
        };
    }

    private JsonObject Picture(string path) => new() { ["contentType"] = "image/*", ["contentUrl"] = _drive.Url(path) };

    private static JsonObject Html() => new() { ["contentType"] = "text/html", ["content"] = "<p>việc 3</p>" };

    private JsonObject Message(string account, string words, params JsonObject[] attachments)
    {
        var message = _teams.Message(account, words);
        message["attachments"] = new JsonArray(attachments);
        return message;
    }

    private Task<string> SendAsync(string account, string words, params JsonObject[] attachments) => AnswerAsync(Message(account, words, attachments));

    private async Task<string> AnswerAsync(JsonObject message) => string.Join('\n', (await _bot.SendAsync(message)).Select(RunningBot.Text));
}
