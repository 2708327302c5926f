namespace Directives.Documents;

/// <summary>A line of a page. A gap between columns is wide; other gaps are one blank.</summary>
/// <param name="Left">Where its text begins, in points from the left edge of the page.</param>
/// <param name="FirstWord">How wide its first word is.</param>
internal sealed record PdfLine(double Left, double Right, double Baseline, double Size, double FirstWord, string Text, bool HasColumns);
