using Directives.Core;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Directives.Documents;

/// <summary>The head of an administrative document: issuer and number on the left, the nation's or the Party's name and the day on the right, then what it is.</summary>
internal static class ReportHead
{
    public static IEnumerable<OpenXmlElement> Of(ReportPage page, int width)
    {
        var left = width * 44 / 100;
        var right = width - left;
        yield return ReportTable.Plain(width, [left, right], page.Form == ReportForm.Party ? Party(page, right) : State(page, left));
        yield return ReportText.Line(page.Kind, page.Form == ReportForm.Party ? 15 : 14, JustificationValues.Center, bold: true, before: 360);
        yield return ReportText.Line(page.Subject, 14, JustificationValues.Center, bold: true);
        if (page.Form == ReportForm.Party) yield return ReportText.Line("-----", 14, JustificationValues.Center, after: 120);
        else yield return ReportText.Rule(width, 0.3);
        yield return ReportText.Line("", 8);
    }

    private static IReadOnlyList<OpenXmlElement>[] State(ReportPage page, int left) =>
    [
        [
            .. Superior(page, 13),
            ReportText.Line(page.Issuer.ToUpperInvariant(), 13, JustificationValues.Center, bold: true),
            ReportText.Rule(left, 0.4),
            ReportText.Line(page.Number, 13, JustificationValues.Center),
        ],
        [
            ReportText.Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, JustificationValues.Center, bold: true),
            ReportText.Line("Độc lập - Tự do - Hạnh phúc", 13, JustificationValues.Center, bold: true, rule: true),
            ReportText.Line(page.PlaceAndDay, 13, JustificationValues.Center, italic: true, before: 160),
        ],
    ];

    private static IReadOnlyList<OpenXmlElement>[] Party(ReportPage page, int right) =>
    [
        [
            .. Superior(page, 14),
            ReportText.Line(page.Issuer.ToUpperInvariant(), 14, JustificationValues.Center, bold: true),
            ReportText.Line("*", 14, JustificationValues.Center),
            ReportText.Line(page.Number, 14, JustificationValues.Center),
        ],
        [
            ReportText.Line("ĐẢNG CỘNG SẢN VIỆT NAM", 15, JustificationValues.Center, bold: true),
            ReportText.Rule(right, 0.62),
            ReportText.Line(page.PlaceAndDay, 14, JustificationValues.Center, italic: true, before: 160),
        ],
    ];

    private static IEnumerable<OpenXmlElement> Superior(ReportPage page, double size) =>
        page.Superior is { Length: > 0 } superior ? [ReportText.Line(superior.ToUpperInvariant(), size, JustificationValues.Center)] : [];
}
