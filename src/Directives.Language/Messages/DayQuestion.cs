using Directives.Language.Dates;
using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>Reads "vì sao 28/12?", "28/12 có nghỉ không": what kind of day a day is.</summary>
public static class DayQuestionReader
{
    private const int MaxCharacters = 80;

    private static readonly HashSet<string> _particles = new(StringComparer.Ordinal) { "em", "oi", "nhi", "nhe", "ha" };

    private static readonly HashSet<string> _before = new(StringComparer.Ordinal)
    {
        "vi sao", "tai sao", "sao", "vi sao lai", "tai sao lai", "sao lai", "vi sao nhac", "vi sao lai nhac", "sao lai nhac", "vi sao nhac vao", "vi sao la",
        "why", "why on", "why is it",
    };

    private static readonly HashSet<string> _after = new(StringComparer.Ordinal)
    {
        "co nghi khong", "co duoc nghi khong", "duoc nghi khong", "nghi khong", "nghi a", "co phai ngay nghi khong", "la ngay nghi a", "la ngay nghi phai khong",
        "co lam viec khong", "co di lam khong", "co phai di lam khong", "phai di lam khong", "di lam khong", "co lam bu khong", "lam bu khong", "co phai lam bu khong",
        "la ngay gi", "nghi gi", "nghi le gi", "la ngay lam viec hay ngay nghi", "la ngay nghi hay ngay lam viec",
        "a day off", "off", "a holiday", "a working day",
    };

    private static readonly HashSet<string> _is = new(StringComparer.Ordinal) { "is", "are we off" };

    /// <returns>Null for anything else.</returns>
    public static DateOnly? Read(string text, DateOnly today)
    {
        var composed = VietnameseText.Compose(text);
        if (composed.Length > MaxCharacters) return null;
        var mentions = DateReader.Read(composed, new DateContext(today, DatePurpose.Question));
        if (mentions is not [{ Span: { From: { } day, To: { } last } } mention] || day != last) return null;
        var (before, after) = (Words(composed[..mention.From]), Words(composed[mention.To..]));
        if (after.EndsWith(" ko", StringComparison.Ordinal)) after = after[..^2] + "khong";
        var isAsked = (_before.Contains(before) && (after is "" or "vay" or "a" or "the" or "lai nghi" or "nghi" or "duoc nghi" or "lam bu"))
            || (before.Length == 0 && _after.Contains(after) && !after.StartsWith("a ", StringComparison.Ordinal) && after != "off")
            || (_is.Contains(before) && _after.Contains(after));
        return isAsked ? day : null;
    }

    private static string Words(string part)
    {
        var words = VietnameseText.Fold(part).Split((char[]?)[' ', '?', '.', '!', ',', '"', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Where(word => !_particles.Contains(word)));
    }
}
