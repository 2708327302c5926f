using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BotFramework.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BotFramework.Tests.Authentication;

public sealed class OutboundTokenTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
    private FakeConnector _connector;
    private FakeLogin _login;
    private readonly ConcurrentQueue<string> _logged = new();
    private CloudAdapter _adapter;

    public async Task InitializeAsync()
    {
        _connector = await FakeConnector.StartAsync();
        _login = await FakeLogin.StartAsync();
        _adapter = new CloudAdapter(BotHost.Authentication(
            _clock,
            new LogLines(_logged),
            ("MicrosoftAppId", TestBot.AppId),
            ("MicrosoftAppPassword", "bí mật&=+"),
            ("ToChannelFromBotLoginUrl", _login.Url)));
    }

    public async Task DisposeAsync()
    {
        await _connector.DisposeAsync();
        await _login.DisposeAsync();
    }

    [Fact]
    public async Task Token_is_asked_for_with_the_client_secret()
    {
        await SendAsync();

        var request = Assert.Single(_login.Requests);
        Assert.Equal("/tenant/oauth2/v2.0/token", request["path"]);
        Assert.Equal("client_credentials", request["grant_type"]);
        Assert.Equal(TestBot.AppId, request["client_id"]);
        Assert.Equal("bí mật&=+", request["client_secret"]);
        Assert.Equal("https://api.botframework.com/.default", request["scope"]);
    }

    [Fact]
    public async Task Token_is_kept_and_renewed_ahead_of_its_end()
    {
        await SendAsync();
        _clock.Advance(TimeSpan.FromMinutes(54));
        await SendAsync();
        Assert.Single(_login.Requests);

        _clock.Advance(TimeSpan.FromMinutes(2));
        await SendAsync();

        Assert.Equal(["Bearer token-1", "Bearer token-1", "Bearer token-2"], _connector.Calls.Select(call => call.Authorization));
    }

    [Fact]
    public async Task Many_sends_at_once_ask_for_one_token()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SendAsync()));

        Assert.Single(_login.Requests);
        Assert.Equal(10, _connector.Calls.Count);
    }

    [Fact]
    public async Task Failed_renewal_harms_nothing_while_the_token_is_good()
    {
        await SendAsync();
        _login.IsBroken = true;
        _clock.Advance(TimeSpan.FromMinutes(57));
        await SendAsync();
        Assert.Equal("Bearer token-1", _connector.Calls.Last().Authorization);

        _clock.Advance(TimeSpan.FromMinutes(4));
        await Assert.ThrowsAsync<HttpRequestException>(SendAsync);
    }

    [Fact]
    public async Task Refused_secret_is_told_with_the_logins_own_word()
    {
        _login.IsBroken = true;

        var exception = await Assert.ThrowsAsync<HttpRequestException>(SendAsync);

        Assert.Equal("The bot cannot get a token: the login answers 401 invalid_client AADSTS7000222", exception.Message);
        Assert.Equal(HttpRequestError.UserAuthenticationError, exception.HttpRequestError);
        Assert.Equal(HttpStatusCode.Unauthorized, exception.StatusCode);
        Assert.Empty(_connector.Calls);
        Assert.Contains(_logged, line => line.Contains("invalid_client AADSTS7000222", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Login_that_cannot_be_reached_is_told_from_a_message_whose_fate_is_unknown()
    {
        await _login.DisposeAsync();

        var exception = await Assert.ThrowsAsync<HttpRequestException>(SendAsync);

        Assert.Equal(HttpRequestError.UserAuthenticationError, exception.HttpRequestError);
        Assert.Empty(_connector.Calls);
    }

    [Fact]
    public async Task Missing_secret_is_told_when_it_is_needed()
    {
        _adapter = new CloudAdapter(BotHost.Authentication(_clock, ("MicrosoftAppId", TestBot.AppId)));

        var exception = await Assert.ThrowsAsync<HttpRequestException>(SendAsync);

        Assert.Contains("MicrosoftAppPassword", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turn_gives_the_token_for_requests_of_the_bots_own_to_the_channel_service()
    {
        using var request = new HttpRequestMessage();
        await _adapter.ContinueConversationAsync(
            TestBot.AppId,
            TestBot.Message(serviceUrl: _connector.Url).GetConversationReference(),
            (context, token) => context.TurnState.Get<IConnectorClient>().Credentials.ProcessHttpRequestAsync(request, token),
            default);

        Assert.Equal("Bearer token-1", request.Headers.Authorization?.ToString());
    }

    [Theory]
    [InlineData(".pfx", "mật khẩu")]
    [InlineData(".pem", null)]
    public async Task Token_is_asked_for_with_a_statement_signed_by_the_certificate(string kind, string password)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(_clock.GetUtcNow(), _clock.GetUtcNow().AddYears(1));
        var file = Path.Combine(Directory.CreateTempSubdirectory("certificate-").FullName, "bot" + kind);
        if (password is null) await File.WriteAllTextAsync(file, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        else await File.WriteAllBytesAsync(file, certificate.ExportPkcs12(Pkcs12ExportPbeParameters.Default, password));
        try
        {
            _adapter = new CloudAdapter(BotHost.Authentication(
                _clock,
                ("MicrosoftAppId", TestBot.AppId),
                ("MicrosoftAppTenantId", TestBot.TenantId),
                ("MicrosoftAppType", "SingleTenant"),
                ("MicrosoftAppCertificateFile", file),
                ("MicrosoftAppCertificatePassword", password),
                ("ToChannelFromBotLoginUrl", _login.Url)));

            await SendAsync();
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file), recursive: true);
        }

        var request = Assert.Single(_login.Requests);
        Assert.DoesNotContain("client_secret", request.Keys);
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", request["client_assertion_type"]);
        var statement = new JsonWebToken(request["client_assertion"]);
        var checkedByLogin = await new JsonWebTokenHandler().ValidateTokenAsync(statement, new TokenValidationParameters
        {
            IssuerSigningKey = new X509SecurityKey(X509CertificateLoader.LoadCertificate(certificate.RawData)),
            ValidIssuer = TestBot.AppId,
            ValidAudience = _login.Url + "/oauth2/v2.0/token",
            ValidateLifetime = false,
        });
        Assert.True(checkedByLogin.IsValid, checkedByLogin.Exception?.Message);
        Assert.Equal(TestBot.AppId, statement.Subject);
        Assert.Equal(Base64UrlEncoder.Encode(certificate.GetCertHash()), statement.X5t);
        Assert.Equal(_clock.GetUtcNow().AddMinutes(10), new DateTimeOffset(statement.ValidTo, TimeSpan.Zero));
        Assert.Equal("Bearer token-1", Assert.Single(_connector.Calls).Authorization);
    }

    [Fact]
    public async Task Managed_identity_gives_the_token_without_any_secret()
    {
        // As on Azure App Service: its address and its header stand in the environment.
        await using var machine = await Loopback.StartAsync(context =>
        {
            var isAsked = context.Request.Headers["X-IDENTITY-HEADER"] == "of this machine"
                && context.Request.Query["client_id"] == TestBot.AppId
                && context.Request.Query["resource"] == "https://api.botframework.com";
            var until = DateTimeOffset.UtcNow.AddHours(24).ToUnixTimeSeconds();
            context.Response.StatusCode = isAsked ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
            return context.Response.WriteAsync($$"""{"access_token":"of-the-identity","expires_on":"{{until}}","resource":"r","token_type":"Bearer"}""");
        });
        Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", machine.Address + "/msi/token");
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", "of this machine");
        try
        {
            _adapter = new CloudAdapter(BotHost.Authentication(
                _clock,
                ("MicrosoftAppId", TestBot.AppId),
                ("MicrosoftAppTenantId", TestBot.TenantId),
                ("MicrosoftAppType", "UserAssignedMSI")));

            await SendAsync();
        }
        finally
        {
            Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", null);
            Environment.SetEnvironmentVariable("IDENTITY_HEADER", null);
        }

        Assert.Equal("Bearer of-the-identity", Assert.Single(_connector.Calls).Authorization);
        Assert.Empty(_login.Requests);
    }

    private Task SendAsync() => _adapter.ContinueConversationAsync(
        TestBot.AppId,
        TestBot.Message(serviceUrl: _connector.Url).GetConversationReference(),
        (context, token) => context.SendActivityAsync("nhắc việc", cancellationToken: token),
        default);
}
