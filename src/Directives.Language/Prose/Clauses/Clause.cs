namespace Directives.Language.Prose;

/// <summary>What one clause says about who is to do something. Lists are empty where it names nobody.</summary>
internal sealed class Clause
{
    /// <summary>Words such as <c>giao</c> or <c>yêu cầu</c> make it an assignment.</summary>
    public bool IsOrder { get; set; }

    /// <summary>A doer stands before <c>cần</c>, <c>phải</c>, <c>có trách nhiệm</c>, <c>chủ trì</c>.</summary>
    public bool HasModal { get; set; }

    /// <summary>The word with which what is to be done begins, or -1.</summary>
    public int Predicate { get; set; } = -1;

    public List<ActorName> Directing { get; set; } = [];
    public List<ActorName> Lead { get; set; } = [];
    public List<ActorName> Coordinating { get; } = [];
    public List<ActorName> ReportTo { get; } = [];

    /// <summary>A group named with <c>đối với</c>: whom the clause concerns, not always who acts.</summary>
    public List<ActorName> Concerned { get; } = [];

    /// <summary>Where the doers are named, up to the end of their names; for telling a heading that is only a name.</summary>
    public int DoersEnd { get; set; } = -1;

    /// <summary>Whoever was named before directs: <c>Chỉ đạo các trường …</c> under the heading of an office.</summary>
    public bool IsBareDirecting { get; set; }

    /// <summary>What the subject is going to do is announced (<c>sẽ</c>), not asked for.</summary>
    public bool IsAnnouncement { get; set; }

    /// <summary>The doers are told apart by what they have or have not done yet, and then urged (<c>các trường chưa nộp khẩn trương …</c>).</summary>
    public bool IsUrged { get; set; }

    /// <summary>A group is told apart by what it has or has not done (<c>các trường đã nộp báo cáo …</c>): a duty if a day to come ends it, else an account.</summary>
    public bool IsToldApart { get; set; }

    /// <summary>The doer stands behind the thing (<c>danh sách được Phòng Nội vụ niêm yết …</c>): a duty only where a time is set for it.</summary>
    public bool IsPassive { get; set; }

    public bool HasDoers => Lead.Count + Directing.Count > 0;

    public bool HasPredicate => Predicate >= 0;
}
