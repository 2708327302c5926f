namespace Microsoft.Bot.Builder;

/// <summary>Something that happens around every turn. Without a call of its next the turn ends there.</summary>
public interface IMiddleware
{
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}
