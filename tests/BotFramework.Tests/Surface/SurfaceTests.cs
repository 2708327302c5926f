using Microsoft.Bot.Builder.Integration.AspNet.Core;

namespace BotFramework.Tests.Surface;

/// <summary>Nothing is public but what the SDK has too: the packages can take this assembly's place.</summary>
public class SurfaceTests
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Actual = SurfaceText.Of(typeof(CloudAdapter).Assembly);

    [Fact]
    public void Public_members_are_those_listed_in_the_README()
    {
        var listed = SurfaceList.Read(Path.Combine(SurfaceList.Root(), "src/BotFramework/README.md"));

        Assert.Equal(Render(Actual), Render(listed));
    }

    [SdkReferenceFact]
    public void Public_members_are_the_SDKs()
    {
        var sdk = SurfaceList.Read(SdkReferenceFactAttribute.ListPath);
        var unknown = new List<string>();
        foreach (var (type, lines) in Actual)
        {
            // The SDK takes these from the runtime of its generated client, a package of its own.
            if (type.StartsWith("Microsoft.Rest.", StringComparison.Ordinal)) continue;
            if (!sdk.TryGetValue(type, out var known))
            {
                unknown.Add(type);
                continue;
            }

            if (!IsPartOf(lines[0], known[0])) unknown.Add($"{type}: {lines[0]}");
            var members = known.Skip(1).Select(WithoutConverter).ToHashSet(StringComparer.Ordinal);
            unknown.AddRange(lines.Skip(1).Where(line => !members.Contains(line)).Select(line => $"{type}: {line}"));
        }

        Assert.Empty(unknown);
    }

    /// <summary>A type may have fewer interfaces than the SDK's, but no others.</summary>
    private static bool IsPartOf(string declaration, string known)
    {
        if (declaration == known) return true;
        var (own, sdk) = (declaration.Split(" : ", 2), known.Split(" : ", 2));
        return own[0] == sdk[0] && !own.Skip(1).SelectMany(Names).Except(sdk.Skip(1).SelectMany(Names)).Any();
    }

    private static string[] Names(string list) => list.Split(", ");

    /// <summary>The SDK's converter for a stream as an attachment's content makes no difference to any other content.</summary>
    private static string WithoutConverter(string line) => line.Split("; JsonConverter(")[0];

    private static string Render(IReadOnlyDictionary<string, IReadOnlyList<string>> types) => string.Join(
        '\n',
        types.OrderBy(type => type.Key, StringComparer.Ordinal).SelectMany(type => type.Value.Prepend(type.Key)));
}
