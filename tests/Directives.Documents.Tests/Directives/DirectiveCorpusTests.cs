using System.Text.Json;
using Directives.Language.Prose;
using Xunit.Abstractions;

namespace Directives.Documents.Tests.Directives;

/// <summary>Invented directives of several forms, each beside what a person read in it.</summary>
public class DirectiveCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Directives_as_text_are_read_as_a_person_reads_them() => Score(static path => (File.ReadAllBytes(path), path));

    [Fact]
    public void Directives_as_Word_files_are_read_as_a_person_reads_them() => Score(static path => (WordDirective.Of(File.ReadAllText(path)), "a.docx"));

    [Fact]
    public void Directives_as_pages_are_read_as_a_person_reads_them() => Score(static path => (PdfDirective.Of(File.ReadAllText(path)), "a.pdf"));

    private void Score(Func<string, (byte[] Content, string Name)> file)
    {
        var score = new DraftScore();
        foreach (var path in Paths())
        {
            var (content, name) = file(path);
            using var expected = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(path, ".json")));
            score.Add(Path.GetFileNameWithoutExtension(path), DirectiveReader.Read(DocumentReader.Read(content, name)), expected.RootElement);
        }

        foreach (var miss in score.Misses) output.WriteLine(miss);
        output.WriteLine(score.ToString());
        var misses = string.Join('\n', score.Misses);
        Assert.True(score.F1 >= 0.98, misses);
        foreach (var field in new[] { "deadline", "recurrence", "lead", "coordinating", "kind" }) Assert.True(score.Of(field) >= 0.98, misses);
    }

    private static IEnumerable<string> Paths()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Directives");
        return Directory.EnumerateFiles(folder, "*.txt").Concat(Directory.EnumerateFiles(folder, "*.md")).Order(StringComparer.Ordinal);
    }
}
