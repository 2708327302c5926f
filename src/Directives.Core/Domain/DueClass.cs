namespace Directives.Core;

/// <summary>
/// The classes that offices report by (QĐ 42/2014/QĐ-TTg as amended by QĐ 23/2018/QĐ-TTg). Never stored: derived from due day and day of the
/// result, so that no two places can disagree.
/// </summary>
public enum DueClass
{
    /// <summary>Hoàn thành đúng hạn.</summary>
    DoneOnTime,

    /// <summary>Hoàn thành quá hạn.</summary>
    DoneLate,

    /// <summary>Chưa hoàn thành, trong hạn.</summary>
    OpenInTime,

    /// <summary>Chưa hoàn thành, quá hạn.</summary>
    OpenOverdue,

    /// <summary>Không thời hạn: outside every ratio.</summary>
    NoDeadline,
}

public static class DueClasses
{
    /// <summary>The class at the end of a day in Vietnam. The due day itself is still in time.</summary>
    public static DueClass At(DateOnly? due, DateOnly? doneOn, DateOnly day)
    {
        if (due is not { } last) return DueClass.NoDeadline;
        if (doneOn is { } done && done <= day) return done <= last ? DueClass.DoneOnTime : DueClass.DoneLate;
        return day <= last ? DueClass.OpenInTime : DueClass.OpenOverdue;
    }

    public static DueClass ClassAt(this Assignment assignment, DateOnly day) => At(DueOn(assignment.Due, assignment.DueBefore, day), assignment.DoneOn, day);

    /// <summary>The deadline that was in force at the end of a day: an extension approved later does not count.</summary>
    public static DateOnly? DueOn(DateOnly? due, IReadOnlyList<EarlierDue> before, DateOnly day)
    {
        foreach (var earlier in before)
        {
            if (day < earlier.Until) return earlier.Due;
        }

        return due;
    }
}
