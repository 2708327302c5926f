using System.Globalization;
using Directives.Language.Dates;
using Directives.Language.Prose;
using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>What a clerk says of an open draft and earlier documents or tasks: one of these.</summary>
public sealed record EarlierEdit
{
    /// <summary>It replaces, amends or extends this one.</summary>
    public EarlierDocument? Document { get; init; }

    /// <summary>It does nothing to any earlier document.</summary>
    public bool Nothing { get; init; }

    /// <summary>The item of the draft that takes the place of <see cref="Tasks"/>; null for the one that is shown.</summary>
    public int? Item { get; init; }

    /// <summary>The earlier tasks that an item takes the place of, or that are given more time.</summary>
    public IReadOnlyList<int> Tasks { get; init; } = [];

    public bool IsSupersession { get; init; }

    public bool IsExtension { get; init; }

    /// <summary>The new last day of the tasks.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>
/// Reads "văn bản này thay thế thông báo 45", "sửa đổi kế hoạch 12 năm 2026", "không thay thế văn bản nào", "việc 2 thay việc 14", "gia hạn việc 14 đến
/// 15/1". The whole message must be such a remark: a draft is open for long, and other things are said meanwhile.
/// </summary>
public static class EarlierEditReader
{
    private const int MaxCharacters = 200;

    private static readonly string[] _subjects =
    [
        "van ban nay", "van ban moi", "thong bao nay", "ke hoach nay", "quyet dinh nay", "cong van nay", "chi thi nay", "ket luan nay", "huong dan nay", "this document", "this",
    ];

    private static readonly string[] _nothing =
    [
        "khong thay the van ban nao", "khong thay van ban nao", "khong thay the gi", "khong thay gi", "khong sua doi van ban nao", "khong sua van ban nao", "khong bai bo van ban nao",
        "khong gia han viec nao", "khong gia han gi", "khong lien quan van ban nao", "replaces nothing", "amends nothing",
    ];

    private static readonly (string Words, DirectiveEffect Effect)[] _verbs =
    [
        ("thay the cho", DirectiveEffect.Replaces), ("thay the", DirectiveEffect.Replaces), ("thay cho", DirectiveEffect.Replaces), ("thay", DirectiveEffect.Replaces),
        ("bai bo", DirectiveEffect.Replaces), ("huy bo", DirectiveEffect.Replaces), ("replaces", DirectiveEffect.Replaces),
        ("sua doi, bo sung", DirectiveEffect.Amends), ("sua doi bo sung", DirectiveEffect.Amends), ("sua doi", DirectiveEffect.Amends), ("bo sung", DirectiveEffect.Amends),
        ("dieu chinh", DirectiveEffect.Amends), ("amends", DirectiveEffect.Amends), ("gia han cho", DirectiveEffect.Extends), ("gia han", DirectiveEffect.Extends), ("extends", DirectiveEffect.Extends),
    ];

    private static readonly string[] _taskWords = ["viec", "nhiem vu", "nv", "nhap", "task", "draft"];

    /// <param name="today">The day in Vietnam; a date without a year is the next such one.</param>
    /// <returns>Null for anything that is no such remark.</returns>
    public static EarlierEdit? Read(string text, DateOnly today)
    {
        if (text.Length > MaxCharacters) return null;
        var words = text.Trim().TrimEnd('.', '!');
        var folded = VietnameseText.Fold(words);
        var at = 0;
        var hasSubject = Take(folded, ref at, _subjects);
        foreach (var nothing in _nothing)
        {
            if (folded[Skip(folded, at)..] == nothing) return new EarlierEdit { Nothing = true };
        }

        if (!hasSubject && Supersession(folded) is { } supersession) return supersession;
        if (VerbAt(folded, ref at) is not { } effect) return null;
        if (effect == DirectiveEffect.Extends && Extension(words, folded, at, today) is { } extension) return extension;
        return Document(words, folded, at, effect, today);
    }

    // "việc 2 thay việc 14, 15".
    private static EarlierEdit? Supersession(string folded)
    {
        var at = 0;
        int? item = null;
        if (Take(folded, ref at, _taskWords))
        {
            if (Number(folded, ref at) is { } named) item = named;
            else if (!Take(folded, ref at, ["nay"])) return null;
        }

        var denied = Take(folded, ref at, ["khong"]);
        if (!Take(folded, ref at, ["thay the cho", "thay the", "thay cho", "thay", "replaces"])) return null;
        if (denied) return folded[at..].Trim() is "viec nao" or "gi" && item is not null ? new EarlierEdit { Item = item, IsSupersession = true } : null;
        return Tasks(folded, ref at) is { Count: > 0 } tasks && IsEnd(folded, at) ? new EarlierEdit { Item = item, Tasks = tasks, IsSupersession = true } : null;
    }

    // "gia hạn việc 14 đến 15/1/2027".
    private static EarlierEdit? Extension(string text, string folded, int at, DateOnly today)
    {
        if (Tasks(folded, ref at) is not { Count: > 0 } tasks) return null;
        var dates = DateReader.Read(VietnameseText.Compose(text[at..]), new DateContext(today, DatePurpose.Deadline));
        return dates is [{ Deadline: { } until }] ? new EarlierEdit { Tasks = tasks, Until = until, IsExtension = true } : null;
    }

    // "thông báo 45", "kế hoạch số 12/KH-UBND ngày 3/2/2026", "kế hoạch 12 năm 2026".
    private static EarlierEdit? Document(string text, string folded, int at, DirectiveEffect effect, DateOnly today)
    {
        var start = Skip(folded, at);
        string? kind = null;
        foreach (var known in DocumentKinds.All)
        {
            if (After(folded, start, VietnameseText.Fold(known)) is not { } to) continue;
            (kind, at) = (known, to);
            break;
        }

        if (kind is null && !Take(folded, ref at, ["van ban", "document"])) return null;
        Take(folded, ref at, ["so", "no"]);
        at = Skip(folded, at);
        var end = at;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not (',' or ';')) end++;
        if (end == at || !char.IsAsciiDigit(text[at])) return null;
        var number = text[at..end].Replace('–', '-');
        int? year = null;
        DateOnly? until = null;
        if (!IsEnd(folded, end))
        {
            var dates = DateReader.Read(VietnameseText.Compose(text[end..]), new DateContext(today, DatePurpose.Report));
            if (dates is not [{ Span: { } span }]) return null;
            if (effect == DirectiveEffect.Extends && dates[0].Deadline is { } day && day > today) until = day;
            else year = (span.From ?? span.To)?.Year;
        }

        return new EarlierEdit { Document = new EarlierDocument(effect, number) { Kind = kind, Year = year, Until = until } };
    }

    private static DirectiveEffect? VerbAt(string folded, ref int at)
    {
        var start = Skip(folded, at);
        foreach (var (words, effect) in _verbs)
        {
            if (After(folded, start, words) is not { } to) continue;
            at = to;
            return effect;
        }

        return null;
    }

    private static List<int>? Tasks(string folded, ref int position)
    {
        var (at, found) = (position, new List<int>());
        if (!Take(folded, ref at, _taskWords)) return null;
        while (Number(folded, ref at) is { } number)
        {
            found.Add(number);
            var next = at;
            Take(folded, ref next, ["va", "and"]);
            Take(folded, ref next, _taskWords);
            if (Number(folded, ref next) is null) break;
            // The number is read again, from behind the words before it.
            Take(folded, ref at, ["va", "and"]);
            Take(folded, ref at, _taskWords);
        }

        position = at;
        return found;
    }

    private static bool Take(string folded, ref int position, ReadOnlySpan<string> words)
    {
        var at = Skip(folded, position);
        foreach (var word in words)
        {
            if (After(folded, at, word) is not { } to) continue;
            position = to;
            return true;
        }

        return false;
    }

    private static int? Number(string folded, ref int position)
    {
        var at = Skip(folded, position);
        var end = at;
        while (end < folded.Length && char.IsAsciiDigit(folded[end]) && end - at < 6) end++;
        if (end == at || (end < folded.Length && (char.IsLetterOrDigit(folded[end]) || folded[end] is '/' or '-'))) return null;
        position = end;
        return int.Parse(folded.AsSpan(at, end - at), CultureInfo.InvariantCulture);
    }

    private static int Skip(string folded, int at)
    {
        while (at < folded.Length && folded[at] is ' ' or ',' or ';' or ':' or '.') at++;
        return at;
    }

    private static bool IsEnd(string folded, int at) => Skip(folded, at) == folded.Length;

    private static int? After(string folded, int at, string words)
    {
        if (!folded.AsSpan(at).StartsWith(words, StringComparison.Ordinal)) return null;
        var to = at + words.Length;
        return to == folded.Length || !char.IsLetterOrDigit(folded[to]) ? to : null;
    }
}
