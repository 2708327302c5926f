using System.Text.Json.Nodes;
using Directives.Bot.Notices;
using Directives.Bot.Tests.Hosting;
using Directives.Core;
using Directives.Core.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Bot.Tests;

/// <summary>A user of Microsoft Teams is who the channel service and the roster together say, and nobody by what a message says.</summary>
public abstract class TeamsIdentityTests : TeamsTests
{
    private const string Question = "việc 2";
    private const string Known = "Nộp danh sách học sinh giỏi";
    private const string NotSaid = "chưa ghi gì";

    [ContractFact]
    public async Task Person_is_known_by_the_first_message_and_the_service_is_asked_once()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync();
        teams.Add(Account, "MAU.Dinh@songmay.gov.vn");

        Assert.Contains(Known, await teams.SayAsync(bot, Account, Question), StringComparison.Ordinal);
        Assert.Contains(Known, await teams.SayAsync(bot, Account, Question), StringComparison.Ordinal);
        await bot.RestartAsync();
        Assert.Contains(Known, await teams.SayAsync(bot, Account, Question), StringComparison.Ordinal);

        Assert.Equal("/apac/v3/conversations/a:29:mau/members/29:mau", Assert.Single(teams.Asked));
        var link = (await LinkAsync(bot))!;
        Assert.Equal((Ward.Principal, FakeTeams.ObjectId(Account), FakeTeams.Tenant, Address), (link.PersonId, link.ObjectId, link.TenantId, link.Address?.ToLowerInvariant()));
    }

    [ContractTheory]
    [InlineData("mau@khac.onmicrosoft.com", Address)]
    [InlineData("Mau.Teams@songmay.gov.vn", null)]
    public async Task Person_is_known_by_either_address(string userName, string? email)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync();
        teams.Add(Account, userName, email);

        Assert.Contains(Known, await teams.SayAsync(bot, Account, Question), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task What_a_message_says_of_its_sender_is_not_believed()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync();
        teams.Add(Account, "la@songmay.gov.vn");
        var message = teams.Message(Account, Question);
        message["from"]!["email"] = Address;
        message["from"]!["userPrincipalName"] = Address;
        message["from"]!["name"] = "Đinh Thị Mẫu";

        var answer = RunningBot.Text(Assert.Single(await bot.SendAsync(message)));

        Assert.Contains(NotSaid, answer, StringComparison.Ordinal);
        Assert.Null(await LinkAsync(bot));
    }

    [ContractTheory]
    [InlineData(FakeTeams.OtherTenant, FakeTeams.OtherTenant)]
    [InlineData(FakeTeams.Tenant, FakeTeams.OtherTenant)]
    [InlineData(null, null)]
    public async Task Activity_of_another_tenant_is_refused_and_nobody_is_asked(string? ofConversation, string? ofData)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync();
        teams.Add(Account, Address);

        var answer = await SayFromAsync(bot, teams, ofConversation, ofData);

        Assert.Contains("tổ chức khác", answer, StringComparison.Ordinal);
        Assert.Empty(teams.Asked);
    }

    [ContractFact]
    public async Task User_of_another_tenant_in_a_chat_of_ours_is_refused()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync();
        teams.Add(Account, Address, tenant: FakeTeams.OtherTenant);

        Assert.Contains("tổ chức khác", await teams.SayAsync(bot, Account, Question), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Listed_tenant_is_let_in_and_its_accounts_stay_its_own()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync(settings => settings["Teams:Tenants:0"] = FakeTeams.OtherTenant.ToUpperInvariant());
        teams.Add(Account, Address, tenant: FakeTeams.OtherTenant);

        Assert.Contains(Known, await SayFromAsync(bot, teams, FakeTeams.OtherTenant, FakeTeams.OtherTenant), StringComparison.Ordinal);
        Assert.Contains("không còn như lúc liên kết", await SayFromAsync(bot, teams, FakeTeams.Tenant, FakeTeams.Tenant), StringComparison.Ordinal);
    }

    [ContractTheory]
    [InlineData("guest", Address, null)]
    [InlineData("anonymous", Address, null)]
    [InlineData("user", "mau_truong.vn#EXT#@songmay.onmicrosoft.com", Address)]
    public async Task Guest_is_refused_unless_listed(string role, string userName, string? email)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using (var bot = await StartWithAddressesAsync())
        {
            teams.Add(Account, userName, email, role);
            Assert.Contains("khách", await teams.SayAsync(bot, Account, Question), StringComparison.Ordinal);
            Assert.Null(await LinkAsync(bot));
        }

        await using var listing = await StartWithAddressesAsync(settings => settings["Teams:Guests:0"] = Address.ToUpperInvariant());
        Assert.Contains(Known, await teams.SayAsync(listing, Account, Question), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Account_of_nobody_or_of_several_is_told_what_to_do_and_logged_without_its_address()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync(shared: "chung@songmay.gov.vn");
        teams.Add("29:la", "la@songmay.gov.vn");
        teams.Add("29:chung", "chung@songmay.gov.vn");

        Assert.Contains("báo văn thư ghi thư điện tử vào danh bạ", await teams.SayAsync(bot, "29:la", Question), StringComparison.Ordinal);
        Assert.Contains("cho nhiều người", await teams.SayAsync(bot, "29:chung", Question), StringComparison.Ordinal);
        teams.Add(Account, Address);
        await teams.SayAsync(bot, Account, Question);

        Assert.Contains(bot.Logged, line => line.StartsWith("Account ", StringComparison.Ordinal) && line.Contains("NoMatch", StringComparison.Ordinal));
        Assert.Contains(bot.Logged, line => line.StartsWith("Account ", StringComparison.Ordinal) && line.Contains("Several", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Logged, line => line.Contains('@', StringComparison.Ordinal) || line.Contains("29:", StringComparison.Ordinal) || line.Contains("Mẫu", StringComparison.Ordinal));
    }

    [ContractFact]
    public async Task Ended_person_loses_access_at_once()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync();
        teams.Add(Account, Address);
        Assert.Contains(Known, await teams.SayAsync(bot, Account, Question), StringComparison.Ordinal);

        await ChangeAsync(bot, person => person.Id == Ward.Principal ? person with { ValidTo = new DateOnly(2026, 11, 24) } : person);

        Assert.Contains(NotSaid, await teams.SayAsync(bot, Account, Question), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Mailbox_of_an_office_goes_to_whom_the_roster_gives_it()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync();
        teams.Add(Account, Address);
        Assert.Contains(Known, await teams.SayAsync(bot, Account, Question), StringComparison.Ordinal);

        await ChangeAsync(bot, person => person.Id switch
        {
            Ward.Principal => person with { Email = null },
            Ward.OtherPrincipal => person with { Email = Address },
            _ => person,
        });

        Assert.DoesNotContain(Known, await teams.SayAsync(bot, Account, Question), StringComparison.Ordinal);
        Assert.Equal(Ward.OtherPrincipal, (await LinkAsync(bot))!.PersonId);
    }

    [ContractFact]
    public async Task Moved_person_sees_the_new_unit_only()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync();
        teams.Add(Account, Address);
        Assert.Contains(Known, await teams.SayAsync(bot, Account, Question), StringComparison.Ordinal);

        await ChangeAsync(bot, person => person.Id == Ward.Principal ? person with { UnitId = "mn-sao-mai" } : person);

        Assert.DoesNotContain(Known, await teams.SayAsync(bot, Account, Question), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Account_behind_which_another_user_stands_is_refused()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync();
        teams.Add(Account, Address);
        Assert.Contains(Known, await teams.SayAsync(bot, Account, Question), StringComparison.Ordinal);
        var message = teams.Message(Account, Question);
        message["from"]!["aadObjectId"] = "oid-of-another";

        Assert.Contains("không còn như lúc liên kết", RunningBot.Text(Assert.Single(await bot.SendAsync(message))), StringComparison.Ordinal);
    }

    [ContractTheory]
    [InlineData(500)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Where_the_service_fails_nothing_is_guessed_and_the_next_message_is_answered(int status)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync();
        teams.Add(Account, Address);
        teams.Status = status;
        Assert.Contains("nhắn lại sau ít phút", await teams.SayAsync(bot, Account, Question), StringComparison.OrdinalIgnoreCase);
        Assert.Null(await LinkAsync(bot));

        teams.Status = 200;
        Assert.Contains(Known, await teams.SayAsync(bot, Account, Question), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Member_whom_nobody_asked_for_is_not_taken()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync();
        teams.Add("29:other", Address);
        teams.Members[Account] = teams.Members["29:other"];

        Assert.Contains("nhắn lại sau ít phút", await teams.SayAsync(bot, Account, Question), StringComparison.OrdinalIgnoreCase);
    }

    [ContractFact]
    public async Task First_messages_at_once_make_one_link_and_are_all_answered()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync();
        teams.Add(Account, Address);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => teams.SayAsync(bot, Account, Question)));

        Assert.All(answers, answer => Assert.Contains(Known, answer, StringComparison.Ordinal));
        Assert.Single(await bot.Services.GetRequiredService<LinkTable>().OfPersonAsync(Ward.Principal, default));
    }

    [ContractFact]
    public async Task Second_account_of_one_person_is_theirs_too()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync();
        teams.Add(Account, Address);
        teams.Add("29:mau-2", "mau.teams@songmay.gov.vn");

        Assert.Contains(Known, await teams.SayAsync(bot, Account, Question), StringComparison.Ordinal);
        Assert.Contains(Known, await teams.SayAsync(bot, "29:mau-2", Question), StringComparison.Ordinal);
        Assert.Equal(2, (await bot.Services.GetRequiredService<LinkTable>().OfPersonAsync(Ward.Principal, default)).Count);
    }

    [ContractFact]
    public async Task Install_makes_the_person_known_and_what_waits_is_sent_there()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync();
        teams.Add(Account, Address);
        var install = teams.Message(Account, "");
        install["type"] = "conversationUpdate";
        install["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "28:bot" });

        Assert.StartsWith("Chào cô, em là trợ lý", RunningBot.Text(Assert.Single(await bot.SendAsync(install))), StringComparison.Ordinal);

        Assert.NotNull(await LinkAsync(bot));
        bot.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal("a:29:mau", (await teams.HearAsync(_ => true)).Conversation);
    }

    [ContractFact]
    public async Task Notice_is_not_sent_to_an_account_that_is_the_persons_no_longer()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync();
        teams.Add(Account, Address);
        await teams.SayAsync(bot, Account, Question);
        await bot.SayAsync(Ward.Clerk, "hủy liên kết của Đinh Thị Mẫu");

        bot.Clock.Advance(TimeSpan.FromMinutes(15));
        await bot.Services.GetRequiredService<NoticeSender>().SendDueAsync(default);

        Assert.Empty(teams.Sent);
    }

    [ContractFact]
    public async Task Links_survive_an_import_and_are_in_a_backup()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync();
        teams.Add(Account, Address);
        await teams.SayAsync(bot, Account, Question);
        await ChangeAsync(bot, person => person with { Post = person.Post + " " });
        Assert.Contains(Known, await teams.SayAsync(bot, Account, Question), StringComparison.Ordinal);

        using var file = new MemoryStream();
        await new CreateBackup(bot.Services.GetRequiredService<IPartitionedStore>()).HandleAsync(file, default);
        file.Position = 0;
        var restored = new InMemoryStore();
        await new RestoreBackup(restored, StoreSchema.Current, bot.Clock).HandleAsync(file, false, default);

        Assert.Equal(Ward.Principal, (await new LinkTable(restored).FindAsync("msteams", Account, default))!.Value.PersonId);
        Assert.Single(teams.Asked);
    }

    [ContractFact]
    public async Task Nobody_is_let_in_where_no_tenant_is_configured()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync(settings => settings["MicrosoftAppTenantId"] = "");
        teams.Add(Account, Address);

        Assert.Contains("tổ chức khác", await teams.SayAsync(bot, Account, Question), StringComparison.Ordinal);
    }

    private static async Task<string> SayFromAsync(RunningBot bot, FakeTeams teams, string? ofConversation, string? ofData)
    {
        var message = teams.Message(Account, Question);
        message["conversation"]!["tenantId"] = ofConversation;
        message["channelData"] = ofData is null ? null : new JsonObject { ["tenant"] = new JsonObject { ["id"] = ofData } };
        return RunningBot.Text(Assert.Single(await bot.SendAsync(message)));
    }

    private static async Task<AccountLink?> LinkAsync(RunningBot bot) =>
        (await bot.Services.GetRequiredService<LinkTable>().FindAsync("msteams", Account, default))?.Value;
}
