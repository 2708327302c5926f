namespace Directives.Core;

/// <summary>One thing a person can ask for. Which intent leads to which is listed in <see cref="Routes"/>.</summary>
public interface IUseCase
{
    public Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken);
}
