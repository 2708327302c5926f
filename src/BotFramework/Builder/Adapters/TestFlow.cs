using System.Globalization;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Adapters;

/// <summary>
/// A conversation written down as steps, each of which gives a new flow that has one step more. Nothing happens before
/// <see cref="StartTestAsync"/>. The first step that does not come out as written throws.
/// </summary>
public class TestFlow
{
    private readonly TestAdapter _adapter;
    private readonly BotCallbackHandler _callback;
    private readonly Func<Task> _steps;

    public TestFlow(TestAdapter adapter, BotCallbackHandler callback = null)
    {
        _adapter = adapter;
        _callback = callback;
        _steps = () => Task.CompletedTask;
    }

    public TestFlow(TestAdapter adapter, IBot bot)
        : this(adapter, bot.OnTurnAsync)
    {
    }

    public TestFlow(Func<Task> getTask, TestFlow flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        _adapter = flow._adapter;
        _callback = flow._callback;
        _steps = getTask;
    }

    public Task StartTestAsync() => _steps();

    public TestFlow Send(string userSays)
    {
        ArgumentNullException.ThrowIfNull(userSays);
        return Then(() => _adapter.SendTextToBotAsync(userSays, _callback, CancellationToken.None));
    }

    public TestFlow Send(IActivity userActivity)
    {
        ArgumentNullException.ThrowIfNull(userActivity);
        return Then(() => _adapter.ProcessActivityAsync((Activity)userActivity, _callback, CancellationToken.None));
    }

    /// <summary>The user joins the conversation.</summary>
    public TestFlow SendConversationUpdate() => Then(() =>
    {
        var update = (Activity)Activity.CreateConversationUpdateActivity();
        update.MembersAdded.Add(_adapter.Conversation.User);
        return _adapter.ProcessActivityAsync(update, _callback, CancellationToken.None);
    });

    public TestFlow Test(string userSays, string expected, string description = null, uint timeout = 3000) =>
        Send(userSays).AssertReply(expected, description, timeout);

    public TestFlow Test(string userSays, Activity expected, string description = null, uint timeout = 3000) =>
        Send(userSays).AssertReply(expected, description, timeout);

    public TestFlow Test(string userSays, Action<IActivity> validateActivity, string description = null, uint timeout = 3000) =>
        Send(userSays).AssertReply(validateActivity, description, timeout);

    public TestFlow AssertReply(string expected, string description = null, uint timeout = 3000) =>
        AssertReply(reply => Require(expected == TextOf(reply), description, expected, TextOf(reply)), description ?? expected, timeout);

    /// <summary>Compares what a person sees: type and text.</summary>
    public TestFlow AssertReply(IActivity expected, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return AssertReply(
            reply =>
            {
                Require(expected.Type == reply.Type, description, expected.Type, reply.Type);
                if (expected.Type == ActivityTypes.Message) Require(TextOf(expected) == TextOf(reply), description, TextOf(expected), TextOf(reply));
            },
            description ?? TextOf(expected) ?? expected.Type,
            timeout);
    }

    public TestFlow AssertReply(Action<IActivity> validateActivity, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(validateActivity);
        return Then(async () =>
        {
            var reply = await NextReplyAsync(timeout).ConfigureAwait(false)
                ?? throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"{timeout}ms Timed out waiting for:'{description}'"));
            validateActivity(reply);
        });
    }

    public TestFlow AssertReplyContains(string expected, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return AssertReply(
            reply => Require(TextOf(reply)?.Contains(expected, StringComparison.Ordinal) == true, description, expected, TextOf(reply)),
            description ?? expected,
            timeout);
    }

    public TestFlow AssertReplyOneOf(string[] candidates, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var expected = string.Join(" | ", candidates);
        return AssertReply(reply => Require(candidates.Contains(TextOf(reply)), description, expected, TextOf(reply)), description ?? expected, timeout);
    }

    /// <summary>Waits the whole time for a reply that must not come.</summary>
    public TestFlow AssertNoReply(string description = null, uint timeout = 3000) => Then(async () =>
    {
        var reply = await NextReplyAsync(timeout).ConfigureAwait(false);
        if (reply != null) throw new InvalidOperationException($"{JsonConvert.SerializeObject(reply)} is not expected: {description}");
    });

    private static string TextOf(IActivity activity) => (activity as Activity)?.Text;

    private static void Require(bool condition, string description, string expected, string actual)
    {
        if (!condition) throw new InvalidOperationException($"{description}\nExpected: {expected}\nReceived: {actual}".TrimStart());
    }

    private TestFlow Then(Func<Task> step) => new(
        async () =>
        {
            await _steps().ConfigureAwait(false);
            await step().ConfigureAwait(false);
        },
        this);

    private async Task<IActivity> NextReplyAsync(uint timeout)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(timeout), TimeProvider.System);
        try
        {
            return await _adapter.GetNextReplyAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
