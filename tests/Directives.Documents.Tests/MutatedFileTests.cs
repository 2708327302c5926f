using System.Text;
using Directives.Language.Prose;

namespace Directives.Documents.Tests;

/// <summary>Damaged files are read or refused; nothing else is thrown. The seed is fixed, so a failure comes again.</summary>
public class MutatedFileTests
{
    private static readonly Dictionary<string, Func<byte[]>> _files = new()
    {
        ["a.docx"] = () => new WordFile().Table(["UBND", "Số: 1/KH-UBND"]).Paragraph("1. Giao Phòng Nội vụ rà soát trước ngày 30/9/2026.").Table(["STT", "Nội dung", "Chủ trì"], ["1", "Một", "Phòng A"]).ToBytes(),
        ["a.xlsx"] = () => SheetFile.Of("A", [["STT", "Nội dung", "Chủ trì"], [1, "Một", "Phòng A"]]),
        ["a.pdf"] = () => new PdfFile().Page().Text(80, 80, "Số: 1/KH-UBND").Text(80, 100, "1. Giao Phòng Nội vụ rà soát trước ngày 30/9/2026.").Page().Text(80, 80, "2. Các trường báo cáo.").ToBytes(),
        ["a.txt"] = () => Encoding.UTF8.GetBytes("Số: 1/KH-UBND\n\n1. Giao Phòng Nội vụ chủ trì, phối hợp với Công an phường rà soát; báo cáo UBND phường trước 16h00 ngày 30/9/2026./.\n\nNơi nhận:\n- Lưu."),
    };

    public static TheoryData<string> Files => [.. _files.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void Mutated_file_is_read_or_refused(string name)
    {
        var content = _files[name]();
        var random = new Random(20260917);
        for (var round = 0; round < 250; round++)
        {
            var mutated = Mutate(content, random);
            try
            {
                _ = DraftJson.Write(DirectiveReader.Read(DocumentReader.Read(mutated, name)));
            }
            catch (UnreadableDocumentException)
            {
                // Refused: as good as read.
            }
        }
    }

    private static byte[] Mutate(byte[] content, Random random)
    {
        var mutated = content.ToList();
        for (var change = random.Next(1, 6); change > 0 && mutated.Count > 4; change--)
        {
            var at = random.Next(mutated.Count);
            switch (random.Next(4))
            {
                case 0:
                    mutated[at] = (byte)random.Next(256);
                    break;
                case 1:
                    mutated.RemoveRange(at, Math.Min(random.Next(1, 40), mutated.Count - at));
                    break;
                case 2:
                    mutated.InsertRange(at, mutated.GetRange(at, Math.Min(random.Next(1, 40), mutated.Count - at)));
                    break;
                default:
                    mutated[at] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }

        return mutated.ToArray();
    }
}
