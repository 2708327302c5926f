using Directives.Bot.Rendering;
using Directives.Core;
using Directives.Language.Messages;

namespace Directives.EndToEnd.Page;

/// <summary>An example of each kind of card, as the program draws it.</summary>
internal static class CardSamples
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 14, 0, VietnamTime.Offset);
    private static readonly DateOnly Today = VietnamTime.Day(Now);
    private static readonly Person Mau = new(Samples.Principal, "Đinh Thị Mẫu", "thcs-hoa-sen", Role.Principal, "Hiệu trưởng", Salutation.Cô);
    private static readonly Choice[] Decide =
    [
        new(new Phrase("btn.approveUntil", ("date", new ShortDate(new DateOnly(2027, 1, 15)))), new Command(Intent.DecideExtension)),
        new("btn.otherDate", new Command(Intent.DecideExtension) { Step = Step.ChooseDay }),
        new("btn.reject", new Command(Intent.DecideExtension) { IsForm = true }),
    ];

    private static TaskRow Row(int no, string title, DateOnly due, WorkState state, DueClass @class = DueClass.OpenInTime) =>
        new() { No = no, Title = title, Due = due, State = state, Class = @class };

    private static RequestBlock Block(string unit, int no, string title, DateOnly until, string words) => new()
    {
        Unit = unit,
        Task = Row(no, title, new DateOnly(2026, 12, 31), WorkState.InProgress(60)),
        Until = until,
        Words = words,
        Times = 1,
        Choices = Decide,
    };

    public static IReadOnlyList<(string Name, string Card)> All { get; } =
    [
        .. new (string, Reply)[]
        {
            ("list", new TaskListReply
            {
                Heading = new Phrase("list.due", ("period", new PeriodName(new Period(new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 29)))), ("unit", "THCS Hoa Sen"), ("n", 7)),
                Rows =
                [
                    Row(8, "Nộp danh sách học sinh giỏi", new DateOnly(2026, 11, 26), WorkState.InProgress(80)),
                    Row(12, "Kiểm tra bếp ăn", new DateOnly(2026, 11, 27), WorkState.NotStarted),
                    Row(3, "Rà soát đội ngũ giáo viên và nhân viên nhà trường năm học 2026", new DateOnly(2026, 11, 27), WorkState.Done, DueClass.DoneOnTime),
                ],
                More = 4,
                MoreCommand = new Command(Intent.ListTasks) { Step = Step.More, After = new ListPlace(3, new DateOnly(2026, 11, 27)) },
                AlsoOverdue = [7],
                Buttons = [Choices.Progress, Choices.Overdue()],
            }),
            ("list-empty", new TaskListReply
            {
                Heading = new Phrase("list.none", ("period", new PeriodName(new Period(Today, Today)))),
                Rows = [],
                Next = Row(8, "Nộp danh sách học sinh giỏi", new DateOnly(2026, 11, 26), WorkState.InProgress(80)),
                AlsoOverdue = [7],
                Buttons = [Choices.Overdue()],
            }),
            ("task", new TaskReply
            {
                Task = Row(7, "Lập kế hoạch phòng cháy", new DateOnly(2026, 11, 20), WorkState.InProgress(50), DueClass.OpenOverdue),
                Title = "Lập kế hoạch phòng cháy",
                Lead = ["THCS Hoa Sen"],
                Coordinating = ["Công an phường", "Phòng Văn hóa – Xã hội"],
                Evidence = ["ke-hoach.docx"],
                DirectiveLabel = "Thông báo 45-TB/ĐU",
                Issued = new DateOnly(2026, 11, 16),
                Quote = "Các trường lập kế hoạch phòng cháy, báo cáo chậm nhất ngày 20/11/2026.",
                History =
                [
                    new Phrase("history.assigned", ("time", Now), ("date", new DateOnly(2026, 11, 16))),
                    new Phrase("history.reported", ("time", Now), ("date", new DateOnly(2026, 11, 23)), ("state", WorkState.InProgress(50)), ("who", "Đinh Thị Mẫu")),
                ],
                Choices = [Choices.Progress],
                Buttons = [new Choice("btn.done", new Command(Intent.UpdateStatus)), Choices.Percent(7), Choices.Extend, Choices.Obstacle, Choices.Progress],
            }),
            ("form-progress", new FormReply
            {
                Heading = new Phrase("form.progress", ("no", 8)),
                Facts = [new Fact("fact.task", new Phrase("btn.kept", ("words", "Nộp danh sách học sinh giỏi"))), new Fact("fact.state", new Phrase("state", ("state", WorkState.InProgress(80))))],
                Fields = [new Field(FilledForm.Percent, FieldKind.Percent, "form.percent") { Value = "80", Error = "form.percent.error" }, new Field(FilledForm.Note, FieldKind.Words, "form.note")],
                Notes = [new Phrase("form.evidence", ("no", 8))],
                Buttons = [new Choice("btn.record", new Command(Intent.UpdateStatus) { IsForm = true }), new Choice("btn.done", new Command(Intent.UpdateStatus) { IsForm = true }), Choices.Nothing],
            }),
            ("form-extend", new FormReply
            {
                Before = ["form.day.error"],
                Heading = new Phrase("form.extend", ("no", 5)),
                Facts = [new Fact("fact.task", new Phrase("btn.kept", ("words", "Kiểm kê tài sản công"))), new Fact("fact.due", new Phrase("date.plain", ("date", new DateOnly(2026, 12, 31))))],
                Fields =
                [
                    new Field(FilledForm.Until, FieldKind.Day, "form.until") { IsRequired = true, From = new DateOnly(2027, 1, 1), Error = "form.day.error" },
                    new Field(FilledForm.Reason, FieldKind.Words, "fact.reason") { IsRequired = true, Error = "form.reason.error" },
                ],
                Buttons = [new Choice("btn.sendRequest", new Command(Intent.RequestExtension) { IsForm = true }), new Choice("btn.notSend", Command.At(Step.Nothing))],
            }),
            ("form-several", new FormReply
            {
                Heading = "ask.check",
                Fields =
                [
                    .. new[] { (3, "Rà soát đội ngũ", "done"), (8, "Nộp danh sách học sinh giỏi", "done"), (12, "Kiểm tra bếp ăn", "started") }.Select(one =>
                        new Field(FilledForm.StateOf(one.Item1), FieldKind.Choice, new Phrase("extend.task", ("task", new TaskName(one.Item1, one.Item2))))
                        {
                            Value = one.Item3,
                            Options = [new FieldOption("done", "state.done"), new FieldOption("started", "state.progress.plain"), new FieldOption("drop", "btn.nothing")],
                        }),
                ],
                Buttons = [new Choice("btn.recordAll", new Command(Intent.UpdateStatus) { IsForm = true }), Choices.Nothing],
            }),
            ("request", new RequestsReply
            {
                Heading = new Phrase("request.head", ("unit", "THCS Hoa Sen"), ("no", 5)),
                Blocks = [Block("THCS Hoa Sen", 5, "Kiểm kê tài sản công", new DateOnly(2027, 1, 15), "chờ thẩm định giá_1 *gấp*")],
                Fields = [new Field(FilledForm.Reason, FieldKind.Words, "form.rejectReason")],
            }),
            ("requests", new RequestsReply
            {
                Heading = new Phrase("requests.head", ("n", 2)),
                Blocks =
                [
                    Block("THCS Hoa Sen", 5, "Kiểm kê tài sản công", new DateOnly(2027, 1, 15), "chờ thẩm định giá"),
                    Block("MN Sao Mai", 12, "Kiểm tra bếp ăn", new DateOnly(2026, 12, 4), "chờ kiểm nghiệm"),
                ],
            }),
            ("recorded", new RecordedReply([new Recorded(new TaskName(8, "Nộp danh sách học sinh giỏi"), WorkState.InProgress(80), WorkState.Done, Today)], Now, Now.AddMinutes(10))
            {
                By = Mau.Name,
                Buttons = [new Choice("btn.undo", new Command(Intent.Undo)), Choices.Evidence(8), Choices.Open],
            }),
            ("summary", new SummaryReply
            {
                Period = new SummaryPeriod(PeriodKind.Month, new Period(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30))).Name,
                At = Now,
                Units = 24,
                Counts = new ClassCounts(72, 6, 36, 6, 0),
                Worst = [new WorstTask(7, "Lập kế hoạch phòng cháy", 3), new WorstTask(3, "Rà soát đội ngũ", 2)],
                ByUnit =
                [
                    new UnitLoad("MN Sao Mai", new ClassCounts(2, 1, 1, 2, 0)), new UnitLoad("THCS Hoa Sen", new ClassCounts(3, 0, 2, 1, 0)),
                    new UnitLoad("Phòng Kinh tế, Hạ tầng và Đô thị", new ClassCounts(4, 0, 2, 0, 0)),
                ],
                MoreUnits = 21,
                Choices = [Choices.Overdue()],
                Buttons = [Choices.RequestsOf(2), Choices.UnitLoads, Choices.Open],
            }),
            ("units", new UnitsReply
            {
                Heading = new Phrase("units.head", ("task", new TaskName(3, "Rà soát đội ngũ")), ("n", 5), ("total", 24), ("date", new DateOnly(2026, 11, 30)), ("left", new Left(new DateOnly(2026, 11, 30)))),
                Count = new UnitCount(19, 24),
                Untouched = [new UnitState("MN Sao Mai", WorkState.NotStarted), new UnitState("TH Cỏ May", WorkState.NotStarted)],
                Started = [new UnitState("THCS Hoa Sen", WorkState.InProgress(60))],
                Buttons = [Choices.Nudge.On(3), Choices.Source(3)],
            }),
            ("draft", new DraftReply
            {
                No = 4, Place = 4, Of = 6,
                Title = "Rà soát vị trí việc làm",
                Text = "Phòng Nội vụ chủ trì rà soát vị trí việc làm.",
                Missing = ["missing.when", "missing.result"],
                Who = ["Phòng Nội vụ"],
                Fields =
                [
                    new Field(FilledForm.Until, FieldKind.Day, "fact.due"),
                    new Field(FilledForm.Who, FieldKind.Line, "draft.field.who") { Value = "Phòng Nội vụ" },
                    new Field(FilledForm.Helpers, FieldKind.Line, "fact.coordinating"),
                ],
                Buttons =
                [
                    new Choice("btn.saveNext", Command.At(Step.SaveDraft) with { IsForm = true }), new Choice(new Phrase("btn.publish", ("n", 6)), Command.At(Step.CheckPublishing) with { IsForm = true }),
                    new Choice("btn.dropDraft", Command.At(Step.DropDraft)),
                ],
            }),
            ("menu", new SayReply("none.menu") { Choices = SmallTalk.Menu(Role.Principal) }),
            ("stale", new TaskReply
            {
                Before = [new Phrase("card.stale", ("task", new TaskName(12, "Kiểm tra bếp ăn")), ("state", WorkState.Done))],
                Task = Row(12, "Kiểm tra bếp ăn", new DateOnly(2026, 11, 27), WorkState.Done, DueClass.DoneOnTime),
                Title = "Kiểm tra bếp ăn",
                DirectiveLabel = "Thông báo 45-TB/ĐU",
                Quote = "Các trường tự kiểm tra bếp ăn.",
                Buttons = [Choices.Open],
            }),
        }.Select(one => (one.Item1, CardRenderer.Render(one.Item2, new Wording(Texts.Vietnamese, Mau, Today)).ToString())),
    ];
}
