namespace Directives.Testing;

/// <summary>Programs in JavaScript that tests start; each is installed, if at all, by a script in the folder of the test project that owns it.</summary>
public static class NodePackage
{
    /// <summary>The full path of node, or null.</summary>
    public static string? Node { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "node.exe" : "node")).FirstOrDefault(File.Exists);

    /// <summary>The folder of a package.json, by the test project and the folder in it; whether it is installed is another question.</summary>
    public static string Folder(string project, params string[] inProject)
    {
        var path = Path.Combine([project, .. inProject]);
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, path, "package.json"))) folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? AppContext.BaseDirectory, path);
    }
}
