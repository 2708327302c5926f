namespace Directives.Testing;

/// <summary>The emulator of Azure Blob Storage, as <see cref="Azurite"/> is of its tables.</summary>
public sealed class AzuriteBlobs : Azurite
{
    protected override string Service => "blob";

    protected override string Endpoint => "BlobEndpoint";
}
