using System.Security.Cryptography.X509Certificates;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// The bot's certificate as the proof that it is itself: a statement to the login, good for minutes, that only who holds the certificate's key can
/// sign (RFC 7523, section 2.2, in the form Entra documents for certificate credentials: RS256, named by the header x5t).
/// </summary>
internal sealed class ClientCertificate(X509Certificate2 certificate)
{
    public const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);

    private readonly SigningCredentials _key = new X509SigningCredentials(certificate, SecurityAlgorithms.RsaSha256);

    /// <param name="path">A PKCS #12 file (.pfx, .p12), or a PEM file with certificate and key.</param>
    public static ClientCertificate Load(string path, string password)
    {
        try
        {
            var certificate = Path.GetExtension(path).Equals(".pem", StringComparison.OrdinalIgnoreCase)
                ? X509Certificate2.CreateFromPemFile(path)
                : X509CertificateLoader.LoadPkcs12FromFile(path, password);
            if (certificate.HasPrivateKey) return new ClientCertificate(certificate);
            throw new InvalidOperationException("MicrosoftAppCertificateFile has no private key.");
        }
        catch (Exception exception) when (exception is System.Security.Cryptography.CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException("MicrosoftAppCertificateFile cannot be read: " + exception.Message, exception);
        }
    }

    public string Assertion(string appId, Uri login, DateTimeOffset now) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
        new SecurityTokenDescriptor
        {
            Issuer = appId,
            Audience = login.AbsoluteUri,
            NotBefore = now.UtcDateTime,
            IssuedAt = now.UtcDateTime,
            Expires = (now + GoodFor).UtcDateTime,
            Claims = new Dictionary<string, object> { ["sub"] = appId, ["jti"] = Guid.NewGuid().ToString() },
            SigningCredentials = _key,
        });
}
