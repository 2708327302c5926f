using System.Globalization;
using Directives.Core.Tests.Faults;
using Directives.Language.Messages;
using Directives.Language.Prose;
using Xunit.Abstractions;

namespace Directives.Core.Tests.Model;

/// <summary>
/// Random sequences of what several people do, with second deliveries and restarts between, against <see cref="ModelWard"/>.
/// <c>DIRECTIVES_MODEL_SEED</c> and <c>DIRECTIVES_MODEL_SEQUENCES</c> choose them.
/// </summary>
public sealed class ModelTests(ITestOutputHelper output)
{
    private const int Steps = 60;

    private static readonly string[] Heads = [Ward.Principal, Ward.OtherPrincipal, Ward.OfficeHead, Ward.EnglishPrincipal];

    [Fact]
    public async Task Random_sequences_end_as_a_simple_model_says()
    {
        var first = Setting("DIRECTIVES_MODEL_SEED", Environment.TickCount & 0xFFFFF);
        var sequences = Setting("DIRECTIVES_MODEL_SEQUENCES", 40);
        output.WriteLine($"seeds {first} to {first + sequences - 1}");
        var changes = 0;
        for (var seed = first; seed < first + sequences; seed++)
        {
            try
            {
                changes += await RunAsync(seed);
            }
            catch (Exception wrong) when (wrong is not OutOfMemoryException)
            {
                throw new InvalidOperationException($"Seed {seed}: {wrong.Message}", wrong);
            }
        }

        output.WriteLine($"{sequences} sequences of {Steps} steps, {changes} changes");
    }

    private static async Task<int> RunAsync(int seed)
    {
        var random = new Random(seed);
        var rehearsal = await Rehearsal.OfAsync();
        var model = await ModelOfAsync(rehearsal.Parts);
        var said = new List<IncomingMessage>();
        for (var step = 0; step < Steps; step++)
        {
            rehearsal.Clock.Advance(TimeSpan.FromSeconds(random.Next(4, 150)));
            var parts = random.Next(4) == 0 ? rehearsal.PartsOn(rehearsal.Store) : rehearsal.Parts;
            if (said.Count > 0 && random.Next(6) == 0)
            {
                await parts.Get<Assistant>().HandleAsync(said[^random.Next(1, Math.Min(said.Count, 4) + 1)], default);
                continue;
            }

            await StepAsync(random, parts, model, said, rehearsal.Clock.GetUtcNow());
            if (step % 10 == 9) await CompareAsync(rehearsal, model);
        }

        await CompareAsync(rehearsal, model);
        return model.Tasks.Values.Sum(task => task.Changes - 1);
    }

    private static async Task StepAsync(Random random, DomainParts parts, ModelWard model, List<IncomingMessage> said, DateTimeOffset now)
    {
        var head = Ward.Roster.FindPerson(Heads[random.Next(Heads.Length)])!;
        var leader = Ward.Roster.FindPerson(Ward.Leader)!;
        var at = VietnamTime.At(now);
        var task = random.Next(1, 8);
        // Rarely: a few of them leave little to report on.
        if (random.Next(40) == 0)
        {
            if (random.Next(2) == 0)
            {
                model.Withdraw(task);
                await SayAsync(Ward.Roster.FindPerson(Ward.Clerk)!, "", WithdrawTask.Of(task, "giao nhầm") with { Confirmed = true });
                return;
            }

            model.Supersede(task);
            var number = await PublishAsync(parts, task, $"later-{now.UtcTicks}", now);
            model.Tasks[("vhxh", number)] = new ModelTask(WorkState.NotStarted, new DateOnly(2026, 12, 20), IsOwed: true);
            return;
        }

        switch (random.Next(12))
        {
            case < 4:
                var percent = random.Next(1, 4) * 25;
                var state = percent == 75 ? WorkState.Done : WorkState.InProgress(percent);
                var words = state.IsDone ? $"việc {task} xong rồi" : $"việc {task} được {percent}%";
                model.Report(head, [task], state, words, at);
                if (await SayAsync(head, words, null) is { Choices: [{ Command.Confirmed: true }, ..] }) await SayAsync(head, "1", null);
                break;
            case 4:
                var other = (task % 7) + 1;
                var both = $"việc {task}, {other} xong rồi";
                model.Report(head, [task, other], WorkState.Done, both, at);
                var asked = await SayAsync(head, both, null);
                if (asked is { Choices: [{ Command.Confirmed: true }, ..] }) await SayAsync(head, "1", null);
                break;
            case < 7:
                var who = random.Next(4) == 0 ? leader : head;
                model.Undo(who, "hoàn tác", at);
                await SayAsync(who, "hoàn tác", null);
                break;
            case < 9:
                var until = new DateOnly(2026, 12, 1).AddDays(random.Next(0, 40));
                model.AskForTime(head, task, until, at);
                await SayAsync(head, "", new Command(Intent.RequestExtension, Of(task) with { Deadline = until, Note = "chờ thẩm định" }) { Confirmed = true });
                break;
            case < 11:
                // Of what there is to decide, mostly.
                var open = model.Tasks.Where(one => one.Value.Asked is not null).Select(one => one.Key).ToArray();
                var (unit, number) = open.Length > 0 ? open[random.Next(open.Length)] : (head.UnitId, task);
                var approves = random.Next(2) == 0;
                model.Decide(leader, unit, number, approves, at);
                await SayAsync(leader, "", new Command(Intent.DecideExtension, Of(number) with
                {
                    Unit = Ward.Roster.FindUnit(unit)!.Name,
                    Decision = approves ? Decision.Approve : Decision.Reject,
                    Note = "đã gia hạn",
                }));
                break;
            default:
                var trouble = $"kinh phí đợt {random.Next(3)}";
                model.MeetTrouble(head, task, trouble, at);
                await SayAsync(head, "", new Command(Intent.ReportObstacle, Of(task) with { Note = trouble }));
                break;
        }

        async Task<Reply> SayAsync(Person by, string text, Command? pressed)
        {
            var message = new IncomingMessage { Channel = "test", MessageId = $"m{said.Count}", Sender = by, Text = text, Pressed = pressed };
            said.Add(message);
            return Assert.Single(await parts.Get<Assistant>().HandleAsync(message, default));
        }

        static Slots Of(int task) => new() { Tasks = [new TaskReference(task)] };
    }

    private static async Task<int> PublishAsync(DomainParts parts, int superseded, string id, DateTimeOffset now)
    {
        var draft = new TaskDraft
        {
            No = 1,
            Text = "Tổng hợp",
            Kind = TaskKind.OneOff,
            Deadline = new DateOnly(2026, 12, 20),
            Lead = ["Phòng Văn hóa – Xã hội"],
            Source = new Source(0, 0),
        };
        await parts.Get<DirectiveTable>().AddDraftAsync(
            new Directive { Id = id, Head = new DirectiveHead { Kind = "Thông báo", Title = id }, Stage = DirectiveStage.Draft, ImportedAt = now },
            [new DirectiveTask { DirectiveId = id, Number = 1, Title = draft.Text, Draft = draft, Supersedes = [superseded] }],
            default);
        return (await parts.Get<PublishDirective>().HandleAsync(id, default))!.FirstTask;
    }

    private static async Task CompareAsync(Rehearsal rehearsal, ModelWard model)
    {
        var (parts, work) = (rehearsal.Parts, rehearsal.Parts.Get<WorkTable>());
        foreach (var unit in Ward.Roster.Units)
        {
            var expected = model.Tasks.Where(one => one.Key.Unit == unit.Id).OrderBy(one => one.Key.Task).ToArray();
            var actual = await work.ListAsync(unit.Id, default);
            Assert.Equal(expected.Select(one => (one.Key.Task, one.Value)), actual.Select(one => (one.Task, Model(one))));
            Assert.Equal(
                expected.Where(one => !one.Value.State.IsDone && !one.Value.IsEnded).OrderBy(one => one.Value.Due ?? DateOnly.MaxValue).Select(one => one.Key.Task),
                (await work.OpenUntilAsync(unit.Id, null, default)).Select(one => one.Task));
            foreach (var one in actual)
            {
                var events = 0;
                await foreach (var happened in work.HistoryAsync(unit.Id, one.Task, default)) events++;
                Assert.Equal(one.Version, events);
            }
        }

        var leader = Ward.Roster.FindPerson(Ward.Leader)!;
        var turn = new Turn(
            new IncomingMessage { Channel = "test", MessageId = "look", Sender = leader }, Ward.Roster, new TalkState(), VietnamTime.At(rehearsal.Clock.GetUtcNow()));
        var summary = await parts.Get<Summarise>().HandleAsync(turn, new Command(Intent.Summary), default);

        // Where every task is replaced or withdrawn there is nothing to sum up, and it says so.
        if (model.Summary(turn.Today).Total == 0) Assert.IsType<SayReply>(summary);
        else Assert.Equal(model.Summary(turn.Today), Assert.IsType<SummaryReply>(summary).Counts);
        Assert.Empty((await parts.Get<RebuildProjections>().HandleAsync(repair: false, default)).Differences);
    }

    private static async Task<ModelWard> ModelOfAsync(DomainParts parts)
    {
        var model = new ModelWard();
        foreach (var unit in Ward.Roster.Units)
        {
            foreach (var one in await parts.Get<WorkTable>().ListAsync(unit.Id, default)) model.Tasks[(unit.Id, one.Task)] = Model(one);
        }

        return model;
    }

    private static ModelTask Model(Assignment one) => new(one.State, one.Due, one.Duty is Duty.Lead or Duty.Owe)
    {
        DoneOn = one.DoneOn,
        Asked = one.Extension?.Until,
        Trouble = one.Obstacle?.Note,
        IsEnded = one.Ended is not null,
        Changes = one.Version,
    };

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
