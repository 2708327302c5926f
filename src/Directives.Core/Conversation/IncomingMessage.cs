namespace Directives.Core;

/// <summary>A message as the domain sees it, whatever channel it came by. The sender is already known and never taken from the text.</summary>
public sealed record IncomingMessage
{
    /// <summary>The channel's name, such as <c>msteams</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>The channel's id of this message: a second delivery carries the same one.</summary>
    public required string MessageId { get; init; }

    /// <summary>The name of what this message does: a second delivery under the same id has the same.</summary>
    public string Operation => string.Join(' ', Channel, MessageId);

    public required Person Sender { get; init; }
    public string Text { get; init; } = "";

    /// <summary>A button that was pressed, in place of words.</summary>
    public Command? Pressed { get; init; }

    /// <summary>What was filled in on the card, by the field's id: as the channel brought it, not yet looked at.</summary>
    public IReadOnlyDictionary<string, string> Filled { get; init; } = new Dictionary<string, string>();

    /// <summary>The channel asks for a card as it stands now; nobody pressed anything, and nothing is said or remembered.</summary>
    public bool IsRefresh { get; init; }

    public IReadOnlyList<IncomingFile> Files { get; init; } = [];

    /// <summary>The group in which it was said; null in the sender's own chat.</summary>
    public GroupAddress? Group { get; init; }

    /// <summary>The channel can carry a file back to the sender.</summary>
    public bool CanAnswerWithFiles { get; init; }
}

/// <param name="Content">The whole file; the channel's adapter keeps to its size limit.</param>
public sealed record IncomingFile(string Name, ReadOnlyMemory<byte> Content);
