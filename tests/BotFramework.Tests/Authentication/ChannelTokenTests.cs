using BotFramework.Tests.Support;

namespace BotFramework.Tests.Authentication;

/// <summary>The Bot Connector's tokens: for one service URL, by a key that is endorsed for the channel.</summary>
public sealed class ChannelTokenTests : TokenContract
{
    private protected override FakeIssuer Issuer => Channel;

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://smba.example/APAC/")]
    [InlineData("")]
    [InlineData(null)]
    public Task Token_for_another_service_url_is_refused(string serviceUrl) =>
        AssertRefusedAsync(Channel.Token(claim: ("serviceurl", serviceUrl)), "the token was issued for another service URL");

    [Fact]
    public async Task Key_endorsed_for_other_channels_only_is_refused()
    {
        Channel.Endorsements = ["webchat", "directline"];

        await AssertRefusedAsync(Channel.Token(), "the token's key is not endorsed for the channel");
    }

    [Fact]
    public async Task Key_endorsed_for_the_channel_is_accepted()
    {
        Channel.Endorsements = ["webchat", "msteams"];

        await AssertAcceptedAsync(Channel.Token());
    }

    [Fact]
    public async Task Key_endorsed_for_some_channels_is_refused_where_the_activity_names_none()
    {
        Channel.Endorsements = ["webchat", "msteams"];
        var activity = TestBot.Message();
        activity.ChannelId = null;

        await AssertRefusedAsync(Channel.Token(), "the token's key is not endorsed for the channel", activity);
    }

    private protected override Task<FakeIssuer> StartTenantAsync() =>
        FakeIssuer.StartTenantAsync(Clock, $"https://login.microsoftonline.com/{TestBot.TenantId}/v2.0", "2.0", "azp");
}
