using System.Net.Http.Headers;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Internal;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>
/// A channel's conversations over the connector's REST API. A send whose outcome is unknown (no answer, 5xx) is never repeated:
/// the message may have arrived. What is repeated, and when, is <see cref="CallRetries"/>.
/// </summary>
internal sealed class ConnectorClient(string serviceUrl, HttpClient http, ITokenSource tokens, TimeProvider clock, ILogger logger) : IConnectorClient
{
    /// <summary>So long one attempt may take; what was slower has an unknown outcome and is not repeated, since the time is used up.</summary>
    private static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(20);

    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public ServiceClientCredentials Credentials { get; } = new TokenCredentials(tokens);

    public async Task<ResourceResponse> SendAsync(Activity activity, CancellationToken cancellationToken)
    {
        var path = Activities(activity.Conversation?.Id);
        if (!string.IsNullOrWhiteSpace(activity.ReplyToId)) path += "/" + Uri.EscapeDataString(activity.ReplyToId);
        return await CallAsync<ResourceResponse>(HttpMethod.Post, path, activity, cancellationToken).ConfigureAwait(false);
    }

    public Task<ResourceResponse> UpdateAsync(Activity activity, CancellationToken cancellationToken) =>
        CallAsync<ResourceResponse>(HttpMethod.Put, Activities(activity.Conversation?.Id, activity.Id), activity, cancellationToken);

    public Task DeleteAsync(string conversationId, string activityId, CancellationToken cancellationToken) =>
        CallAsync<ResourceResponse>(HttpMethod.Delete, Activities(conversationId, activityId), null, cancellationToken);

    public Task<ConversationResourceResponse> CreateConversationAsync(ConversationParameters parameters, CancellationToken cancellationToken) =>
        CallAsync<ConversationResourceResponse>(HttpMethod.Post, "v3/conversations", parameters, cancellationToken);

    public Task<TeamsChannelAccount> GetMemberAsync(string userId, string conversationId, CancellationToken cancellationToken) =>
        CallAsync<TeamsChannelAccount>(
            HttpMethod.Get, $"v3/conversations/{Uri.EscapeDataString(conversationId)}/members/{Uri.EscapeDataString(userId)}", null, cancellationToken);

    public void Dispose()
    {
        // The HTTP client is shared by all turns.
    }

    private static string Activities(string conversationId, string activityId)
    {
        if (string.IsNullOrWhiteSpace(activityId)) throw new ArgumentException("The activity has no id.", nameof(activityId));
        return Activities(conversationId) + "/" + Uri.EscapeDataString(activityId);
    }

    private static string Activities(string conversationId)
    {
        if (string.IsNullOrWhiteSpace(conversationId)) throw new ArgumentException("The conversation has no id.", nameof(conversationId));
        return $"v3/conversations/{Uri.EscapeDataString(conversationId)}/activities";
    }

    private async Task<T> CallAsync<T>(HttpMethod method, string path, object body, CancellationToken cancellationToken)
        where T : class
    {
        var address = Address(path);
        var json = body == null ? default(ReadOnlyMemory<byte>?) : ProtocolJson.Write(body);
        var retries = new CallRetries(method, clock);
        while (true)
        {
            using var request = new HttpRequestMessage(method, address);
            if (json != null) request.Content = new ReadOnlyMemoryContent(json.Value) { Headers = { ContentType = Json } };
            await Credentials.ProcessHttpRequestAsync(request, cancellationToken).ConfigureAwait(false);

            TimeSpan? wait;
            try
            {
                using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
                logger.ConnectorAnswered(method.Method, (int)response.StatusCode);
                if (retries.IsDoneBefore(response)) return null;
                var content = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
                if (response.IsSuccessStatusCode) return ProtocolJson.ReadOrNull<T>(content);
                wait = retries.WaitAfter(response) ?? throw Refusal(response, content);
            }
            catch (HttpRequestException)
            {
                wait = retries.WaitAfterBrokenConnection();
                if (wait == null) throw;
            }

            logger.ConnectorThrottled(wait.Value, retries.Attempt);
            await Task.Delay(wait.Value, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(LongestAttempt, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await http.SendAsync(request, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException slow) when (!cancellationToken.IsCancellationRequested)
        {
            // As HttpClient says it of its own limit.
            throw new TaskCanceledException("The connector did not answer in time.", new TimeoutException(slow.Message, slow), either.Token);
        }
    }

    private Uri Address(string path)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var root) || root.Scheme is not ("http" or "https"))
        {
            throw new InvalidOperationException("The activity has no service URL to send to.");
        }

        return new Uri(root.AbsoluteUri.TrimEnd('/') + "/" + path);
    }

    private static ErrorResponseException Refusal(HttpResponseMessage response, byte[] content) =>
        new($"Operation returned an invalid status code '{response.StatusCode}'")
        {
            Body = ProtocolJson.ReadOrNull<ErrorResponse>(content),
            Response = new HttpResponseMessageWrapper(response, System.Text.Encoding.UTF8.GetString(content)),
        };
}
