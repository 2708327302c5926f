using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Internal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>
/// The Bot Framework protocol over HTTP. The token given to <see cref="ProcessAsync"/> ends the reading of the request and its
/// authentication, never a turn that has begun: when a channel closed its connection, sends in flight would die with it, half said.
/// </summary>
public class CloudAdapter : CloudAdapterBase, IBotFrameworkHttpAdapter
{
    public CloudAdapter(BotFrameworkAuthentication botFrameworkAuthentication, ILogger logger = null)
        : base(botFrameworkAuthentication, logger)
    {
    }

    public CloudAdapter(IConfiguration configuration, IHttpClientFactory httpClientFactory = null, ILogger logger = null)
        : this(new ConfigurationBotFrameworkAuthentication(configuration, httpClientFactory: httpClientFactory, logger: logger), logger)
    {
    }

    public async Task ProcessAsync(
        HttpRequest httpRequest,
        HttpResponse httpResponse,
        IBot bot,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        ArgumentNullException.ThrowIfNull(httpResponse);
        ArgumentNullException.ThrowIfNull(bot);
        if (!HttpMethods.IsPost(httpRequest.Method))
        {
            httpResponse.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        var (activity, refusal) = await RequestBody.ReadActivityAsync(httpRequest, cancellationToken).ConfigureAwait(false);
        if (activity == null)
        {
            Logger.BodyRefused(refusal);
            httpResponse.StatusCode = refusal;
            return;
        }

        AuthenticateRequestResult authenticated;
        try
        {
            authenticated = await AuthenticateAsync(activity, httpRequest.Headers.Authorization, cancellationToken).ConfigureAwait(false);
        }
        catch (UnauthorizedAccessException exception)
        {
            Logger.RequestRefused(exception.Message, exception.InnerException);
            httpResponse.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var result = await ProcessActivityAsync(authenticated, activity, bot.OnTurnAsync, CancellationToken.None).ConfigureAwait(false);
        await WriteAsync(httpResponse, result, cancellationToken).ConfigureAwait(false);
    }

    private static async Task WriteAsync(HttpResponse httpResponse, InvokeResponse result, CancellationToken cancellationToken)
    {
        httpResponse.StatusCode = result?.Status ?? StatusCodes.Status200OK;
        if (result?.Body == null) return;
        var json = ProtocolJson.Write(result.Body);
        httpResponse.ContentType = "application/json";
        httpResponse.ContentLength = json.Length;
        await httpResponse.Body.WriteAsync(json, cancellationToken).ConfigureAwait(false);
    }
}
