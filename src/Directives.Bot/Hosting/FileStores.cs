using Directives.Core;
using Directives.Storage.Files;

namespace Directives.Bot.Hosting;

/// <summary>Where evidence is kept, as the settings say; unless they do, beside everything else: in the same account, or in a folder beside the SQLite file.</summary>
internal static class FileStores
{
    public static IFileStore Open(IConfiguration configuration)
    {
        var (connectionString, serviceUri) = (Stores.Setting(configuration, "Files:ConnectionString"), Stores.Setting(configuration, "Files:ServiceUri"));
        if (connectionString is null && serviceUri is null)
        {
            if (Stores.Setting(configuration, "Files:Folder") is { } folder) return new FolderFileStore(folder);
            if (!Stores.IsAzure(configuration)) return new FolderFileStore(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Stores.SqliteFile(configuration)))!, "files"));
            connectionString = Stores.Setting(configuration, "Store:ConnectionString");
            // An account's services differ in one label of their addresses.
            serviceUri = Stores.Setting(configuration, "Store:ServiceUri")?.Replace(".table.", ".blob.", StringComparison.OrdinalIgnoreCase);
        }

        return new BlobFileStore(new BlobFileOptions
        {
            ConnectionString = connectionString,
            ServiceUri = serviceUri is null ? null : new Uri(serviceUri),
            ManagedIdentityClientId = Stores.Setting(configuration, "Store:ManagedIdentityClientId"),
            Container = Stores.Setting(configuration, "Files:Container") ?? "directives-files",
        });
    }
}
