using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>
/// One turn as an adapter makes it. What is sent is addressed to where the activity came from, goes through the handlers
/// in the order in which they were added, and then to the adapter, or into <see cref="BufferedReplyActivities"/> when the channel expects
/// its replies in the answer to its request.
/// </summary>
public class TurnContext : ITurnContext, IDisposable
{
    private readonly List<SendActivitiesHandler> _onSend = [];
    private readonly List<UpdateActivityHandler> _onUpdate = [];
    private readonly List<DeleteActivityHandler> _onDelete = [];
    private bool _disposed;

    public TurnContext(BotAdapter adapter, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(activity);
        Adapter = adapter;
        Activity = activity;
    }

    public BotAdapter Adapter { get; }

    public TurnContextStateCollection TurnState { get; } = new TurnContextStateCollection();

    public Activity Activity { get; }

    public bool Responded { get; private set; }

    public List<Activity> BufferedReplyActivities { get; } = new List<Activity>();

    public ITurnContext OnSendActivities(SendActivitiesHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        _onSend.Add(handler);
        return this;
    }

    public ITurnContext OnUpdateActivity(UpdateActivityHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        _onUpdate.Add(handler);
        return this;
    }

    public ITurnContext OnDeleteActivity(DeleteActivityHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        _onDelete.Add(handler);
        return this;
    }

    public Task<ResourceResponse> SendActivityAsync(
        string textReplyToSend,
        string speak = null,
        string inputHint = null,
        CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(textReplyToSend)) throw new ArgumentNullException(nameof(textReplyToSend));
        var activity = new Activity
        {
            Type = ActivityTypes.Message,
            Text = textReplyToSend,
            Speak = string.IsNullOrEmpty(speak) ? null : speak,
            InputHint = string.IsNullOrEmpty(inputHint) ? InputHints.AcceptingInput : inputHint,
        };
        return SendActivityAsync(activity, cancellationToken);
    }

    public async Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var responses = await SendActivitiesAsync([activity], cancellationToken).ConfigureAwait(false);

        // A handler that did not call its next one sent nothing, so there is no id to give.
        return responses is { Length: > 0 } ? responses[0] : new ResourceResponse();
    }

    public Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0) throw new ArgumentException("Expecting one or more activities, but the array was empty.", nameof(activities));

        var reference = Activity.GetConversationReference();
        var addressed = new List<Activity>(activities.Length);
        foreach (var activity in activities) addressed.Add(activity.ApplyConversationReference(reference));
        return SendFromAsync(0, addressed, cancellationToken);
    }

    public Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var addressed = activity.ApplyConversationReference(Activity.GetConversationReference());
        return UpdateFromAsync(0, addressed, cancellationToken);
    }

    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(activityId)) throw new ArgumentNullException(nameof(activityId));
        var reference = Activity.GetConversationReference();
        reference.ActivityId = activityId;
        return DeleteFromAsync(0, reference, cancellationToken);
    }

    public Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(conversationReference);
        return DeleteFromAsync(0, conversationReference, cancellationToken);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (_disposed) return;
        _disposed = true;
        if (disposing) TurnState.Dispose();
    }

    private Task<ResourceResponse[]> SendFromAsync(int index, List<Activity> activities, CancellationToken cancellationToken) =>
        index == _onSend.Count
            ? DeliverAsync(activities, cancellationToken)
            : _onSend[index](this, activities, () => SendFromAsync(index + 1, activities, cancellationToken));

    private Task<ResourceResponse> UpdateFromAsync(int index, Activity activity, CancellationToken cancellationToken) =>
        index == _onUpdate.Count
            ? Adapter.UpdateActivityAsync(this, activity, cancellationToken)
            : _onUpdate[index](this, activity, () => UpdateFromAsync(index + 1, activity, cancellationToken));

    private Task DeleteFromAsync(int index, ConversationReference reference, CancellationToken cancellationToken) =>
        index == _onDelete.Count
            ? Adapter.DeleteActivityAsync(this, reference, cancellationToken)
            : _onDelete[index](this, reference, () => DeleteFromAsync(index + 1, reference, cancellationToken));

    private async Task<ResourceResponse[]> DeliverAsync(List<Activity> activities, CancellationToken cancellationToken)
    {
        ResourceResponse[] responses;
        if (Activity.DeliveryMode == DeliveryModes.ExpectReplies)
        {
            responses = Buffer(activities);
        }
        else
        {
            responses = await Adapter.SendActivitiesAsync(this, activities.ToArray(), cancellationToken).ConfigureAwait(false);
            for (var index = 0; index < responses.Length; index++) activities[index].Id = responses[index].Id;
        }

        if (activities.Exists(activity => activity.Type != ActivityTypes.Trace)) Responded = true;
        return responses;
    }

    private ResourceResponse[] Buffer(List<Activity> activities)
    {
        var responses = new ResourceResponse[activities.Count];
        for (var index = 0; index < responses.Length; index++)
        {
            var activity = activities[index];
            BufferedReplyActivities.Add(activity);
            responses[index] = new ResourceResponse();

            // This one never reaches the adapter, which would otherwise leave it here itself.
            if (activity.Type == ActivityTypesEx.InvokeResponse) TurnState.Add(BotAdapter.InvokeResponseKey, activity);
        }

        return responses;
    }
}
