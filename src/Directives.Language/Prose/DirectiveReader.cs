namespace Directives.Language.Prose;

/// <summary>Reads a directive: who issued it, and what it tells whom to do by when. A pure function of the text.</summary>
public static class DirectiveReader
{
    // A paper without a date of its own: only dates with a year mean anything in it, and none of them is past.
    private static readonly DateOnly _undated = new(2000, 1, 1);

    /// <summary>The draft of a document's tasks, in the order of the text. A document without a task gives an empty list.</summary>
    public static DirectiveDraft Read(DocumentText document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var tables = AnnexTable.Of(document);
        var front = HeadReader.Read(document, tables.Keys.ToHashSet());
        var today = front.Head.Issued ?? _undated;
        var around = new Surroundings { Lead = front.Addressees };
        var duties = new NodeReader(document.Text, today).Read(Outline.Of(document, front.Body), around);
        foreach (var table in tables.Values) duties.AddRange(new AnnexReader(document.Text, today).Read(table));
        var tasks = duties.OrderBy(duty => duty.Parts[0].From).Select((duty, index) => duty.ToDraft(document.Text, index + 1)).ToArray();
        return new DirectiveDraft(front.Head, tasks);
    }
}
