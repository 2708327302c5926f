namespace Directives.Language.Prose;

/// <summary>What of a task is unclear, by the test of "5 rõ"; the work itself is always there.</summary>
public enum Unclear
{
    /// <summary>Rõ người: who does it.</summary>
    Person,

    /// <summary>Rõ thời gian: by when.</summary>
    Time,

    /// <summary>Rõ kết quả: what is handed in.</summary>
    Result,

    /// <summary>Rõ trách nhiệm: who answers for it.</summary>
    Responsibility,
}

/// <summary>The test of "5 rõ" that offices put tasks to: clear work, person, time, result and responsibility.</summary>
public static class Clarity
{
    /// <summary>What a task leaves unclear, in the order of the test.</summary>
    public static IReadOnlyList<Unclear> Missing(TaskDraft task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var missing = new List<Unclear>();
        if (task.Lead.Count == 0) missing.Add(Unclear.Person);
        if (task is { Deadline: null, Recurrence: null } && task.Kind is not TaskKind.Ongoing) missing.Add(Unclear.Time);
        if (task.Kind != TaskKind.Target && !_results.OccursIn(task.Text)) missing.Add(Unclear.Result);

        // Several who lead together, or `các đơn vị liên quan`: nobody in particular answers for it.
        var isOpen = task.Lead.Count > 0 && task.Lead.All(_open.OccursIn);
        if (isOpen || (task.Lead.Count > 1 && task.Directing.Count == 0 && task.Audience.Count == 0)) missing.Add(Unclear.Responsibility);
        return missing;
    }

    private static readonly PhraseSet _results = new(
        "báo cáo, kế hoạch, danh sách, văn bản, hồ sơ, đề án, tờ trình, biên bản, quyết định, phương án, sản phẩm, kết quả, phụ lục, biểu, hướng dẫn, chương trình, cam kết, dự toán, lịch, quy chế, tài liệu, dữ liệu");

    private static readonly PhraseSet _open = new("liên quan, có liên quan");
}
