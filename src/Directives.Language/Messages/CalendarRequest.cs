using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>What somebody wants of a calendar of their tasks.</summary>
public enum CalendarRequest
{
    /// <summary>A file with what is open now.</summary>
    File,

    /// <summary>The address that a calendar program reads again and again.</summary>
    Address,

    /// <summary>Another address; the one before is to show nothing any longer.</summary>
    NewAddress,

    /// <summary>No address at all.</summary>
    NoAddress,
}

/// <summary>Reads "gửi lịch cho tôi", "lịch của tôi", "đổi địa chỉ lịch", "hủy địa chỉ lịch".</summary>
public static class CalendarRequestReader
{
    private const int MaxWords = 12;

    private static readonly HashSet<string> Around =
    [
        "a", "nhe", "nha", "di", "voi", "giup", "ho", "cho", "em", "toi", "minh", "co", "thay", "anh", "chi", "cua", "xin", "nho", "viec", "cong", "file", "tep", "moi", "khac", "cu", "nay",
        "please", "me", "my", "the", "a", "to", "of", "task", "tasks",
    ];

    private static readonly HashSet<string> Own = ["toi", "em", "minh", "my"];

    /// <returns>Null for words that ask for something else.</returns>
    public static CalendarRequest? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // As one word: "chị" alone is somebody.
        var words = VietnameseText.Fold(VietnameseText.Compose(text)).Replace("dia chi", "diachi", StringComparison.Ordinal).Split([' ', ',', '.', '?', '!', '"', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > MaxWords) return null;
        return string.Join(' ', words.Where(word => !Around.Contains(word))) switch
        {
            "gui lich" or "send calendar" => CalendarRequest.File,
            "diachi lich" or "gui diachi lich" or "tao diachi lich" when words.Contains("moi") || words.Contains("khac") => CalendarRequest.NewAddress,
            "doi diachi lich" or "change calendar address" or "new calendar address" => CalendarRequest.NewAddress,
            "huy diachi lich" or "bo diachi lich" or "xoa diachi lich" or "thu hoi diachi lich" or "remove calendar address" => CalendarRequest.NoAddress,
            "diachi lich" or "gui diachi lich" or "dang ky lich" or "dong bo lich" or "calendar address" => CalendarRequest.Address,
            "lich" or "calendar" when words.Any(Own.Contains) => CalendarRequest.Address,
            _ => null,
        };
    }
}
