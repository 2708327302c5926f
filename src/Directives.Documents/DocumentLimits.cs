namespace Directives.Documents;

/// <summary>What a file may weigh at most. A directive has some tens of pages: more is a mistake or an attack.</summary>
public static class DocumentLimits
{
    public const int FileBytes = 20 * 1024 * 1024;

    /// <summary>All entries of a zip package together, counted while inflating: what the package says of itself is not believed.</summary>
    public const int InflatedBytes = 100 * 1024 * 1024;

    public const int PackageEntries = 10_000;

    /// <summary>Depth of XML elements: parsers that recurse would run out of stack on a hostile part.</summary>
    public const int XmlDepth = 200;

    public const int XmlElements = 4_000_000;

    public const int Pages = 1000;

    /// <summary>Rows of an annex. Nobody checks a draft of more tasks than this; a roster may have more.</summary>
    public const int AnnexRows = 3_000;

    public const int Characters = 2_000_000;
}
