using System.Globalization;
using System.Text.Json.Nodes;
using Directives.Bot.Notices;
using Directives.Core;
using Directives.Core.Tests;
using Directives.Core.Tests.Faults;
using Directives.Language.Messages;
using Directives.Language.Prose;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Directives.Bot.Tests.SchoolYear;

/// <summary>
/// Schools, directives, reports and requests over many months, with three copies of the background work on one store, copies that die at any write
/// and stores that do not answer. What happens is drawn from a seed; what has to be said is the model's to say.
/// </summary>
internal sealed class SchoolYear
{
    private const int Schools = 85;
    private const int Copies = 3;

    /// <summary>Of schools; a directive goes to one of them, or to all.</summary>
    private const int Kinds = 5;

    private const string Leader = "lanh-dao", Clerk = "van-thu";

    /// <summary>So many writes at most until something goes wrong with a copy.</summary>
    private const int WritesToFault = 300;

    private static readonly string[] Ticks =
        ["00:05", "07:00", "07:30", "08:00", "09:00", "09:15", "09:30", "14:00", "14:06", "14:30", "14:45", "16:00", "16:06", "20:30"];

    private readonly Random _random = new(20_260_905);
    private readonly Random _faults = new(5_092_026);
    private readonly IPartitionedStore _store;
    private readonly DateOnly _first, _last;
    private readonly FakeTimeProvider _clock;
    private readonly YearChannel _channel;
    private readonly DomainParts _turns;
    private readonly (FaultInjectingStore Store, DomainParts Parts)[] _copies = new (FaultInjectingStore, DomainParts)[Copies];
    private readonly SortedDictionary<DateTimeOffset, List<Func<Task>>> _events = [];
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> _outages = [];
    private int _operation, _directives;

    public SchoolYear(IPartitionedStore store, DateOnly first, DateOnly last)
    {
        (_store, _first, _last) = (store, first, last);
        _clock = new FakeTimeProvider(VietnamTime.On(first, new TimeOnly(0, 1)));
        _channel = new YearChannel(_clock);
        _turns = Parts(store);
        Model = new PolicyModel(first) { Leader = Leader, Clerk = Clerk };
    }

    public PolicyModel Model { get; }

    public YearChannel Channel => _channel;

    public int Faults { get; private set; }

    public int Kills { get; private set; }

    public int Assignments => Model.Owed.Count;

    /// <summary>What became of each notice, by what the ledger says.</summary>
    public List<(string Person, NoticeKind Kind, DateOnly? Day, NoticeResult Result)> Outcomes { get; } = [];

    public async Task RunAsync()
    {
        await FillAsync();
        for (var i = 0; i < Copies; i++) _copies[i] = Copy();
        for (var day = _first; day <= _last; day = day.AddDays(1))
        {
            foreach (var time in Model.IsWorked(day) ? Ticks : ["07:00", "09:00", "09:15", "16:00"])
            {
                var now = VietnamTime.On(day, TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture));
                _clock.SetUtcNow(now);
                if (_outages.Exists(outage => outage.From <= now && now < outage.To)) continue;
                if (_events.Remove(now, out var happening)) foreach (var one in happening) await one();
                Model.Up(now);
                await PassAsync();
            }

            // Whatever went wrong with a copy has done so once; the next day it is a fresh one.
            for (var i = 0; i < Copies; i++) if (_copies[i].Store.HasFailed) _copies[i] = Copy();
        }

        for (var shard = 0; shard < OutboxTable.Shards; shard++)
        {
            await foreach (var row in _store.RangeAsync(StoreTable.Outbox, Keys.OutboxShard(shard), "o|", Keys.After("o|"), default)) Outcomes.Add(Outcome(JsonNode.Parse(row.Value)!));
        }
    }

    private static (string, NoticeKind, DateOnly?, NoticeResult) Outcome(JsonNode row) => (
        (string)row["notice"]!["personId"]!,
        Enum.Parse<NoticeKind>((string)row["notice"]!["kind"]!),
        row["notice"]!["day"] is { } day ? DateOnly.ParseExact((string)day!, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        Enum.Parse<NoticeResult>((string)row["result"]!));

    // All copies at once, and again until nothing has gone wrong.
    private async Task PassAsync()
    {
        for (var again = 0; again < 12; again++)
        {
            var clean = await Task.WhenAll(Enumerable.Range(0, Copies).Select(copy => Task.Run(() => PassAsync(copy))));
            for (var i = 0; i < Copies; i++)
            {
                if (clean[i]) continue;
                Faults++;
                _copies[i].Store.Return();
                if (!_copies[i].Store.IsKilled) continue;
                Kills++;
                _copies[i] = Copy();
            }

            if (Array.TrueForAll(clean, one => one) && !await IsLeftAsync()) return;
        }
    }

    // A day's message that was carried over, or a claim that was given back, goes out at the next look.
    private async Task<bool> IsLeftAsync()
    {
        for (var shard = 0; shard < OutboxTable.Shards; shard++)
        {
            await foreach (var notice in _turns.Get<OutboxTable>().DueAsync(shard, _clock.GetUtcNow(), default))
            {
                if (notice.Value.ClaimedAt is null && !Model.Unlinked.Contains(notice.Value.PersonId) && !_channel.Blocked.Contains(notice.Value.PersonId)) return _turns.Get<SendingHours>().IsOpen(_clock.GetUtcNow());
            }
        }

        return false;
    }

    private async Task<bool> PassAsync(int copy)
    {
        try
        {
            await _copies[copy].Parts.Get<Projections>().SweepAsync(default);
            await _copies[copy].Parts.Get<PlanReminders>().RunAsync(default);
            await _copies[copy].Parts.Get<NoticeSender>().SendDueAsync(default);
            return true;
        }
        catch (Exception failed) when (failed is StoreUnavailableException or ProcessKilledException or AggregateException)
        {
            return false;
        }
    }

    private (FaultInjectingStore, DomainParts) Copy()
    {
        var store = new FaultInjectingStore(_store, _faults.Next(1, WritesToFault), (Fault)_faults.Next(Enum.GetValues<Fault>().Length));
        return (store, Parts(store));
    }

    private DomainParts Parts(IPartitionedStore store) => new(
        store, _clock, _channel, new ConfigurationBuilder().Build(), Options.Create(new NoticeSettings { AtOnce = 1 }), NullLogger<NoticeSender>.Instance, NullLogger<NoticeDelivery>.Instance);

    private async Task FillAsync()
    {
        var roster = new Roster(
            "Đảng ủy phường Sông Mây",
            [new Unit("phuong", "Phường Sông Mây", "phường", null), .. Enumerable.Range(1, Schools).Select(n => new Unit(School(n), $"Trường số {n}", "tiểu học", "phuong"))],
            [],
            [
                .. Enumerable.Range(1, Schools).Select(n => new Person(Principal(n), $"Hiệu trưởng {n}", School(n), Role.Principal, "Hiệu trưởng", Salutation.Cô)),
                new Person(Leader, "Phan Văn Thử", "phuong", Role.Leader, "Bí thư", Salutation.ĐồngChí),
                new Person(Clerk, "Vũ Thị Nháp", "phuong", Role.Clerk, "Văn thư", Salutation.Chị),
            ]);
        var rosters = _turns.Get<RosterTable>();
        await rosters.ReplaceAsync(roster, await rosters.ReadAsync(default), default);
        foreach (var n in Enumerable.Range(1, Schools)) Model.Schools[Principal(n)] = School(n);
        Model.Unlinked.UnionWith([Principal(80), Principal(81), Principal(82)]);
        _channel.Blocked.UnionWith([Principal(84), Principal(85)]);
        foreach (var person in roster.People.Where(person => !Model.Unlinked.Contains(person.Id))) await LinkAsync(person.Id);
        await ChooseAsync(3, 3, new TimeOnly(16, 0), new DigestSchedule(DigestRhythm.Week, 3, new TimeOnly(16, 0)));
        await ChooseAsync(7, 0, new TimeOnly(9, 30), new DigestSchedule(DigestRhythm.Day, null, new TimeOnly(9, 30)));
        await ChooseAsync(11, -1, new TimeOnly(7, 30), new DigestSchedule(DigestRhythm.Month, null, new TimeOnly(7, 30)));
        await ChooseAsync(15, null, default, null);
        Draw();
    }

    private async Task LinkAsync(string person)
    {
        var now = _clock.GetUtcNow();
        await _turns.Get<TalkTable>().SaveAccountAsync(
            new ChatAccount { Channel = "test", UserId = person, PersonId = person, ConversationId = person, ServiceUrl = "http://127.0.0.1/", BotId = "bot", SeenAt = now }, default);
        await _turns.Get<LinkTable>().WriteAsync(new AccountLink { Channel = "test", UserId = person, PersonId = person, LinkedAt = now }, null, default);
    }

    private Task ChooseAsync(int school, int? rhythm, TimeOnly at, DigestSchedule? schedule)
    {
        Model.Own[Principal(school)] = (rhythm, at);
        return _turns.Get<SettingsTable>().WriteAsync(Principal(school), new PersonSettings { Digest = schedule, NoDigest = schedule is null }, default);
    }

    /// <summary>Draws what will happen.</summary>
    private void Draw()
    {
        // From the beginning there is something that some cannot be told: whether a leader hears of it must not hang on who was first.
        At(_first, "09:00", () => PublishAsync(Kinds));
        for (var day = _first.AddDays(1); day < _last.AddDays(-10); day = day.AddDays(1))
        {
            if (_random.Next(Model.IsWorked(day) ? 5 : 40) == 0) At(day, "09:00", () => PublishAsync(_random.Next(Kinds + 1)));
            if (_random.Next(12) == 0 && Model.IsWorked(day)) At(day, "14:30", MuteAsync);
        }

        // Away over night and a morning; over a weekend and the Monday of a list; for most of a week; from after the planning on.
        foreach (var (after, from, days, to) in new[] { (20, "20:30", 1, "14:00"), (40, "20:30", 3, "07:30"), (65, "00:30", 4, "14:00"), (110, "00:30", 1, "00:05"), (150, "20:30", 2, "16:00"), (205, "00:30", 5, "07:00") })
        {
            var (begin, end) = (_first.AddDays(after), _first.AddDays(after + days));
            if (end < _last) _outages.Add((VietnamTime.On(begin, TimeOnly.ParseExact(from, "HH:mm", CultureInfo.InvariantCulture)), VietnamTime.On(end, TimeOnly.ParseExact(to, "HH:mm", CultureInfo.InvariantCulture))));
        }
    }

    private void At(DateOnly day, string time, Func<Task> act)
    {
        var at = VietnamTime.On(day, TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture));
        // Nothing is said to a program that is away; people say it the next working day.
        while (!Model.IsWorked(VietnamTime.Day(at)) && time != "09:00" || _outages.Exists(outage => outage.From <= at && at < outage.To)) at = at.AddDays(1);
        if (VietnamTime.Day(at) > _last) return;
        if (!_events.TryGetValue(at, out var there)) _events[at] = there = [];
        there.Add(act);
    }

    private async Task PublishAsync(int kind)
    {
        var (now, today) = (_clock.GetUtcNow(), VietnamTime.Day(_clock.GetUtcNow()));
        var id = FormattableString.Invariant($"vb-{++_directives}");
        var count = _random.Next(1, 3);
        TaskDraft[] drafts = [.. Enumerable.Range(1, count).Select(no => Draft(no, today.AddDays(_random.Next(2, 45)), kind))];
        await _turns.Get<DirectiveTable>().AddDraftAsync(
            new Directive { Id = id, Head = new DirectiveHead { Kind = "Công văn", Number = $"{_directives}/UBND", Issued = today }, Stage = DirectiveStage.Draft, ImportedAt = now },
            [.. drafts.Select(draft => new DirectiveTask { DirectiveId = id, Number = draft.No, Title = draft.Text, Draft = draft })],
            default);
        var published = (await _turns.Get<PublishDirective>().HandleAsync(id, default))!;
        foreach (var n in Enumerable.Range(1, Schools).Where(n => IsOf(n, kind)))
        {
            Owed[] owed = [.. published.Numbers.Select((number, i) => new Owed(School(n), number, drafts[i].Deadline!.Value, today))];
            Model.Owed.AddRange(owed);
            Model.News(VietnamTime.At(now) + PublishDirective.NoticeDelay, Principal(n), "new", () =>
                owed.Any(task => task.IsOpen) ? string.Join(' ', owed.Where(task => task.IsOpen).OrderBy(task => task.Due).Select(task => task.Task)) : null);
            foreach (var task in owed) DrawWork(n, task, today);
        }
    }

    private void DrawWork(int n, Owed task, DateOnly today)
    {
        var span = task.Due.DayNumber - today.DayNumber;
        var draw = _random.Next(100);
        if (draw < 8) At(today.AddDays(_random.Next(1, span + 1)), "14:30", () => AskAsync(n, task));
        if (draw is >= 8 and < 12) At(today.AddDays(_random.Next(1, span + 1)), "14:30", () => ObstacleAsync(n, task));
        if (draw is < 90) At(today.AddDays(_random.Next(1, span + (draw < 65 ? 1 : 14))), _random.Next(2) == 0 ? "14:30" : "09:00", () => DoneAsync(n, task));
    }

    private Task DoneAsync(int n, Owed task)
    {
        if (!task.IsOpen) return Task.CompletedTask;
        task.DoneOn = VietnamTime.Day(_clock.GetUtcNow());
        task.AskedAt = null;
        return ChangeAsync(n, task, before => before.Reported(WorkState.Done, _clock.Now(), Principal(n)));
    }

    private async Task AskAsync(int n, Owed task)
    {
        if (!task.IsOpen || task.AskedAt is not null) return;
        var (now, until) = (_clock.Now(), task.Due.AddDays(_random.Next(3, 15)));
        task.AskedAt = now;
        await ChangeAsync(n, task, before => before with { Extension = new ExtensionRequest(until, "chờ kinh phí", now, Principal(n)) });
        Model.News(now + ReportStatus.UndoTime, Leader, "asked", () => task.AskedAt == now && task.IsOpen ? Invariant(task.Task) : null);
        At(VietnamTime.Day(now).AddDays(_random.Next(1, 6)), "09:00", () => DecideAsync(n, task, until));
    }

    private Task DecideAsync(int n, Owed task, DateOnly until)
    {
        if (task.AskedAt is null) return Task.CompletedTask;
        var (now, isApproved) = (_clock.Now(), _random.Next(3) > 0);
        task.AskedAt = null;
        task.DecidedAt = now;
        if (isApproved) task.Due = until;
        Model.News(now + ReportStatus.UndoTime, Principal(n), "decided", () => task.DecidedAt == now ? Invariant(task.Task) : null);
        return ChangeAsync(n, task, before => before with { Due = isApproved ? until : before.Due, Extension = null, Decision = new ExtensionDecision(until, isApproved ? until : null, null, now, Leader) });
    }

    private Task ObstacleAsync(int n, Owed task)
    {
        if (!task.IsOpen || task.IsStuck) return Task.CompletedTask;
        var now = _clock.Now();
        task.IsStuck = true;
        Model.News(now + ReportStatus.UndoTime, Leader, "asked", () => task.IsOpen ? Invariant(task.Task) : null);
        return ChangeAsync(n, task, before => before with { Obstacle = new Obstacle("thiếu kinh phí", null, now, Principal(n)) });
    }

    private Task MuteAsync()
    {
        var person = Principal(_random.Next(20, 70));
        var until = VietnamTime.On(VietnamTime.Day(_clock.GetUtcNow()).AddDays(_random.Next(2, 10)), new TimeOnly(7, 0));
        Model.MutedUntil[person] = until;
        return _turns.Get<SettingsTable>().WriteAsync(person, new PersonSettings { MutedUntil = until }, default);
    }

    private async Task ChangeAsync(int n, Owed task, Func<Assignment, Assignment> change)
    {
        var stored = (await _turns.Get<WorkTable>().FindAsync(School(n), task.Task, default))!;
        var after = change(stored.Value) with { Version = stored.Value.Version + 1 };
        var operation = FormattableString.Invariant($"op-{++_operation}");
        var happened = new HistoryEvent { Kind = HistoryKind.Reported, At = _clock.Now(), By = Principal(n), Channel = "test", MessageId = operation };
        await _turns.Get<Projections>().FollowAsync(
            School(n), [after], operation, () => _turns.Get<WorkTable>().ChangeAsync(School(n), Principal(n), operation, [(stored, after, happened)], null, default), default);
    }

    private static TaskDraft Draft(int no, DateOnly due, int kind) => new()
    {
        No = no,
        Text = no == 1 ? "Báo cáo công tác tháng" : "Rà soát cơ sở vật chất",
        Kind = TaskKind.OneOff,
        Deadline = due,
        Audience = [.. Enumerable.Range(1, Schools).Where(n => IsOf(n, kind)).Select(n => $"Trường số {n}")],
        Source = new Source(0, 1),
    };

    private static bool IsOf(int n, int kind) => kind == Kinds || n % Kinds == kind;

    private static string School(int n) => FormattableString.Invariant($"truong-{n:d2}");

    private static string Principal(int n) => FormattableString.Invariant($"hieu-truong-{n:d2}");

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
