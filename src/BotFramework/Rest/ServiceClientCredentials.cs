namespace Microsoft.Rest;

/// <summary>What a client proves with who it is.</summary>
public abstract class ServiceClientCredentials
{
    /// <summary>Puts the proof into a request before it is sent.</summary>
    public virtual Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Task.CompletedTask;
    }
}
