using Directives.Language.Prose;

namespace Directives.Core;

/// <summary>Text, or rows, out of a file that somebody sent.</summary>
public interface IDocumentReader
{
    /// <exception cref="UnreadableFileException">The file is no document that can be read.</exception>
    public DocumentText Read(string fileName, ReadOnlyMemory<byte> content);

    /// <summary>The rows that hold any text of the sheets of a file.</summary>
    /// <exception cref="UnreadableFileException">The file is no spreadsheet that can be read.</exception>
    public IReadOnlyList<SheetRow> ReadRows(string fileName, ReadOnlyMemory<byte> content);
}

/// <param name="reason">A key of the texts that says what is wrong, such as <c>file.damaged</c>.</param>
public sealed class UnreadableFileException(string reason, Exception? inner = null) : Exception(reason, inner)
{
    public string Reason { get; } = reason;
}
