using System.Text.RegularExpressions;

namespace Directives.Storage.AzureTables;

/// <summary>Which storage account, how it is entered, and how long it may take. Just one of the first two is given.</summary>
public sealed partial record AzureTableOptions
{
    /// <summary>A connection string with its key or signature.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The address of the account's table service, entered with the managed identity that the program runs under.</summary>
    public Uri? ServiceUri { get; init; }

    /// <summary>The client id of a user-assigned identity; null for the system-assigned one.</summary>
    public string? ManagedIdentityClientId { get; init; }

    /// <summary>What the names of the tables begin with: letters and digits, a letter first, at most 40.</summary>
    public string TablePrefix { get; init; } = "Directives";

    /// <summary>How long one request may take before it counts as unanswered.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <exception cref="ArgumentException">A setting is missing or cannot be used; the message names it.</exception>
    internal void Validate()
    {
        if (ConnectionString is null == ServiceUri is null) throw new ArgumentException($"Give either {nameof(ConnectionString)} or {nameof(ServiceUri)}.");
        if (!Prefix().IsMatch(TablePrefix)) throw new ArgumentException($"{nameof(TablePrefix)} is letters and digits, a letter first, at most 40.");
        if (RequestTimeout <= TimeSpan.Zero) throw new ArgumentException($"{nameof(RequestTimeout)} must be over 0.");
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]{0,39}\z")]
    private static partial Regex Prefix();
}
