using BotFramework.Tests.Support;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BotFramework.Tests.Authentication;

public class ConfigurationTests
{
    [Theory]
    [InlineData("SingleTenant", "MicrosoftAppId")]
    [InlineData("SingleTenant", "MicrosoftAppTenantId", "MicrosoftAppId")]
    [InlineData("SingleTenant", "MicrosoftAppPassword", "MicrosoftAppId", "MicrosoftAppTenantId")]
    [InlineData("UserAssignedMSI", "MicrosoftAppTenantId", "MicrosoftAppId")]
    [InlineData("Something", "MicrosoftAppType")]
    public void Incomplete_configuration_stops_the_start_with_the_keys_name(string appType, string expected, params string[] present)
    {
        var settings = present.Select(key => (key, "value")).Append(("MicrosoftAppType", appType)).ToArray();

        var exception = Assert.Throws<InvalidOperationException>(() => BotHost.Authentication(null, settings));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MultiTenant")]
    [InlineData("singletenant")]
    [InlineData("UserAssignedMSI")]
    public void Complete_configuration_starts(string appType)
    {
        Assert.NotNull(BotHost.Authentication(
            null,
            ("MicrosoftAppType", appType),
            ("MicrosoftAppId", TestBot.AppId),
            ("MicrosoftAppTenantId", TestBot.TenantId),
            ("MicrosoftAppPassword", "secret")));
    }

    [Theory]
    [InlineData("no-such-file.pfx", "cannot be read")]
    [InlineData("no-such-file.pem", "cannot be read")]
    [InlineData("no-such-file.pfx", "MicrosoftAppPassword is configured too", "MicrosoftAppPassword")]
    public void Certificate_that_cannot_be_used_stops_the_start(string file, string reason, params string[] also)
    {
        var settings = also.Select(key => (key, "value")).Append(("MicrosoftAppId", TestBot.AppId)).Append(("MicrosoftAppCertificateFile", file)).ToArray();

        var exception = Assert.Throws<InvalidOperationException>(() => BotHost.Authentication(null, settings));

        Assert.StartsWith("MicrosoftAppCertificateFile", exception.Message, StringComparison.Ordinal);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_cloud_is_refused_rather_than_ignored()
    {
        Assert.Throws<NotSupportedException>(() => BotHost.Authentication(null, ("ChannelService", "https://botframework.azure.us")));
    }

    [Fact]
    public void Host_registers_an_adapter_of_its_own_as_with_the_SDK()
    {
        using var provider = Services().AddSingleton<IBotFrameworkHttpAdapter, HostAdapter>().BuildServiceProvider();

        Assert.IsType<HostAdapter>(provider.GetRequiredService<IBotFrameworkHttpAdapter>());
    }

    [Fact]
    public void Adapter_with_its_two_constructors_cannot_be_registered_by_type_as_with_the_SDK()
    {
        using var provider = Services().AddSingleton<IBotFrameworkHttpAdapter, CloudAdapter>().BuildServiceProvider();

        Assert.Throws<InvalidOperationException>(provider.GetRequiredService<IBotFrameworkHttpAdapter>);
    }

    [Fact]
    public void Adapter_makes_its_own_authentication_from_configuration()
    {
        Assert.NotNull(new CloudAdapter(new ConfigurationBuilder().Build()));
    }

    private static IServiceCollection Services() => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .AddSingleton<BotFrameworkAuthentication, ConfigurationBotFrameworkAuthentication>();

    private sealed class HostAdapter(BotFrameworkAuthentication authentication) : CloudAdapter(authentication);
}
