namespace Directives.Language.Prose;

/// <summary>A paragraph, heading or item of the body, with what stands under it.</summary>
internal sealed class Node
{
    public required int From { get; init; }

    /// <summary>Where the words begin, after the mark.</summary>
    public required int ContentFrom { get; init; }

    public required int To { get; init; }

    public required ListMarker? Marker { get; init; }

    /// <summary>Set apart as a heading by the document itself: by its style, or by capitals.</summary>
    public required bool IsHeadingByForm { get; init; }

    public List<Node> Children { get; } = [];

    public Node? Parent { get; set; }

    public bool IsBullet => Marker is { IsBullet: true };

    public string TextIn(string document) => document[From..To];

    public string ContentIn(string document) => document[ContentFrom..To];
}
