namespace Directives.Language.Prose;

/// <summary>The test of "5 rõ" that offices put tasks to: clear work, person, time, result and responsibility.</summary>
public static class Clarity
{
    /// <summary>What a task leaves unclear, in the words of the test: <c>người</c>, <c>thời gian</c>, <c>kết quả</c>, <c>trách nhiệm</c>.</summary>
    public static IReadOnlyList<string> Missing(TaskDraft task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var missing = new List<string>();
        if (task.Lead.Count == 0) missing.Add("người");
        if (task is { Deadline: null, Recurrence: null } && task.Kind is not TaskKind.Ongoing) missing.Add("thời gian");
        if (task.Kind != TaskKind.Target && !_results.OccursIn(task.Text)) missing.Add("kết quả");

        // Several who lead together, or `các đơn vị liên quan`: nobody in particular answers for it.
        var isOpen = task.Lead.Count > 0 && task.Lead.All(_open.OccursIn);
        if (isOpen || (task.Lead.Count > 1 && task.Directing.Count == 0 && task.Audience.Count == 0)) missing.Add("trách nhiệm");
        return missing;
    }

    private static readonly PhraseSet _results = new(
        "báo cáo, kế hoạch, danh sách, văn bản, hồ sơ, đề án, tờ trình, biên bản, quyết định, phương án, sản phẩm, kết quả, phụ lục, biểu, hướng dẫn, chương trình, cam kết, dự toán, lịch, quy chế, tài liệu, dữ liệu");

    private static readonly PhraseSet _open = new("liên quan, có liên quan");
}
