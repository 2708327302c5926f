using System.Globalization;
using System.Text;

namespace Directives.Language.Prose;

/// <summary>The draft of a directive as a table for people: what, who, when, and what the directive leaves unclear.</summary>
public static class DraftTable
{
    private static readonly (string Heading, int Width)[] _columns = [("STT", 3), ("Việc", 44), ("Ai", 34), ("Khi nào", 20), ("Chưa rõ", 11)];

    public static string Write(DirectiveDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var table = new StringBuilder();
        var head = draft.Head;
        table.AppendLine(string.Join(' ', new[] { head.Kind ?? "Văn bản", head.Number, head.Issued is { } day ? $"ngày {Shown(day)}" : null }.OfType<string>()));
        if (head.Title is { } title) table.AppendLine(title);
        if (head.Issuer is { } issuer) table.AppendLine(head.Signer is { } signer ? $"{issuer} ({signer} ký)" : issuer);
        table.AppendLine();
        if (draft.Tasks.Count == 0) return table.AppendLine("Không có nhiệm vụ nào trong văn bản.").ToString();
        AppendRow(table, _columns.Select(column => column.Heading).ToArray());
        table.AppendLine(string.Join("-+-", _columns.Select(column => new string('-', column.Width))));
        foreach (var task in draft.Tasks)
        {
            AppendRow(table, [task.No.ToString(CultureInfo.InvariantCulture), TaskTitle.Of(task, 120), Who(task), When(task), string.Join(", ", Clarity.Missing(task).Select(Name))]);
        }

        return table.ToString();
    }

    private static string Name(Unclear unclear) => unclear switch
    {
        Unclear.Person => "người",
        Unclear.Time => "thời gian",
        Unclear.Result => "kết quả",
        _ => "trách nhiệm",
    };

    private static string Who(TaskDraft task)
    {
        var parts = new List<string>();
        if (task.Directing.Count > 0) parts.Add($"Chỉ đạo: {string.Join(", ", task.Directing)}.");
        parts.Add(task.Lead.Count > 0 ? $"Chủ trì: {string.Join(", ", task.Lead)}." : "Chủ trì: ?");
        if (task.Coordinating.Count > 0) parts.Add($"Phối hợp: {string.Join(", ", task.Coordinating)}.");
        if (task.ReportTo.Count > 0) parts.Add($"Báo cáo: {string.Join(", ", task.ReportTo)}.");
        return string.Join(' ', parts);
    }

    private static string When(TaskDraft task)
    {
        var parts = new List<string>();
        if (task.Start is { } start) parts.Add($"từ {Shown(start)}");
        if (task.Deadline is { } deadline) parts.Add($"hạn {(task.Time is { } time ? time.ToString("HH:mm ", CultureInfo.InvariantCulture) : "")}{Shown(deadline)}");
        if (task.Recurrence is { } rule) parts.Add(RecurrenceText.Of(rule));
        if (parts.Count == 0) parts.Add(task.Kind switch { TaskKind.Ongoing => "thường xuyên", TaskKind.Recurring => "định kỳ", _ => "?" });
        return string.Join(", ", parts);
    }

    private static string Shown(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static void AppendRow(StringBuilder table, string[] cells)
    {
        var wrapped = cells.Select((cell, column) => Wrap(cell, _columns[column].Width)).ToArray();
        for (var line = 0; line < wrapped.Max(cell => cell.Count); line++)
        {
            var shown = wrapped.Select((cell, column) => (line < cell.Count ? cell[line] : "").PadRight(_columns[column].Width));
            table.AppendLine(string.Join(" | ", shown).TrimEnd());
        }
    }

    private static List<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        lines.Add(line);
        return lines;
    }
}
