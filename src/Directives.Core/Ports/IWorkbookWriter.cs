namespace Directives.Core;

/// <summary>Sheets as a spreadsheet file.</summary>
public interface IWorkbookWriter
{
    /// <returns>An .xlsx file.</returns>
    /// <exception cref="InvalidDataException">A text is longer than a cell can hold.</exception>
    public byte[] Write(IReadOnlyList<SheetPage> pages);
}
