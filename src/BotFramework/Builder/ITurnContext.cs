using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>One turn: the activity that came in, and the ways to answer it.</summary>
public interface ITurnContext
{
    public BotAdapter Adapter { get; }

    public TurnContextStateCollection TurnState { get; }

    public Activity Activity { get; }

    /// <summary>Whether anything but a trace was sent in this turn.</summary>
    public bool Responded { get; }

    public Task<ResourceResponse> SendActivityAsync(
        string textReplyToSend,
        string speak = null,
        string inputHint = InputHints.AcceptingInput,
        CancellationToken cancellationToken = default);

    public Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default);

    public Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default);

    public Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default);

    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default);

    public Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default);

    public ITurnContext OnSendActivities(SendActivitiesHandler handler);

    public ITurnContext OnUpdateActivity(UpdateActivityHandler handler);

    public ITurnContext OnDeleteActivity(DeleteActivityHandler handler);
}
