namespace Directives.Core;

/// <summary>Administrative documents as files of a word processor.</summary>
public interface IReportWriter
{
    /// <returns>A .docx file.</returns>
    public byte[] Write(ReportPage page);
}
