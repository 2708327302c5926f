using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Directives.Core.Tests;

/// <summary>Files in memory, by the port's contract.</summary>
internal sealed class InMemoryFileStore : IFileStore
{
    private readonly ConcurrentDictionary<string, byte[]> _kept = new();
    private readonly ConcurrentDictionary<string, (byte[] Content, DateTimeOffset At)> _held = new();

    public Task<string> KeepAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        _kept[hash] = content.ToArray();
        return Task.FromResult(hash);
    }

    public Task<byte[]?> ReadAsync(string hash, CancellationToken cancellationToken) => Task.FromResult(_kept.GetValueOrDefault(hash));

    public Task<string> HoldAsync(ReadOnlyMemory<byte> content, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid().ToString("n");
        _held[id] = (content.ToArray(), now);
        return Task.FromResult(id);
    }

    public async Task<string?> KeepHeldAsync(string id, CancellationToken cancellationToken) =>
        _held.TryGetValue(id, out var held) ? await KeepAsync(held.Content, cancellationToken) : null;

    public Task DropHeldAsync(string id, CancellationToken cancellationToken)
    {
        _held.TryRemove(id, out _);
        return Task.CompletedTask;
    }

    public Task<int> DropHeldBeforeAsync(DateTimeOffset instant, CancellationToken cancellationToken) =>
        Task.FromResult(_held.Where(held => held.Value.At < instant).Count(held => _held.TryRemove(held.Key, out _)));
}
