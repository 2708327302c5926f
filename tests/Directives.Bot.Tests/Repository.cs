namespace Directives.Bot.Tests;

internal static class Repository
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Directives.Bot.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Run the tests from a checkout.");
    }
}
