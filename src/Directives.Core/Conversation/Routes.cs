using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>Which use case answers what. A new question gets its intent in Directives.Language, its use case in UseCases, and its line here.</summary>
public sealed class Routes(
    ListTasks listTasks,
    ShowTask showTask,
    ReportStatus reportStatus,
    UndoReport undoReport,
    Summarise summarise,
    ListUnits listUnits,
    ReviewDraft reviewDraft,
    ReplaceDraft replaceDraft,
    RequestExtension requestExtension,
    DecideExtension decideExtension,
    ReportObstacle reportObstacle,
    ListRequests listRequests,
    RemindUnits remindUnits,
    AssignTask assignTask,
    AttachEvidence attachEvidence,
    TakeBackPublishing takeBackPublishing,
    WithdrawTask withdrawTask,
    HandOverTasks handOverTasks,
    IssueLinkCode issueLinkCode,
    UnlinkAccounts unlinkAccounts,
    Welcome welcome,
    ExplainDay explainDay,
    SmallTalk smallTalk)
{
    public IUseCase For(Command command) => command switch
    {
        { Step: Step.ShowDraft or Step.SaveDraft or Step.DropDraft or Step.CheckPublishing or Step.Publish } => reviewDraft,
        { Step: Step.TakeBack } => takeBackPublishing,
        { Step: Step.Withdraw } => withdrawTask,
        { Step: Step.ListEnded or Step.HandOver } => handOverTasks,
        { Step: Step.IssueLinkCode } => issueLinkCode,
        { Step: Step.Unlink } => unlinkAccounts,
        { Step: Step.Welcome } => welcome,
        { Step: Step.ExplainDay } => explainDay,
        { Step: Step.ReplaceDraft } => replaceDraft,
        { Step: Step.AttachFiles or Step.DropFiles or Step.AddEvidence } => attachEvidence,
        { Intent: Intent.ListTasks } => listTasks,
        { Intent: Intent.ShowTask } => showTask,
        { Intent: Intent.UpdateStatus } => reportStatus,
        { Intent: Intent.Undo } => undoReport,
        { Intent: Intent.Summary } => summarise,
        { Intent: Intent.ListUnits } => listUnits,
        { Intent: Intent.RequestExtension } => requestExtension,
        { Intent: Intent.DecideExtension } => decideExtension,
        { Intent: Intent.ReportObstacle } => reportObstacle,
        { Intent: Intent.ListRequests } => listRequests,
        { Intent: Intent.RemindUnits } => remindUnits,
        { Intent: Intent.AssignTask } => assignTask,
        _ => smallTalk,
    };
}
