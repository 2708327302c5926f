using System.Text;
using Directives.Core.Tests.Faults;
using Directives.Language.Prose;

namespace Directives.Core.Tests.UseCases;

/// <summary>Which earlier directive is meant, and what becomes of its tasks.</summary>
public sealed class EarlierDirectivesTests
{
    [Theory]
    [InlineData("Thông báo", "45", null, true)]
    [InlineData("Thông báo", "45-TB/ĐU", 2026, true)]
    [InlineData(null, "045-TB/ĐU", 2026, true)]
    [InlineData("Thông báo", "45-TB/ĐU", 2025, false)]
    [InlineData("Kế hoạch", "45-TB/ĐU", 2026, false)]
    [InlineData("Thông báo", "4", null, false)]
    [InlineData("Thông báo", "45-TB/QU", null, false)]
    public async Task Earlier_directive_is_known_by_kind_number_and_year(string? kind, string number, int? year, bool isFound)
    {
        var rehearsal = await Rehearsal.OfAsync();

        var planned = await FindAsync(rehearsal, new EarlierDocument(DirectiveEffect.Replaces, number) { Kind = kind, Year = year });

        Assert.Equal(isFound ? Ward.DirectiveId : null, planned.Found?.Id);
        Assert.Equal(isFound ? 7 : 0, planned.Open.Count);
    }

    [Fact]
    public async Task Of_two_years_none_is_meant_until_one_is_named()
    {
        var rehearsal = await Rehearsal.OfAsync();
        var directives = rehearsal.Parts.Get<DirectiveTable>();
        var other = (await directives.FindAsync(Ward.DirectiveId, default))!.Value.Value with { Id = "tb-45-2025" };
        await directives.AddDraftAsync(other with { Head = other.Head with { Issued = new DateOnly(2025, 11, 16) } }, [], default);

        var unclear = await FindAsync(rehearsal, new EarlierDocument(DirectiveEffect.Replaces, "45") { Kind = "Thông báo" });
        var clear = await FindAsync(rehearsal, new EarlierDocument(DirectiveEffect.Replaces, "45") { Kind = "Thông báo", Year = 2026 });

        Assert.Null(unclear.Found);
        Assert.Equal(2, unclear.Candidates.Count);
        Assert.Equal(Ward.DirectiveId, clear.Found?.Id);
    }

    [Fact]
    public async Task Directive_of_another_body_is_pointed_out()
    {
        var rehearsal = await Rehearsal.OfAsync();

        var planned = await FindAsync(rehearsal, new EarlierDocument(DirectiveEffect.Replaces, "45") { Kind = "Thông báo" }, "Đảng ủy phường Khác");

        Assert.True(planned.IsOthers);
    }

    [Theory]
    [InlineData("kiểm kê tài sản công", new[] { 5 })]
    [InlineData("kiểm kê", new int[0])]
    [InlineData(null, new[] { 1, 2, 3, 4, 5, 6 })]
    public async Task More_time_is_for_the_task_that_the_words_name_or_for_all_with_an_earlier_deadline(string? words, int[] tasks)
    {
        var rehearsal = await Rehearsal.OfAsync();

        var planned = await FindAsync(rehearsal, new EarlierDocument(DirectiveEffect.Extends, "45") { Task = words, Until = new DateOnly(2027, 1, 15) });

        Assert.Equal(tasks, planned.Extended);
    }

    [Fact]
    public async Task Replaced_tasks_end_where_they_are_open_and_stay_where_they_are_done()
    {
        var rehearsal = await Rehearsal.OfAsync();
        await rehearsal.SayAsync(Ward.Principal, "việc 3 xong rồi");
        await PublishAsync(rehearsal);

        var work = rehearsal.Parts.Get<WorkTable>();
        var done = (await work.FindAsync("thcs-hoa-sen", 3, default))!.Value;
        var open = (await work.FindAsync("mn-sao-mai", 3, default))!.Value;
        Assert.Equal((true, null), (done.State.IsDone, done.Ended));
        Assert.Equal((EndingKind.Superseded, 8, "Thông báo 52-TB/ĐU"), (open.Ended!.Kind, open.Ended.Task, open.Ended.DirectiveLabel));
        Assert.Equal([8], (await work.OpenUntilAsync("mn-sao-mai", null, default)).Select(task => task.Task));
        var progress = await rehearsal.Parts.Get<ProgressTable>().OfTaskAsync(3, default);
        Assert.Equal(["thcs-hoa-sen"], progress.Where(unit => unit.IsOwed).Select(unit => unit.UnitId));
    }

    [Fact]
    public async Task Unit_that_reports_while_its_task_is_superseded_keeps_its_result()
    {
        var writes = (await RunAsync(0)).Writes;
        for (var at = 1; at <= writes; at++)
        {
            var (_, reported, task) = await RunAsync(at);
            Assert.Equal(reported, task.State.IsDone);
            Assert.Equal(!reported, task.Ended is not null);
        }

        static async Task<(int Writes, bool Reported, Assignment Task)> RunAsync(int at)
        {
            var rehearsal = await Rehearsal.OfAsync();
            var store = new FaultyStore(rehearsal.Store);
            var reported = false;
            store.BeforeCommit = async () =>
            {
                if (store.Commits == at) reported = (await rehearsal.SayAsync(Ward.Principal, "việc 3 xong rồi")).Any(reply => reply is RecordedReply);
            };
            await PublishAsync(rehearsal, rehearsal.PartsOn(store));
            Assert.Empty((await rehearsal.Parts.Get<RebuildProjections>().HandleAsync(repair: false, default)).Differences);
            return (store.Commits, reported, (await rehearsal.Parts.Get<WorkTable>().FindAsync("thcs-hoa-sen", 3, default))!.Value);
        }
    }

    [Fact]
    public async Task Taken_back_and_published_again_an_item_keeps_its_number_and_a_new_one_gets_a_new_one()
    {
        var rehearsal = await Rehearsal.OfAsync();
        foreach (var said in new[] { "giao đi", "1", "thu hồi", "bỏ 1", "thêm việc: Các trường gửi lịch kiểm tra", "việc 3 chủ trì các trường", "giao đi", "1" })
        {
            if (said == "giao đi" && rehearsal.Clock.GetUtcNow() == Rehearsal.Morning) await ImportAsync(rehearsal);
            await rehearsal.SayAsync(Ward.Clerk, said);
            rehearsal.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        var index = (await rehearsal.Parts.Get<DirectiveTable>().IndexAsync(default)).Where(task => task.DirectiveId != Ward.DirectiveId).ToArray();
        Assert.Equal([(9, "Tổng hợp, báo cáo Đảng ủy"), (10, "Gửi lịch kiểm tra")], index.Select(task => (task.Number, task.Title)));
        // What was number 8 is owed by nobody, and its number is nobody else's.
        Assert.Equal(EndingKind.TakenBack, (await rehearsal.Parts.Get<WorkTable>().FindAsync("mn-sao-mai", 8, default))!.Value.Ended!.Kind);
        Assert.Equal((true, 3), ((await rehearsal.Parts.Get<WorkTable>().FindAsync("vhxh", 9, default))!.Value switch { var task => (task.IsOpen, task.Version) }));
    }

    private static async Task<PlannedEarlier> FindAsync(Rehearsal rehearsal, EarlierDocument document, string? issuer = null) => Assert.Single(
        await rehearsal.Parts.Get<EarlierDirectives>().FindAsync(
            new Directive
            {
                Id = "new",
                Head = new DirectiveHead { Issuer = issuer },
                Stage = DirectiveStage.Draft,
                ImportedAt = Rehearsal.Morning,
                Earlier = [new EarlierDirective(document)],
            },
            default));

    private static async Task<string> ImportAsync(Rehearsal rehearsal)
    {
        await Scenario.DeliverAsync(rehearsal.Parts, Ward.Clerk, "", "import", [new IncomingFile("tep.txt", Encoding.UTF8.GetBytes(Scenario.Replacement))]);
        return (await rehearsal.Parts.Get<DirectiveTable>().ListAsync(default)).Single(one => one.Stage == DirectiveStage.Draft).Id;
    }

    private static async Task PublishAsync(Rehearsal rehearsal, DomainParts? parts = null) =>
        await (parts ?? rehearsal.Parts).Get<PublishDirective>().HandleAsync(await ImportAsync(rehearsal), default);
}
