using System.Text.Json.Nodes;
using Directives.EndToEnd.Program;

namespace Directives.EndToEnd.Playground.Client;

/// <summary>A user of Teams whose e-mail address the roster has.</summary>
internal sealed record TeamsPerson(string Name, string UserId, string Unit = "", string Role = "")
{
    public string Email => UserId[(UserId.IndexOf(':', StringComparison.Ordinal) + 1)..] + "@songmay.example";

    public string ObjectId => $"aaaaaaaa-0000-4000-8000-{UserId.Aggregate(17L, (sum, letter) => (sum * 31 + letter) % 1_000_000_007):d12}";
}

/// <summary>The sample ward in Teams: its people have accounts, its roster their addresses, and the program lets their tenant in.</summary>
internal static class TeamsWard
{
    public const string Tenant = "11111111-2222-4333-8444-555555555555";
    public const string PersonalChat = "personal";
    public const string GroupChat = "group";
    public const string Channel = "channel";

    public static readonly TeamsPerson Bot = new("Trợ lý chỉ đạo", "28:tro-ly");
    public static readonly TeamsPerson Principal = new("Đinh Thị Mẫu", "29:mau", "THCS Hoa Sen", "thủ trưởng");
    public static readonly TeamsPerson Leader = new("Phan Văn Thử", "29:thu", "Đảng ủy phường Sông Mây", "lãnh đạo");

    /// <summary>A user of the tenant whom the roster does not have.</summary>
    public static readonly TeamsPerson Stranger = new("Kha Văn Lạ", "29:la");

    // With the stranger they are six: the Playground wants the one who writes and five others, no more and no less.
    private static readonly TeamsPerson[] People =
    [
        Principal,
        Leader,
        new("Vũ Thị Nháp", "29:nhap", "Văn phòng Đảng ủy", "văn thư"),
        new("Ngô Thị Ban Mai", "29:mai", "MN Sao Mai", "thủ trưởng"),
        new("Lê Thị Líu Lo", "29:lo", "MN Họa Mi", "thủ trưởng"),
    ];

    /// <summary>The settings of a program at 09:14 on Wednesday 25 November 2026 that lets the tenant in.</summary>
    public static Dictionary<string, string> Settings() => new()
    {
        ["Teams__Tenants__0"] = Tenant,
        ["Clock__Now"] = "2026-11-25T09:14:00+07:00",
        ["Notices__Interval"] = "00:00:01",
    };

    /// <summary>Starts the program with the sample, has the addresses imported as a clerk would, and lets the users talk to it.</summary>
    public static async Task<RunningProgram> StartAsync(Dictionary<string, string> settings, params TeamsUser[] users)
    {
        var program = await RunningProgram.StartAsync(settings);
        var roster = Path.Combine(Path.GetTempPath(), $"roster-{Guid.NewGuid():n}.csv");
        try
        {
            await File.WriteAllLinesAsync(roster, People
                .Select(person => $"cán bộ,{person.Name},{person.Unit},{person.Role},{person.Email}")
                .Prepend("Dòng,Tên,Thuộc,Vai trò,Email"));
            var (status, output, error) = await program.RunAsync("import", roster);
            Assert.True(status == 0, output + error);
        }
        finally
        {
            File.Delete(roster);
        }

        foreach (var user in users) user.TalkTo(program.Address);
        return program;
    }

    /// <summary>What the Playground is told: who writes, who else there is, one personal chat, one group, one team.</summary>
    public static JsonObject Configuration(TeamsPerson user) => new()
    {
        ["version"] = "0.1.1",
        ["tenantId"] = Tenant,
        ["bot"] = new JsonObject { ["id"] = Bot.UserId, ["name"] = Bot.Name },
        ["currentUser"] = Account(user),
        ["users"] = new JsonArray([.. People.Append(Stranger).Where(person => person.UserId != user.UserId).Select(Account)]),
        ["personalChat"] = new JsonObject { ["id"] = PersonalChat },
        ["groupChat"] = new JsonObject { ["id"] = GroupChat, ["name"] = "Nhóm tham mưu" },
        ["team"] = new JsonObject
        {
            ["id"] = "team",
            ["name"] = "Phường Sông Mây",
            ["aadGroupId"] = "bbbbbbbb-0000-4000-8000-000000000000",
            ["channels"] = new JsonArray(new JsonObject { ["id"] = Channel, ["name"] = "Chỉ đạo điều hành" }),
        },
    };

    private static JsonObject Account(TeamsPerson person) => new()
    {
        ["id"] = person.UserId,
        ["name"] = person.Name,
        ["userPrincipleName"] = person.Email, // The tool's spelling.
        ["aadObjectId"] = person.ObjectId,
        ["givenName"] = person.Name[(person.Name.LastIndexOf(' ') + 1)..],
        ["surname"] = person.Name[..person.Name.IndexOf(' ', StringComparison.Ordinal)],
        ["email"] = person.Email,
    };
}
