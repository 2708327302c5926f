using System.Security.Cryptography;
using Directives.Core;

namespace Directives.Storage.Tests.Files;

/// <summary>What every <see cref="IFileStore"/> must do. Facts use contents of their own, so stores may be shared.</summary>
public abstract class FileStoreContract
{
    // Later than any other test's, so that what another holds is not dropped here.
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 14, 0, TimeSpan.FromHours(7));

    private readonly byte[] content = RandomNumberGenerator.GetBytes(3_000);

    protected abstract IFileStore Store { get; }

    [ContractFact]
    public async Task Kept_file_is_found_by_the_hash_of_its_content()
    {
        var hash = await Store.KeepAsync(content, default);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), hash);
        Assert.Equal(content, await Store.ReadAsync(hash, default));
    }

    [ContractFact]
    public async Task File_kept_again_is_the_same_file()
    {
        var hash = await Store.KeepAsync(content, default);
        Assert.Equal(hash, await Store.KeepAsync(content, default));
        Assert.Equal(content, await Store.ReadAsync(hash, default));
    }

    [ContractFact]
    public async Task Files_kept_at_once_are_all_kept()
    {
        var hashes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Store.KeepAsync(content, default)));
        Assert.Single(hashes.Distinct());
        Assert.Equal(content, await Store.ReadAsync(hashes[0], default));
    }

    [ContractFact]
    public async Task Empty_file_and_a_large_one_come_back()
    {
        Assert.Empty((await Store.ReadAsync(await Store.KeepAsync(Array.Empty<byte>(), default), default))!);
        var large = RandomNumberGenerator.GetBytes(Evidence.MaxBytes);
        var back = await Store.ReadAsync(await Store.KeepAsync(large, default), default);
        Assert.True(large.AsSpan().SequenceEqual(back));
    }

    [ContractFact]
    public async Task File_that_is_not_kept_is_null() => Assert.Null(await Store.ReadAsync(FileId.Hash(content), default));

    [ContractFact]
    public async Task Held_file_is_kept_once_it_is_known_what_for_and_then_again()
    {
        var id = await Store.HoldAsync(content, Now, default);
        Assert.Null(await Store.ReadAsync(FileId.Hash(content), default));
        Assert.Equal(content, await Store.ReadHeldAsync(id, default));

        Assert.Equal(FileId.Hash(content), await Store.KeepHeldAsync(id, default));
        Assert.Equal(FileId.Hash(content), await Store.KeepHeldAsync(id, default));
        Assert.Null(await Store.ReadHeldAsync(id, default));
        Assert.Equal(content, await Store.ReadAsync(FileId.Hash(content), default));
        Assert.Equal(0, await DropBefore(Now.AddTicks(1)));
    }

    [ContractFact]
    public async Task Held_file_that_is_kept_already_is_kept()
    {
        await Store.KeepAsync(content, default);
        Assert.Equal(FileId.Hash(content), await Store.KeepHeldAsync(await Store.HoldAsync(content, Now, default), default));
        Assert.Equal(0, await DropBefore(Now.AddTicks(1)));
    }

    [ContractFact]
    public async Task Held_files_are_dropped_by_their_age_and_kept_ones_stay()
    {
        var other = RandomNumberGenerator.GetBytes(10);
        await Store.KeepAsync(content, default);
        var (old, young) = (await Store.HoldAsync(content, Now, default), await Store.HoldAsync(other, Now.AddMinutes(1), default));

        Assert.Equal(1, await DropBefore(Now.AddMinutes(1)));

        Assert.Equal(FileId.Hash(content), await Store.KeepHeldAsync(old, default));
        Assert.Equal(FileId.Hash(other), await Store.KeepHeldAsync(young, default));
    }

    [ContractFact]
    public async Task Held_file_that_was_dropped_is_kept_no_more()
    {
        var id = await Store.HoldAsync(content, Now, default);
        await Store.DropHeldAsync(id, default);
        await Store.DropHeldAsync(id, default);
        Assert.Null(await Store.KeepHeldAsync(id, default));
    }

    [ContractFact]
    public async Task Names_that_are_no_hash_are_refused()
    {
        var hash = FileId.Hash(content);
        foreach (var name in new[] { "", "..", "../" + hash, hash[1..], hash.ToUpperInvariant(), hash[..63] + "/", "held/" + hash, hash + "\0" })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => Store.ReadAsync(name, default));
            await Assert.ThrowsAsync<ArgumentException>(() => Store.KeepHeldAsync(name, default));
            await Assert.ThrowsAsync<ArgumentException>(() => Store.DropHeldAsync(name, default));
        }
    }

    private Task<int> DropBefore(DateTimeOffset instant) => Store.DropHeldBeforeAsync(instant, default);
}
