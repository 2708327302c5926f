using Directives.Core;
using Directives.Storage.AzureTables;
using Directives.Storage.Sqlite;

namespace Directives.Bot.Hosting;

/// <summary>Where the program keeps what it knows, as the settings say: Azure Table Storage, or else an SQLite file.</summary>
internal static class Stores
{
    private const string DefaultFile = ".data/directives.db";

    /// <summary>The store, brought to the version that the program works on.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    /// <exception cref="InvalidDataException">It is a newer program's, or a backup is half restored into it.</exception>
    public static async Task<IPartitionedStore> OpenAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        var store = await OpenAsItIsAsync(configuration, cancellationToken);
        try
        {
            await StoreSchema.Current.OpenAsync(store, cancellationToken);
            return store;
        }
        catch
        {
            await CloseAsync(store);
            throw;
        }
    }

    /// <summary>The store whatever is in it, for what puts it right.</summary>
    public static async Task<IPartitionedStore> OpenAsItIsAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        if (!IsAzure(configuration)) return SqliteStore.Open(SqliteFile(configuration));
        return await AzureTableStore.OpenAsync(
            new AzureTableOptions
            {
                ConnectionString = Setting(configuration, "Store:ConnectionString"),
                ServiceUri = Setting(configuration, "Store:ServiceUri") is { } uri ? new Uri(uri) : null,
                ManagedIdentityClientId = Setting(configuration, "Store:ManagedIdentityClientId"),
                TablePrefix = Setting(configuration, "Store:TablePrefix") ?? "Directives",
            },
            cancellationToken);
    }

    public static ValueTask CloseAsync(IPartitionedStore store) => store is IAsyncDisposable open ? open.DisposeAsync() : ValueTask.CompletedTask;

    public static bool IsAzure(IConfiguration configuration) =>
        Setting(configuration, "Store:ConnectionString") is not null || Setting(configuration, "Store:ServiceUri") is not null;

    public static string SqliteFile(IConfiguration configuration) => Setting(configuration, "Store:Sqlite") ?? DefaultFile;

    /// <summary>Null for a setting that is empty, as in the file that lists them all.</summary>
    public static string? Setting(IConfiguration configuration, string key) => configuration[key] is { Length: > 0 } value ? value : null;
}
