using Directives.EndToEnd.Playground.Client;

namespace Directives.EndToEnd.Playground;

/// <summary>A button acts on what its card showed, and on nothing that has changed since.</summary>
[Collection(Playgrounds.Name)]
public sealed class StaleCardTests(TwoUsers users)
{
    [PlaygroundFact]
    public async Task Stale_button_records_nothing_and_puts_the_present_state_in_the_cards_place()
    {
        await using var program = await TeamsWard.StartAsync(TeamsWard.Settings(), users.Principal);
        var principal = users.Principal;
        await principal.SayAsync("việc 12");
        var stale = principal.Card;
        await principal.PressAsync("Cập nhật %");
        Assert.Contains("✓ Đã ghi: việc 12 đang thực hiện 60%", await principal.PressAsync("Ghi tiến độ", ("percent", "60")), StringComparison.Ordinal);

        var shown = await principal.PressAsync(stale, "Báo hoàn thành");

        Assert.Contains("Thẻ này đã cũ, em chưa ghi gì.", shown, StringComparison.Ordinal);
        Assert.Contains("Việc 12: Tự kiểm tra bếp ăn", shown, StringComparison.Ordinal);
        Assert.Contains("◐ đang thực hiện 60%", shown, StringComparison.Ordinal);
        // The new card is about what is now.
        Assert.Contains("✓ Đã ghi: việc 12 hoàn thành", await principal.PressAsync("Báo hoàn thành"), StringComparison.Ordinal);
    }
}
