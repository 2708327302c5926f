using System.Buffers;
using System.Globalization;

namespace Directives.Core;

/// <summary>Reads the cells that hold one of a few words, or a day.</summary>
internal static class RosterValues
{
    private static readonly string[] DayForms =
        ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-M-d", "yyyy/M/d"];

    // A spreadsheet gives a day without a format as days since 30/12/1899; these are the years 1954 to 2119.
    private const int FirstSerial = 20000;
    private const int LastSerial = 80000;

    private const int AddressCharacters = 254;

    private static readonly SearchValues<char> _outsideAddresses = SearchValues.Create(" ,;<>\"\t\n");

    public static Role? Role(string text) => NameText.Folded(text) switch
    {
        "thu truong" or "hieu truong" or "truong don vi" or "dau moi" or "principal" or "head" => Core.Role.Principal,
        "lanh dao" or "leader" => Core.Role.Leader,
        "van thu" or "clerk" => Core.Role.Clerk,
        _ => null,
    };

    public static Salutation? Salutation(string text) => NameText.Folded(text) switch
    {
        "" => Core.Salutation.Unknown,
        "thay" => Core.Salutation.Thầy,
        "co" => Core.Salutation.Cô,
        "anh" => Core.Salutation.Anh,
        "chi" => Core.Salutation.Chị,
        "dong chi" or "d c" or "dc" => Core.Salutation.ĐồngChí,
        _ => null,
    };

    /// <summary>The word for a role that a clerk would write.</summary>
    public static string Word(Role role) => role switch
    {
        Core.Role.Principal => "thủ trưởng",
        Core.Role.Leader => "lãnh đạo",
        _ => "văn thư",
    };

    public static string Word(Salutation salutation) => salutation switch
    {
        Core.Salutation.Thầy => "thầy",
        Core.Salutation.Cô => "cô",
        Core.Salutation.Anh => "anh",
        Core.Salutation.Chị => "chị",
        Core.Salutation.ĐồngChí => "đồng chí",
        _ => "",
    };

    public static string? Language(string text) => NameText.Folded(text) switch
    {
        "" or "vi" or "tieng viet" or "viet" or "vietnamese" => "vi",
        "en" or "tieng anh" or "anh" or "english" => "en",
        _ => null,
    };

    /// <summary>An e-mail address or a directory's user name, which has the same form.</summary>
    public static string? Address(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == text.LastIndexOf('@') && at < text.Length - 1 && text.Length <= AddressCharacters
            && !text.AsSpan().ContainsAny(_outsideAddresses) ? text : null;
    }

    public static DateOnly? Day(string text)
    {
        // A spreadsheet may give a day as an instant at midnight.
        if (text.Length > 10 && text[10] is ' ' or 'T') text = text[..10];
        if (DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 2200) return day;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial
            ? new DateOnly(1899, 12, 30).AddDays(serial)
            : null;
    }
}
