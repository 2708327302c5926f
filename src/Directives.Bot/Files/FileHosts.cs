using System.Net;
using System.Net.Sockets;
using Directives.Bot.Messages;
using Microsoft.Extensions.Options;

namespace Directives.Bot.Files;

/// <summary>
/// Which machines the program fetches files from and puts files to. The addresses come with messages: without this, whoever may write to the bot could
/// have it ask any machine that it reaches.
/// </summary>
public sealed class FileHosts(IOptions<TeamsSettings> settings, IHostEnvironment environment)
{
    private const string Below = "*.";

    /// <summary>Whether a file may be at that address: HTTPS, on a host of <c>Teams:FileHosts</c>.</summary>
    public bool Allows(Uri address) =>
        IsLoopbackOfDevelopment(address) || (IsSecure(address) && settings.Value.FileHosts.Any(host => Fits(address.IdnHost, host)));

    /// <summary>Whether the address is the channel service's own, as the activity names it: the bot's token may go there and nowhere else.</summary>
    public bool IsOfService(Uri address, string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var service)
        && (IsSecure(address) || IsLoopbackOfDevelopment(address))
        && (address.Scheme, address.IdnHost.ToLowerInvariant(), address.Port) == (service.Scheme, service.IdnHost.ToLowerInvariant(), service.Port);

    /// <summary>Whether a name may stand for that address: a name of the public Internet never stands for a machine of the organisation's own network.</summary>
    public bool MayConnect(IPAddress address) => (environment.IsDevelopment() && IPAddress.IsLoopback(address)) || IsPublic(address);

    private bool IsLoopbackOfDevelopment(Uri address) => environment.IsDevelopment() && address is { IsLoopback: true, Scheme: "http" or "https" };

    private static bool IsSecure(Uri address) => address is { Scheme: "https", IsDefaultPort: true, UserInfo: "", HostNameType: UriHostNameType.Dns };

    private static bool Fits(string host, string allowed) => allowed.StartsWith(Below, StringComparison.Ordinal)
        ? host.Length >= allowed.Length && host.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(allowed, StringComparison.OrdinalIgnoreCase);

    // The blocks that the IANA registries of special-purpose addresses set apart; of IPv6 only what is given out for global use (2000::/3),
    // without the tunnels that lead to any address of IPv4 (2002::/16, 2001::/32).
    private static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetworkV6) return bytes[0] >> 5 == 1 && bytes is not ([0x20, 0x02, ..] or [0x20, 0x01, 0, 0, ..]);
        return (bytes[0], bytes[1]) switch
        {
            (0 or 10 or 127 or >= 224, _) => false,
            (100, >= 64 and <= 127) => false,
            (169, 254) => false,
            (172, >= 16 and <= 31) => false,
            (192, 0 or 168) => false,
            (198, 18 or 19) => false,
            _ => true,
        };
    }
}
