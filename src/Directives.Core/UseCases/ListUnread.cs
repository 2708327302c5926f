using Directives.Language.Text;

namespace Directives.Core;

/// <summary>One phrasing that was not understood.</summary>
/// <param name="Words">As somebody wrote it; with diacritics, where anybody did.</param>
/// <param name="Denied">How many of the messages were asked about and denied.</param>
public sealed record Unread(string Words, int Messages, int Senders, int Denied, DateOnly Last);

/// <param name="Commonest">At most <see cref="ListUnread.MostShown"/>, the commonest first.</param>
/// <param name="Phrasings">How many there are in all.</param>
public sealed record UnreadList(IReadOnlyList<Unread> Commonest, int Phrasings, int Messages);

/// <summary>
/// What people say and the bot does not understand, the commonest first. With or without diacritics, a phrasing is one. In memory are the
/// phrasings to be shown and the senders of one, whatever is kept.
/// </summary>
public sealed class ListUnread(UnreadTable table, TimeProvider time)
{
    public const int MostShown = 1_000;

    /// <param name="since">The first day; null for all that may be kept.</param>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    public async Task<UnreadList> HandleAsync(DateOnly? since, CancellationToken cancellationToken)
    {
        // What is too old is not shown, even where it is not removed yet.
        var oldest = time.Today().AddDays(-KeepUnread.Days);
        var from = since is { } asked && asked > oldest ? asked : oldest;
        var commonest = new PriorityQueue<Unread, Unread>(Rarest);
        var (phrasings, messages) = (0, 0);
        Counted? counted = null;
        await foreach (var (phrasing, message) in table.AllAsync(cancellationToken))
        {
            if (message.Day < from) continue;
            if (counted?.Phrasing != phrasing)
            {
                Take();
                counted = new Counted(phrasing);
            }

            counted.Add(message);
        }

        Take();
        return new UnreadList([.. commonest.UnorderedItems.Select(item => item.Element).OrderDescending(Rarest)], phrasings, messages);

        void Take()
        {
            if (counted is null) return;
            var unread = counted.Unread;
            phrasings++;
            messages += unread.Messages;
            if (commonest.Count < MostShown) commonest.Enqueue(unread, unread);
            else commonest.EnqueueDequeue(unread, unread);
        }
    }

    private static Comparer<Unread> Rarest { get; } = Comparer<Unread>.Create((one, other) =>
        (one.Messages, one.Senders, one.Last).CompareTo((other.Messages, other.Senders, other.Last)) is not 0 and var order
            ? order
            : string.CompareOrdinal(other.Words, one.Words));

    private sealed class Counted(string phrasing)
    {
        private readonly HashSet<string> _senders = new(StringComparer.Ordinal);
        private int _messages;
        private int _denied;
        private DateOnly _last;
        private string _words = "";

        public string Phrasing => phrasing;

        public Unread Unread => new(_words, _messages, _senders.Count, _denied, _last);

        public void Add(UnreadMessage message)
        {
            _messages++;
            _senders.Add(message.Sender);
            if (message.Denied) _denied++;
            if (message.Day > _last) _last = message.Day;
            if (_words.Length == 0 || (!VietnameseText.HasDiacritics(_words) && VietnameseText.HasDiacritics(message.Words))) _words = message.Words;
        }
    }
}
