using Directives.Core;
using Directives.Documents;
using Directives.Language.Prose;

namespace Directives.Bot.Hosting;

/// <summary>The domain's port for documents, on Directives.Documents.</summary>
public sealed class FileReader : IDocumentReader
{
    public DocumentText Read(string fileName, ReadOnlyMemory<byte> content)
    {
        try
        {
            return DocumentReader.Read(content.ToArray(), fileName);
        }
        catch (UnreadableDocumentException unreadable)
        {
            throw new UnreadableFileException(TextKey(unreadable.Reason), unreadable);
        }
    }

    private static string TextKey(UnreadableReason reason) => "file." + char.ToLowerInvariant(reason.ToString()[0]) + reason.ToString()[1..];
}
