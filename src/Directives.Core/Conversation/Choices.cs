using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>The choices that several answers offer.</summary>
public static class Choices
{
    /// <summary>Take back what this turn records, and nothing that comes after it.</summary>
    /// <param name="operation">The name that it is recorded under, where that is not the turn's own.</param>
    public static Choice Undo(Turn turn, string unitId, string? operation = null) =>
        new("btn.undo", new Command(Intent.Undo) { UnitId = unitId, Shown = Fingerprint.Of(operation ?? turn.Operation) });

    /// <summary>Take back a publishing.</summary>
    /// <param name="operation">The name that it was published under.</param>
    public static Choice UndoPublishing(string operation, string directiveId) =>
        new("btn.undo", new Command(Intent.Undo) { DirectiveId = directiveId, Shown = Fingerprint.Of(operation) });

    /// <summary>Take back what this turn sets for its sender.</summary>
    public static Choice UndoSetting(Turn turn) => new("btn.undo", new Command(Intent.Undo) { Shown = Fingerprint.Of(turn.Operation) });

    public static Choice Summary { get; } = new("btn.summary", new Command(Intent.Summary));

    /// <summary>The four classes of what figures were just told of.</summary>
    public static Choice SummaryOf(Slots slots) => Summary with { Command = new Command(Intent.Summary, slots) };

    public static Choice Requests { get; } = new("btn.requests", new Command(Intent.ListRequests));

    public static Choice Assign { get; } = new("btn.assign", new Command(Intent.AssignTask));

    public static Choice Nothing { get; } = new("btn.nothing", Command.At(Step.Nothing));

    public static Choice Open { get; } = new("btn.open", new Command(Intent.ListTasks, new Slots { Filter = TaskFilter.Open }));

    public static Choice Due { get; } = new("btn.due", new Command(Intent.ListTasks, new Slots { Filter = TaskFilter.Open }));

    public static Choice Progress { get; } = new("btn.progress", new Command(Intent.UpdateStatus));

    public static Choice Extend { get; } = new("btn.extend", new Command(Intent.RequestExtension));

    public static Choice Obstacle { get; } = new("btn.obstacle", new Command(Intent.ReportObstacle));

    public static Choice Nudge { get; } = new("btn.nudge", new Command(Intent.RemindUnits));

    public static Choice Import { get; } = new("btn.import", Command.At(Step.ShowDraft));

    /// <summary>What a unit has overdue, or still to do.</summary>
    public static Choice TasksOf(string unit, bool overdue) =>
        new(new Phrase("btn.kept", ("words", unit)), new Command(Intent.ListTasks, new Slots { Filter = overdue ? TaskFilter.Overdue : TaskFilter.Open, Unit = unit }));

    public static Choice UnitLoads { get; } = new("btn.unitLoads", new Command(Intent.ListUnits, new Slots { Filter = TaskFilter.Overdue }));

    public static Choice Undelivered { get; } = new("btn.undelivered", Command.At(Step.ListUndelivered));

    public static Choice RequestsOf(int count) => Requests with { Label = new Phrase("btn.requests.n", ("n", count)) };

    /// <summary>What a summary tells, as a file.</summary>
    public static Choice Export(Slots slots) => new("btn.export", new Command(Intent.ExportReport, slots with { Format = ReportFormat.Xlsx }));

    public static Choice Overdue(string? unit = null) =>
        new("btn.overdue", new Command(Intent.ListTasks, new Slots { Filter = TaskFilter.Overdue, Unit = unit }));

    /// <summary>Report a task done, as it now stands.</summary>
    public static Choice Done(Assignment task) => new("btn.done", Report(task.Task, WorkState.Done).Of(task));

    public static Choice Menu { get; } = new("btn.menu", new Command(Intent.Help));

    public static Choice Evidence(int task) => new("btn.evidence", Command.At(Step.AddEvidence) with { Slots = Of(task) });

    public static Choice Percent(int task) => new("btn.percent", new Command(Intent.UpdateStatus, Of(task)));

    public static Choice Task(int task) => new(new Phrase("btn.task", ("no", task)), new Command(Intent.ShowTask, Of(task)));

    public static Choice Source(int task) => new("btn.source", new Command(Intent.ShowTask, Of(task) with { Aspect = TaskAspect.Source }));

    public static Choice Units(int task) => new("btn.units", new Command(Intent.ListUnits, Of(task) with { Filter = TaskFilter.Open }));

    /// <summary>The same choice for one task.</summary>
    public static Choice On(this Choice choice, int task) => choice with { Command = choice.Command with { Slots = Of(task) } };

    public static Command Report(int task, WorkState state) => new(Intent.UpdateStatus, Of(task) with
    {
        Status = (ReportedStatus)(int)state.Status,
        Percent = state.Percent,
    });

    public static Slots Of(int task) => new() { Tasks = [new TaskReference(task)] };
}
