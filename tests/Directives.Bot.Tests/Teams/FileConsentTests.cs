using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Directives.Bot.Tests.Hosting;
using Directives.Documents;
using Microsoft.AspNetCore.Http;

namespace Directives.Bot.Tests.Teams;

/// <summary>Files for people in Teams, who are asked first and then find them in their own storage.</summary>
public sealed class FileConsentTests : TeamsTests, IAsyncLifetime
{
    private const string Clerk = "29:nhap";
    private const string Name = "Thông báo 45-TB-ĐU.xlsx";

    private FakeTeams _teams = null!;
    private FakeDrive _drive = null!;
    private RunningBot _bot = null!;

    public async Task InitializeAsync()
    {
        (_teams, _drive) = (await FakeTeams.StartAsync(), await FakeDrive.StartAsync());
        _bot = await StartWithAddressesAsync();
        await StopBackgroundAsync(_bot);
        await ChangeAsync(_bot, person => person.Id == Organisation.Clerk ? person with { Email = "nhap@songmay.gov.vn" } : person);
        _teams.Add(Account, Address);
        _teams.Add(Clerk, "nhap@songmay.gov.vn");
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _teams.DisposeAsync();
        await _drive.DisposeAsync();
    }

    [Fact]
    public async Task File_is_asked_about_with_its_name_size_and_when_it_was_made()
    {
        var card = await AskAsync();

        Assert.Equal(("application/vnd.microsoft.teams.card.file.consent", Name), ((string?)card["contentType"], (string?)card["name"]));
        var content = card["content"]!;
        Assert.Equal(
            "Thông báo 45-TB/ĐU, 7 việc đã giao. Bảng này để xem và in. Lập lúc 09:14 thứ Tư 25/11/2026; em giữ tệp 30 phút.", (string?)content["description"]);
        Assert.Equal(new FileInfo(Assert.Single(_bot.Files)).Length, (long)content["sizeInBytes"]!);
        Assert.True(JsonNode.DeepEquals(content["acceptContext"], content["declineContext"]));
        Assert.Equal(32, ((string?)Assert.Single(content["acceptContext"]!.AsObject()).Value)!.Length);
    }

    [Fact]
    public async Task Accepted_file_is_put_where_Teams_says_shown_and_held_no_longer()
    {
        var card = await AskAsync();
        var size = (long)card["content"]!["sizeInBytes"]!;

        await PressAsync(Accept(card));

        var (method, path, authorization, range) = Assert.Single(_drive.Calls);
        Assert.Equal(("PUT", "/up", "", $"bytes 0-{size - 1}/{size}"), (method, path, authorization, range));
        Assert.NotEmpty(SheetReader.Read(new MemoryStream(_drive.Files["/up"]), Name));
        var shown = _teams.Written.Last();
        Assert.Equal($"Đã lưu {Name} vào OneDrive của chị.", (string?)shown["text"]);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse($$$"""
                {"contentType":"application/vnd.microsoft.teams.card.file.info","contentUrl":"https://songmay-my.sharepoint.com/c","name":"{{{Name}}}",
                 "content":{"uniqueId":"1150D938","fileType":"xlsx"}}
                """),
            Assert.Single(shown["attachments"]!.AsArray())));
        Assert.Equal("consent-1", Assert.Single(_teams.Deleted));
        Assert.Empty(_bot.Files);
    }

    [Fact]
    public async Task Consent_delivered_twice_puts_the_file_there_once_and_says_so_once()
    {
        var accept = Accept(await AskAsync());
        var again = accept.DeepClone().AsObject();

        await PressAsync(accept);
        var told = _teams.Written.Count;
        await PressAsync(again);

        Assert.Single(_drive.Calls);
        Assert.Equal(told, _teams.Written.Count);
    }

    [Fact]
    public async Task Consent_given_twice_puts_the_file_there_once_and_is_answered_the_same()
    {
        var card = await AskAsync();

        await PressAsync(Accept(card));
        await PressAsync(Accept(card));

        Assert.Single(_drive.Calls);
        var (first, second) = (_teams.Written.ElementAt(1), _teams.Written.ElementAt(2));
        Assert.True(JsonNode.DeepEquals(first["attachments"], second["attachments"]));
        Assert.Equal((string?)first["text"], (string?)second["text"]);
    }

    [Fact]
    public async Task Consents_at_once_put_the_file_there_once()
    {
        var card = await AskAsync();
        var (asked, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        _drive.Instead = async context =>
        {
            asked.SetResult();
            await goOn.Task;
            context.Response.StatusCode = StatusCodes.Status201Created;
        };

        var first = PressAsync(Accept(card));
        await asked.Task;
        await PressAsync(Accept(card));
        goOn.SetResult();
        await first;

        Assert.Single(_drive.Calls);
        Assert.Equal(2, _teams.Written.Count);
    }

    [Fact]
    public async Task Declined_file_is_dropped_in_one_line()
    {
        var card = await AskAsync();

        await PressAsync(Decline(card));
        Assert.Equal($"Dạ, em không gửi {Name} nữa.", Last);
        Assert.Equal("consent-1", Assert.Single(_teams.Deleted));
        Assert.Empty(_bot.Files);
        await PressAsync(Decline(card));
        Assert.Equal($"Dạ, em không gửi {Name} nữa.", Last);

        await PressAsync(Accept(card));
        Assert.StartsWith("Em không còn giữ tệp này", Last, StringComparison.Ordinal);
        Assert.Empty(_drive.Calls);
    }

    [Fact]
    public async Task File_that_is_there_already_is_not_taken_back_by_declining()
    {
        var card = await AskAsync();
        await PressAsync(Accept(card));

        await PressAsync(Decline(card));

        Assert.Equal($"{Name} đã lưu vào OneDrive của chị rồi, em giữ nguyên.", Last);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Late_answer_is_told_that_the_file_is_no_longer_held(bool isSwept)
    {
        var card = await AskAsync();
        _bot.Clock.Advance(TimeSpan.FromMinutes(31));
        if (isSwept) foreach (var file in _bot.Files) File.Delete(file);

        await PressAsync(Accept(card));

        Assert.Equal("Em không còn giữ tệp này; tệp chờ quá 30 phút thì em xóa. Chị nhắn lại để em lập tệp mới.", Last);
        Assert.Empty(_drive.Calls);
    }

    [Fact]
    public async Task File_that_could_not_be_put_there_can_be_accepted_again()
    {
        var card = await AskAsync();
        _drive.Instead = context =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        };

        await PressAsync(Accept(card));
        Assert.StartsWith($"Em chưa lưu được {Name} vào OneDrive của chị.", Last, StringComparison.Ordinal);
        Assert.Empty(_teams.Deleted);

        _drive.Instead = null;
        await PressAsync(Accept(card));
        Assert.StartsWith("Đã lưu", Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drive_that_does_not_answer_is_not_waited_for_longer_than_Teams_waits()
    {
        var card = await AskAsync();
        var asked = new TaskCompletionSource();
        _drive.Instead = async context =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };

        var press = PressAsync(Accept(card));
        await asked.Task;
        _bot.Clock.Advance(TimeSpan.FromSeconds(8));
        await press;

        Assert.StartsWith("Em chưa lưu được", Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/up")]
    [InlineData("http://169.254.169.254/up")]
    [InlineData("up")]
    [InlineData(null)]
    public async Task File_is_not_put_anywhere_else(string? address)
    {
        var accept = Accept(await AskAsync());
        accept["value"]!["uploadInfo"]!["uploadUrl"] = address;

        await PressAsync(accept);

        Assert.StartsWith("Em chưa lưu được", Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_of_another_person_is_not_given()
    {
        var card = await AskAsync();

        await PressAsync(Accept(card, Account));

        Assert.StartsWith("Em không còn giữ tệp này", Last, StringComparison.Ordinal);
        Assert.Empty(_drive.Calls);
        await PressAsync(Accept(card));
        Assert.StartsWith("Đã lưu", Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"offer":"../../x"}""")]
    [InlineData("""{"offer":7}""")]
    [InlineData("\"x\"")]
    [InlineData("null")]
    public async Task Context_of_another_shape_names_no_file(string context)
    {
        var accept = Accept(await AskAsync());
        accept["value"]!["context"] = JsonNode.Parse(context);

        await PressAsync(accept);

        Assert.StartsWith("Em không còn giữ tệp này", Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offer_survives_a_restart()
    {
        var card = await AskAsync();
        await _bot.RestartAsync();

        await PressAsync(Accept(card));

        Assert.StartsWith("Đã lưu", Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_group_the_file_is_asked_about_in_the_persons_own_chat()
    {
        await _teams.SayAsync(_bot, Clerk, "chào em");

        await _teams.DeliverAsync(_bot, _teams.GroupMessage(Clerk, FakeTeams.Bot + " gửi file excel của thông báo 45"));

        var asked = Assert.Single(_teams.Written, message => message["attachments"] is JsonArray { Count: > 0 });
        Assert.Equal("application/vnd.microsoft.teams.card.file.consent", (string?)asked["attachments"]![0]!["contentType"]);
        Assert.Equal("a:" + Clerk, (string?)asked["conversation"]!["id"]);
    }

    private string Last => (string)_teams.Written.Last()["text"]!;

    private async Task<JsonNode> AskAsync()
    {
        var message = _teams.Message(Clerk, "gửi file excel của thông báo 45");
        message.Remove("deliveryMode");
        await _teams.DeliverAsync(_bot, message);
        return Assert.Single(Assert.Single(_teams.Written)["attachments"]!.AsArray())!;
    }

    private JsonObject Accept(JsonNode card, string account = Clerk)
    {
        var accept = Answer(card, "accept", "acceptContext", account);
        accept["value"]!["uploadInfo"] = new JsonObject
        {
            ["name"] = Name,
            ["uploadUrl"] = _drive.Url("/up"),
            ["contentUrl"] = "https://songmay-my.sharepoint.com/c",
            ["uniqueId"] = "1150D938",
            ["fileType"] = "xlsx",
        };
        return accept;
    }

    private JsonObject Decline(JsonNode card) => Answer(card, "decline", "declineContext", Clerk);

    private JsonObject Answer(JsonNode card, string action, string context, string account)
    {
        var answer = _teams.Invoke(account, "fileConsent/invoke", new JsonObject
        {
            ["type"] = "fileUpload",
            ["action"] = action,
            ["context"] = card["content"]![context]!.DeepClone(),
        });
        answer["replyToId"] = "consent-1";
        return answer;
    }

    private async Task PressAsync(JsonObject answer)
    {
        using var response = await _bot.Http.PostAsJsonAsync("/api/messages", answer);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
