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

    [Fact]
    public void Other_cloud_is_refused_rather_than_ignored()
    {
        Assert.Throws<NotSupportedException>(() => BotHost.Authentication(null, ("ChannelService", "https://botframework.azure.us")));
    }

    [Fact]
    public void Host_registers_the_types_as_with_the_SDK()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton<BotFrameworkAuthentication, ConfigurationBotFrameworkAuthentication>();
        services.AddSingleton<IBotFrameworkHttpAdapter, CloudAdapter>();
        using var provider = services.BuildServiceProvider(validateScopes: true);

        Assert.IsType<CloudAdapter>(provider.GetRequiredService<IBotFrameworkHttpAdapter>());
    }
}
