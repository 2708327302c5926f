namespace Directives.Core;

/// <summary>"Dữ liệu của tôi": what is kept of whoever asks, for how long, and how it ends.</summary>
public sealed class TellMyData(
    LinkTable links, WorkTable work, SettingsTable settings, CalendarTable calendars, UnreadSettings unread, ReminderPolicy policy) : IUseCase
{
    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        var person = turn.Sender;
        List<Phrase> lines =
        [
            new Phrase("data.person", ("name", person.Name), ("post", person.Post), ("unit", turn.SenderUnitName), ("role", (Phrase)Name(person.Role))),
            await AccountsAsync(person, cancellationToken),
            await RecordedAsync(turn, cancellationToken),
            await SettingsAsync(turn, cancellationToken),
        ];
        if (await calendars.FindOfPersonAsync(person.Id, cancellationToken) is { } calendar)
        {
            lines.Add(new Phrase("data.calendar", ("date", new ShortDate(VietnamTime.Day(calendar.At)))));
        }

        lines.Add(unread.Keep ? new Phrase("data.words", ("n", KeepUnread.Days)) : "data.noWords");
        lines.Add("data.erase");
        return new SayReply(lines);
    }

    private static string Name(Role role) => role switch { Role.Leader => "role.leader", Role.Clerk => "role.clerk", _ => "role.principal" };

    private async Task<Phrase> AccountsAsync(Person person, CancellationToken cancellationToken)
    {
        string[] accounts =
        [
            .. (await links.OfPersonAsync(person.Id, cancellationToken)).Where(link => link.Value.UnlinkedAt is null)
                .CountBy(link => link.Value.Channel)
                .OrderBy(channel => channel.Key, StringComparer.Ordinal)
                .Select(channel => $"{Called(channel.Key)} ({channel.Value})"),
        ];
        return accounts.Length == 0 ? "data.noAccounts" : new Phrase("data.accounts", ("accounts", new Names(accounts)));
    }

    private static string Called(string channel) => channel switch { "msteams" => "Teams", "zalo" => "Zalo", _ => channel };

    // What a principal records stands in the own unit; of the others, what they decided stands in every unit's history.
    private async Task<Phrase> RecordedAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Sender.Role != Role.Principal) return "data.decided";
        var (reports, files) = (0, 0);
        foreach (var task in await work.ListAsync(turn.Sender.UnitId, cancellationToken))
        {
            files += task.Evidence.Count(one => one.By == turn.Sender.Id);
            await foreach (var entry in work.HistoryAsync(turn.Sender.UnitId, task.Task, cancellationToken))
            {
                if (entry.By == turn.Sender.Id && entry.Kind is HistoryKind.Reported or HistoryKind.ObstacleReported or HistoryKind.ExtensionAsked) reports++;
            }
        }

        return new Phrase("data.recorded", ("reports", reports), ("files", files));
    }

    private async Task<Phrase> SettingsAsync(Turn turn, CancellationToken cancellationToken)
    {
        var own = await settings.FindAsync(turn.Sender.Id, cancellationToken);
        var list = policy.ScheduleOf(own) is { } schedule ? new Phrase("data.list", ("time", schedule.Time), ("days", SetNotices.Days(schedule))) : "data.noList";
        return own switch
        {
            { IsMuted: true } => new Phrase("data.muted", ("list", list)),
            { MutedUntil: { } until } when until > turn.Now => new Phrase("data.mutedUntil", ("list", list), ("date", VietnamTime.Day(until))),
            _ => new Phrase("data.reminded", ("list", list)),
        };
    }
}
