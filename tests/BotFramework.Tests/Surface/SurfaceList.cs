namespace BotFramework.Tests.Surface;

/// <summary>A list of signatures as it stands in a file: a heading with a type's full name, then its declaration, then its members.</summary>
internal static class SurfaceList
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(string path)
    {
        var types = new Dictionary<string, IReadOnlyList<string>>();
        List<string> current = null;
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("### ", StringComparison.Ordinal))
            {
                types[line[4..].Split("   ")[0].Trim()] = current = [];
            }
            else if (current != null && line.TrimStart().StartsWith("```", StringComparison.Ordinal) == false && line.Trim() is { Length: > 0 } text)
            {
                current.Add(text);
            }
        }

        return types;
    }

    /// <summary>The folder of the repository, found from where the tests run.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder != null && !File.Exists(Path.Combine(folder.FullName, "Directives.Bot.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
