using System.Text.RegularExpressions;

namespace Directives.Bot.Manifest;

/// <summary>
/// What the configuration puts into the manifest: a value for each <c>{{key}}</c>. A key that is missing or wrong is a problem, and has a stand-in
/// here, so that everything else is checked in the same run; nothing is written while there is a problem.
/// </summary>
internal sealed partial class TeamsSettings
{
    private const int DeveloperNameLength = 32;
    private const int UrlLength = 2048;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];

    public IReadOnlyDictionary<string, string> Values => _values;

    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Where Teams sends messages: what is entered as the bot's messaging endpoint.</summary>
    public string Endpoint => $"https://{_values["Teams:Host"]}/api/messages";

    public static TeamsSettings Read(IConfiguration configuration)
    {
        var settings = new TeamsSettings();
        void Take(string key, string what, string standIn, Func<string, bool> isRight)
        {
            var value = configuration[key]?.Trim() ?? "";
            var isTaken = value.Length > 0 && isRight(value);
            if (!isTaken) settings._problems.Add(value.Length == 0 ? $"{key}: chưa có; cần {what}" : $"{key}: \"{value}\" không phải là {what}");
            settings._values[key] = isTaken ? value : standIn;
        }

        Take("MicrosoftAppId", "Application (client) ID của bot, một GUID", "00000001-0000-0000-0000-000000000000", IsGuid);
        // No member of the manifest holds it. Without it the program would ask for tokens as a multi-tenant bot, and a new registration cannot be one.
        Take("MicrosoftAppTenantId", "Directory (tenant) ID của cơ quan, một GUID", "00000001-0000-0000-0000-000000000000", IsGuid);
        Take("Teams:Host", "tên miền công khai của bot, như bot.coquan.gov.vn (không có https://, cổng hay đường dẫn)", "host.invalid", IsHost);
        Take("Teams:DeveloperName", $"tên đơn vị cung cấp ứng dụng, tối đa {DeveloperNameLength} ký tự", "?", name => name.Length <= DeveloperNameLength);
        foreach (var (key, page) in new[]
        {
            ("Teams:WebsiteUrl", "trang giới thiệu"), ("Teams:PrivacyUrl", "trang chính sách dữ liệu cá nhân"), ("Teams:TermsOfUseUrl", "trang điều khoản sử dụng"),
        })
        {
            Take(key, $"địa chỉ https:// của {page}", "https://host.invalid/", IsHttpsUrl);
        }

        Take("Teams:Version", "phiên bản ba số, như 1.0.0", "1.0.0", IsVersion);
        return settings;
    }

    public static bool IsGuid(string text) => Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty;

    public static bool IsHttpsUrl(string text) =>
        text.Length <= UrlLength && text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(text, UriKind.Absolute, out var url) && IsHost(url.IdnHost);

    /// <summary>A name of the public DNS: Teams reaches neither an address nor a machine's own name.</summary>
    public static bool IsHost(string text) => text.Length <= 253 && Host().IsMatch(text) && !text.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    public static bool IsVersion(string text) => text.Length <= 256 && Version().IsMatch(text);

    [GeneratedRegex(@"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Host();

    [GeneratedRegex(@"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
