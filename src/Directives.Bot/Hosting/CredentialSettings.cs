using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Directives.Core;

namespace Directives.Bot.Hosting;

/// <summary>When the bot's proof of itself ends: a certificate says so itself, of a secret only its owner knows.</summary>
internal static class CredentialSettings
{
    /// <exception cref="FormatException"><c>MicrosoftAppPasswordExpires</c> is not a day.</exception>
    public static CredentialExpiry Expiry(IConfiguration configuration)
    {
        if (Stores.Setting(configuration, "MicrosoftAppId") is null) return new CredentialExpiry(null);
        if (Stores.Setting(configuration, "MicrosoftAppCertificateFile") is { } file)
        {
            return new CredentialExpiry(EndOf(file, Stores.Setting(configuration, "MicrosoftAppCertificatePassword")));
        }

        if (Stores.Setting(configuration, "MicrosoftAppPasswordExpires") is not { } text) return new CredentialExpiry(null);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new CredentialExpiry(day)
            : throw new FormatException($"MicrosoftAppPasswordExpires is not a day such as 2027-11-25: {text}");
    }

    // That it cannot be read is said by the authentication, which needs it.
    private static DateOnly? EndOf(string file, string? password)
    {
        try
        {
            using var certificate = Path.GetExtension(file).Equals(".pem", StringComparison.OrdinalIgnoreCase)
                ? X509CertificateLoader.LoadCertificateFromFile(file)
                : X509CertificateLoader.LoadPkcs12FromFile(file, password);
            return VietnamTime.Day(certificate.NotAfter.ToUniversalTime());
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
