using Directives.Core;
using Directives.Storage.Files;

namespace Directives.Storage.Tests.Files;

public sealed class FolderFileStoreContract : FileStoreContract, IDisposable
{
    private readonly TemporaryFolder folder = new();

    protected override IFileStore Store => new FolderFileStore(folder.File("files"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Kept_file_can_be_read_by_its_owner_alone_and_run_by_nobody()
    {
        if (OperatingSystem.IsWindows()) return;
        await Store.KeepAsync("#!/bin/sh"u8.ToArray(), default);
        var file = Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Single();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task File_that_cannot_be_written_is_unavailable_and_leaves_nothing()
    {
        File.WriteAllText(folder.File("taken"), "");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => new FolderFileStore(folder.File("taken")).KeepAsync(new byte[] { 1 }, default));
        Assert.Equal([folder.File("taken")], Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }
}
