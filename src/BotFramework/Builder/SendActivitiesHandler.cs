using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Sees, and may change, what a turn sends; without a call of <paramref name="next"/> nothing is sent.</summary>
public delegate Task<ResourceResponse[]> SendActivitiesHandler(
    ITurnContext turnContext,
    List<Activity> activities,
    Func<Task<ResourceResponse[]>> next);
