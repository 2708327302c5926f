using Directives.Core;
using Directives.Storage.Files;

namespace Directives.Storage.Tests.Files;

[RequiresAzurite]
public sealed class BlobFileStoreContract(AzuriteBlobs azurite) : FileStoreContract, IClassFixture<AzuriteBlobs>
{
    private readonly string container = "files-" + Guid.NewGuid().ToString("n");

    protected override IFileStore Store => new BlobFileStore(new BlobFileOptions { ConnectionString = azurite.ConnectionString, Container = container });

    [Fact]
    public async Task Settings_without_a_blob_service_are_unavailable_and_not_quoted()
    {
        var store = new BlobFileStore(new BlobFileOptions { ConnectionString = "AccountName=a;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:1/" });
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.KeepAsync(new byte[] { 1 }, default));
        Assert.DoesNotContain("a2V5", error.ToString(), StringComparison.Ordinal);
    }
}
