using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.Support;

/// <summary>Issues tokens as the channel service or a tenant does, and publishes its metadata and keys over HTTP.</summary>
internal sealed class FakeIssuer : IAsyncDisposable
{
    // Keys are slow to make, and which one it is does not matter to any test.
    private static readonly RSA[] Keys = [RSA.Create(2048), RSA.Create(2048), RSA.Create(2048), RSA.Create(2048)];

    private readonly TimeProvider _clock;
    private readonly IReadOnlyDictionary<string, object> _claims;
    private readonly RSA[] _keys;
    private Loopback _server;
    private int _generation;

    private FakeIssuer(TimeProvider clock, string name, IReadOnlyDictionary<string, object> claims, RSA[] keys)
    {
        (_clock, Name, _claims, _keys) = (clock, name, claims, keys);
        Rotate();
    }

    /// <summary>The issuer that its tokens name unless told otherwise.</summary>
    public string Name { get; }

    public string MetadataUrl => _server.Address + "/v1/.well-known/openidconfiguration";

    public RSA Key => _keys[_generation % _keys.Length];

    /// <summary>A key that this issuer does not use at present.</summary>
    public RSA OtherKey => _keys[(_generation + 1) % _keys.Length];

    public string KeyId { get; private set; }

    public bool IsBroken { get; set; }

    public int KeyReads { get; private set; }

    /// <summary>The channels the key may sign for; all of them when null.</summary>
    public string[] Endorsements { get; set; }

    /// <summary>The channel service.</summary>
    public static Task<FakeIssuer> StartAsync(TimeProvider clock) => StartAsync(new FakeIssuer(
        clock,
        "https://api.botframework.com",
        new Dictionary<string, object> { ["serviceurl"] = TestBot.ServiceUrl },
        Keys[..2]));

    /// <summary>Entra for the bot's tenant, in whose tokens of version 1.0 or 2.0 that claim names the bot.</summary>
    public static Task<FakeIssuer> StartTenantAsync(TimeProvider clock, string name, string version, string appClaim) => StartAsync(new FakeIssuer(
        clock,
        name,
        new Dictionary<string, object> { ["ver"] = version, [appClaim] = TestBot.AppId },
        Keys[2..]));

    /// <summary>From now on there is one new key, and the old one is gone.</summary>
    public void Rotate()
    {
        KeyId = $"key-{++_generation}";
    }

    /// <summary>A token that is good but for what is told here.</summary>
    /// <param name="claim">A claim that has another value than it should, or none at all.</param>
    public string Token(
        string audience = TestBot.AppId,
        string issuer = null,
        TimeSpan? from = null,
        TimeSpan? until = null,
        bool endless = false,
        RSA key = null,
        string keyId = null,
        string algorithm = SecurityAlgorithms.RsaSha256,
        (string Type, string Value)? claim = null)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object>(_claims);
        if (claim is { } changed) claims.Remove(changed.Type);
        if (claim is { Value: not null } other) claims[other.Type] = other.Value;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Audience = audience,
            Issuer = issuer ?? Name,
            NotBefore = now + (from ?? TimeSpan.FromMinutes(-1)),
            Expires = endless ? null : now + (until ?? TimeSpan.FromHours(1)),
            Claims = claims,
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(key ?? Key) { KeyId = keyId ?? KeyId }, algorithm),
        });
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private static async Task<FakeIssuer> StartAsync(FakeIssuer issuer)
    {
        issuer._server = await Loopback.StartAsync(issuer.AnswerAsync);
        return issuer;
    }

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
                ["issuer"] = Name,
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
