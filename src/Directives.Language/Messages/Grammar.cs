namespace Directives.Language.Messages;

/// <summary>
/// Decides what a clause asks for: the first family of rules that recognises it. What cannot be mistaken comes first, statements that would
/// change something come last, after all that could keep them from being plain.
/// </summary>
internal static class Grammar
{
    private static readonly Func<Clause, Reading?>[] Families =
    [
        SocialRules.Read,
        AccountRules.ReadLink,
        SocialRules.ReadUndo,
        AssignRules.ReadNote,
        AccountRules.ReadSettings,
        RemindRules.Read,
        ReportRules.ReadExport,
        ExtensionRules.ReadRequestList,
        ExtensionRules.Read,
        AssignRules.Read,
        UnitRules.Read,
        StatusRules.ReadObstacle,
        ReportRules.ReadSummary,
        QuestionRules.ReadAspect,
        QuestionRules.ReadList,
        StatusRules.Read,
        QuestionRules.ReadBare,
    ];

    internal static Reading? Read(Clause clause)
    {
        foreach (var family in Families)
        {
            if (family(clause) is { } reading) return reading;
        }

        return null;
    }
}
