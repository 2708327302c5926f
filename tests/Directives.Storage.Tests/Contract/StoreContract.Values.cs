using Directives.Core;

namespace Directives.Storage.Tests.Contract;

public abstract partial class StoreContract
{
    private const string Vietnamese =
        "Trường Mầm non Hoạ Mi báo cáo kết quả trước 17 giờ ngày 30/11 – “đúng hạn”, quá hạn… \u1ebf \u0065\u0302\u0301 \r\n\t\"\\ \ud83d\udcce \u2028 \ufeff \uffff ";

    [ContractFact]
    public async Task Values_come_back_character_for_character()
    {
        string[] values = ["", " ", "  hai đầu  ", "null", "0", "2026-11-30T17:00:00Z", Vietnamese, "\u0001\u001f\u007f\u0085", "\ud83d\ude00"];
        for (var i = 0; i < values.Length; i++) await Write("k" + i, values[i]);

        for (var i = 0; i < values.Length; i++) Assert.Equal(values[i], (await Get("k" + i))!.Value);
        Assert.Equal(values, (await Range()).Select(row => row.Value));
    }

    [ContractFact]
    public async Task Values_of_any_length_come_back_whole()
    {
        foreach (var length in new[] { 1, 31_999, 32_000, 32_001, 32_768, 32_769, 64_000, 400_000 }) await AssertComesBack(Text(length));

        // Plain letters, as the emulator measures a row in JSON: there its limit is lower than the service's for all other text.
        await AssertComesBack(new string('x', StoreLimits.RowBytes / 2));
    }

    [ContractFact]
    public async Task Values_are_never_cut_within_a_surrogate_pair()
    {
        foreach (var shift in new[] { "", "x" })
        {
            await AssertComesBack(shift + string.Concat(Enumerable.Repeat("\ud83d\ude00", 40_000)));
        }
    }

    private async Task AssertComesBack(string value)
    {
        await Write("k", value);
        Assert.Equal(value, (await Get("k"))!.Value);
        Assert.Equal(value, Assert.Single(await Range()).Value);
    }

    private static string Text(int length) => string.Concat(Enumerable.Repeat(Vietnamese, length / Vietnamese.Length + 1))[..(length - 1)] + "e";
}
