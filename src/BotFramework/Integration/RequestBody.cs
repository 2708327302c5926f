using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Bot.Internal;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>Reads the activity of a request, and never more than a channel may send.</summary>
internal static class RequestBody
{
    /// <summary>Above what any channel sends: Teams stops at about 100 KB, cards included.</summary>
    private const int Limit = 256 * 1024;

    /// <summary>The activity, or the status to refuse the request with.</summary>
    public static async Task<(Activity Activity, int Refusal)> ReadActivityAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // An endpoint of the host's may take more, and says so.
        var limit = request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? Limit;
        if (request.ContentLength > limit) return (null, StatusCodes.Status413PayloadTooLarge);
        var buffer = ArrayPool<byte>.Shared.Rent((int)(request.ContentLength ?? 16 * 1024) + 1);
        var length = 0;
        try
        {
            while (true)
            {
                var read = await request.Body.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                if (read == 0) break;
                length += read;
                if (length > limit) return (null, StatusCodes.Status413PayloadTooLarge);
                if (length == buffer.Length) buffer = Grow(buffer);
            }

            var activity = ProtocolJson.ReadOrNull<Activity>(new ArraySegment<byte>(buffer, 0, length));
            return string.IsNullOrEmpty(activity?.Type) ? (null, StatusCodes.Status400BadRequest) : (activity, 0);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
