namespace Directives.Storage.Files;

/// <summary>Which storage account and container. Just one of the first two is given.</summary>
public sealed record BlobFileOptions
{
    /// <summary>A connection string with its key or signature.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The address of the account's blob service, entered with the managed identity that the program runs under.</summary>
    public Uri? ServiceUri { get; init; }

    /// <summary>The client id of a user-assigned identity; null for the system-assigned one.</summary>
    public string? ManagedIdentityClientId { get; init; }

    /// <summary>Made where it is missing, closed to the public.</summary>
    public string Container { get; init; } = "directives-files";

    /// <summary>How long one request may take before it counts as unanswered.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(60);
}
