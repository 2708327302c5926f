using System.Globalization;

namespace Directives.Language.Prose;

/// <summary>Reads a directive: who issued it, and what it tells whom to do by when. A pure function of the text.</summary>
public static class DirectiveReader
{
    // A paper without a date of its own: only dates with a year mean anything in it, and none of them is past.
    private static readonly DateOnly _undated = new(2000, 1, 1);

    private const int TitleReach = 1500;

    /// <summary>The draft of a document's tasks, in the order of the text. A document without a task gives an empty list.</summary>
    public static DirectiveDraft Read(DocumentText document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var tables = AnnexTable.Of(document);
        var front = HeadReader.Read(document, tables);
        var today = front.Head.Issued ?? YearOf(document.Text) ?? _undated;
        var around = new Surroundings { Lead = front.Addressees, IsAddressed = true, Issuer = front.Head.Issuer };
        var duties = new NodeReader(document.Text, today).Read(Outline.Of(document, front.Body), around);
        foreach (var table in tables.Values) duties.AddRange(new AnnexReader(document.Text, today).Read(table));
        var (earlier, extensions) = EarlierReader.Read(document.Text, front.Head);
        // What the paper decides about an earlier task is no task of its own.
        duties.RemoveAll(duty => extensions.Any(sentence => sentence.From <= duty.Parts[0].From && duty.Parts[0].From < sentence.To));
        var tasks = duties.OrderBy(duty => duty.Parts[0].From).Select((duty, index) => duty.ToDraft(document.Text, index + 1)).ToArray();
        return new DirectiveDraft(front.Head, tasks) { Earlier = earlier };
    }

    /// <summary>Reads words that are one task, as a person puts it down: who, and until when. What is said in several clauses is one task still.</summary>
    /// <param name="today">A date without a year is the next such one.</param>
    /// <returns>A task with nothing but the words where they name neither.</returns>
    public static TaskDraft ReadTask(string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        var duties = new DutyReader(text, today).Read(Sentences.Split(text, 0, text.Length), new Surroundings { Assigns = true });
        var draft = duties is [var first, ..] ? first.ToDraft(text, 1) : new TaskDraft { No = 1, Text = text, Kind = TaskKind.OneOff, Source = new Source(0, 0) };
        // A deadline that stands behind a comma may have become a clause of its own.
        var due = duties.Select(duty => duty.ToDraft(text, 1)).FirstOrDefault(one => one.Deadline is not null);
        return draft with { Text = text, Deadline = draft.Deadline ?? due?.Deadline, Time = draft.Deadline is null ? due?.Time : draft.Time };
    }

    // An annex often has no date, but its title names the year it is for.
    private static DateOnly? YearOf(string text)
    {
        var words = Word.Split(text, 0, Math.Min(text.Length, TitleReach));
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (!words[i].Is("năm")) continue;
            var isSchoolYear = words[i + 1].Is("học");
            var form = isSchoolYear && i + 2 < words.Count ? words[i + 2].Form : words[i + 1].Form;
            if (form.Length >= 4 && int.TryParse(form.AsSpan(0, 4), CultureInfo.InvariantCulture, out var year) && year is >= 2000 and < 2100)
            {
                return isSchoolYear ? new DateOnly(year, 8, 1) : new DateOnly(year, 1, 1);
            }
        }

        return null;
    }
}
