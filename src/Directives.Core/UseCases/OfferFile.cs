namespace Directives.Core;

public enum OfferAnswer
{
    /// <summary>The bytes are there, to be put where the person wants them; nobody else is at it.</summary>
    Ready,

    /// <summary>Another delivery of the same consent is at it, and answers.</summary>
    Underway,

    Taken,
    Declined,

    /// <summary>Not offered to this person, or too long ago.</summary>
    Gone,
}

/// <param name="Offer">Null where it is gone.</param>
public sealed record OfferedFile(OfferAnswer Answer, FileOffer? Offer = null, byte[]? Content = null);

/// <summary>
/// A file for a person who is asked first whether they want it. It is held as it was made, so that what comes is what was offered, with the figures of
/// the moment that the offer says; a consent that is delivered twice, or given twice, puts it there once.
/// </summary>
public sealed class OfferFile(IFileStore files, FileOfferTable offers, TimeProvider time)
{
    /// <summary>A process that is at it for longer is dead: an upload takes seconds.</summary>
    private static readonly TimeSpan LongestUpload = TimeSpan.FromMinutes(1);

    private const int Attempts = 3;

    public async Task<FileOffer> HandleAsync(string personId, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var offer = new FileOffer
        {
            Id = Guid.NewGuid().ToString("n"),
            Held = await files.HoldAsync(content, now, cancellationToken),
            Name = name,
            Size = content.Length,
            At = now,
        };
        await offers.AddAsync(personId, offer, cancellationToken);
        return offer;
    }

    /// <summary>The person agrees. What is ready is to be ended by <see cref="FinishAsync"/> or <see cref="ReleaseAsync"/>.</summary>
    public async Task<OfferedFile> TakeAsync(string personId, string id, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await offers.FindAsync(personId, id, cancellationToken) is not { } stored) return new OfferedFile(OfferAnswer.Gone);
            if (Closed(stored.Value) is { } closed) return closed;
            var content = await files.ReadHeldAsync(stored.Value.Held, cancellationToken);
            if (content is null) return new OfferedFile(OfferAnswer.Gone);
            try
            {
                var taken = stored.Value with { Stage = OfferStage.Underway, Since = time.Now() };
                await offers.ReplaceAsync(personId, stored, taken, cancellationToken);
                return new OfferedFile(OfferAnswer.Ready, taken, content);
            }
            catch (StoreConflictException) when (attempt < Attempts)
            {
                // The same consent at the same moment.
            }
        }
    }

    /// <summary>The file is where the person wanted it, and is held no longer.</summary>
    public async Task FinishAsync(string personId, FileOffer offer, SavedFile saved, CancellationToken cancellationToken)
    {
        await ChangeAsync(personId, offer, offer with { Stage = OfferStage.Taken, Since = null, Saved = saved }, cancellationToken);
        await files.DropHeldAsync(offer.Held, cancellationToken);
    }

    /// <summary>It could not be put there; the person may agree again.</summary>
    public Task ReleaseAsync(string personId, FileOffer offer, CancellationToken cancellationToken) =>
        ChangeAsync(personId, offer, offer with { Stage = OfferStage.Open, Since = null }, cancellationToken);

    /// <summary>The person does not want it.</summary>
    /// <returns>What the offer is then: declined, or taken before, or gone.</returns>
    public async Task<OfferedFile> DeclineAsync(string personId, string id, CancellationToken cancellationToken)
    {
        if (await offers.FindAsync(personId, id, cancellationToken) is not { } stored) return new OfferedFile(OfferAnswer.Gone);
        if (Closed(stored.Value) is { } closed) return closed;
        var declined = stored.Value with { Stage = OfferStage.Declined };
        await ChangeAsync(personId, stored.Value, declined, cancellationToken);
        await files.DropHeldAsync(declined.Held, cancellationToken);
        return new OfferedFile(OfferAnswer.Declined, declined);
    }

    /// <summary>Null while it can be taken or declined.</summary>
    private OfferedFile? Closed(FileOffer offer) => offer.Stage switch
    {
        OfferStage.Taken => new OfferedFile(OfferAnswer.Taken, offer),
        OfferStage.Declined => new OfferedFile(OfferAnswer.Declined, offer),
        OfferStage.Underway when time.Now() - offer.Since < LongestUpload => new OfferedFile(OfferAnswer.Underway, offer),
        // As long as files are held that wait for a person's word.
        _ => TalkState.IsFresh(offer.At, time.Now()) ? null : new OfferedFile(OfferAnswer.Gone),
    };

    private async Task ChangeAsync(string personId, FileOffer from, FileOffer to, CancellationToken cancellationToken)
    {
        if (await offers.FindAsync(personId, from.Id, cancellationToken) is { } stored && stored.Value.Stage == from.Stage && stored.Value.Since == from.Since)
        {
            await offers.ReplaceAsync(personId, stored, to, cancellationToken);
        }
    }
}
