using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Internal;

/// <summary>Everything this assembly logs. No texts and no names of people: those who read logs need not know what was said.</summary>
internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Debug, "A turn starts: {ActivityType} from {ChannelId}")]
    public static partial void TurnStarts(this ILogger logger, string activityType, string channelId);

    [LoggerMessage(101, LogLevel.Warning, "A request was refused with 401: {Reason}")]
    public static partial void RequestRefused(this ILogger logger, string reason, Exception exception);

    [LoggerMessage(102, LogLevel.Warning, "A request was refused with {Status}: its body is not an activity, or too large")]
    public static partial void BodyRefused(this ILogger logger, int status);

    [LoggerMessage(200, LogLevel.Debug, "{Method} to the connector was answered {Status}")]
    public static partial void ConnectorAnswered(this ILogger logger, string method, int status);

    [LoggerMessage(201, LogLevel.Information, "The connector is busy or out of reach: attempt {Attempt} in {Delay}")]
    public static partial void ConnectorThrottled(this ILogger logger, TimeSpan delay, int attempt);

    [LoggerMessage(300, LogLevel.Error, "The signing keys at {Address} cannot be read: requests are refused unless older keys are still good")]
    public static partial void KeysUnreadable(this ILogger logger, string address, Exception exception);

    [LoggerMessage(301, LogLevel.Information, "Read {Count} signing keys from {Address}")]
    public static partial void KeysRead(this ILogger logger, int count, string address);

    [LoggerMessage(310, LogLevel.Warning, "No new token could be had; the old one is good until {Expires}")]
    public static partial void TokenNotRenewed(this ILogger logger, DateTimeOffset expires, Exception exception);

    [LoggerMessage(311, LogLevel.Error, "The bot gets no token, so it can send nothing: {Reason}")]
    public static partial void LoginRefused(this ILogger logger, string reason);
}
