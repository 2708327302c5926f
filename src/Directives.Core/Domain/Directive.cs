using System.Globalization;
using System.Text.Json.Serialization;
using Directives.Language.Prose;

namespace Directives.Core;

public enum DirectiveStage
{
    /// <summary>Read, its tasks not yet assigned to anybody.</summary>
    Draft,

    /// <summary>A clerk has said yes and the task numbers are taken: what is left of it is done again until it is done, even after a crash.</summary>
    Publishing,

    Published,
}

/// <summary>A document that assigns tasks, as it was imported.</summary>
public sealed record Directive
{
    public required string Id { get; init; }
    public required DirectiveHead Head { get; init; }
    public required DirectiveStage Stage { get; init; }
    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>The clerk's person id, or null where it was imported from the command line.</summary>
    public string? ImportedBy { get; init; }

    /// <summary>The number of the first task, from the moment it is being published.</summary>
    public int? FirstTask { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Kind and number as one cites it: <c>Thông báo 45-TB/ĐU</c>; kind and day where it has no number.</summary>
    [JsonIgnore]
    public string Label => Head switch
    {
        { Kind: { } kind, Number: { } number } => $"{kind} {number}",
        { Number: { } number } => number,
        { Kind: { } kind, Title: not null, Issued: { } issued } => $"{kind} ngày {ShortDay(issued)}",
        { Kind: { } kind } => kind,
        { Title: { } title } => title,
        _ => Id,
    };

    internal static string ShortDay(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);
}

/// <summary>One duty of a directive.</summary>
public sealed record DirectiveTask
{
    public required string DirectiveId { get; init; }

    /// <summary>
    /// The number people say (<c>việc 12</c>), one in the whole organisation and never used again; in a draft, its place in the document.
    /// </summary>
    public required int Number { get; init; }

    /// <summary>Verb and object, short enough for a list.</summary>
    public required string Title { get; init; }

    public required TaskDraft Draft { get; init; }

    /// <summary>The directive's own words, where the task has been put in others since.</summary>
    public string? Quote { get; init; }

    /// <summary>Names in the document that match no unit of the roster, left to the clerk.</summary>
    public IReadOnlyList<string> Unmatched { get; init; } = [];
}
