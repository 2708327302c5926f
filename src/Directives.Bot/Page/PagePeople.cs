using System.Text.Json.Serialization;
using Directives.Core;

namespace Directives.Bot.Page;

/// <summary>Whom one can be on the page, and what time the program thinks it is.</summary>
public sealed record PagePeople(string Body, DateTimeOffset Now, IReadOnlyList<PagePerson> People)
{
    /// <summary>Everybody who is in office on that day, in the roster's order.</summary>
    public static PagePeople From(Roster roster, DateTimeOffset now)
    {
        var local = VietnamTime.At(now);
        var people = roster.People
            .Where(person => roster.IsActive(person, DateOnly.FromDateTime(local.DateTime)))
            .Select(person => new PagePerson(
                person.Id, person.Name, person.Post, roster.FindUnit(person.UnitId)?.Name ?? "", person.Role, person.Language))
            .ToList();
        return new PagePeople(roster.Body, local, people);
    }
}

public sealed record PagePerson(
    string Id,
    string Name,
    string Post,
    string Unit,
    [property: JsonConverter(typeof(PageRoleConverter))] Role Role,
    string Language = "vi");

/// <summary>Writes a role as the page knows it: <c>principal</c>, <c>leader</c>, <c>clerk</c>.</summary>
internal sealed class PageRoleConverter() : JsonStringEnumConverter<Role>(System.Text.Json.JsonNamingPolicy.CamelCase);
