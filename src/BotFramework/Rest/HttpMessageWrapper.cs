namespace Microsoft.Rest;

/// <summary>What is kept of an HTTP message once its connection is gone.</summary>
public abstract class HttpMessageWrapper
{
    private protected HttpMessageWrapper(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers)
    {
        Headers = headers.ToDictionary(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase);
    }

    public string Content { get; set; }

    public IDictionary<string, IEnumerable<string>> Headers { get; private set; }
}
