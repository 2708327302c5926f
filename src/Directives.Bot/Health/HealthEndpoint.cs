namespace Directives.Bot.Health;

/// <summary>
/// <c>GET /health</c>: 200 with Healthy or Degraded, 503 with Unhealthy. One word and nothing else, since anybody may ask; what is wrong stands in
/// the log.
/// </summary>
internal static class HealthEndpoint
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<Credentials>();
        services.AddHealthChecks().AddCheck<StoreAnswers>("store").AddCheck<Credentials>("credentials");
        return services;
    }

    public static void MapHealth(this WebApplication app) => app.MapHealthChecks("/health");
}
