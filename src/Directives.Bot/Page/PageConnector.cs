using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Directives.Bot.Page;

/// <summary>
/// The connector service of the page's conversations: what the bot sends unasked goes to the pages that are open, and nowhere else.
/// Nothing is kept for a page that is closed; the bot hears so and holds its notice.
/// </summary>
public sealed class PageConnector(TimeProvider time)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    // Ids of another run of the program must not be mistaken for this one's.
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];
    private readonly ConcurrentDictionary<string, PageConversation> _conversations = new(StringComparer.Ordinal);

    /// <summary>
    /// A page of this conversation (its id) has begun to listen: what was held for it can be sent now. The page waits for the handler,
    /// so this only signals.
    /// </summary>
    public event Action<string>? Opened;

    public bool IsListening(string conversationId) =>
        _conversations.TryGetValue(conversationId, out var conversation) && conversation.IsListening;

    /// <summary>Passes an event on to the open pages; false when there is none.</summary>
    internal bool TrySend(string conversationId, string kind, JsonObject activity) =>
        _conversations.TryGetValue(conversationId, out var conversation) && conversation.TrySend(kind, activity.ToJsonString());

    /// <summary>What a page hears, beginning after the event it heard last; an event <c>ready</c> says that it is listening.</summary>
    internal async IAsyncEnumerable<SseItem<string>> Listen(
        string conversationId, string? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var conversation = _conversations.GetOrAdd(conversationId, _ => new PageConversation(_run));
        var queue = conversation.Join(after);
        try
        {
            Opened?.Invoke(conversationId);
            var more = queue.Reader.WaitToReadAsync(cancellation).AsTask();
            while (!cancellation.IsCancellationRequested)
            {
                if (!await HasArrived(more, cancellation).ConfigureAwait(false))
                {
                    // Without it neither side would notice a connection that died silently.
                    yield return new SseItem<string>("{}", "beat");
                    continue;
                }

                while (queue.Reader.TryRead(out var item)) yield return item;
                more = queue.Reader.WaitToReadAsync(cancellation).AsTask();
            }
        }
        finally
        {
            conversation.Leave(queue);
        }
    }

    private async Task<bool> HasArrived(Task<bool> more, CancellationToken cancellation)
    {
        try
        {
            return await more.WaitAsync(Heartbeat, time, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}

/// <summary>The open pages of one conversation and the last events they were sent, for one that comes back after a short break.</summary>
internal sealed class PageConversation(string run)
{
    private const int Kept = 100;

    private readonly Lock _lock = new();
    private readonly HashSet<Channel<SseItem<string>>> _listeners = [];
    private readonly Queue<(int Number, SseItem<string> Item)> _recent = new();
    private int _last;

    public bool IsListening
    {
        get { lock (_lock) return _listeners.Count > 0; }
    }

    public bool TrySend(string kind, string data)
    {
        lock (_lock)
        {
            if (_listeners.Count == 0) return false;
            var item = new SseItem<string>(data, kind) { EventId = Id(++_last) };
            _recent.Enqueue((_last, item));
            if (_recent.Count > Kept) _recent.Dequeue();
            foreach (var listener in _listeners) listener.Writer.TryWrite(item);
            return true;
        }
    }

    public Channel<SseItem<string>> Join(string? after)
    {
        var queue = Channel.CreateUnbounded<SseItem<string>>();
        lock (_lock)
        {
            foreach (var (number, item) in _recent)
            {
                if (number > NumberOf(after)) queue.Writer.TryWrite(item);
            }

            // The id lets a page that breaks off before its first message still say where it was.
            queue.Writer.TryWrite(new SseItem<string>("{}", "ready") { EventId = Id(_last) });
            _listeners.Add(queue);
        }

        return queue;
    }

    public void Leave(Channel<SseItem<string>> queue)
    {
        lock (_lock) _listeners.Remove(queue);
    }

    private string Id(int number) => $"{run}-{number}";

    /// <summary>A page new to the conversation has missed nothing; one that knows only an earlier run has missed all of this one.</summary>
    private int NumberOf(string? after)
    {
        if (string.IsNullOrEmpty(after)) return _last;
        return after.StartsWith(run + "-", StringComparison.Ordinal) && int.TryParse(after.AsSpan(run.Length + 1), out var number) ? number : 0;
    }
}
