using System.Buffers.Binary;
using Directives.Bot.Tests.Hosting;
using Directives.Documents.Tests;

namespace Directives.Bot.Tests;

[RequiresFont]
public sealed class SummaryPictureTests
{
    [ContractFact]
    public async Task Summary_in_the_page_is_card_and_picture_with_the_text_for_who_cannot_see_it()
    {
        await using var bot = await Organisation.StartAsync();

        var reply = Assert.Single(await bot.SendAsync(bot.Message(Organisation.Leader, "tổng hợp tháng này")));

        var (card, picture) = (reply["attachments"]![0]!, reply["attachments"]![1]!);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)card["contentType"]);
        Assert.Equal("image/png", (string?)picture["contentType"]);
        var address = (string)picture["contentUrl"]!;
        Assert.StartsWith("data:image/png;base64,", address, StringComparison.Ordinal);
        Assert.Equal(1080, BinaryPrimitives.ReadInt32BigEndian(Convert.FromBase64String(address[(address.IndexOf(',', StringComparison.Ordinal) + 1)..]).AsSpan(16)));
        Assert.StartsWith("Tháng 11/2026, đến 09:14 thứ Tư 25/11/2026: 3 đơn vị, 7 việc.", (string?)picture["name"], StringComparison.Ordinal);
        Assert.Contains("Chưa hoàn thành, quá hạn: 3/7 (43%).", (string?)picture["name"], StringComparison.Ordinal);
    }
}
