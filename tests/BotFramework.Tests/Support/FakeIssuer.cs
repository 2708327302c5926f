using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.Support;

/// <summary>Issues tokens as the channel service does, and publishes its metadata and keys over HTTP.</summary>
internal sealed class FakeIssuer : IAsyncDisposable
{
    // Keys are slow to make, and which one it is does not matter to any test.
    private static readonly RSA[] Keys = [RSA.Create(2048), RSA.Create(2048)];

    private readonly TimeProvider _clock;
    private Loopback _server;
    private int _generation;

    private FakeIssuer(TimeProvider clock)
    {
        _clock = clock;
        Rotate();
    }

    public string MetadataUrl => _server.Address + "/v1/.well-known/openidconfiguration";

    public RSA Key => Keys[_generation % Keys.Length];

    /// <summary>A key that this issuer does not use at present.</summary>
    public RSA OtherKey => Keys[(_generation + 1) % Keys.Length];

    public string KeyId { get; private set; }

    public bool IsBroken { get; set; }

    public int KeyReads { get; private set; }

    /// <summary>The channels the key may sign for; all of them when null.</summary>
    public string[] Endorsements { get; set; }

    public static async Task<FakeIssuer> StartAsync(TimeProvider clock)
    {
        var issuer = new FakeIssuer(clock);
        issuer._server = await Loopback.StartAsync(issuer.AnswerAsync);
        return issuer;
    }

    /// <summary>From now on there is one new key, and the old one is gone.</summary>
    public void Rotate()
    {
        KeyId = $"key-{++_generation}";
    }

    public string Token(
        string audience = TestBot.AppId,
        string issuer = "https://api.botframework.com",
        string serviceUrl = TestBot.ServiceUrl,
        TimeSpan? from = null,
        TimeSpan? until = null,
        RSA key = null,
        string keyId = null,
        IDictionary<string, object> claims = null)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        var all = new Dictionary<string, object>(claims ?? new Dictionary<string, object>());
        if (serviceUrl != null) all["serviceurl"] = serviceUrl;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Audience = audience,
            Issuer = issuer,
            NotBefore = now + (from ?? TimeSpan.FromMinutes(-1)),
            Expires = now + (until ?? TimeSpan.FromHours(1)),
            Claims = all,
            SigningCredentials = new SigningCredentials(
                new RsaSecurityKey(key ?? Key) { KeyId = keyId ?? KeyId },
                SecurityAlgorithms.RsaSha256),
        });
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (IsBroken)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        context.Response.ContentType = "application/json";
        if (context.Request.Path == "/keys")
        {
            KeyReads++;
            await context.Response.WriteAsync(new JObject { ["keys"] = new JArray(PublicKey()) }.ToString());
        }
        else
        {
            await context.Response.WriteAsync(new JObject
            {
                ["issuer"] = "https://api.botframework.com",
                ["jwks_uri"] = _server.Address + "/keys",
                ["id_token_signing_alg_values_supported"] = new JArray("RS256"),
            }.ToString());
        }
    }

    private JObject PublicKey()
    {
        var parameters = Key.ExportParameters(includePrivateParameters: false);
        var key = new JObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = KeyId,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
        };
        if (Endorsements != null) key["endorsements"] = new JArray(Endorsements.Cast<object>().ToArray());
        return key;
    }
}
