using Directives.Core;

namespace Directives.Storage.Files;

/// <summary>
/// Files in a folder of a local disk: <c>ab/abcd…</c> for those kept, <c>held/</c> for those that wait. Each is written beside its place, synced and
/// renamed, so that whoever finds one finds it whole. None is ever executable.
/// </summary>
/// <param name="folder">Made where it is missing, for its owner alone.</param>
public sealed class FolderFileStore(string folder) : IFileStore
{
    private readonly string root = Path.GetFullPath(folder);

    public Task<string> KeepAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => Guarded(async () =>
    {
        var hash = FileId.Hash(content.Span);
        await WriteAsync(Kept(hash), content, cancellationToken).ConfigureAwait(false);
        return hash;
    });

    public Task<byte[]?> ReadAsync(string hash, CancellationToken cancellationToken)
    {
        FileId.CheckHash(hash);
        return Guarded(async () => File.Exists(Kept(hash)) ? await File.ReadAllBytesAsync(Kept(hash), cancellationToken).ConfigureAwait(false) : null);
    }

    public Task<string> HoldAsync(ReadOnlyMemory<byte> content, DateTimeOffset now, CancellationToken cancellationToken) => Guarded(async () =>
    {
        var id = FileId.Held(now, content.Span);
        await WriteAsync(Held(id), content, cancellationToken).ConfigureAwait(false);
        return id;
    });

    public Task<byte[]?> ReadHeldAsync(string id, CancellationToken cancellationToken)
    {
        FileId.CheckHeld(id);
        return Guarded(async () => File.Exists(Held(id)) ? await File.ReadAllBytesAsync(Held(id), cancellationToken).ConfigureAwait(false) : null);
    }

    public Task<string?> KeepHeldAsync(string id, CancellationToken cancellationToken)
    {
        FileId.CheckHeld(id);
        return Guarded(() =>
        {
            var hash = FileId.HashOfHeld(id);
            try
            {
                MakeFolder(Path.GetDirectoryName(Kept(hash))!);
                File.Move(Held(id), Kept(hash), overwrite: true);
                return Task.FromResult<string?>(hash);
            }
            catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
            {
                // Kept by an earlier attempt, or dropped.
                return Task.FromResult(File.Exists(Kept(hash)) ? hash : null);
            }
        });
    }

    public Task DropHeldAsync(string id, CancellationToken cancellationToken)
    {
        FileId.CheckHeld(id);
        return Guarded(() =>
        {
            if (File.Exists(Held(id))) File.Delete(Held(id));
            return Task.FromResult(true);
        });
    }

    public Task<int> DropHeldBeforeAsync(DateTimeOffset instant, CancellationToken cancellationToken) => Guarded(() =>
    {
        var waiting = Path.Combine(root, "held");
        if (!Directory.Exists(waiting)) return Task.FromResult(0);
        var end = FileId.HeldFrom(instant);
        var old = Directory.EnumerateFiles(waiting).Where(path => string.CompareOrdinal(Path.GetFileName(path), end) < 0).ToArray();
        foreach (var path in old) File.Delete(path);
        return Task.FromResult(old.Length);
    });

    private string Kept(string hash) => Path.Combine(root, hash[..2], hash);

    private string Held(string id) => Path.Combine(root, "held", id);

    private static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        // The name says what is in it: one that is there is the same.
        if (File.Exists(path)) return;
        MakeFolder(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.NewGuid():n}.part";
        try
        {
            var file = new FileStream(temporary, OwnersAlone());
            await using (file.ConfigureAwait(false))
            {
                await file.WriteAsync(content, cancellationToken).ConfigureAwait(false);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static FileStreamOptions OwnersAlone()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static async Task<T> Guarded<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException("The folder of files cannot be used.", error);
        }
    }
}
