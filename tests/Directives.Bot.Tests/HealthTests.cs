using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Directives.Bot.Health;
using Directives.Bot.Tests.Hosting;
using Directives.Core;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Directives.Bot.Tests;

/// <summary>Whoever watches over the program sees from outside, days before, that the bot will not be able to answer.</summary>
public sealed class HealthTests
{
    private const string AppId = "11111111-aaaa-bbbb-cccc-222222222222";

    [Theory]
    [InlineData("2026-12-26", "Healthy", 200)]
    [InlineData("2026-12-25", "Degraded", 200)]
    [InlineData("2026-11-25", "Degraded", 200)]
    [InlineData("2026-11-24", "Unhealthy", 503)]
    [InlineData("", "Healthy", 200)]
    public async Task Health_tells_the_end_of_the_secret_thirty_days_before(string expires, string health, int status)
    {
        await using var bot = await StartAsync(("MicrosoftAppPassword", "secret"), ("MicrosoftAppPasswordExpires", expires));

        Assert.Equal((status, health), await HealthAsync(bot));
    }

    [Fact]
    public async Task Health_tells_the_end_of_the_certificate()
    {
        var folder = Directory.CreateTempSubdirectory("certificate-").FullName;
        try
        {
            using var key = RSA.Create(2048);
            using var certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                .CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
            var file = Path.Combine(folder, "bot.pfx");
            await File.WriteAllBytesAsync(file, certificate.ExportPkcs12(Pkcs12ExportPbeParameters.Default, "mật khẩu"));
            await using var bot = await StartAsync(("MicrosoftAppCertificateFile", file), ("MicrosoftAppCertificatePassword", "mật khẩu"));

            Assert.Equal((200, "Degraded"), await HealthAsync(bot));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Log_warns_once_a_day_from_thirty_days_before()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(7)));
        var lines = new ConcurrentQueue<string>();
        using var logging = LoggerFactory.Create(builder => builder.AddProvider(new LogLines(lines)));
        var credentials = new Credentials(new CredentialExpiry(new DateOnly(2026, 12, 25)), clock, logging.CreateLogger<Credentials>());
        for (var hour = 0; hour < 3 * 24; hour++)
        {
            credentials.Warn();
            clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(
            ["The bot's secret or certificate ends on 2026-12-25, in 30 days", "The bot's secret or certificate ends on 2026-12-25, in 29 days", "The bot's secret or certificate ends on 2026-12-25, in 28 days"],
            lines.Select(line => line.Trim()));
    }

    [Fact]
    public async Task Health_tells_that_no_token_is_to_be_had()
    {
        await using var bot = await StartAsync(("MicrosoftAppPassword", "secret"), ("ToChannelFromBotLoginUrl", AddressWithoutAServer()));
        Assert.Equal((200, "Healthy"), await HealthAsync(bot));

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(bot));

        Assert.Equal((503, "Unhealthy"), await HealthAsync(bot));
        Assert.Contains(bot.Logged, line => line.StartsWith("The bot could not prove to a channel that it is itself", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_stops_at_a_day_that_is_none()
    {
        var failed = await Assert.ThrowsAsync<FormatException>(() => StartAsync(("MicrosoftAppPassword", "secret"), ("MicrosoftAppPasswordExpires", "25/11/2027")));

        Assert.Contains("MicrosoftAppPasswordExpires", failed.Message, StringComparison.Ordinal);
    }

    private static Task<RunningBot> StartAsync(params (string Key, string Value)[] settings) => RunningBot.StartAsync(settings: all =>
    {
        all["MicrosoftAppId"] = AppId;
        foreach (var (key, value) in settings) all[key] = value;
    });

    private static async Task<(int Status, string Body)> HealthAsync(RunningBot bot)
    {
        using var response = await bot.Http.GetAsync(new Uri("health", UriKind.Relative));
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static Task SendAsync(RunningBot bot) => ((BotAdapter)bot.Services.GetRequiredService<IBotFrameworkHttpAdapter>()).ContinueConversationAsync(
        AppId,
        new ConversationReference
        {
            ChannelId = "msteams",
            ServiceUrl = AddressWithoutAServer(),
            Conversation = new ConversationAccount { Id = "a:1" },
        },
        (turn, token) => turn.SendActivityAsync("nhắc việc", cancellationToken: token),
        default);

    private static string AddressWithoutAServer()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://{listener.LocalEndpoint}/";
    }
}
