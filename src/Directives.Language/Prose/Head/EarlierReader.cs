using System.Globalization;
using Directives.Language.Dates;
using Directives.Language.Text;

namespace Directives.Language.Prose;

/// <summary>
/// Finds what a document itself does to earlier ones. A sentence that gives somebody the duty to amend a document, that tells of one document
/// amending another, or that just cites one, does nothing.
/// </summary>
internal static class EarlierReader
{
    /// <summary>Words between the verb and the document that it is about.</summary>
    private const int MaxWords = 60;

    private const int MaxSentence = 600;

    /// <summary>The mark of a point or chapter: <c>2</c>, <c>II</c>, <c>b</c>.</summary>
    private const int LongestMark = 3;

    /// <summary>The earlier documents, and where the sentences about more time stand: those are no tasks.</summary>
    public static (IReadOnlyList<EarlierDocument> Earlier, IReadOnlyList<(int From, int To)> Extensions) Read(string text, DirectiveHead head)
    {
        var found = new List<EarlierDocument>();
        var extensions = new List<(int From, int To)>();
        foreach (var (from, to) in Sentences.Split(text, 0, text.Length))
        {
            var some = OfSentence(text[from..to], head);
            found.AddRange(some);
            if (some.Exists(one => one.Effect == DirectiveEffect.Extends)) extensions.Add((from, to));
        }

        // A title goes over several lines, which are no sentences.
        if (head.Title is { } title) found.AddRange(OfSentence(title, head));
        EarlierDocument[] each =
        [
            .. found.GroupBy(one => (one.Kind, one.Number))
                // The title says what the body says in full.
                .SelectMany(same => same.GroupBy(one => one.Effect).Select(group => group.MaxBy(one => (one.Until is not null, one.Task is not null))!)
                    .Where(one => one.Effect != DirectiveEffect.Amends || same.All(other => other.Effect != DirectiveEffect.Replaces))),
        ];
        return (each, extensions);
    }

    private static List<EarlierDocument> OfSentence(string sentence, DirectiveHead head)
    {
        var found = new List<EarlierDocument>();
        if (sentence.Length > MaxSentence) return found;
        var words = Word.Split(sentence, 0, sentence.Length);
        for (var i = 0; i < words.Count; i++)
        {
            if (VerbAt(words, i) is not { } verb) continue;
            // What stands before the verb makes it somebody's duty, a condition, an account, or another document's deed.
            if (_othersDeed.Occurs(words, 0, i) || Enumerable.Range(0, i).Any(at => NumberAt(sentence, words, at, head) is not null)) break;
            if (Reference(sentence, words, i + verb.Length, head) is not { } first || EffectOf(words, i, verb, first.From) is not { } effect) continue;
            for (var reference = first; reference is not null; reference = Next(sentence, words, reference, head))
            {
                found.Add(new EarlierDocument(effect, reference.Number)
                {
                    Kind = reference.Kind,
                    Year = reference.Year,
                    Task = effect == DirectiveEffect.Extends ? TaskWords(sentence, words, i + verb.Length, first.From) : null,
                    Until = effect == DirectiveEffect.Extends ? Until(sentence, head) : null,
                    Sentence = string.Join(' ', sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
                });
            }

            break;
        }

        return found;
    }

    /// <param name="From">The first word of the reference: its kind.</param>
    /// <param name="To">The word after it and its date.</param>
    private sealed record Cited(string Number, string Kind, int? Year, int From, int To);

    private static (DirectiveEffect Effect, int Length)? VerbAt(List<Word> words, int at)
    {
        if (_replacing.Match(words, at, words.Count) is > 0 and var replacing) return (DirectiveEffect.Replaces, replacing);
        if (_extending.Match(words, at, words.Count) is > 0 and var extending) return (DirectiveEffect.Extends, extending);
        return _amending.Match(words, at, words.Count) is > 0 and var amending ? (DirectiveEffect.Amends, amending) : null;
    }

    // The words between verb and document tell how much of it is meant; others mean that something else is replaced or amended.
    private static DirectiveEffect? EffectOf(List<Word> words, int at, (DirectiveEffect Effect, int Length) verb, int documentAt)
    {
        var from = at + verb.Length;
        while (from < documentAt && JointAt(words, from, documentAt) is > 0 and var step) from += step;
        if (from == documentAt) return verb.Effect;
        // `tại điểm 2 mục II Kế hoạch …`
        var last = documentAt - 1;
        while (last > from && (_places.IsAt(words, last, documentAt) || words[last].Form.Length <= LongestMark && !_links.IsAt(words, last, documentAt))) last--;
        if (documentAt - from > MaxWords || !(last == from || _links.IsAt(words, last, documentAt)) || !_parts.IsAt(words, from, documentAt)) return null;
        if (verb.Effect == DirectiveEffect.Extends || _times.IsAt(words, from, documentAt)) return DirectiveEffect.Extends;
        return DirectiveEffect.Amends;
    }

    private static int JointAt(List<Word> words, int at, int end) =>
        words[at].Is(",") ? 1 : _amending.Match(words, at, end) is > 0 and var verb ? verb : _joints.Match(words, at, end);

    private static Cited? Reference(string sentence, List<Word> words, int from, DirectiveHead head)
    {
        for (var i = from; i < Math.Min(words.Count, from + MaxWords); i++)
        {
            if (NumberAt(sentence, words, i, head) is { } number) return Cite(words, i, number);
            if (words[i].Is(";")) return null;
        }

        return null;
    }

    // `thay thế Kế hoạch số 12/KH-UBND ngày … và Kế hoạch số 15/KH-UBND`.
    private static Cited? Next(string sentence, List<Word> words, Cited before, DirectiveHead head)
    {
        for (var i = before.To; i < words.Count; i++)
        {
            if (VerbAt(words, i) is not null) return null;
            if (NumberAt(sentence, words, i, head) is not { } number || Cite(words, i, number) is not { } next) continue;
            return next.From > before.To && (words[next.From - 1].Form is "và" or "," or ";" or "các") ? next : null;
        }

        return null;
    }

    private static Cited? Cite(List<Word> words, int at, string number)
    {
        var kindEnd = at;
        if (kindEnd > 0 && words[kindEnd - 1].Is(":")) kindEnd--;
        if (kindEnd > 0 && words[kindEnd - 1].Is("số")) kindEnd--;
        if (kindEnd < 2 || DocumentKinds.Named($"{words[kindEnd - 2].Form} {words[kindEnd - 1].Form}") is not { } kind) return null;
        var (year, to) = YearAfter(words, at + 1);
        return new Cited(number, kind, year, kindEnd - 2, to);
    }

    // `ngày 03/02/2026`, `ngày 03 tháng 02 năm 2026`.
    private static (int? Year, int To) YearAfter(List<Word> words, int at)
    {
        var i = at;
        if (i < words.Count && words[i].Is(",")) i++;
        if (i >= words.Count || !words[i].Is("ngày")) return (null, at);
        if (i + 5 < words.Count && words[i + 2].Is("tháng") && words[i + 4].Is("năm") && YearOf(words[i + 5].Form) is { } written) return (written, i + 6);
        return i + 1 < words.Count && words[i + 1].Form is { Length: >= 8 } day && YearOf(day[^4..]) is { } year ? (year, i + 2) : (null, at);
    }

    private static int? YearOf(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1990 and < 2100 ? year : null;

    // A date has strokes as well, but no letters. The document's own number is no other document.
    private static string? NumberAt(string sentence, List<Word> words, int at, DirectiveHead head) =>
        words[at].Form.Length > 3 && char.IsAsciiDigit(words[at].Form[0]) && DocumentNumber.Read(sentence[words[at].From..words[at].To]) is { } number && number.Value != head.Number
            ? number.Value
            : null;

    // `… nhiệm vụ "Kiểm kê tài sản công" tại Thông báo số …`.
    private static string? TaskWords(string sentence, List<Word> words, int from, int documentAt)
    {
        var at = from;
        while (at < documentAt && (_times.Match(words, at, documentAt) is > 0 and var time ? time : _taskNouns.Match(words, at, documentAt)) is > 0 and var step) at += step;
        var end = documentAt;
        while (end > at && (_links.IsAt(words, end - 1, documentAt) || words[end - 1].Form is "nêu" or "được" or "giao" or "," or "đã")) end--;
        return end > at ? sentence[words[at].From..words[end - 1].To].Trim(' ', '"', '“', '”', ',') is { Length: > 0 } task ? task : null : null;
    }

    // The last day that stands behind "đến": the document's own date does not.
    private static DateOnly? Until(string sentence, DirectiveHead head)
    {
        var composed = VietnameseText.Compose(sentence);
        var dates = DateReader.Read(composed, new DateContext(head.Issued ?? new DateOnly(2000, 1, 1), DatePurpose.Deadline));
        return dates.LastOrDefault(date => date.Deadline is not null && StandsBehindUntil(composed, date))?.Deadline;
    }

    private static bool StandsBehindUntil(string sentence, DateMention date)
    {
        const int Reach = 10;
        var before = VietnameseText.Fold(sentence[Math.Max(0, date.From - Reach)..date.To]);
        return before.Contains("den ", StringComparison.Ordinal) || before.Contains("sang ", StringComparison.Ordinal);
    }

    private static readonly PhraseSet _replacing = new("thay thế, bãi bỏ, hủy bỏ");

    private static readonly PhraseSet _amending = new("sửa đổi, bổ sung, điều chỉnh");

    private static readonly PhraseSet _extending = new("gia hạn, lùi thời hạn, lùi thời gian, kéo dài thời gian, kéo dài thời hạn");

    private static readonly PhraseSet _joints = new("cho, và, các, toàn bộ, đối với");

    private static readonly PhraseSet _links = new("tại, của, trong, theo, ở");

    private static readonly PhraseSet _places = new("điểm, khoản, mục, phần, phụ lục, điều");

    private static readonly PhraseSet _times = new("thời gian thực hiện, thời hạn thực hiện, thời hạn hoàn thành, thời gian hoàn thành, thời gian, thời hạn, tiến độ thực hiện, tiến độ");

    private static readonly PhraseSet _taskNouns = new("các nhiệm vụ, nhiệm vụ, nội dung, một số nhiệm vụ, việc, đối với, cho");

    private static readonly PhraseSet _parts = new(
        "một số, nội dung, điểm, khoản, mục, phần, phụ lục, điều, nhiệm vụ, danh mục, thời gian, thời hạn, tiến độ, thực hiện, hoàn thành, đối với, tại, của, trong");

    private static readonly PhraseSet _othersDeed = new(
        "giao, yêu cầu, đề nghị, rà soát, tham mưu, xây dựng, trình, xem xét, nghiên cứu, đề xuất, kiến nghị, chủ trì, phối hợp, khẩn trương, tiếp tục, căn cứ, theo, "
        + "đã, đang, được, bị, sẽ, không, chưa, nếu, trường hợp, khi, xin, chậm nhất, trước ngày, cần, phải");
}
