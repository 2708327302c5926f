using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Directives.Bot.Hosting;
using Directives.Bot.Tests.Hosting;
using Directives.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Bot.Tests;

/// <summary>A person's tasks in a calendar: as a file, and by an address.</summary>
public abstract partial class CalendarTests : StoreTests
{
    [ContractFact]
    public async Task File_has_the_open_tasks_of_the_person()
    {
        await using var bot = await StartAsync();
        await bot.SayAsync(Organisation.Principal, "việc 2 xong rồi");

        var reply = Assert.Single(await bot.SendAsync(bot.Message(Organisation.Principal, "gửi lịch cho tôi")));

        Assert.Equal("Lịch 4 việc đang mở. Cô mở tệp này bằng ứng dụng lịch.", (string?)reply["text"]);
        var attachment = reply["attachments"]![0]!;
        Assert.Equal(("text/calendar", "lich-viec.ics"), ((string?)attachment["contentType"], (string?)attachment["name"]));
        var address = (string)attachment["contentUrl"]!;
        var text = Encoding.UTF8.GetString(Convert.FromBase64String(address[(address.IndexOf(',', StringComparison.Ordinal) + 1)..]));
        Assert.Equal(["Việc 1: Lập kế hoạch phòng cháy", "Việc 3: Kiểm tra bếp ăn", "Việc 4: Kiểm kê thiết bị", "Việc 5: Kiểm kê tài sản công"], Values(text, "SUMMARY:"));
        Assert.Equal(["20261120", "20261127", "20261215", "20261231"], Values(text, "DTSTART;VALUE=DATE:"));
    }

    [ContractFact]
    public async Task Address_shows_what_is_open_and_a_change_raises_its_number()
    {
        await using var bot = await StartAsync();
        var address = await AddressAsync(bot, Organisation.Principal, "lịch của tôi");

        var first = await bot.Http.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("text/calendar", first.Content.Headers.ContentType!.MediaType);
        var before = await first.Content.ReadAsStringAsync();
        Assert.Equal(5, Values(before, "SUMMARY:").Count);

        await bot.SayAsync(Organisation.Principal, "việc 3 được 40%");
        await bot.SayAsync(Organisation.Principal, "việc 2 xong rồi");
        bot.Clock.Advance(CalendarFeeds.Life);
        var after = await bot.Http.GetStringAsync(address);

        Assert.DoesNotContain("Việc 2:", after, StringComparison.Ordinal);
        // The same event with a higher number, so that a program changes the one it has.
        Assert.Equal(Values(before, "UID:")[2], Values(after, "UID:")[1]);
        Assert.Equal(("0", "1"), (Values(before, "SEQUENCE:")[2], Values(after, "SEQUENCE:")[1]));
    }

    [ContractFact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        await using var bot = await StartAsync();
        var address = await AddressAsync(bot, Organisation.Principal, "lịch của tôi");
        var tag = (await bot.Http.GetAsync(address)).Headers.ETag!;

        bot.Clock.Advance(TimeSpan.FromHours(2));
        var same = await AskAsync(bot, address, tag);
        Assert.Equal((HttpStatusCode.NotModified, 0), (same.StatusCode, (await same.Content.ReadAsByteArrayAsync()).Length));

        await bot.SayAsync(Organisation.Principal, "việc 1 xong rồi");
        bot.Clock.Advance(CalendarFeeds.Life);
        var changed = await AskAsync(bot, address, tag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(tag, changed.Headers.ETag);
    }

    [ContractFact]
    public async Task Address_is_told_once_and_another_one_ends_it()
    {
        await using var bot = await StartAsync();
        var old = await AddressAsync(bot, Organisation.Principal, "lịch của tôi");
        await bot.Http.GetStringAsync(old);

        Assert.StartsWith("Cô đã có địa chỉ lịch từ thứ Tư 25/11/2026", await bot.SayAsync(Organisation.Principal, "lich cua toi"), StringComparison.Ordinal);
        var next = await AddressAsync(bot, Organisation.Principal, "đổi địa chỉ lịch");
        bot.Clock.Advance(CalendarFeeds.Life);

        Assert.Equal(HttpStatusCode.NotFound, (await bot.Http.GetAsync(old)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await bot.Http.GetAsync(next)).StatusCode);

        Assert.StartsWith("Đã hủy địa chỉ lịch", await bot.SayAsync(Organisation.Principal, "hủy địa chỉ lịch"), StringComparison.Ordinal);
        bot.Clock.Advance(CalendarFeeds.Life);
        Assert.Equal(HttpStatusCode.NotFound, (await bot.Http.GetAsync(next)).StatusCode);
        Assert.Equal("Cô chưa có địa chỉ lịch nào.", await bot.SayAsync(Organisation.Principal, "hủy địa chỉ lịch"));
    }

    [ContractFact]
    public async Task Who_is_in_office_no_longer_has_no_calendar()
    {
        await using var bot = await StartAsync();
        var address = await AddressAsync(bot, Organisation.Principal, "lịch của tôi");
        var rosters = bot.Services.GetRequiredService<RosterTable>();
        var people = Organisation.Roster.People.Select(person => person.Id == Organisation.Principal ? person with { ValidTo = new(2026, 11, 24) } : person);
        await rosters.ReplaceAsync(new Roster(Organisation.Roster.Body, Organisation.Roster.Units, Organisation.Roster.Groups, [.. people]), await rosters.ReadAsync(default), default);

        Assert.Equal(HttpStatusCode.NotFound, (await bot.Http.GetAsync(address)).StatusCode);
    }

    [ContractFact]
    public async Task Who_had_the_account_of_a_person_has_no_calendar_of_theirs_once_it_is_unlinked()
    {
        await using var bot = await StartAsync();
        var address = await AddressAsync(bot, Organisation.Principal, "lịch của tôi");

        var unlinked = await bot.SayAsync(Organisation.Clerk, "hủy liên kết của Đinh Thị Mẫu");

        Assert.EndsWith("Địa chỉ lịch của Đinh Thị Mẫu cũng không dùng được nữa.", unlinked, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await bot.Http.GetAsync(address)).StatusCode);
    }

    [ContractFact]
    public async Task Leader_has_each_task_once_as_long_as_a_unit_owes_it()
    {
        await using var bot = await StartAsync();

        var text = await bot.Http.GetStringAsync(await AddressAsync(bot, Organisation.Leader, "lịch của tôi"));

        Assert.Equal(6, Values(text, "SUMMARY:").Count);
        Assert.Contains("Đã xong 0/3 đơn vị", text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Guessed_addresses_open_nothing_and_read_the_store_only_so_often()
    {
        await using var bot = await StartAsync();
        var known = await AddressAsync(bot, Organisation.Principal, "lịch của tôi");
        await bot.Http.GetStringAsync(known);
        foreach (var path in new[] { "/calendar/x.ics", "/calendar/" + new string('a', 63) + ".ics", "/calendar/" + new string('%', 64) + ".ics", "/calendar/" })
        {
            Assert.Contains((await bot.Http.GetAsync(path)).StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
        }

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < CalendarFeeds.ReadsPerSecond + 5; i++) answers.Add((await bot.Http.GetAsync($"/calendar/{new string('a', 61)}{i:d3}.ics")).StatusCode);

        // The clock stands still: one of that second's reads went to the known address.
        Assert.Equal(CalendarFeeds.ReadsPerSecond - 1, answers.Count(answer => answer == HttpStatusCode.NotFound));
        Assert.Equal(6, answers.Count(answer => answer == HttpStatusCode.TooManyRequests));
        // What was read a moment ago is still served.
        Assert.Equal(HttpStatusCode.OK, (await bot.Http.GetAsync(known)).StatusCode);
        // What the web server itself logs of a request is off in the program, and only on in tests.
        var logged = bot.Logged.Where(line => !line.StartsWith("Request ", StringComparison.Ordinal));
        Assert.DoesNotContain(logged, line => line.Contains(new Uri(known).AbsolutePath, StringComparison.Ordinal) || line.Contains(new string('a', 61), StringComparison.Ordinal));
    }

    [ContractFact]
    public async Task Address_stands_nowhere_in_the_store()
    {
        await using var bot = await StartAsync();
        var token = Path.GetFileNameWithoutExtension(new Uri(await AddressAsync(bot, Organisation.Principal, "lịch của tôi")).AbsolutePath);

        Assert.Equal(CalendarTable.TokenCharacters, token.Length);
        await foreach (var row in bot.Services.GetRequiredService<IPartitionedStore>().ScanAsync(StoreTable.Talk, default))
        {
            Assert.DoesNotContain(token, $"{row.Partition} {row.Key} {row.Value}", StringComparison.Ordinal);
        }
    }

    private static async Task<string> AddressAsync(RunningBot bot, string person, string words)
    {
        var answer = await bot.SayAsync(person, words);
        var address = Address().Match(answer);
        Assert.True(address.Success, answer);
        // Where the program really listens: the port is free to be any.
        return bot.Http.BaseAddress!.GetLeftPart(UriPartial.Authority) + address.Groups[1].Value;
    }

    private static Task<HttpResponseMessage> AskAsync(RunningBot bot, string address, EntityTagHeaderValue tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(tag);
        return bot.Http.SendAsync(request);
    }

    private static IReadOnlyList<string> Values(string text, string name) =>
        [.. text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n").Where(line => line.StartsWith(name, StringComparison.Ordinal)).Select(line => line[name.Length..])];

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+(/calendar/[0-9a-f]+\.ics)")]
    private static partial Regex Address();
}
