using System.Text;

namespace Directives.Documents.Tests;

public class UnreadableDocumentTests
{
    public static TheoryData<string> Names => [.. BadFiles.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Bad_file_is_refused_with_its_reason(string name)
    {
        var (content, reason) = BadFiles.All[name];

        var refusal = Assert.Throws<UnreadableDocumentException>(() => DocumentReader.Read(content(), name));

        Assert.Equal(reason, refusal.Reason);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Theory]
    [InlineData("x.csv", "a,\"b", UnreadableReason.Damaged)]
    [InlineData("x.txt", "a,b", UnreadableReason.UnsupportedKind)]
    [InlineData("x.csv", ",,\n,,", UnreadableReason.NoText)]
    public void Bad_sheet_is_refused_with_its_reason(string name, string text, UnreadableReason reason)
    {
        var refusal = Assert.Throws<UnreadableDocumentException>(() => SheetReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), name));

        Assert.Equal(reason, refusal.Reason);
    }
}
