using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Directives.Bot.Rendering;
using Directives.Bot.Tests.Hosting;
using Directives.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Bot.Tests;

/// <summary>Conversations about directives that replace, amend or extend an earlier one, and about taking a publishing back.</summary>
public abstract class LaterDirectiveTests : StoreTests
{
    private const string Head = """
        ĐẢNG ỦY PHƯỜNG SÔNG MÂY

        Số 52-TB/ĐU

        Sông Mây, ngày 24 tháng 11 năm 2026

        THÔNG BÁO

        """;

    private static readonly Dictionary<string, string> Papers = new()
    {
        ["replacement"] = Head + """
            Kết luận của Thường trực Đảng ủy

            Thường trực Đảng ủy giao nhiệm vụ như sau:

            1. Các trường kiểm tra bếp ăn trước ngày 10/12/2026.

            2. Phòng Văn hóa – Xã hội tổng hợp, báo cáo Đảng ủy trước ngày 20/12/2026.

            Thông báo này thay thế Thông báo số 45-TB/ĐU ngày 16/11/2026.
            """,
        ["amendment"] = Head + """
            Sửa đổi, bổ sung một số nội dung của Thông báo số 45-TB/ĐU ngày 16/11/2026

            Thường trực Đảng ủy giao nhiệm vụ như sau:

            1. Các trường kiểm kê thiết bị dạy học trước ngày 20/12/2026.
            """,
        ["extension"] = Head + """
            Về việc gia hạn thời gian thực hiện nhiệm vụ

            Đồng ý gia hạn thời gian thực hiện nhiệm vụ kiểm kê tài sản công tại Thông báo số 45-TB/ĐU ngày 16/11/2026 đến hết ngày 15/01/2027.
            """,
        ["plain"] = Head + """
            Kết luận của Thường trực Đảng ủy

            Thường trực Đảng ủy giao nhiệm vụ như sau:

            1. Các trường mầm non gửi thực đơn bán trú trước ngày 10/12/2026.

            2. Phòng Văn hóa – Xã hội tổng hợp, báo cáo Đảng ủy trước ngày 20/12/2026.
            """,
    };

    /// <summary>"clerk&gt; " is said by the clerk, "[name]" sends a paper, "+10" lets minutes pass, "notices" sends what is due.</summary>
    public static TheoryData<string, string> Conversations => new()
    {
        { "replaced", """
            principal> việc 2 xong rồi
            clerk> [replacement]
            clerk> giao đi
            clerk> 1
            principal> việc 3
            principal> căn cứ đâu
            principal> việc 3 xong rồi
            principal> 1
            principal> việc 2
            principal> việc nào quá hạn
            principal> việc 4 hạn bao giờ
            principal> lịch sử việc 3
            leader> việc 4
            leader> trường nào chưa xong việc 4
            leader> đôn đốc các trường chưa xong việc 4
            leader> tổng hợp tháng này
            +10
            notices
            """ },
        { "said by the clerk", """
            clerk> [plain]
            clerk> văn bản này thay thế thông báo 45
            clerk> không thay thế văn bản nào
            clerk> sửa đổi kế hoạch 12 năm 2025
            clerk> không thay thế văn bản nào
            clerk> việc 1 thay việc 3
            clerk> việc 1 không thay việc nào
            clerk> việc 1 thay việc 99
            """ },
        { "amended", """
            clerk> [amendment]
            clerk> việc 1 thay việc 4
            clerk> giao đi
            clerk> 1
            principal> việc 4
            principal> việc 5
            principal> việc 4 xin gia hạn đến 25/12/2026
            """ },
        { "more time", """
            clerk> [extension]
            clerk> 1
            clerk> 1
            principal> việc 5 hạn bao giờ
            leader> việc 5 hạn bao giờ
            +10
            notices
            """ },
        { "more time for another task", """
            clerk> [extension]
            clerk> gia hạn việc 4 đến 20/12/2026
            clerk> 1
            clerk> 1
            principal> việc 4 hạn bao giờ
            clerk> hoàn tác
            principal> việc 4 hạn bao giờ
            """ },
        { "taken back", """
            clerk> [replacement]
            clerk> giao đi
            clerk> 1
            principal> việc 8
            clerk> hoàn tác
            principal> việc 8
            principal> việc 3
            leader> việc 8
            clerk> bỏ 1
            clerk> thêm việc: Phòng Văn hóa – Xã hội gửi lịch kiểm tra
            clerk> giao đi
            clerk> 1
            +10
            notices
            """ },
        { "taken back too late", """
            clerk> [plain]
            clerk> giao đi
            clerk> 1
            +10
            clerk> hoàn tác
            clerk> thu hồi việc 8
            clerk> trùng với việc 3
            clerk> 1
            other> việc 8
            other> việc 8 xong
            leader> việc 8
            clerk> thu hồi việc 8 vì nhầm
            clerk> thu hồi việc 9 vì nhầm
            clerk> 1
            leader> thu hồi việc 3 vì nhầm
            notices
            """ },
        { "taken back after a report", """
            clerk> [plain]
            clerk> giao đi
            clerk> 1
            other> việc 8 xong rồi
            clerk> thu hồi
            other> hoàn tác
            clerk> thu hồi
            clerk> thu hồi
            """ },
        { "assigned without a document and taken back", """
            clerk> giao các trường mầm non nộp báo cáo bếp ăn trước 15/12/2026
            clerk> 1
            other> việc 8
            clerk> hoàn tác
            other> việc 8
            """ },
    };

    [ContractTheory]
    [MemberData(nameof(Conversations))]
    public async Task Conversation_about_later_directives_goes_as_a_person_would_wish(string what, string conversation)
    {
        Assert.NotEmpty(what);
        await using var bot = await StartAsync();
        var expected = conversation.ReplaceLineEndings("\n").Trim();
        var actual = new List<string>();
        foreach (var line in expected.Split('\n'))
        {
            if (line == "notices") actual.AddRange([line, .. await NoticesAsync(bot)]);
            else if (line.StartsWith('+'))
            {
                actual.Add(line);
                bot.Clock.Advance(TimeSpan.FromMinutes(int.Parse(line[1..], CultureInfo.InvariantCulture)));
            }
            else if (Speaker(line) is var (person, said)) actual.AddRange([line, await SayAsync(bot, person, said)]);
        }

        File.WriteAllText($"/tmp/talk-{what.Replace(' ', '-')}.txt", string.Join('\n', actual)); // TEMP
        Assert.Equal(expected, string.Join('\n', actual));
    }

    private static (string Person, string Said)? Speaker(string line)
    {
        var at = line.IndexOf("> ", StringComparison.Ordinal);
        string? person = at < 0 ? null : line[..at] switch
        {
            "clerk" => Organisation.Clerk,
            "principal" => Organisation.Principal,
            "other" => Organisation.OtherPrincipal,
            "leader" => Organisation.Leader,
            "office" => Organisation.OfficeHead,
            _ => null,
        };
        return person is null ? null : (person, line[(at + 2)..]);
    }

    private static async Task<string> SayAsync(RunningBot bot, string person, string said)
    {
        if (said is not ['[', .. var paper, ']']) return await bot.SayAsync(person, said);
        var message = bot.Message(person, "");
        message["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "text/plain",
            ["name"] = paper + ".txt",
            ["contentUrl"] = "data:text/plain;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(Papers[paper])),
        });
        return string.Join('\n', (await bot.SendAsync(message)).Select(RunningBot.Text));
    }

    // In the order of their recipients: shards have none that a reader could follow.
    private static async Task<IReadOnlyList<string>> NoticesAsync(RunningBot bot)
    {
        var outbox = bot.Services.GetRequiredService<OutboxTable>();
        var compose = bot.Services.GetRequiredService<ComposeNotice>();
        var (now, today) = (bot.Clock.GetUtcNow(), VietnamTime.Day(bot.Clock.GetUtcNow()));
        var told = new List<string>();
        for (var shard = 0; shard < OutboxTable.Shards; shard++)
        {
            await foreach (var notice in outbox.DueAsync(shard, now, default))
            {
                var person = Organisation.Roster.FindPerson(notice.Value.PersonId)!;
                // The ward's first directive is told at the same moment.
                if (notice.Value.DirectiveId is null && notice.Value.Kind == NoticeKind.NewTasks) continue;
                if (await compose.HandleAsync(notice.Value, person, default) is not { } reply) continue;
                told.Add($"{person.Name}: {TextRenderer.Render(reply, new Wording(Texts.In(person.Language), person, today))}");
            }
        }

        return [.. told.Order(StringComparer.Ordinal)];
    }
}
