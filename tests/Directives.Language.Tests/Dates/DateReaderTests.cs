using Directives.Language.Dates;
using Directives.Language.Text;
using Xunit.Abstractions;

namespace Directives.Language.Tests.Dates;

public class DateReaderTests(ITestOutputHelper output)
{
    [Fact]
    public void Read_every_listed_expression_gives_its_days() => AssertAll("as written", text => text);

    [Fact]
    public void Read_decomposed_text_gives_the_same_days() => AssertAll("decomposed", Spellings.Decompose);

    [Fact]
    public void Read_upper_case_gives_the_same_days() => AssertAll("upper case", text => text.Contains("Mai") ? text : text.ToUpperInvariant());

    [Fact]
    public void Read_without_diacritics_gives_the_same_days() =>
        AssertAll("without diacritics", text => Spellings.LosesItsMeaning(text) ? text : Spellings.WithoutDiacritics(text));

    [Fact]
    public void Read_inside_a_sentence_finds_the_same_days() => AssertAll("in a sentence", text => $"các đơn vị báo cáo {text}, nhé");

    private void AssertAll(string spelling, Func<string, string> spell)
    {
        var misses = new List<string>();
        var cases = DateCase.ReadAll();
        foreach (var each in cases)
        {
            var typed = spell(each.Words);
            var found = DateCase.Describe(DateReader.Read(VietnameseText.Compose(typed), each.Context), each.Context.Purpose);
            if (found != each.Expected) misses.Add($"{typed} ({each.Context.Purpose}): expected {each.Expected}, found {found}");
        }

        var row = $"{spelling,-20} {cases.Count - misses.Count} of {cases.Count} expressions of time";
        output.WriteLine(row);
        Figures.Print(row);
        Assert.True(misses.Count == 0, string.Join('\n', misses));
    }
}
