namespace Directives.Core;

/// <summary>When others will be told of what was just recorded, and until when it can be taken back: at night and on days off the one is after the other.</summary>
public sealed class LaterLine(SendingHours hours)
{
    /// <param name="whom">A name, or a phrase.</param>
    /// <param name="undoUntil">Nobody is told before.</param>
    public Phrase Of(object whom, DateTimeOffset undoUntil)
    {
        var told = hours.NextForNews(undoUntil);
        return told == undoUntil
            ? new Phrase("later", ("whom", whom), ("time", undoUntil))
            : new Phrase("later.day", ("whom", whom), ("time", told), ("date", VietnamTime.Day(told)), ("undo", undoUntil));
    }

    public Phrase OfUnits(DateTimeOffset undoUntil)
    {
        var told = hours.NextForNews(undoUntil);
        return told == undoUntil
            ? new Phrase("publish.later", ("time", undoUntil))
            : new Phrase("publish.later.day", ("time", told), ("date", VietnamTime.Day(told)), ("undo", undoUntil));
    }
}
