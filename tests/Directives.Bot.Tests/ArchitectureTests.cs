using System.Xml.Linq;

namespace Directives.Bot.Tests;

/// <summary>References point one way. What is not listed here is not allowed.</summary>
public sealed class ArchitectureTests
{
    public static TheoryData<string, string[], string[]> Allowed => new()
    {
        { "Directives.Language", [], [] },
        { "Directives.Core", ["Directives.Language"], [] },
        { "Directives.Storage", ["Directives.Core"], ["Microsoft.Data.Sqlite", "Azure.Data.Tables", "Azure.Storage.Blobs", "Azure.Identity"] },
        {
            "Directives.Documents",
            ["Directives.Core", "Directives.Language"],
            ["DocumentFormat.OpenXml", "System.IO.Packaging", "PdfPig", "SkiaSharp", "SkiaSharp.NativeAssets.Linux.NoDependencies"]
        },
        { "BotFramework", [], ["Newtonsoft.Json", "Microsoft.IdentityModel.Protocols.OpenIdConnect", "Azure.Identity"] },
        { "Directives.Zalo", ["BotFramework"], ["Microsoft.Bot.Builder.Integration.AspNet.Core"] },
        {
            "Directives.Bot",
            ["Directives.Language", "Directives.Core", "Directives.Storage", "Directives.Documents", "Directives.Zalo", "BotFramework"],
            ["System.CommandLine", "Microsoft.Bot.Builder.Integration.AspNet.Core"]
        },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void Project_refers_only_to_what_it_may(string project, string[] projects, string[] packages)
    {
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"));

        Assert.Empty(Included(file, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)).Except(projects));
        Assert.Empty(Included(file, "PackageReference").Except(packages));
    }

    [Fact]
    public void Every_project_under_src_stands_in_the_table()
    {
        var projects = Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName).Where(name => name is not ("bin" or "obj"));

        Assert.Equal(Allowed.Select(row => (string)row[0]).Order(), projects.Order());
    }

    [Fact]
    public void Domain_and_language_name_nothing_of_the_protocol_or_the_web()
    {
        string[] projects = ["Directives.Language", "Directives.Core", "Directives.Storage", "Directives.Documents"];
        var offending = projects
            .SelectMany(project => Directory.GetFiles(Path.Combine(Repository.Root, "src", project), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(path => File.ReadAllText(path) is var text
                && (text.Contains("Microsoft.Bot.", StringComparison.Ordinal) || text.Contains("Microsoft.AspNetCore", StringComparison.Ordinal)));

        Assert.Empty(offending);
    }

    private static IEnumerable<string> Included(XDocument project, string item) =>
        project.Descendants(item).Select(element => element.Attribute("Include")!.Value);
}
