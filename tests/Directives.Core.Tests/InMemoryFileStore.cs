using System.Collections.Concurrent;

namespace Directives.Core.Tests;

/// <summary>Files in memory, for tests.</summary>
internal sealed class InMemoryFileStore : IFileStore
{
    private readonly ConcurrentDictionary<string, byte[]> _kept = [];
    private readonly ConcurrentDictionary<string, byte[]> _held = [];

    public Task<string> KeepAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var hash = FileId.Hash(content.Span);
        _kept[hash] = content.ToArray();
        return Task.FromResult(hash);
    }

    public Task<byte[]?> ReadAsync(string hash, CancellationToken cancellationToken) => Task.FromResult(_kept.GetValueOrDefault(hash));

    public Task<string> HoldAsync(ReadOnlyMemory<byte> content, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = FileId.Held(now, content.Span);
        _held[id] = content.ToArray();
        return Task.FromResult(id);
    }

    public Task<byte[]?> ReadHeldAsync(string id, CancellationToken cancellationToken) => Task.FromResult(_held.GetValueOrDefault(id));

    public Task<string?> KeepHeldAsync(string id, CancellationToken cancellationToken)
    {
        var hash = FileId.HashOfHeld(id);
        if (_held.TryRemove(id, out var content)) _kept[hash] = content;
        return Task.FromResult(_kept.ContainsKey(hash) ? hash : null);
    }

    public Task DropHeldAsync(string id, CancellationToken cancellationToken)
    {
        _held.TryRemove(id, out _);
        return Task.CompletedTask;
    }

    public Task<int> DropHeldBeforeAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        var end = FileId.HeldFrom(instant);
        return Task.FromResult(_held.Keys.Count(id => string.CompareOrdinal(id, end) < 0 && _held.TryRemove(id, out _)));
    }
}
