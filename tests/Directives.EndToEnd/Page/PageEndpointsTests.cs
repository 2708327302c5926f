using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Directives.Bot.Page;
using Directives.Core;

namespace Directives.EndToEnd.Page;

public sealed class PageEndpointsTests
{
    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/page/js/main.js", "text/javascript")]
    [InlineData("/page/css/base.css", "text/css")]
    [InlineData("/page/icon.svg", "image/svg+xml")]
    public async Task File_of_the_page_comes_with_its_type_a_strict_policy_and_no_cache(string path, string type)
    {
        await using var bot = await FakeBot.Start();
        using var http = PageConnectorTests.Client(bot);

        using var answer = await http.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/page/js/none.js")]
    [InlineData("/page/js")]
    [InlineData("/page/%2e%2e/%2e%2e/appsettings.json")]
    [InlineData("/page/..%2f..%2fDirectives.EndToEnd.dll")]
    public async Task Path_that_is_no_file_of_the_page_is_not_found(string path)
    {
        await using var bot = await FakeBot.Start();
        using var http = PageConnectorTests.Client(bot);

        using var answer = await http.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task People_are_told_with_their_posts_units_and_roles()
    {
        await using var bot = await FakeBot.Start();
        using var http = PageConnectorTests.Client(bot);

        var told = await http.GetFromJsonAsync<JsonObject>("/page/people");

        Assert.Equal("Đảng ủy phường Sông Mây", (string?)told!["body"]);
        Assert.Equal("2026-11-25T09:14:00+07:00", (string?)told["now"]);
        var person = told["people"]!.AsArray().Single(one => (string?)one!["id"] == Samples.Principal)!;
        Assert.Equal("Đinh Thị Mẫu", (string?)person["name"]);
        Assert.Equal("Hiệu trưởng", (string?)person["post"]);
        Assert.Equal("THCS Hoa Sen", (string?)person["unit"]);
        Assert.Equal("principal", (string?)person["role"]);
        Assert.Equal("vi", (string?)person["language"]);
    }

    [Fact]
    public void People_of_a_roster_are_those_in_office_by_the_day_in_Vietnam()
    {
        var evening = new DateTimeOffset(2026, 11, 24, 20, 0, 0, TimeSpan.Zero); // the 25th in Vietnam
        var roster = new Roster(
            "Đảng ủy phường Sông Mây",
            [new Unit("thcs-hoa-sen", "THCS Hoa Sen", "trường", null)],
            [],
            [
                new Person("moi", "Đinh Thị Mẫu", "thcs-hoa-sen", Role.Principal, "Hiệu trưởng", Salutation.Cô) { ValidFrom = new DateOnly(2026, 11, 25) },
                new Person("cu", "Lý Thị Ví Dụ", "thcs-hoa-sen", Role.Principal, "Hiệu trưởng", Salutation.Cô) { ValidTo = new DateOnly(2026, 11, 24) },
            ]);

        var people = PagePeople.From(roster, evening);

        var person = Assert.Single(people.People);
        Assert.Equal(("moi", "THCS Hoa Sen"), (person.Id, person.Unit));
        Assert.Equal("2026-11-25T03:00:00+07:00", people.Now.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("evil.example", null)]
    [InlineData("evil.example", "http://evil.example")]
    [InlineData(null, "http://evil.example")]
    [InlineData(null, "null")]
    [InlineData(null, "http://localhost")]
    public async Task Request_for_or_from_another_site_is_refused(string? host, string? origin)
    {
        await using var bot = await FakeBot.Start();
        using var http = PageConnectorTests.Client(bot);
        foreach (var (method, path) in new[] { ("GET", "/"), ("GET", "/page/people"), ("GET", "/page/events?conversation=c"), ("POST", "/page/connector/v3/conversations/c/activities") })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            if (host is not null) request.Headers.Host = host;
            if (origin is not null) request.Headers.Add("Origin", origin);

            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Request_from_the_page_itself_is_answered()
    {
        await using var bot = await FakeBot.Start();
        using var http = PageConnectorTests.Client(bot);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/page/people");
        request.Headers.Add("Origin", bot.Address);

        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("192.0.2.7", HttpStatusCode.Forbidden)]
    [InlineData("::ffff:192.0.2.7", HttpStatusCode.Forbidden)]
    [InlineData("2001:db8::7", HttpStatusCode.Forbidden)]
    [InlineData("::1", HttpStatusCode.OK)]
    [InlineData("::ffff:127.0.0.1", HttpStatusCode.OK)]
    public async Task Request_from_another_machine_is_refused(string caller, HttpStatusCode expected)
    {
        await using var bot = await FakeBot.Start(caller: IPAddress.Parse(caller));
        using var http = PageConnectorTests.Client(bot);

        using var answer = await http.GetAsync("/page/people");

        Assert.Equal(expected, answer.StatusCode);
    }
}
