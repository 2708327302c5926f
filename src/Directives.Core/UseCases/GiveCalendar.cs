using System.Text;
using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>Where calendar programs reach the program (configuration <c>Calendar</c>).</summary>
/// <param name="Address">Such as <c>https://bot.coquan.gov.vn</c>; null where there is none, and files are all there is.</param>
public sealed record CalendarSettings(Uri? Address)
{
    public string AddressOf(string token) => new Uri(Address!, $"/calendar/{token}.ics").AbsoluteUri;
}

/// <summary>"Gửi lịch cho tôi": the open tasks as a file. "Lịch của tôi", "đổi địa chỉ lịch": as an address that a calendar program goes on reading.</summary>
public sealed class GiveCalendar(ReadCalendar calendars, CalendarTable addresses, CalendarSettings settings)
{
    public async Task<Reply> HandleAsync(Turn turn, CalendarRequest request, CancellationToken cancellationToken)
    {
        if (request == CalendarRequest.File) return await FileAsync(turn, null, cancellationToken);
        if (request == CalendarRequest.NoAddress)
        {
            return new SayReply(await addresses.RevokeAsync(turn.Sender.Id, cancellationToken) ? "ics.removed" : "ics.noAddress");
        }

        if (settings.Address is null) return new SayReply("ics.fileOnly");
        var known = await addresses.FindOfPersonAsync(turn.Sender.Id, cancellationToken);
        if (known is not null && request == CalendarRequest.Address) return new SayReply(new Phrase("ics.known", ("date", VietnamTime.Day(known.At))), "ics.change");
        var token = await addresses.IssueAsync(turn.Sender.Id, turn.Now, cancellationToken);
        turn.HasChanged = true;
        List<Phrase> lines = [new Phrase("ics.address", ("address", settings.AddressOf(token))), "ics.how", "ics.secret"];
        if (known is not null) lines.Add("ics.old");
        return new SayReply(lines);
    }

    /// <param name="period">Only what is due in it; null for all that is open.</param>
    public async Task<Reply> FileAsync(Turn turn, Period? period, CancellationToken cancellationToken)
    {
        if (!turn.Message.CanAnswerWithFiles) return new SayReply("ics.noFile");
        var (text, events) = await calendars.OfAsync(turn.Sender, turn.Roster, period, cancellationToken);
        return events == 0 ? new SayReply("ics.none") : new FileReply("lich-viec.ics", Encoding.UTF8.GetBytes(text), new Phrase("ics.file", ("n", events)));
    }
}
