using System.Globalization;
using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>What a unit that has ended still had to do goes to another one; without units, which ones have ended is asked.</summary>
public sealed record HandOver(string? From, string? To, IReadOnlyList<int> Tasks);

/// <summary>Reads "đơn vị nào đã sắp xếp lại", "giao lại việc 3, 4 của MN Sao Mai cho TH Cỏ May".</summary>
public static class HandOverReader
{
    private static readonly string[] _verbs = ["giao lai", "chuyen", "ban giao"];

    private static readonly string[] _targets = [" cho ", " sang ", " ve "];

    private static readonly string[] _units = ["don vi", "truong", "co quan"];

    /// <returns>Null for anything else.</returns>
    public static HandOver? Read(string text)
    {
        var folded = VietnameseText.Fold(text).TrimEnd('.', '?', '!', ' ');
        if (IsQuestion(folded)) return new HandOver(null, null, []);
        foreach (var verb in _verbs)
        {
            if (folded.StartsWith(verb + " ", StringComparison.Ordinal)) return OfUnits(text, folded, verb.Length);
        }

        return null;
    }

    // "các đơn vị đã sắp xếp lại", "đơn vị sáp nhập còn việc gì".
    private static bool IsQuestion(string folded) =>
        Array.Exists(_units, unit => folded.StartsWith(unit, StringComparison.Ordinal) || folded.StartsWith("cac " + unit, StringComparison.Ordinal))
        && (folded.Contains("sap xep lai", StringComparison.Ordinal) || folded.Contains("sap nhap", StringComparison.Ordinal))
        && folded.Length < 60;

    private static HandOver? OfUnits(string text, string folded, int from)
    {
        var of = folded.IndexOf(" cua ", from, StringComparison.Ordinal);
        if (of < 0) return null;
        var (to, length) = (-1, 0);
        foreach (var target in _targets)
        {
            if (folded.IndexOf(target, of, StringComparison.Ordinal) is >= 0 and var at && (to < 0 || at < to)) (to, length) = (at, target.Length);
        }

        if (to < 0 || !folded[from..of].Contains("viec", StringComparison.Ordinal)) return null;
        var numbers = folded[from..of].Split((char[]?)[' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length <= 6 && word.All(char.IsAsciiDigit))
            .Select(word => int.Parse(word, CultureInfo.InvariantCulture));
        var (old, next) = (text[(of + " cua ".Length)..to].Trim(' ', '"'), text[(to + length)..].Trim(' ', '.', '!', '"'));
        return old.Length > 0 && next.Length > 0 ? new HandOver(old, next, [.. numbers]) : null;
    }
}
