using Azure;
using Azure.Data.Tables.Models;
using Azure.Identity;
using Directives.Core;

namespace Directives.Storage.AzureTables;

/// <summary>The one place that knows the service's status codes.</summary>
internal static class AzureTableErrors
{
    private const int NotFound = 404, Conflict = 409, PreconditionFailed = 412;

    /// <summary>Whether the row was not as the change expected it: there, changed, or gone.</summary>
    public static bool IsConflict(RequestFailedException error) => error.Status switch
    {
        PreconditionFailed => true,
        Conflict => error.ErrorCode == TableErrorCode.EntityAlreadyExists,
        NotFound => IsMissingRow(error),
        _ => false,
    };

    // A missing table answers 404 as well, and is no conflict.
    public static bool IsMissingRow(RequestFailedException error) =>
        error.Status == NotFound && (error.ErrorCode == TableErrorCode.ResourceNotFound || error.ErrorCode == TableErrorCode.EntityNotFound);

    /// <summary>Whether the service did not answer in time or readably, answered with an error of its own, or did not let the program in.</summary>
    public static bool IsUnavailable(Exception error, CancellationToken cancellationToken) => error switch
    {
        OperationCanceledException => !cancellationToken.IsCancellationRequested, // The request's own time limit.
        RequestFailedException or AuthenticationFailedException or HttpRequestException or IOException or InvalidDataException => true,
        AggregateException several => several.InnerExceptions.All(inner => IsUnavailable(inner, cancellationToken)), // One for each attempt.
        _ => false,
    };

    public static StoreUnavailableException ToUnavailable(Exception error)
    {
        var what = error switch
        {
            RequestFailedException { Status: 0 } => "no answer",
            RequestFailedException answer => $"status {answer.Status}, {answer.ErrorCode}",
            AuthenticationFailedException => "the managed identity gave no token",
            InvalidDataException => "an answer that cannot be read",
            _ => "no answer",
        };
        return new StoreUnavailableException($"Azure Tables: {what}.", error);
    }
}
