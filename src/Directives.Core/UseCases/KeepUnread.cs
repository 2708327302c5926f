using System.Threading.Channels;

namespace Directives.Core;

/// <summary>Whether messages that were not understood are kept.</summary>
public sealed record UnreadSettings
{
    public bool Keep { get; init; } = true;
}

/// <param name="Operation">Of the message that was asked about.</param>
/// <param name="Words">Its words, masked.</param>
public sealed record AskedAbout(string Operation, string Words);

/// <summary>
/// Keeps the words of messages that were not understood, so that it can be seen what people say and the bot cannot read. A turn only notes them
/// in memory; they are written beside it, so that no turn waits for that or fails with it. A process that is killed loses what it had noted.
/// </summary>
public sealed class KeepUnread(UnreadTable table, UnreadSettings settings)
{
    /// <summary>How long they are kept: no longer than words of a chat may be.</summary>
    public const int Days = 90;

    /// <summary>While the store does not answer, no more than this waits; what comes then is not kept.</summary>
    private const int Waiting = 1_000;

    private readonly Channel<Noted> _noted = Channel.CreateBounded<Noted>(Waiting);

    /// <param name="Unmasked">The roster by which the words are still to be masked: that is left to whoever writes them.</param>
    private sealed record Noted(string Operation, string PersonId, string Words, Roster? Unmasked, DateOnly Day, bool Denied);

    /// <summary>What is to be remembered of a message that the bot asked about: a "no" tells that it was misread.</summary>
    public AskedAbout? OfQuestion(Turn turn, Reply reply) =>
        settings.Keep && turn.IsReading && reply.Choices.Any(choice => choice.Command.Step == Step.Nothing)
            ? new AskedAbout(turn.Operation, MaskedText.Of(turn.Message.Text, turn.Roster))
            : null;

    /// <summary>Notes what of this turn was not understood, if anything was.</summary>
    public void Note(Turn turn)
    {
        if (!settings.Keep) return;
        // More than fits is not waited for.
        if (turn.IsMiss && turn.Message.Pressed is null)
        {
            _noted.Writer.TryWrite(new Noted(turn.Operation, turn.Sender.Id, turn.Message.Text, turn.Roster, turn.Today, Denied: false));
        }
        else if (turn.Denied is { } denied)
        {
            _noted.Writer.TryWrite(new Noted(denied.Operation, turn.Sender.Id, denied.Words, null, turn.Today, Denied: true));
        }
    }

    /// <summary>Returns when something is noted.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken) => await _noted.Reader.WaitToReadAsync(cancellationToken);

    /// <summary>Writes what is noted. One caller at a time.</summary>
    /// <param name="failed">Told of what could not be written, which is given up.</param>
    public async Task WriteAsync(Action<Exception> failed, CancellationToken cancellationToken)
    {
        // One that the end of the process comes between is still there for the last call.
        while (_noted.Reader.TryPeek(out var one))
        {
            try
            {
                var words = one.Unmasked is { } roster ? MaskedText.Of(one.Words, roster) : one.Words;
                if (words.Length > 0) await table.AddAsync(one.Operation, one.PersonId, words, one.Day, one.Denied, cancellationToken);
            }
            catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                failed(error);
            }

            _noted.Reader.TryRead(out _);
        }
    }
}
