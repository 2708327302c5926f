using System.Text.RegularExpressions;
using Directives.Language.Text;

namespace Directives.Core;

/// <summary>Reads "dữ liệu của tôi", "xóa dữ liệu của tôi". Whole messages only.</summary>
internal static partial class DataWords
{
    /// <returns>Null for anything else.</returns>
    public static Command? Read(string text)
    {
        char[] marks = [' ', '?', '.', '!', ',', '"', '\n', '\t'];
        var words = string.Join(' ', VietnameseText.Fold(text).Split(marks, StringSplitOptions.RemoveEmptyEntries));
        if (Erasing().IsMatch(words)) return Command.At(Step.EraseMyData);
        return Asking().IsMatch(words) ? Command.At(Step.TellMyData) : null;
    }

    private const string Mine = "(?:du lieu(?: ca nhan)? (?:cua )?(?:toi|em|minh|co|thay|anh|chi)|my (?:personal )?data)";

    private const string End = "(?: (?:a|nhe|nha|voi|di|em|giup|please))*$";

    [GeneratedRegex("^(?:(?:cho|em|toi|co|thay|xin|nho|hay|xem|show|me|see) )*" + Mine + End)]
    private static partial Regex Asking();

    [GeneratedRegex("^(?:(?:cho|em|toi|xin|nho|hay|please) )*(?:(?:xoa|xoa bo|huy)(?: (?:het|toan bo|tat ca|moi))*|(?:erase|delete|remove)(?: all)?(?: of)?) " + Mine + End)]
    private static partial Regex Erasing();
}
