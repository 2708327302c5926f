namespace Directives.Core;

/// <summary>
/// Files that people send as evidence, as bytes under the SHA-256 of them: the same file twice is one file, and none is ever changed. What a
/// file is called and whose it is stands in the store; here nothing that a person wrote is part of a name.
/// </summary>
public interface IFileStore
{
    /// <summary>Keeps a file for good, durably; keeping it again changes nothing.</summary>
    /// <returns>Its SHA-256 as 64 lower-case hex digits.</returns>
    /// <exception cref="StoreUnavailableException">It could not be kept.</exception>
    public Task<string> KeepAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <returns>Null where no such file is kept.</returns>
    /// <exception cref="StoreUnavailableException">It could not be read.</exception>
    public Task<byte[]?> ReadAsync(string hash, CancellationToken cancellationToken);

    /// <summary>Holds a file until it is known what it is for.</summary>
    /// <returns>What it is found by until then.</returns>
    /// <exception cref="StoreUnavailableException">It could not be held.</exception>
    public Task<string> HoldAsync(ReadOnlyMemory<byte> content, DateTimeOffset now, CancellationToken cancellationToken);

    /// <returns>Null where it was dropped meanwhile, or is kept.</returns>
    /// <exception cref="StoreUnavailableException">It could not be read.</exception>
    public Task<byte[]?> ReadHeldAsync(string id, CancellationToken cancellationToken);

    /// <summary>Keeps a held file for good; doing so again gives the same.</summary>
    /// <returns>Its SHA-256; null where it was dropped meanwhile.</returns>
    /// <exception cref="StoreUnavailableException">It could not be kept.</exception>
    public Task<string?> KeepHeldAsync(string id, CancellationToken cancellationToken);

    /// <summary>Drops a held file, if it is still there.</summary>
    /// <exception cref="StoreUnavailableException">It could not be removed.</exception>
    public Task DropHeldAsync(string id, CancellationToken cancellationToken);

    /// <summary>Drops the files that are held since before an instant.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="StoreUnavailableException">They could not be removed.</exception>
    public Task<int> DropHeldBeforeAsync(DateTimeOffset instant, CancellationToken cancellationToken);
}
