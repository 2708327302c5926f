using System.Text.RegularExpressions;

namespace Directives.Core;

/// <summary>How questions about figures are put, folded and without the mark at their end. What begins with ^ is a whole message.</summary>
internal static partial class SummaryWords
{
    [GeneratedRegex(
        @"^((cu the|nhung|do) )?(la )?(nhung )?(truong|don vi) nao( (vay|the|a|cham|qua han|con no|bi qua han))*$"
        + @"|^which (schools?|units?|ones?)$",
        RegexOptions.CultureInvariant)]
    public static partial Regex WhichUnits();

    [GeneratedRegex(
        @"^((dang|con|co) )*vuong( mac)?( (gi|o dau|cho nao|the nao))?( (vay|the|a|khong))*$"
        + @"|^what (is|are) (stuck|the obstacles)$",
        RegexOptions.CultureInvariant)]
    public static partial Regex Obstacles();

    [GeneratedRegex(
        @"^((con|the|the con) )?((?<first>(thang|tuan|quy|nam|hoc ky|ky) .+?) )?"
        + @"so voi (?<other>(thang|tuan|quy|nam|hoc ky|ky|6 thang) .+?)( (thi sao|the nao|ra sao))?$"
        + @"|^(how does (this|that) )?compared? (to|with) (?<other>(last|the|previous) .+)$",
        RegexOptions.CultureInvariant)]
    public static partial Regex Against();

    [GeneratedRegex(
        @"^(so sanh|doi chieu)( (tinh hinh|tien do|ket qua|ty le|ti le|ty le dung han|ti le dung han))?( cua)? "
        + @"(?<one>.+?) (voi|va|so voi) (?<other>.+)$"
        + @"|^compare (?<one>.+?) (with|and|to) (?<other>.+)$",
        RegexOptions.CultureInvariant)]
    public static partial Regex Compare();

    [GeneratedRegex(
        @"^(?<who>truong|don vi|phong|khoi) nao (dang )?((lam|thuc hien|hoan thanh|bao cao|nop) )?(tot |viec )?"
        + @"(?<how>tot|gioi|nhanh|dung han|kem|cham|yeu|te|tre|lau) nhat(?<rest>( .*)?)$"
        + @"|^(?<who>truong|don vi|phong) nao (dang )?(lam|thuc hien|hoan thanh) (?<how>tot|gioi|nhanh)(?<rest>( .*)?)$"
        + @"|^xep hang (cac )?(?<who>truong|don vi|khoi)(?<how>)(?<rest>( .*)?)$"
        + @"|^which (?<who>school|unit|office)s? (is|are|was|were|did|does|has been) (the )?(?<how>best|worst|slowest)(?<rest>( .*)?)$",
        RegexOptions.CultureInvariant)]
    public static partial Regex Rank();

    [GeneratedRegex(@"^(kem|cham|yeu|te|tre|lau|worst|slowest)$", RegexOptions.CultureInvariant)]
    public static partial Regex Bad();

    [GeneratedRegex(
        @"^what (share|percentage|percent|part)( of (the )?(tasks|work))? (was|were|is|are) (?<what>on time|done|finished|overdue|late)(?<rest>( .*)?)$",
        RegexOptions.CultureInvariant)]
    public static partial Regex ShareInEnglish();

    [GeneratedRegex(
        @"^(?<before>(.+? )?)(co |con )?(may|bao nhieu) (viec|nhiem vu) (bi |dang |da )?(qua han|tre han|tre)(?<rest>( .*)?)$",
        RegexOptions.CultureInvariant)]
    public static partial Regex OverdueCount();

    [GeneratedRegex(@"\b(ty|ti) le\b|\bphan tram\b|\bpercentage\b|\bshare\b|\bratio\b", RegexOptions.CultureInvariant)]
    public static partial Regex Ratio();

    [GeneratedRegex(
        @"\b(theo|tung|moi|by|per) (?<by>khoi|loai truong|loai hinh|loai|cap hoc|cap duoi|nhanh|truong|don vi|van ban|chi dao|viec|nhiem vu"
        + @"|kind|level|branch|school|unit|directive|task)\b",
        RegexOptions.CultureInvariant)]
    public static partial Regex Division();

    [GeneratedRegex(@"(?<!\bdinh )\bky bao cao\b|\breporting (month|period|quarter|year)\b", RegexOptions.CultureInvariant)]
    public static partial Regex Reporting();
}
