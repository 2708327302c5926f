using CsCheck;
using Directives.Core.Tests.Faults;
using Directives.Documents;
using Directives.Language.Prose;

namespace Directives.Core.Tests.Templates;

/// <summary>Tasks that go out into a spreadsheet and come back.</summary>
public sealed class TaskSheetTests
{
    private static readonly string[] Words =
        ["Phòng", "Nội vụ", "các trường", "=cmd|'/c calc'!A1", "báo cáo", "–", "UBND phường", "“kết luận”", "1/12", "+84", "-x", "@a", "15,5%", "A & B", "<b>", "1.000", "0012", "Nguyễn Văn Ánh", "trước 16h", "TRUE", "2026-12-31"];

    private static readonly Gen<string> Phrases = AnyOf(Words).List[1, 6].Select(words => string.Join(' ', words));

    private static readonly Gen<string?> MaybePhrase = Gen.Bool.Select(Phrases, (there, words) => there ? words : null);

    private static readonly Gen<IReadOnlyList<string>> Names = Phrases.List[0, 4].Select(names => (IReadOnlyList<string>)[.. names.Distinct()]);

    private static readonly Gen<DateOnly?> Days = Gen.Bool.Select(Gen.Int[0, 36_000], (there, day) => there ? new DateOnly(2000, 1, 1).AddDays(day) : (DateOnly?)null);

    private static readonly Gen<TimeOnly?> Times = Gen.Bool.Select(Gen.Int[0, 1439], (there, minute) => there ? new TimeOnly(minute / 60, minute % 60) : (TimeOnly?)null);

    private static readonly Gen<string?> Rules = Gen.OneOf(
        Gen.Const((string?)null),
        AnyOf("DAILY", "WEEKLY", "MONTHLY", "YEARLY").Select(Gen.Int[1, 12], (unit, n) => (string?)(n == 1 ? $"FREQ={unit}" : $"FREQ={unit};INTERVAL={n}")),
        Gen.Int[1, 31].Select(day => (string?)$"FREQ=MONTHLY;BYMONTHDAY={day}"),
        Gen.Int[1, 12].Select(Gen.Int[1, 28], (month, day) => (string?)$"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}"),
        AnyOf<string?>("FREQ=WEEKLY;BYDAY=MO,FR", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1", "FREQ=MONTHLY;BYDAY=2TU", "FREQ=YEARLY;BYMONTH=1,2,3"));

    private static readonly Gen<IReadOnlyList<Target>> Targets =
        Gen.Select(Phrases, Gen.Int[0, 2_000_000], Gen.Int[0, 3], Gen.Bool)
            .Select((what, n, digits, whole) => new Target(what, n / (decimal)Math.Pow(10, digits), whole ? n : null))
            .List[0, 3].Select(targets => (IReadOnlyList<Target>)targets);

    private static readonly Gen<TaskDraft> Drafts =
        from text in Phrases
        from section in MaybePhrase
        from who in Gen.Select(Names, Names, Names, Names, Names)
        from kind in Gen.Enum<TaskKind>()
        from when in Gen.Select(Days, Times, Days, Rules)
        from targets in Targets
        select new TaskDraft
        {
            No = 0,
            Section = section,
            Text = text,
            Directing = who.Item1,
            Lead = who.Item2,
            Coordinating = who.Item3,
            Audience = who.Item4,
            ReportTo = who.Item5,
            Kind = kind,
            Deadline = when.Item1,
            Time = when.Item2,
            Start = when.Item3,
            Recurrence = when.Item4,
            Targets = targets,
            Source = new Source(0, 0),
        };

    private static readonly Gen<DirectiveTask> Tasks = Drafts.Select(MaybePhrase, Gen.Bool, (draft, quote, isOfDocument) => new DirectiveTask
    {
        DirectiveId = "x",
        Number = 0,
        Title = "",
        // Words of a document, words of one that were put otherwise, or a clerk's own.
        Draft = draft with { Source = new Source(0, isOfDocument ? (quote == draft.Text ? draft.Text : quote ?? draft.Text).Length : 0) },
        Quote = isOfDocument && quote != draft.Text ? quote : null,
    });

    [Fact]
    public async Task Every_field_of_every_task_comes_back_as_it_was() => await Tasks.List[1, 6].SampleAsync(async generated =>
    {
        var (from, to) = (new DomainParts(Given()), new DomainParts(Given()));
        await AddAsync(from, Number(generated));
        var sheet = await ExportAsync(from);

        var plan = await from.Get<ImportTasks>().PlanAsync(sheet, null, default);
        Assert.Empty(plan!.Errors);
        Assert.True(plan.IsUnchanged, $"changed: {string.Join(',', plan.Changed)}");

        await to.Get<ImportTasks>().ApplyAsync((await to.Get<ImportTasks>().PlanAsync(sheet, null, default))!, default);
        var (before, after) = (await OnlyAsync(from), await OnlyAsync(to));
        Assert.Equal((before.Directive.Id, Json(before.Directive.Head)), (after.Directive.Id, Json(after.Directive.Head)));
        Assert.Equal(before.Tasks.Select(Json), after.Tasks.Select(Json));
    }, iter: 300, threads: 1);

    [Fact]
    public async Task Edited_sheet_changes_adds_and_drops()
    {
        var parts = new DomainParts(Given());
        await AddAsync(parts, Number([Task("Một"), Task("Hai"), Task("Ba")]));
        var rows = await ExportAsync(parts);
        var header = rows.ToList().FindIndex(row => row.Cells[0] == "Số việc");
        SheetRow[] edited =
        [
            .. rows.Take(header + 1),
            rows[header + 3],
            With(rows[header + 1], 1, "Một sửa lại"),
            new SheetRow("Nhiệm vụ", 90, ["", "Bốn", "", "Phòng Nội vụ; Công an phường", "", "", "", "", "31/12/2026", "16h30", "", "ngày 25 hằng tháng", "trường đạt chuẩn: 12/15; trẻ ra lớp: 98,5"]),
        ];

        var plan = (await parts.Get<ImportTasks>().PlanAsync(edited, null, default))!;
        Assert.Equal(["4", "1", "2"], new[] { plan.Added, plan.Changed, plan.Dropped }.Select(numbers => string.Join(',', numbers)));
        await parts.Get<ImportTasks>().ApplyAsync(plan, default);

        var (_, tasks) = await OnlyAsync(parts);
        Assert.Equal([(1, "Một sửa lại", "Một"), (3, "Ba", null), (4, "Bốn", null)], tasks.Select(task => (task.Number, task.Draft.Text, task.Quote)));
        Assert.Equal("Sửa lại", tasks[0].Title);
        var added = tasks[2].Draft;
        Assert.Equal(["Phòng Nội vụ", "Công an phường"], added.Lead);
        Assert.Equal(TaskKind.Recurring, added.Kind);
        Assert.Equal((new DateOnly(2026, 12, 31), new TimeOnly(16, 30), "FREQ=MONTHLY;BYMONTHDAY=25"), (added.Deadline, added.Time, added.Recurrence));
        Assert.Equal([new Target("trường đạt chuẩn", 12, 15), new Target("trẻ ra lớp", 98.5m, null)], added.Targets);
    }

    [Fact]
    public async Task Errors_name_sheet_row_and_column_and_nothing_is_stored()
    {
        var parts = new DomainParts(Given());
        SheetRow[] rows =
        [
            new("Nhiệm vụ", 2, ["Số, ký hiệu", "12-TB/ĐU", "Ngày ban hành", "hôm qua"]),
            new("Nhiệm vụ", 4, ["Số việc", "Nội dung nhiệm vụ", "Chủ trì", "Loại", "Thời hạn", "Giờ", "Định kỳ", "Chỉ tiêu"]),
            new("Nhiệm vụ", 5, ["1", "Một", "A", "Gấp", "31/2/2026", "25h", "khi cần", "nhiều"]),
            new("Nhiệm vụ", 7, ["1", "", "B"]),
            new("Nhiệm vụ", 8, ["x", "Ba"]),
            new("Nhiệm vụ", 9, ["9"]),
        ];

        var plan = (await parts.Get<ImportTasks>().PlanAsync(rows, null, default))!;

        Assert.False(plan.CanApply);
        Assert.Equal(
            [(2, "D"), (5, "E"), (5, "F"), (5, "D"), (5, "G"), (5, "H"), (7, "A"), (7, "B"), (8, "A")],
            plan.Errors.Select(error => (error.Row, error.Column)));
        Assert.Equal("Nhiệm vụ, dòng 7, cột A: số việc 1 đã có ở dòng 5.", plan.Errors[6].Text("vi"));
        Assert.Empty(await parts.Get<DirectiveTable>().ListAsync(default));
    }

    [Fact]
    public async Task Sheet_without_numbers_changes_nothing_the_second_time()
    {
        var parts = new DomainParts(Given());
        SheetRow[] rows =
        [
            new("Nhiệm vụ", 4, ["Số việc", "Nội dung nhiệm vụ", "Chủ trì"]),
            new("Nhiệm vụ", 5, ["", "Nộp sổ sách", "A"]),
            new("Nhiệm vụ", 6, ["", "Nộp kế hoạch", "B"]),
        ];
        SheetRow[] named = [new("Nhiệm vụ", 2, ["Số, ký hiệu", "12-TB/ĐU", "Ngày ban hành", "16/11/2026"]), .. rows];
        await parts.Get<ImportTasks>().ApplyAsync((await parts.Get<ImportTasks>().PlanAsync(named, null, default))!, default);

        Assert.True((await parts.Get<ImportTasks>().PlanAsync(named, null, default))!.IsUnchanged);

        // However it is typed: the words are set right, and the task stays what it is.
        var typed = (await parts.Get<ImportTasks>().PlanAsync([.. named[..2], With(named[2], 1, "nop so sach"), named[3]], null, default))!;
        Assert.Equal([1], typed.Changed);
        Assert.Empty(typed.Added);
        Assert.Empty(typed.Dropped);
    }

    [Theory]
    [InlineData("31/12/1999")]
    [InlineData("01/12/2106")]
    public async Task Year_that_is_a_slip_is_an_error_at_its_cell(string day)
    {
        var parts = new DomainParts(Given());
        SheetRow[] rows = [new("Nhiệm vụ", 4, ["Số việc", "Nội dung nhiệm vụ", "Thời hạn"]), new("Nhiệm vụ", 5, ["1", "Một", day])];

        var error = Assert.Single((await parts.Get<ImportTasks>().PlanAsync(rows, null, default))!.Errors);

        Assert.Equal((5, "C"), (error.Row, error.Column));
        Assert.EndsWith("không dùng được: từ 2000 đến 2100.", error.Text("vi"), StringComparison.Ordinal);
    }

    [Fact]
    public void Sheet_is_read_without_a_store_as_it_is_imported()
    {
        SheetRow[] rows = [new("Nhiệm vụ", 4, ["Số việc", "Nội dung nhiệm vụ", "Chủ trì", "Thời hạn"]), new("Nhiệm vụ", 5, ["", "Nộp sổ", "A; B", "31/12/2026"])];

        var (draft, errors) = ImportTasks.Read(rows)!.Value;

        Assert.Empty(errors);
        var task = Assert.Single(draft.Tasks);
        Assert.Equal((1, "Nộp sổ", new DateOnly(2026, 12, 31)), (task.No, task.Text, task.Deadline));
        Assert.Equal(["A", "B"], task.Lead);
    }

    [Fact]
    public async Task Column_that_is_not_there_leaves_what_is_stored()
    {
        var parts = new DomainParts(Given());
        await AddAsync(parts, Number([Task("Một") with { Draft = Task("Một").Draft with { Lead = ["A"], Deadline = new(2026, 12, 31), Targets = [new Target("x", 1, 2)] } }]));
        var head = (await ExportAsync(parts)).TakeWhile(row => row.Cells[0] != "Số việc");
        SheetRow[] rows = [.. head, new("Nhiệm vụ", 7, ["Số việc", "Nội dung nhiệm vụ", "Ghi chú"]), new("Nhiệm vụ", 8, ["1", "Một", "xem lại"])];

        var plan = (await parts.Get<ImportTasks>().PlanAsync(rows, null, default))!;

        Assert.True(plan.IsUnchanged);
        Assert.Equal(["Ghi chú"], plan.Ignored);
    }

    [Fact]
    public async Task Draft_of_hundreds_of_tasks_is_replaced_whole()
    {
        var parts = new DomainParts(Given());
        await AddAsync(parts, Number([.. Enumerable.Range(1, 250).Select(i => Task($"Việc {i}"))]));
        SheetRow[] rows = [.. (await ExportAsync(parts)).Select(row => row.Cells.Count > 1 && row.Cells[1].StartsWith("Việc ", StringComparison.Ordinal) ? With(row, 1, row.Cells[1] + " sửa") : row)];

        await parts.Get<ImportTasks>().ApplyAsync((await parts.Get<ImportTasks>().PlanAsync(rows, null, default))!, default);

        var (_, tasks) = await OnlyAsync(parts);
        Assert.Equal(250, tasks.Count);
        Assert.All(tasks, task => Assert.EndsWith(" sửa", task.Draft.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plan_made_before_somebody_published_changes_nothing()
    {
        var parts = new DomainParts(Given());
        var rosters = parts.Get<RosterTable>();
        await rosters.ReplaceAsync(Ward.Roster, await rosters.ReadAsync(default), default);
        await AddAsync(parts, Number([.. new[] { Task("Một"), Task("Hai") }.Select(task => task with { Draft = task.Draft with { Lead = ["THCS Hoa Sen"] } })]));
        var rows = (await ExportAsync(parts)).Where(row => row.Sheet == "Nhiệm vụ").SkipLast(1).ToArray();
        var plan = (await parts.Get<ImportTasks>().PlanAsync(rows, null, default))!;
        await parts.Get<PublishDirective>().HandleAsync(plan.Directive!.Id, default);

        await Assert.ThrowsAsync<StoreConflictException>(() => parts.Get<ImportTasks>().ApplyAsync(plan, default));

        Assert.True((await parts.Get<ImportTasks>().PlanAsync(rows, null, default))!.IsPublished);
        Assert.Equal(2, (await parts.Get<DirectiveTable>().TasksAsync(plan.Directive!.Id, default)).Count);
    }

    [Fact]
    public async Task Directive_without_a_number_is_known_by_the_draft_that_the_sheet_names()
    {
        var parts = new DomainParts(Given());
        var document = new TestDocuments().Read("a.txt", System.Text.Encoding.UTF8.GetBytes("THÔNG BÁO\nGiao các trường nộp báo cáo trước ngày 30/12/2026."));
        var imported = (await parts.Get<ImportDirective>().HandleAsync(document, null, default))!;

        var plan = (await parts.Get<ImportTasks>().PlanAsync(await ExportAsync(parts), null, default))!;

        Assert.Equal(imported.Directive.Id, plan.Directive!.Id);
        Assert.True(plan.IsUnchanged);
    }

    [Theory]
    [InlineData("45-TB/ĐU")]
    [InlineData("thong bao 45")]
    [InlineData("45")]
    [InlineData("cuối năm")]
    public async Task Directive_is_found_by_number_or_words(string words)
    {
        var parts = new DomainParts(Given());
        await AddAsync(parts, Number([Task("Một")]));

        Assert.Single(await parts.Get<ExportTasks>().FindAsync(words, true, default));
        Assert.Empty(await parts.Get<ExportTasks>().FindAsync(words, false, default));
        Assert.Empty(await parts.Get<ExportTasks>().FindAsync("thông báo 46", null, default));
    }

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static object[] Given() => [new InMemoryStore(), new InMemoryFileStore(), TimeProvider.System, new WorkbookWriter(), new ReportWriter()];

    private static DirectiveTask Task(string text) => new()
    {
        DirectiveId = "x",
        Number = 0,
        Title = text,
        Draft = new TaskDraft { No = 0, Text = text, Kind = TaskKind.OneOff, Source = new Source(0, text.Length) },
    };

    private static DirectiveTask[] Number(IReadOnlyList<DirectiveTask> tasks) =>
    [
        .. tasks.Select((task, i) => task with { Number = i + 1, Title = TaskTitle.Of(task.Draft, ImportDirective.TitleCharacters), Draft = task.Draft with { No = i + 1 } }),
    ];

    private static async Task AddAsync(DomainParts parts, DirectiveTask[] tasks)
    {
        var head = new DirectiveHead
        {
            Kind = "Thông báo",
            Number = "45-TB/ĐU",
            Title = "Kết luận về nhiệm vụ cuối năm",
            Issuer = "Đảng ủy phường Sông Mây",
            Issued = new DateOnly(2026, 11, 16),
            Signer = "Phan Văn Thử",
            Recipients = ["Các chi bộ", "UBND phường"],
        };
        var id = ImportDirective.IdOf(head, "");
        await parts.Get<DirectiveTable>().AddDraftAsync(
            new Directive { Id = id, Head = head, Stage = DirectiveStage.Draft, ImportedAt = Rehearsal.Morning },
            [.. tasks.Select(task => task with { DirectiveId = id })],
            default);
    }

    private static async Task<IReadOnlyList<SheetRow>> ExportAsync(DomainParts parts)
    {
        var (directive, _) = await OnlyAsync(parts);
        return SheetReader.Read(new MemoryStream((await parts.Get<ExportTasks>().HandleAsync(directive, default)).Content), "x.xlsx");
    }

    private static async Task<(Directive Directive, IReadOnlyList<DirectiveTask> Tasks)> OnlyAsync(DomainParts parts)
    {
        var directive = Assert.Single(await parts.Get<DirectiveTable>().ListAsync(default));
        return (directive, await parts.Get<DirectiveTable>().DraftAsync(directive.Id, default));
    }

    private static SheetRow With(SheetRow row, int column, string text) => row with { Cells = [.. row.Cells.Select((cell, i) => i == column ? text : cell)] };

    private static string Json<T>(T value) => System.Text.Json.JsonSerializer.Serialize(value);
}
