namespace Directives.Language.Prose;

/// <summary>
/// The text of a document, as a reader sees it, in reading order: one string that every source offset counts in, and the blocks it consists of.
/// </summary>
public sealed record DocumentText(string Text, IReadOnlyList<Block> Blocks);

public enum BlockKind
{
    Heading,
    Paragraph,
    ListItem,
    TableCell,
}

/// <summary>A stretch of <see cref="DocumentText.Text"/> from <paramref name="From"/> up to, not including, <paramref name="To"/>.</summary>
/// <param name="Level">Depth of a heading (from 1) or of a list item (from 0); 0 otherwise.</param>
public sealed record Block(BlockKind Kind, int From, int To, int Level = 0)
{
    /// <summary>Where a <see cref="BlockKind.TableCell"/> stands: the table's number in the document, its row and column, all from 0.</summary>
    public TablePlace? Place { get; init; }
}

public sealed record TablePlace(int Table, int Row, int Column, bool IsHeader);
