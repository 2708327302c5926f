using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>The choices that several answers offer.</summary>
internal static class Choices
{
    public static Choice Undo { get; } = new("btn.undo", new Command(Intent.Undo));

    public static Choice Summary { get; } = new("btn.summary", new Command(Intent.Summary));

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

    public static Choice Overdue(string? unit = null) =>
        new("btn.overdue", new Command(Intent.ListTasks, new Slots { Filter = TaskFilter.Overdue, Unit = unit }));

    /// <summary>Report a task done, as it now stands.</summary>
    public static Choice Done(int task, int? version = null) => new("btn.done", Report(task, WorkState.Done) with { Version = version });

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
