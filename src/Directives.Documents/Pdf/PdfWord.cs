namespace Directives.Documents;

/// <summary>Letters without a blank between them. Places are in points, from the left and from the bottom of the page.</summary>
internal readonly record struct PdfWord(double Left, double Right, double Baseline, double Size, string Text)
{
    public double Middle => (Left + Right) / 2;

    /// <summary>Half the height of its small letters: where a stroke through the word would be.</summary>
    public double Waist => Baseline + (0.25 * Size);
}
