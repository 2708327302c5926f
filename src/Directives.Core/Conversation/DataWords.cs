using System.Text.RegularExpressions;
using Directives.Language.Text;

namespace Directives.Core;

/// <summary>Reads "dữ liệu của tôi", "xóa dữ liệu của tôi". Whole messages only.</summary>
internal static partial class DataWords
{
    /// <returns>Null for anything else.</returns>
    public static Command? Read(string text)
    {
        var words = string.Join(' ', VietnameseText.Fold(text).Split((char[]?)[' ', '?', '.', '!', ',', '"', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
        if (Erasing().IsMatch(words)) return Command.At(Step.EraseMyData);
        return Asking().IsMatch(words) ? Command.At(Step.TellMyData) : null;
    }

    [GeneratedRegex(@"^(?:(?:cho|em|toi|co|thay|xin|nho|hay|hien|xem|show|me|see|what|is|the bot luu gi ve) )*(?:du lieu(?: ca nhan)? (?:cua )?(?:toi|em|minh|co|thay|anh|chi)|my (?:personal )?data)(?: (?:a|nhe|nha|voi|di|em|please))*$")]
    private static partial Regex Asking();

    [GeneratedRegex(@"^(?:(?:cho|em|toi|xin|nho|hay|please) )*(?:(?:xoa|xoa bo|huy)(?: (?:het|toan bo|tat ca|moi))* du lieu(?: ca nhan)? (?:cua )?(?:toi|em|minh|co|thay|anh|chi)|(?:erase|delete|remove)(?: all)?(?: of)? my (?:personal )?data)(?: (?:a|nhe|nha|voi|di|em|giup|please))*$")]
    private static partial Regex Erasing();
}
