using Directives.Language.Dates;

namespace Directives.Language.Prose;

/// <summary>A short name for a task: verb and object, without the words that assign it and those it is assigned to.</summary>
public static class TaskTitle
{
    /// <summary>The title, cut between words with <c>…</c> where it would be longer than <paramref name="maxCharacters"/>; never in a number, date or name.</summary>
    public static string Of(TaskDraft task, int maxCharacters)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxCharacters, 2);
        var text = task.Text;
        var sentences = Sentences.Split(text, 0, text.Length);
        var (from, to) = sentences.Count > 0 ? sentences[0] : (0, text.Length);
        var words = Word.Split(text, from, to);
        if (words.Count == 0) return text;
        var start = Start(words);
        var rest = text[words[start].From..to].TrimEnd(' ', '.', ';', ',', ':', '/');
        rest = WithoutDate(rest);
        var title = rest.Length > 0 ? char.ToUpperInvariant(rest[0]) + rest[1..] : rest;
        return title.Length <= maxCharacters ? title : Cut(title, maxCharacters - 1) + "…";
    }

    // The deadline and whom to report to are said beside the title: "…, báo cáo UBND phường trước ngày 30/11/2026" adds nothing to it.
    private static string WithoutDate(string title)
    {
        if (DateReader.Read(title, new DateContext(new DateOnly(2000, 1, 1), DatePurpose.Deadline)) is not [.., var last]) return title;
        if (last.Deadline is null || last.To < title.Length || last.From < ShortestTitle) return title;
        var cut = title[..last.From].TrimEnd(' ', ',', ';', '(');
        var comma = cut.LastIndexOf(',');
        if (comma < ShortestTitle) return cut;
        var words = Word.Split(cut, comma + 1, cut.Length);
        return _reports.IsAt(words, 0, words.Count) ? cut[..comma].TrimEnd(' ', ',', ';') : cut;
    }

    private static int Start(List<Word> words)
    {
        var clause = new ClauseReader(words).Read(0, words.Count);
        if (clause.Predicate < 0) return 0;
        var verb = MainVerb.Find(words, clause.Predicate, words.Count);
        return verb < words.Count ? verb : clause.Predicate;
    }

    private static string Cut(string title, int room)
    {
        var words = Word.Split(title, 0, title.Length);
        var kept = Spans(title, words);
        int best = 0, atPhrase = 0;
        for (var i = 1; i < words.Count && words[i - 1].To <= room; i++)
        {
            var at = words[i - 1].To;
            if (words[i].From == at && !words[i].IsSign || words[i - 1].IsSign || kept.Exists(span => span.From < at && at < span.To)) continue;
            if (_leadOn.IsAt(words, i - 1, i)) continue;
            best = at;
            if (words[i].IsSign || _leadOn.IsAt(words, i, words.Count)) atPhrase = at;
        }

        // A phrase is better whole, where not too much is lost by it.
        var end = atPhrase > room / 2 ? atPhrase : best > 0 ? best : Math.Min(room, title.Length);
        return title[..end].TrimEnd(' ', ',', ';', ':', '-', '–');
    }

    // What must not be torn: names, dates, and a figure with the word after it.
    private static List<(int From, int To)> Spans(string title, List<Word> words)
    {
        var spans = DateReader.Read(title, new DateContext(new DateOnly(2000, 1, 1), DatePurpose.Deadline)).Select(date => (date.From, date.To)).ToList();
        var actors = new ActorReader(words);
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (char.IsAsciiDigit(words[i].Form[0]) || (words[i].IsCapital && i > 0 && !words[i + 1].IsSign)) spans.Add((words[i].From, words[i + 1].To));
            if (actors.ReadName(i, words.Count, out _) is var length && length > 1) spans.Add((words[i].From, words[i + length - 1].To));
        }

        return spans;
    }

    private const int ShortestTitle = 12;

    private static readonly PhraseSet _reports = new("báo cáo, gửi, trình, hoàn thành, nộp về, gửi về");

    private static readonly PhraseSet _leadOn = new(
        """
        theo, của, và, các, những, cho, về, để, trong, tại, trên, với, nhằm, từ, đến, trước, gắn, do, bằng, khi, là, được, hoặc, cùng, như, đối với, qua, sau, có, không, đã, một, mọi, mỗi, số, ngày, tháng, năm, đảm bảo, bảo đảm
        """);
}
