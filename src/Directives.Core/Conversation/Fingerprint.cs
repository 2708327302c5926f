using System.Security.Cryptography;
using System.Text;

namespace Directives.Core;

/// <summary>A short name of what a button was shown with, by which a press later finds out whether it has changed. No secret.</summary>
public static class Fingerprint
{
    private const int Bytes = 8;

    public static string Of(params IEnumerable<string> parts)
    {
        // Each part with its length, so that no two lists of parts are alike.
        var text = string.Concat(parts.Select(part => string.Join(':', part.Length, part)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Bytes));
    }
}
