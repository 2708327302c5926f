namespace Directives.Bot.Sample;

internal sealed class SampleLoader
{
    public Task LoadAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
