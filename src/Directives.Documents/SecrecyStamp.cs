using Directives.Core;
using Directives.Language.Prose;

namespace Directives.Documents;

/// <summary>Refuses papers stamped with a degree of state secrecy: the law keeps them out of open systems.</summary>
internal static class SecrecyStamp
{
    // A stamp stands alone on its line in the head of the paper; the word inside a sentence is no stamp.
    private const int HeadBlocks = 30;

    private static readonly string[] _stamps = ["MẬT", "TỐI MẬT", "TUYỆT MẬT"];

    public static void Refuse(DocumentText document)
    {
        foreach (var block in document.Blocks.Take(HeadBlocks)) Refuse(document.Text[block.From..block.To]);
    }

    public static void Refuse(IEnumerable<SheetRow> rows)
    {
        foreach (var cell in rows.SelectMany(row => row.Cells).Where(cell => cell.Length > 0).Take(HeadBlocks)) Refuse(cell);
    }

    private static void Refuse(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var core = line.Trim(' ', '[', ']', '(', ')', '|', '.', ':', '-', '*');
            if (core.StartsWith("Độ mật", StringComparison.OrdinalIgnoreCase)) core = core[6..].Trim(' ', ':').ToUpperInvariant();
            if (Array.IndexOf(_stamps, core) >= 0)
            {
                throw new UnreadableDocumentException(UnreadableReason.Secret, $"the paper is stamped {core}: it must not be taken in");
            }
        }
    }
}
