using Directives.Core;
using Directives.Language.Prose;

namespace Directives.Storage.Tests.Backups;

/// <summary>An organisation with any number of assignments, written through the tables' own code, so that its rows are what the program writes.</summary>
internal sealed class StoredOrganisation(IPartitionedStore store, int units, int tasks)
{
    private const int TasksPerDirective = 10;

    private static readonly DateTimeOffset Start = new(2026, 11, 2, 8, 0, 0, TimeSpan.FromHours(7));

    public async Task WriteAsync()
    {
        await WriteRosterAsync();
        await WriteDirectivesAsync();
        await Parallel.ForAsync(0, units, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (unit, _) => await WriteUnitAsync(unit));
        await Parallel.ForAsync(1, tasks + 1, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (task, token) =>
            await new ProgressTable(store).AddAsync(task, [.. Enumerable.Range(0, units).Select(unit => Assigned(unit, task))], token));
    }

    private static string UnitId(int unit) => $"trường-{unit:d5}";

    private static string Title(int task) => $"Báo cáo kết quả thực hiện nhiệm vụ \"số {task}\" – đợt {task % 4 + 1}";

    private async Task WriteRosterAsync()
    {
        using var rosters = new RosterTable(store);
        var roster = new Roster(
            "UBND phường Sông Mây",
            [new Unit("phuong", "Phường Sông Mây", "phường", null), .. Enumerable.Range(0, units).Select(unit => new Unit(UnitId(unit), $"Trường số {unit}", "THCS", "phuong"))],
            [],
            [.. Enumerable.Range(0, units).Select(unit => new Person(Head(unit), $"Đinh Thị Mẫu {unit}", UnitId(unit), Role.Principal, "Hiệu trưởng", Salutation.Cô))]);
        await rosters.ReplaceAsync(roster, await rosters.ReadAsync(default), default);
    }

    private async Task WriteDirectivesAsync()
    {
        var directives = new DirectiveTable(store);
        await directives.TakeNumbersAsync(tasks, default);
        foreach (var numbers in Enumerable.Range(1, tasks).Chunk(TasksPerDirective))
        {
            var directive = new Directive
            {
                Id = $"tb/{numbers[0]}",
                Head = new DirectiveHead { Kind = "Thông báo", Number = $"{numbers[0]}-TB/ĐU", Issued = new DateOnly(2026, 11, 1) },
                Stage = DirectiveStage.Published,
                ImportedAt = Start,
                FirstTask = numbers[0],
                PublishedAt = Start,
            };
            DirectiveTask[] owed = [.. numbers.Select(number => new DirectiveTask
            {
                DirectiveId = directive.Id,
                Number = number,
                Title = Title(number),
                Draft = new TaskDraft { No = number, Text = Title(number), Kind = TaskKind.OneOff, Source = new Source(0, 10), Audience = ["các trường"] },
            })];
            await directives.AddDraftAsync(directive, owed, default);
            await directives.WriteTasksAsync(directive, owed, default);
        }
    }

    private async Task WriteUnitAsync(int unit)
    {
        var work = new WorkTable(store);
        await work.AssignAsync(UnitId(unit), [.. Enumerable.Range(1, tasks).Select(task => (Assigned(unit, task), Event(task, HistoryKind.Assigned, "giao")))], default);
        var first = (await work.FindAsync(UnitId(unit), 1, default))!;
        var reported = first.Value.Reported(WorkState.InProgress(unit % 99 + 1), Start.AddHours(1), Head(unit));
        var operation = $"webchat {Head(unit)}/1";
        var undo = new UndoableReport { Operation = operation, At = Start, Until = Start.AddMinutes(10), Changes = [new UndoableChange(2, first.Value)] };
        await work.ChangeAsync(UnitId(unit), Head(unit), operation, [(first, reported, Event(1, HistoryKind.Reported, operation))], undo, default);
        await new ProgressTable(store).ProjectAsync(reported, default);
        await new SeenTable(store).EndAsync("webchat", operation, Start.AddDays(unit % 5), default);
        var talks = new TalkTable(store);
        await talks.SaveAsync(Head(unit), new TalkState { Shown = [1], ShownAt = Start }, default);
    }

    private static string Head(int unit) => $"hiệu-trưởng-{unit:d5}";

    private static Assignment Assigned(int unit, int task) => new()
    {
        UnitId = UnitId(unit),
        Task = task,
        DirectiveId = $"tb/{(task - 1) / TasksPerDirective * TasksPerDirective + 1}",
        DirectiveLabel = "Thông báo 45-TB/ĐU",
        Issued = new DateOnly(2026, 11, 1),
        Title = Title(task),
        Text = $"Các trường {Title(task)}, gửi về Phòng Văn hóa – Xã hội trước ngày {task % 28 + 1}/12/2026.",
        Duty = Duty.Owe,
        Kind = TaskKind.OneOff,
        Due = task % 10 == 0 ? null : new DateOnly(2026, 12, task % 28 + 1),
        Lead = ["các trường"],
        ReportTo = ["Phòng Văn hóa – Xã hội"],
        Version = 1,
    };

    private static HistoryEvent Event(int task, HistoryKind kind, string messageId) =>
        new() { Kind = kind, At = Start.AddSeconds(task), Channel = "webchat", MessageId = messageId, After = new HistoryState(WorkStatus.NotStarted, null) };
}
