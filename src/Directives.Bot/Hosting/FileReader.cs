using Directives.Core;
using Directives.Documents;
using Directives.Language.Prose;

namespace Directives.Bot.Hosting;

/// <summary>The domain's port for documents, on Directives.Documents.</summary>
public sealed class FileReader : IDocumentReader
{
    public DocumentText Read(string fileName, ReadOnlyMemory<byte> content) => Guarded(() => DocumentReader.Read(content.ToArray(), fileName));

    public IReadOnlyList<SheetRow> ReadRows(string fileName, ReadOnlyMemory<byte> content) =>
        Guarded(() => SheetReader.Read(new MemoryStream(content.ToArray(), writable: false), fileName));

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (UnreadableDocumentException unreadable)
        {
            throw new UnreadableFileException(TextKey(unreadable.Reason), unreadable);
        }
    }

    private static string TextKey(UnreadableReason reason) => "file." + char.ToLowerInvariant(reason.ToString()[0]) + reason.ToString()[1..];
}
