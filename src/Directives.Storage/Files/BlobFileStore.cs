using Azure;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Directives.Core;

namespace Directives.Storage.Files;

/// <summary>
/// Files in a container of Azure Blob Storage, under the same names as <see cref="FolderFileStore"/> has, so that a folder copied into a container
/// is that store. A blob is seen once it is whole. Opened with its first use: a program without evidence needs no container.
/// </summary>
/// <param name="options">The account and container.</param>
public sealed class BlobFileStore(BlobFileOptions options) : IFileStore
{
    private const int NotFound = 404;
    private const string HeldPrefix = "held/";

    // A browser that is given the address must offer it for saving and never show or run it.
    private static readonly BlobHttpHeaders Headers = new() { ContentType = "application/octet-stream", ContentDisposition = "attachment" };

    private BlobContainerClient? container;

    public Task<string> KeepAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => Guarded(async blobs =>
    {
        var hash = FileId.Hash(content.Span);
        await UploadAsync(blobs, Kept(hash), content, cancellationToken).ConfigureAwait(false);
        return hash;
    }, cancellationToken);

    public Task<byte[]?> ReadAsync(string hash, CancellationToken cancellationToken)
    {
        FileId.CheckHash(hash);
        return Guarded(blobs => DownloadAsync(blobs, Kept(hash), cancellationToken), cancellationToken);
    }

    public Task<string> HoldAsync(ReadOnlyMemory<byte> content, DateTimeOffset now, CancellationToken cancellationToken) => Guarded(async blobs =>
    {
        var id = FileId.Held(now, content.Span);
        await UploadAsync(blobs, HeldPrefix + id, content, cancellationToken).ConfigureAwait(false);
        return id;
    }, cancellationToken);

    public Task<byte[]?> ReadHeldAsync(string id, CancellationToken cancellationToken)
    {
        FileId.CheckHeld(id);
        return Guarded(blobs => DownloadAsync(blobs, HeldPrefix + id, cancellationToken), cancellationToken);
    }

    public Task<string?> KeepHeldAsync(string id, CancellationToken cancellationToken)
    {
        FileId.CheckHeld(id);
        return Guarded(async blobs =>
        {
            var hash = FileId.HashOfHeld(id);
            if (await DownloadAsync(blobs, HeldPrefix + id, cancellationToken).ConfigureAwait(false) is not { } content)
            {
                // Kept by an earlier attempt, or dropped.
                return (await blobs.GetBlobClient(Kept(hash)).ExistsAsync(cancellationToken).ConfigureAwait(false)).Value ? hash : null;
            }

            await UploadAsync(blobs, Kept(hash), content, cancellationToken).ConfigureAwait(false);
            await blobs.DeleteBlobIfExistsAsync(HeldPrefix + id, DeleteSnapshotsOption.None, null, cancellationToken).ConfigureAwait(false);
            return (string?)hash;
        }, cancellationToken);
    }

    public Task DropHeldAsync(string id, CancellationToken cancellationToken)
    {
        FileId.CheckHeld(id);
        return Guarded(async blobs =>
            (await blobs.DeleteBlobIfExistsAsync(HeldPrefix + id, DeleteSnapshotsOption.None, null, cancellationToken).ConfigureAwait(false)).Value, cancellationToken);
    }

    public Task<int> DropHeldBeforeAsync(DateTimeOffset instant, CancellationToken cancellationToken) => Guarded(async blobs =>
    {
        var (end, dropped) = (HeldPrefix + FileId.HeldFrom(instant), 0);
        var held = blobs.GetBlobsAsync(BlobTraits.None, BlobStates.None, HeldPrefix, cancellationToken);
        await foreach (var blob in held.ConfigureAwait(false))
        {
            // They come in order of their names, which is that of their instants.
            if (string.CompareOrdinal(blob.Name, end) >= 0) break;
            if ((await blobs.DeleteBlobIfExistsAsync(blob.Name, DeleteSnapshotsOption.None, null, cancellationToken).ConfigureAwait(false)).Value) dropped++;
        }

        return dropped;
    }, cancellationToken);

    private static string Kept(string hash) => hash[..2] + "/" + hash;

    // Two callers may do this at once: making the container twice does no harm.
    private async Task<BlobContainerClient> OpenAsync()
    {
        if (container is { } open) return open;
        var blobs = Service().GetBlobContainerClient(options.Container);
        await blobs.CreateIfNotExistsAsync(PublicAccessType.None).ConfigureAwait(false);
        return container = blobs;
    }

    private BlobServiceClient Service()
    {
        var client = new BlobClientOptions();
        client.Retry.NetworkTimeout = options.RequestTimeout;
        if (options.ServiceUri is { } uri) return new BlobServiceClient(uri, new ManagedIdentityCredential(Identity()), client);
        try
        {
            return new BlobServiceClient(options.ConnectionString, client);
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            // Without its cause, whose message quotes the connection string.
            throw new StoreUnavailableException("Azure Blob Storage: the settings name no blob service.");
        }
    }

    private ManagedIdentityId Identity() => options.ManagedIdentityClientId is { } id
        ? ManagedIdentityId.FromUserAssignedClientId(id)
        : ManagedIdentityId.SystemAssigned;

    private static async Task UploadAsync(BlobContainerClient blobs, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        try
        {
            // The name says what is in it: one that is there is the same.
            var upload = new BlobUploadOptions { HttpHeaders = Headers, Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
            await blobs.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(content), upload, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException there) when (there.ErrorCode == BlobErrorCode.BlobAlreadyExists || there.ErrorCode == BlobErrorCode.ConditionNotMet)
        {
        }
    }

    private static async Task<byte[]?> DownloadAsync(BlobContainerClient blobs, string name, CancellationToken cancellationToken)
    {
        try
        {
            var blob = await blobs.GetBlobClient(name).DownloadContentAsync(cancellationToken).ConfigureAwait(false);
            return blob.Value.Content.ToArray();
        }
        catch (RequestFailedException missing) when (missing.Status == NotFound)
        {
            return null;
        }
    }

    private async Task<T> Guarded<T>(Func<BlobContainerClient, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work(await OpenAsync().ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (Exception error) when (error is RequestFailedException or AuthenticationFailedException or AggregateException or HttpRequestException or IOException
            || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new StoreUnavailableException("Azure Blob Storage: no answer, or no access.", error);
        }
    }
}
