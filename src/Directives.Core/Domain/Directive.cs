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

    /// <summary>A clerk takes the publishing back: it goes on until it is a draft again, even after a crash.</summary>
    TakingBack,
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

    /// <summary>What it does to earlier ones, as it was read and as the clerk set it right.</summary>
    public IReadOnlyList<EarlierDirective> Earlier { get; init; } = [];

    /// <summary>The first of the task numbers taken, from the moment it is being published.</summary>
    public int? FirstTask { get; init; }

    /// <summary>The numbers that items have from a publishing that was taken back: an item keeps the number it had.</summary>
    public IReadOnlyList<KeptNumber> Kept { get; init; } = [];

    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The person id, or null where it was published from the command line.</summary>
    public string? PublishedBy { get; init; }

    /// <summary>The message that published it last; what it did carries this name.</summary>
    public string? PublishedAs { get; init; }

    /// <summary>The last time that its publishing was taken back.</summary>
    public TakenBack? TakenBack { get; init; }

    /// <summary>Tasks of it that are just being withdrawn from all units.</summary>
    public IReadOnlyList<Withdrawal> Withdrawing { get; init; } = [];

    /// <summary>Of a publishing that is going on: what of the draft it leaves a draft, fixed when it begins, since the roster may change meanwhile.</summary>
    public LeftDrafts? Left { get; init; }

    /// <summary>The directive whose publishing left these drafts: both are one paper.</summary>
    public string? PartOf { get; init; }

    /// <summary>The name of what its publishing does to tasks that were there before.</summary>
    [JsonIgnore]
    public string Publishing => PublishedAs is null ? Id : string.Join(' ', Id, PublishedAs);

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

/// <param name="Item">The item of the draft.</param>
public sealed record KeptNumber(int Item, int Number);

/// <param name="Id">The draft that they become, a part of the same paper.</param>
public sealed record LeftDrafts(string Id, IReadOnlyList<int> Items);

/// <param name="Operation">The message that took it back.</param>
public sealed record TakenBack(string Operation, DateTimeOffset At, string By);

/// <param name="Operation">The message that withdraws it.</param>
public sealed record Withdrawal(int Task, string Reason, string Operation, DateTimeOffset At, string By);

/// <summary>An earlier directive that one replaces, amends or extends.</summary>
public sealed record EarlierDirective(EarlierDocument Document)
{
    /// <summary>Which one it is, fixed when the publishing begins: finished on another day it still acts on the same one. Null where it is not known.</summary>
    public string? DirectiveId { get; init; }

    /// <summary>Of one that is given more time: the tasks, as the clerk said or as they stood when the publishing began; null while the words tell.</summary>
    public IReadOnlyList<int>? Tasks { get; init; }
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

    /// <summary>Earlier tasks whose place it takes, as the clerk chose.</summary>
    public IReadOnlyList<int> Supersedes { get; init; } = [];

    /// <summary>The directive's own words, where the task has been put in others since.</summary>
    public string? Quote { get; init; }

    /// <summary>Names in the document that match no unit of the roster, left to the clerk.</summary>
    public IReadOnlyList<string> Unmatched { get; init; } = [];
}
