using Directives.Language.Prose;

namespace Directives.Language.Tests.Prose;

/// <summary>Documents for tests: every line a block.</summary>
internal static class Papers
{
    public static DocumentText Of(params string[] lines)
    {
        var blocks = new List<Block>();
        var text = "";
        foreach (var line in lines)
        {
            if (text.Length > 0) text += "\n";
            blocks.Add(new Block(ListMarker.Read(line) is null ? BlockKind.Paragraph : BlockKind.ListItem, text.Length, text.Length + line.Length));
            text += line;
        }

        return new DocumentText(text, blocks);
    }

    /// <summary>The tasks of items under the lead-in of a paper of 5 October 2026.</summary>
    public static IReadOnlyList<TaskDraft> Tasks(params string[] items) => DirectiveReader.Read(Of(
    [
        "UBND PHƯỜNG SÔNG MÂY", "Số: 12/TB-UBND", "Sông Mây, ngày 05 tháng 10 năm 2026", "THÔNG BÁO", "Kết luận giao ban", "Chủ tịch UBND phường kết luận như sau:",
        .. items,
    ])).Tasks;

    public static TaskDraft Task(string item) => Assert.Single(Tasks("1. " + item));
}
