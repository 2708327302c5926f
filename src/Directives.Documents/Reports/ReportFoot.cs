using Directives.Core;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Directives.Documents;

/// <summary>The foot of an administrative document: who gets it on the left, who signs on the right, with the room for signature, seal and name.</summary>
internal static class ReportFoot
{
    private const int SignatureLines = 4;

    public static IEnumerable<OpenXmlElement> Of(ReportPage page, int width)
    {
        var left = width / 2;
        yield return ReportText.Line("", 8);
        yield return ReportTable.Plain(width, [left, width - left], [Recipients(page), Signature(page)]);
        // A document may not end with a table.
        yield return ReportText.Line("", 2);
    }

    private static IReadOnlyList<OpenXmlElement> Recipients(ReportPage page)
    {
        var isParty = page.Form == ReportForm.Party;
        return
        [
            isParty ? ReportText.Line("Nơi nhận:", 14, rule: true) : ReportText.Line("Nơi nhận:", 12, bold: true, italic: true),
            .. page.Recipients.Select((line, i) => ReportText.Line($"- {line}{(i == page.Recipients.Count - 1 ? "." : ";")}", isParty ? 12 : 11)),
        ];
    }

    private static IReadOnlyList<OpenXmlElement> Signature(ReportPage page) =>
    [
        .. page.Signature.Select(line => ReportText.Line(line, 14, JustificationValues.Center, bold: true)),
        .. Enumerable.Range(0, SignatureLines).Select(_ => ReportText.Line("", 14, JustificationValues.Center)),
        ReportText.Line("……………………", 14, JustificationValues.Center, bold: true),
    ];
}
