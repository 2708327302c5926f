using Microsoft.Rest;

namespace Microsoft.Bot.Schema;

/// <summary>The channel refused a request. <see cref="Response"/> has the status, <see cref="Body"/> the channel's own code when it gave one.</summary>
public class ErrorResponseException : RestException
{
    public ErrorResponseException()
    {
    }

    public ErrorResponseException(string message)
        : base(message)
    {
    }

    public ErrorResponseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ErrorResponse Body { get; set; }

    public HttpResponseMessageWrapper Response { get; set; }
}
