using System.Net;
using Directives.Core;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Directives.Bot.Health;

/// <summary>
/// Whether the bot can prove to a channel that it is itself, and for how long. Degraded from 30 days before the end of its secret or certificate on;
/// unhealthy after it, and from a refusal of the login until the next message that goes out.
/// </summary>
public sealed class Credentials(CredentialExpiry expiry, TimeProvider time, ILogger<Credentials> logger) : IHealthCheck
{
    private volatile string? _refusal;
    private DateOnly? _told;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        var left = expiry.DaysLeft(time.Today());
        return Task.FromResult(
            _refusal is { } refusal ? HealthCheckResult.Unhealthy(refusal)
            : left < 0 ? HealthCheckResult.Unhealthy("expired")
            : expiry.Step(time.Today()) is not null ? HealthCheckResult.Degraded($"expires in {left} days")
            : HealthCheckResult.Healthy());
    }

    /// <summary>What became of a message that was to go out.</summary>
    public void Used(Exception? failed)
    {
        if (failed is null)
        {
            if (_refusal is not null) _refusal = null;
        }
        else if (failed is HttpRequestException { HttpRequestError: HttpRequestError.UserAuthenticationError }
            or Microsoft.Bot.Schema.ErrorResponseException { Response.StatusCode: HttpStatusCode.Unauthorized })
        {
            _refusal = failed.Message;
            logger.CredentialsRefused(failed);
        }
    }

    /// <summary>Warns in the log, once a day.</summary>
    public void Warn()
    {
        var today = time.Today();
        if (_told == today || expiry.Step(today) is null) return;
        _told = today;
        logger.CredentialsExpire(expiry.Day!.Value, expiry.DaysLeft(today)!.Value);
    }
}
