using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace Directives.Bot.Tests.Notices;

/// <summary>A channel at whose other end somebody is, or nobody yet.</summary>
internal sealed class RecordingAdapter : BotAdapter, IBotFrameworkHttpAdapter
{
    /// <summary>Nobody can be written to; the channel says so.</summary>
    public bool IsAbsent { get; set; }

    /// <summary>The users that something reached, each as often as it did.</summary>
    public List<string> Reached { get; } = [];

    public override Task ContinueConversationAsync(
        string botId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        if (IsAbsent)
        {
            using var response = new HttpResponseMessage(HttpStatusCode.NotFound);
            throw new ErrorResponseException("Nobody is there.") { Response = new HttpResponseMessageWrapper(response, "") };
        }

        Reached.Add(reference.User.Id);
        return Task.CompletedTask;
    }

    public Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
