namespace Directives.Core;

public enum OfferStage
{
    Open,

    /// <summary>Being put where the person wants it.</summary>
    Underway,

    Taken,
    Declined,
}

/// <summary>A file that was made for a person and waits for their consent, on a channel that puts files into people's own storage.</summary>
public sealed record FileOffer
{
    /// <summary>All that the channel is told of it.</summary>
    public required string Id { get; init; }

    /// <summary>What <see cref="IFileStore"/> finds the bytes by.</summary>
    public required string Held { get; init; }

    public required string Name { get; init; }
    public required int Size { get; init; }

    /// <summary>When it was made: what its figures are of.</summary>
    public required DateTimeOffset At { get; init; }

    public OfferStage Stage { get; init; }

    /// <summary>Since when it is underway.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Where it is, once it was taken.</summary>
    public SavedFile? Saved { get; init; }
}

/// <summary>A file in a person's own storage, as the channel names it.</summary>
/// <param name="Name">May differ from the one that was offered, where that was taken already.</param>
/// <param name="Kind">Its extension.</param>
public sealed record SavedFile(string Name, string Address, string UniqueId, string Kind);
