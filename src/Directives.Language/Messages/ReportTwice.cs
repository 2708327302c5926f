namespace Directives.Language.Messages;

/// <summary>Settles what a message says of one task in more than one place: the parts of a report are read one by one, and meant together.</summary>
internal static class ReportTwice
{
    internal static void Settle(List<Reading> readings, MessageText message)
    {
        // "sao cứ hỏi việc 3 xong chưa, việc 3 xong rồi nhé": the question is answered.
        for (var at = readings.Count - 2; at >= 0; at--)
        {
            if (IsQuestion(readings[at]) && IsDone(readings[at + 1]) && IsAboutSame(readings[at], readings[at + 1])) readings.RemoveAt(at);
        }

        // "việc 12 xong rồi, em ghi vào hộ" asks to record, and gives no note.
        for (var at = readings.Count - 1; at > 0; at--)
        {
            if (readings[at].Request is { Intent: Intent.AddNote, Slots.Note: null } && readings[at - 1].Request.Intent == Intent.UpdateStatus) readings.RemoveAt(at);
        }

        // "khỏi nhắc nữa nha, việc 7 xong rồi" turns nothing off.
        var isStressed = readings.Exists(IsDone) && message.Matches.Exists(match => match.Cues.Has(Cue.Settled) && match.Cues.Has(Cue.TurnOff));
        if (isStressed) readings.RemoveAll(reading => reading.Request.Intent == Intent.SetDigest);

        // "ủa em báo việc 8 xong rồi mà, việc 8 đã hoàn thành ạ": what is not understood is said again plainly.
        for (var at = readings.Count - 2; at >= 0; at--)
        {
            if (IsUnclear(readings[at]) && IsDone(readings[at + 1]) && IsAboutSame(readings[at], readings[at + 1])) readings.RemoveAt(at);
        }

        // "việc 55 chưa làm mà lỡ tay báo xong, hoàn tác giúp" says only what is to be taken back.
        for (var at = readings.Count - 1; at > 0; at--)
        {
            var (said, undo) = (readings[at - 1].Request, readings[at]);
            if (undo.Request is not { Intent: Intent.Undo, Slots.Tasks.Count: 0 } || said is not { Intent: Intent.UpdateStatus, Slots: { Status: null, Tasks.Count: > 0 } }) continue;
            readings[at] = undo with { Request = undo.Request with { Slots = undo.Request.Slots with { Tasks = said.Slots.Tasks } } };
            readings.RemoveAt(at - 1);
        }

        // "gia hạn cho TH Lê Lợi thêm 3 ngày, tôi đồng ý" is one decision.
        for (var at = readings.Count - 1; at > 0; at--)
        {
            var (what, word) = (readings[at - 1].Request, readings[at].Request);
            var isBare = word is { Intent: Intent.DecideExtension, Slots: { Decision: Decision.Approve, Tasks.Count: 0, Unit: null, Deadline: null, ExtendBy: null } };
            if (what.Intent != Intent.ChangeDeadline || !isBare) continue;
            readings[at - 1] = readings[at - 1] with { Request = what with { Intent = Intent.DecideExtension, Slots = what.Slots with { Decision = word.Slots.Decision, Note = word.Slots.Note } } };
            readings.RemoveAt(at);
        }

        var isHearsay = false;
        for (var at = 0; at < readings.Count; at++)
        {
            if (IsDone(readings[at]) && (isHearsay || IsContradicted(readings, at))) readings[at] = Withheld(readings[at], isHearsay ? Doubt.Hearsay : Doubt.Denial);

            // "copy từ zalo: việc 10 xong. việc 11 xong": what is told or copied goes on behind the first sentence.
            isHearsay |= readings[at].Request is { Intent: Intent.UpdateStatus, Slots.Status: null } told && told.Doubts.Contains(Doubt.Hearsay);
        }
    }

    /// <summary><c>cv 12 đã ký xong, còn việc 12 thì chưa ai làm</c>.</summary>
    private static bool IsContradicted(List<Reading> readings, int done)
    {
        for (var at = 0; at < readings.Count; at++)
        {
            // "gửi rồi nhưng gửi nhầm": what is taken back behind it.
            if (at > done && readings[at].Request is { Intent: Intent.Undo } undo && (undo.Slots.Tasks.Count == 0 || Overlaps(readings[done], readings[at]))) return true;
            var isOther = at != done && (IsQuestion(readings[at]) && at > done || readings[at].Request.Intent == Intent.UpdateStatus && !IsDone(readings[at]) && !IsUnclear(readings[at]));
            if (isOther && Overlaps(readings[done], readings[at])) return true;
        }

        return false;
    }

    private static Reading Withheld(Reading reading, Doubt doubt) =>
        Reading.Of(Intent.UpdateStatus, reading.Request.Slots with { Status = null, Percent = null }, Reading.Doubtful, [.. reading.Request.Doubts, doubt]);

    private static bool IsUnclear(Reading reading) => reading.Request is { Intent: Intent.UpdateStatus, Slots.Status: null, Doubts: [Doubt.UnknownWords] };

    private static bool IsDone(Reading reading) => reading.Request is { Intent: Intent.UpdateStatus, Slots.Status: ReportedStatus.Done };

    private static bool IsQuestion(Reading reading) => reading.Request is { Intent: Intent.ShowTask, Slots.Aspect: null or TaskAspect.Status };

    private static bool IsAboutSame(Reading one, Reading other) =>
        other.Request.Slots.Tasks.Count == 0 || one.Request.Slots.Tasks.Count == other.Request.Slots.Tasks.Count && Overlaps(one, other);

    private static bool Overlaps(Reading one, Reading other)
    {
        foreach (var task in one.Request.Slots.Tasks)
        {
            if (other.Request.Slots.Tasks.Contains(task)) return true;
        }

        return false;
    }
}
