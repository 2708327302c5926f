using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>How a status is asked for: in words with the likeliest states to choose from, on a card with fields to fill in.</summary>
internal static class StatusForm
{
    private static readonly int[] Shares = [25, 50, 75];

    /// <summary>A task was named, and no state.</summary>
    /// <param name="again">What was filled in is no share.</param>
    public static FormReply Of(Assignment task, bool again)
    {
        int[] shares = [.. Shares.Where(share => share > task.State.Share)];
        var name = new TaskName(task.Task, task.Title);
        var record = new Command(Intent.UpdateStatus, Choices.Of(task.Task)) { IsForm = true }.Of(task);
        return new FormReply(new Phrase("report.how", ("task", name), ("state", task.State)))
        {
            Before = again ? ["form.percent.error"] : [],
            Heading = new Phrase("form.progress", ("no", task.Task)),
            Facts =
            [
                new Fact("fact.task", new Phrase("btn.kept", ("words", ShortTitle.Of(task.Title)))),
                .. task.Due is { } due ? [new Fact("fact.due", new Phrase("form.due", ("date", due), ("left", new Left(due))))] : Array.Empty<Fact>(),
                new Fact("fact.state", State(task.State)),
            ],
            Fields =
            [
                new Field(FilledForm.Percent, FieldKind.Percent, "form.percent")
                {
                    Value = task.State.Percent is null ? null : FilledForm.Value(task.State),
                    Error = "form.percent.error",
                },
                new Field(FilledForm.Note, FieldKind.Words, "form.note"),
            ],
            Notes = [new Phrase("form.evidence", ("no", task.Task))],
            Choices = [Choices.Done(task), .. shares.Select(share => Share(task, share))],
            Buttons = [new Choice("btn.record", record), new Choice("btn.done", Choices.Done(task).Command with { IsForm = true }), Choices.Nothing],
        };
    }

    /// <summary>One of several reports: the reading stands in the field, to be set right.</summary>
    public static Field Reading(Assignment task, WorkState read)
    {
        WorkState[] states = [.. new[] { WorkState.Done, read, WorkState.InProgress(null), WorkState.NotStarted }.Distinct()];
        return new Field(FilledForm.StateOf(task.Task), FieldKind.Choice, new Phrase("extend.task", ("task", new TaskName(task.Task, task.Title))))
        {
            Value = FilledForm.Value(read),
            Options = [.. states.Select(state => new FieldOption(FilledForm.Value(state), State(state))), new FieldOption(FilledForm.Drop, "btn.nothing")],
        };
    }

    private static Choice Share(Assignment task, int share) =>
        new(new Phrase("btn.share", ("n", share)), Choices.Report(task.Task, WorkState.InProgress(share)).Of(task));

    private static Phrase State(WorkState state) => new("state", ("state", state));
}
