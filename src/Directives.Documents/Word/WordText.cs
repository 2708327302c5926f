using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Directives.Documents;

/// <summary>The characters of a Word paragraph that a reader sees.</summary>
internal static class WordText
{
    public static string Of(Paragraph paragraph)
    {
        var text = new StringBuilder();
        Append(paragraph, text);
        return text.ToString();
    }

    /// <summary>Whether what this element holds is on the page: deletions, the old place of moved text and fallbacks are not.</summary>
    public static bool IsShown(OpenXmlElement element) =>
        element is not (DeletedRun or MoveFromRun or AlternateContentFallback or TextBoxContent or ParagraphProperties or RunProperties
            or SectionProperties or TableProperties or TableRowProperties or TableCellProperties);

    /// <summary>Whether nothing between an element and the one it is part of hides it.</summary>
    public static bool IsWithinShown(OpenXmlElement element, OpenXmlElement whole)
    {
        for (var parent = element.Parent; parent is not null && parent != whole; parent = parent.Parent)
        {
            if (!IsShown(parent)) return false;
        }

        return true;
    }

    public static IEnumerable<TextBoxContent> TextBoxes(Paragraph paragraph) =>
        paragraph.Descendants<TextBoxContent>().Where(box => !box.Ancestors<AlternateContentFallback>().Any() && !box.Ancestors<DeletedRun>().Any());

    private static void Append(OpenXmlElement parent, StringBuilder text)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case Text plain:
                    text.Append(plain.Text);
                    break;
                case TabChar or PositionalTab:
                    text.Append(' ');
                    break;
                case Break or CarriageReturn:
                    text.Append('\n');
                    break;
                case NoBreakHyphen:
                    text.Append('-');
                    break;
                case Run run when IsHidden(run):
                    break;
                case var other when IsShown(other):
                    Append(other, text);
                    break;
            }
        }
    }

    private static bool IsHidden(Run run) => run.RunProperties?.Vanish is { } vanish && (vanish.Val?.Value ?? true);
}
