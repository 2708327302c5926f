using Directives.Language.Messages;
using Directives.Language.Text;

namespace Directives.Core;

/// <summary>Reads what concerns notices themselves: "ai chưa nhận được thông báo", "nhắn tôi qua Zalo", "bật nhắc lại". Whole messages only.</summary>
internal static class NoticeWords
{
    private static readonly HashSet<string> Undelivered = new(StringComparer.Ordinal)
    {
        "ai chua nhan duoc thong bao", "ai chua nhan thong bao", "ai chua nhan duoc tin", "ai chua nhan duoc tin nhan", "ai khong nhan duoc thong bao", "ai khong nhan duoc tin",
        "nhung ai chua nhan duoc thong bao", "con ai chua nhan duoc thong bao", "co ai chua nhan duoc thong bao khong",
        "co ai chua nhan duoc thong bao", "co ai khong nhan duoc thong bao khong",
        "don vi nao chua nhan duoc thong bao", "truong nao chua nhan duoc thong bao", "truong nao chua nhan thong bao", "don vi nao chua nhan thong bao",
        "thong bao nao chua den", "thong bao nao chua gui duoc", "ai chua lien lac duoc", "ai khong lien lac duoc",
        "who was not reached", "who did not get their notices", "which notices were not delivered",
    };

    private static readonly HashSet<string> On = new(StringComparer.Ordinal)
    {
        "bat nhac lai", "bat lai nhac", "bat lai nhac viec", "bat nhac", "bat nhac viec", "nhac lai nhu thuong", "mo lai nhac viec", "unmute",
    };

    private static readonly string[] Where =
    [
        "nhan cho toi qua ", "nhan toi qua ", "nhan em qua ", "nhan cho em qua ", "gui thong bao qua ", "gui tin qua ", "thong bao cho toi qua ",
        "bao toi qua ", "bao em qua ", "write to me on ", "notify me on ",
    ];

    private static readonly string[] Channels = ["Zalo", "Teams"];

    private static readonly HashSet<string> Around = ["a", "nhe", "nha", "voi", "di", "em", "oi", "giup", "please", "the", "vay"];

    /// <returns>Null for anything else.</returns>
    public static Command? Read(string text)
    {
        var all = VietnameseText.Fold(text).Split((char[]?)[' ', '?', '.', '!', ',', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var words = string.Join(' ', all.Where(word => !Around.Contains(word)));
        if (Undelivered.Contains(words)) return Command.At(Step.ListUndelivered);
        if (On.Contains(words)) return new Command(Intent.SetDigest, new Slots { Enabled = true });
        foreach (var start in Where)
        {
            if (!words.StartsWith(start, StringComparison.Ordinal)) continue;
            var named = words[start.Length..];
            var known = Array.Find(Channels, channel => string.Equals(channel, named, StringComparison.OrdinalIgnoreCase));
            if (known is not null) return Command.At(Step.SetChannel) with { Slots = new Slots { Note = known } };
        }

        return null;
    }
}
