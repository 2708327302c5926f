namespace Microsoft.Bot.Builder;

/// <summary>What answers a turn.</summary>
public interface IBot
{
    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}
