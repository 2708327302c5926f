namespace Directives.Core;

/// <summary>A unit's request for more time, until a leader decides it. Until then the deadline stands.</summary>
/// <param name="Until">The new last day asked for.</param>
/// <param name="Reason">The unit's own words.</param>
public sealed record ExtensionRequest(DateOnly Until, string? Reason, DateTimeOffset At, string By);

/// <summary>What a leader decided about a request for more time.</summary>
/// <param name="Asked">The day that was asked for.</param>
/// <param name="Until">The new deadline, or null when the request was rejected.</param>
public sealed record ExtensionDecision(DateOnly Asked, DateOnly? Until, string? Reason, DateTimeOffset At, string By);

/// <summary>A deadline that another one took the place of.</summary>
/// <param name="Until">The first day, in Vietnam, on which it was in force no longer.</param>
public sealed record EarlierDue(DateOnly Due, DateOnly Until);

/// <summary>What keeps a unit from going on, with its proposal; open until a leader answers it, the task is done, or another one takes its place.</summary>
public sealed record Obstacle(string Note, string? Proposal, DateTimeOffset At, string By);

/// <summary>What a leader answered to an obstacle, which then waits no longer.</summary>
/// <param name="Note">The obstacle, in the unit's words.</param>
/// <param name="Words">The leader's words, up to <see cref="FilledForm.MaxCharacters"/>.</param>
public sealed record ObstacleAnswer(string Note, string Words, DateTimeOffset At, string By);
