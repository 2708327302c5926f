namespace Microsoft.Bot.Builder;

/// <summary>The bot's own part of a turn, after all middleware.</summary>
public delegate Task BotCallbackHandler(ITurnContext turnContext, CancellationToken cancellationToken);
