namespace Directives.Language.Messages;

/// <summary>What a chat message asks for. <see cref="None"/> is never acted on.</summary>
public enum Intent
{
    None,
    ListTasks,
    ShowTask,
    UpdateStatus,
    ReportObstacle,
    RequestExtension,
    DecideExtension,
    ListRequests,
    AssignTask,
    ChangeDeadline,
    Summary,
    ListUnits,
    RemindUnits,
    SetReminder,
    SetDigest,
    ExportReport,
    AddNote,
    Undo,
    Confirm,
    Deny,
    LinkAccount,
    Help,
    Greet,
    Thanks,
}
