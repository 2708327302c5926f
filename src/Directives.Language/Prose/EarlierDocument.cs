namespace Directives.Language.Prose;

/// <summary>What a document does to an earlier one.</summary>
public enum DirectiveEffect
{
    /// <summary>Takes its place or ends it (<c>thay thế</c>, <c>bãi bỏ</c>).</summary>
    Replaces,

    /// <summary>Changes a part of it (<c>sửa đổi, bổ sung một số nội dung của …</c>).</summary>
    Amends,

    /// <summary>Gives more time for a task of it (<c>gia hạn thời gian thực hiện …</c>).</summary>
    Extends,
}

/// <summary>An earlier document that one names together with what it does to it.</summary>
/// <param name="Number">As written: <c>12/KH-UBND</c>; of what a clerk says perhaps just its digits.</param>
public sealed record EarlierDocument(DirectiveEffect Effect, string Number)
{
    public string? Kind { get; init; }

    /// <summary>The year it was issued in, since numbers start anew each year (NĐ 30/2020, Điều 15); null where it is not said.</summary>
    public int? Year { get; init; }

    /// <summary>The words for the task that is given more time; null for all of the document.</summary>
    public string? Task { get; init; }

    /// <summary>The new last day of what is given more time.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The sentence it was read from; null where a clerk said it.</summary>
    public string? Sentence { get; init; }
}
