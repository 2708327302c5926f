namespace Directives.Language.Messages;

/// <summary>One request read out of a message.</summary>
public sealed record Request(Intent Intent, Slots Slots)
{
    /// <summary>Why this reading should be asked about before it is acted on; empty for a plain reading.</summary>
    public IReadOnlyList<Doubt> Doubts { get; init; } = [];
}

/// <summary>A reason not to act at once. See the table of misreadings that each guards against in this folder's README.</summary>
public enum Doubt
{
    /// <summary>The year was supplied by the reader (<c>15/1</c>).</summary>
    YearInferred,

    /// <summary>The words say nearly or partly done (<c>cơ bản xong</c>).</summary>
    Partial,

    /// <summary>Somebody else is said to have said or done it (<c>chị Lan bảo xong rồi</c>).</summary>
    Hearsay,

    /// <summary>Without diacritics the word has two readings (<c>hoan</c>: hoàn, hoãn).</summary>
    Homograph,

    /// <summary>A denial (<c>chưa xong đâu</c>): nothing is to be recorded as done.</summary>
    Denial,

    /// <summary>A plan or a promise (<c>mai mới xong</c>).</summary>
    Plan,

    /// <summary>A word was taken for a misspelling of another.</summary>
    Misspelt,

    /// <summary>No task is named; the last one shown may be meant (<c>việc đó xong rồi</c>).</summary>
    TaskImplied,

    /// <summary>Without its mark the last word may ask or be polite (<c>viec 3 xong roi a</c>: à, ạ).</summary>
    MayAsk,

    /// <summary>Words before the status are not known, and might turn it (<c>việc 3 xem chừng xong</c>).</summary>
    UnknownWords,

    /// <summary>All tasks are said to be done (<c>xong hết rồi</c>): which ones is to be asked.</summary>
    AllTasks,
}

/// <summary>The meaning of one message: the first request, and the further ones in order.</summary>
/// <param name="Confidence">0 to 1. From 0.9 the reading is plain; from 0.5 it is to be asked about; below, the intent is <see cref="Intent.None"/>.</param>
/// <param name="Language"><c>vi</c> or <c>en</c>.</param>
public sealed record Frame(Request First, double Confidence, string Language, IReadOnlyList<Request> Also)
{
    public Intent Intent => First.Intent;

    public Slots Slots => First.Slots;

    public IEnumerable<Request> All => Also.Prepend(First);
}

/// <summary>What the sender may do, and so what some words of theirs mean.</summary>
public enum SenderRole
{
    Principal,
    Leader,
    Clerk,
}
