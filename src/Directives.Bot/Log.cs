namespace Directives.Bot;

/// <summary>Everything the program logs: no words of messages and no names of people.</summary>
internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Information, "Listening on {Address}")]
    public static partial void Listening(this ILogger logger, string address);

    [LoggerMessage(101, LogLevel.Information, "Loaded the sample organisation: {Units} units, {People} people, {Tasks} tasks")]
    public static partial void SampleLoaded(this ILogger logger, int units, int people, int tasks);

    [LoggerMessage(200, LogLevel.Error, "A turn failed on channel {Channel}")]
    public static partial void TurnFailed(this ILogger logger, string? channel, Exception exception);

    [LoggerMessage(201, LogLevel.Error, "The store did not answer during a turn on channel {Channel}")]
    public static partial void StoreUnavailable(this ILogger logger, string? channel, Exception exception);

    [LoggerMessage(202, LogLevel.Warning, "Refused a request to {Path}: without an app id only this machine may call, and only in Development")]
    public static partial void RefusedCaller(this ILogger logger, string path);

    [LoggerMessage(203, LogLevel.Warning, "A message that was not understood could not be kept")]
    public static partial void UnreadNotKept(this ILogger logger, Exception exception);

    [LoggerMessage(204, LogLevel.Warning, "Account {Account} of channel {Channel} was refused: {Reason}")]
    public static partial void AccountRefused(this ILogger logger, string account, string channel, Messages.AccountRefusal reason);

    [LoggerMessage(205, LogLevel.Information, "Account {Account} of channel {Channel} was linked")]
    public static partial void AccountLinked(this ILogger logger, string account, string channel);

    [LoggerMessage(206, LogLevel.Warning, "The channel {Channel} did not say whose an account is")]
    public static partial void MemberUnknown(this ILogger logger, string channel, Exception? exception);

    [LoggerMessage(207, LogLevel.Warning, "An answer on channel {Channel} could not be given to its person alone")]
    public static partial void PrivateReplyFailed(this ILogger logger, string channel, Exception exception);

    [LoggerMessage(220, LogLevel.Warning, "A file of a message on channel {Channel} was not fetched: {Reason}")]
    public static partial void FileNotFetched(this ILogger logger, string channel, string reason, Exception? exception);

    [LoggerMessage(221, LogLevel.Warning, "A file that a person agreed to was not saved: {Reason}")]
    public static partial void FileNotSaved(this ILogger logger, string reason, Exception? exception);

    [LoggerMessage(222, LogLevel.Information, "The question whether a file is wanted could not be removed")]
    public static partial void QuestionNotRemoved(this ILogger logger, Exception exception);

    [LoggerMessage(240, LogLevel.Warning, "The bot's secret or certificate ends on {Day:yyyy-MM-dd}, in {Days} days")]
    public static partial void CredentialsExpire(this ILogger logger, DateOnly day, int days);

    [LoggerMessage(241, LogLevel.Error, "The bot could not prove to a channel that it is itself: nothing was sent")]
    public static partial void CredentialsRefused(this ILogger logger, Exception exception);

    [LoggerMessage(212, LogLevel.Warning, "The picture of a summary could not be painted: summaries are told without pictures")]
    public static partial void NotPainted(this ILogger logger, Exception exception);

    [LoggerMessage(211, LogLevel.Warning, "A calendar could not be read: the store did not answer")]
    public static partial void CalendarUnavailable(this ILogger logger, Exception exception);

    [LoggerMessage(210, LogLevel.Warning, "No font with the letters of Vietnamese was found: summaries are told without pictures")]
    public static partial void NoFont(this ILogger logger);

    [LoggerMessage(300, LogLevel.Error, "Background work failed; it is tried again")]
    public static partial void BackgroundFailed(this ILogger logger, Exception exception);

    [LoggerMessage(301, LogLevel.Information, "Finished work that was broken off: {Projections} projections, {Publishings} publishings")]
    public static partial void Recovered(this ILogger logger, int projections, int publishings);

    [LoggerMessage(302, LogLevel.Information, "Notice {Result} on channel {Channel}")]
    public static partial void NoticeDone(this ILogger logger, Core.NoticeResult result, string channel);

    [LoggerMessage(304, LogLevel.Error, "A notice could not be handled; it is tried again")]
    public static partial void NoticeFailed(this ILogger logger, Exception exception);

    [LoggerMessage(303, LogLevel.Warning, "A notice was refused on channel {Channel}")]
    public static partial void NoticeRefused(this ILogger logger, string channel, Exception exception);
}
