using Directives.Core;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Directives.Bot.Health;

/// <summary>Whether the store answers: one row is read.</summary>
public sealed class StoreAnswers(RosterTable rosters) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        try
        {
            await rosters.LoadAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StoreUnavailableException unavailable)
        {
            return HealthCheckResult.Unhealthy("the store does not answer", unavailable);
        }
    }
}
