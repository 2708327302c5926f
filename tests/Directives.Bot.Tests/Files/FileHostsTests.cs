using System.Net;
using Directives.Bot.Files;
using Directives.Bot.Messages;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Directives.Bot.Tests.Files;

/// <summary>No message can have the program ask a machine that is none of Teams'.</summary>
public sealed class FileHostsTests
{
    private const string Service = "https://smba.trafficmanager.net/apac/";

    [Theory]
    [InlineData("https://songmay-my.sharepoint.com/personal/mau/download.aspx?UniqueId=1&tempauth=x", true)]
    [InlineData("https://SONGMAY.SharePoint.com/x", true)]
    [InlineData("https://files.songmay.gov.vn/x", true)]
    [InlineData("https://more.files.songmay.gov.vn/x", false)]
    [InlineData("http://songmay.sharepoint.com/x", false)]
    [InlineData("https://songmay.sharepoint.com:8443/x", false)]
    [InlineData("https://sharepoint.com/x", false)]
    [InlineData("https://evilsharepoint.com/x", false)]
    [InlineData("https://songmay.sharepoint.com.evil.example/x", false)]
    [InlineData("https://songmay.sharepoint.com@evil.example/x", false)]
    [InlineData("https://evil.example@songmay.sharepoint.com/x", false)]
    [InlineData("https://evil.example/songmay.sharepoint.com", false)]
    [InlineData("https://10.0.0.4/x", false)]
    [InlineData("https://[::1]/x", false)]
    [InlineData("https://localhost/x", false)]
    [InlineData("http://127.0.0.1:8080/x", false)]
    [InlineData("file:///etc/hostname", false)]
    [InlineData("ftp://songmay.sharepoint.com/x", false)]
    public void File_may_be_on_the_configured_hosts_by_https_alone(string address, bool isAllowed)
    {
        Assert.Equal(isAllowed, Hosts().Allows(new Uri(address)));
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/apac/v3/attachments/1/views/original", true)]
    [InlineData("https://SMBA.trafficmanager.net/emea/v3/attachments/1", true)]
    [InlineData("http://smba.trafficmanager.net/apac/v3/attachments/1", false)]
    [InlineData("https://smba.trafficmanager.net:444/apac/v3/attachments/1", false)]
    [InlineData("https://smba.trafficmanager.net.evil.example/apac", false)]
    [InlineData("https://evil.example/?https://smba.trafficmanager.net/", false)]
    [InlineData("https://x@smba.trafficmanager.net/apac", false)]
    public void Token_may_go_to_the_service_itself_alone(string address, bool isOfService)
    {
        Assert.Equal(isOfService, Hosts().IsOfService(new Uri(address), Service));
        Assert.False(Hosts().IsOfService(new Uri(address), null));
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080/x", true)]
    [InlineData("https://localhost/x", true)]
    [InlineData("http://10.0.0.4/x", false)]
    [InlineData("http://songmay.sharepoint.com/x", false)]
    public void Own_machine_may_be_asked_in_Development(string address, bool isAllowed)
    {
        Assert.Equal(isAllowed, Hosts(Environments.Development).Allows(new Uri(address)));
    }

    [Theory]
    [InlineData("13.107.136.10", true)]
    [InlineData("2620:1ec:8fa::10", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::1", false)]
    [InlineData("2001:0:a00:1::1", false)]
    public void Name_may_stand_for_a_public_address_alone(string address, bool mayConnect)
    {
        Assert.Equal(mayConnect, Hosts().MayConnect(IPAddress.Parse(address)));
    }

    [Fact]
    public void Without_configured_hosts_none_is_allowed()
    {
        Assert.False(new FileHosts(Options.Create(new TeamsSettings()), new Named(Environments.Production)).Allows(new Uri("https://songmay.sharepoint.com/x")));
    }

    internal static FileHosts Hosts(string environment = "Production") =>
        new(Options.Create(new TeamsSettings { FileHosts = ["*.sharepoint.com", "files.songmay.gov.vn"] }), new Named(environment));

    private sealed class Named(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
