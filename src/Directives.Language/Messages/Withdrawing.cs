using System.Globalization;
using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>What is to be withdrawn: one task, or what was published last where none is named.</summary>
public sealed record Withdrawing(int? Task, string? Reason);

/// <summary>Reads "thu hồi", "thu hồi việc 31 vì trùng với việc 12".</summary>
public static class WithdrawingReader
{
    private static readonly string[] _verbs = ["thu hoi", "huy giao", "rut lai", "withdraw"];

    private static readonly string[] _last = ["", "vua giao", "viec vua giao", "cac viec vua giao", "van ban", "van ban nay", "van ban vua giao", "lai", "di", "nhe", "giup", "giup em", "giup toi"];

    private static readonly string[] _because = ["vi", "do", "ly do", "because"];

    /// <returns>Null for anything else.</returns>
    public static Withdrawing? Read(string text)
    {
        var folded = VietnameseText.Fold(text);
        foreach (var verb in _verbs)
        {
            if (!folded.StartsWith(verb, StringComparison.Ordinal)) continue;
            var rest = folded[verb.Length..];
            if (_last.Contains(rest.Trim(' ', '.', '!', ','), StringComparer.Ordinal)) return new Withdrawing(null, null);
            return OfTask(text, folded, verb.Length);
        }

        return null;
    }

    private static Withdrawing? OfTask(string text, string folded, int from)
    {
        var at = from;
        while (at < folded.Length && folded[at] == ' ') at++;
        foreach (var word in new[] { "lai ", "viec so ", "viec ", "nhiem vu ", "nv ", "task " })
        {
            if (folded.AsSpan(at).StartsWith(word, StringComparison.Ordinal)) at += word.Length;
        }

        var end = at;
        while (end < folded.Length && char.IsAsciiDigit(folded[end]) && end - at < 6) end++;
        if (end == at || at == from) return null;
        var task = int.Parse(folded.AsSpan(at, end - at), CultureInfo.InvariantCulture);
        var reason = folded[end..].TrimStart(' ', ',', ';', ':', '.');
        if (reason.Length == 0) return new Withdrawing(task, null);
        foreach (var because in _because)
        {
            if (!reason.StartsWith(because + " ", StringComparison.Ordinal) && !reason.StartsWith(because + ":", StringComparison.Ordinal)) continue;
            var words = text[(folded.Length - reason.Length + because.Length)..].Trim(' ', ':', ',', '.');
            return new Withdrawing(task, words.Length > 0 ? words : null);
        }

        return null;
    }
}
