using System.CommandLine;
using Directives.Bot.Manifest;
using Command = System.CommandLine.Command;

namespace Directives.Bot.Commands;

/// <summary><c>package FILE.zip</c>: the app package that is uploaded to an organisation's Teams, filled from the configuration.</summary>
internal static class PackageCommand
{
    public static Command Create()
    {
        var command = new Command("package", "Writes the app package for Microsoft Teams; see manifest/README.md");
        var file = new Argument<string>("FILE.zip") { Description = "A file of that name is replaced" };
        command.Arguments.Add(file);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(file)!, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string path, CancellationToken cancellationToken)
    {
        if (!Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase)) return CommandConsole.Fail($"{path}: tên tệp cần đuôi .zip");
        try
        {
            var settings = TeamsSettings.Read(CommandConsole.Configuration(null));
            var package = await AppPackage.ReadAsync(Path.Combine(AppContext.BaseDirectory, AppPackage.ManifestFolder), settings, cancellationToken);
            foreach (var problem in package.Problems) CommandConsole.Fail(problem);
            if (package.Problems.Count > 0) return CommandConsole.BadInput;
            await WriteAsync(package, path, cancellationToken);
            CommandConsole.Out.WriteLine($"Đã ghi gói ứng dụng Teams phiên bản {settings.Values["Teams:Version"]} vào {path}.");
            CommandConsole.Out.WriteLine($"Messaging endpoint của Azure Bot: {settings.Endpoint}");
            return 0;
        }
        catch (Exception failed) when (CommandConsole.IsToBeTold(failed))
        {
            return CommandConsole.Fail(failed.Message);
        }
    }

    /// <summary>Beside its place first: whoever looks there finds the old package or the whole new one.</summary>
    private static async Task WriteAsync(AppPackage package, string path, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        package.Write(content);
        var temporary = $"{path}.{Guid.NewGuid():n}.part";
        try
        {
            await File.WriteAllBytesAsync(temporary, content.ToArray(), cancellationToken);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
