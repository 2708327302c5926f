using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Directives.Core.Tests;

public sealed partial class TextsTests
{
    /// <summary>The keys that code puts together, by what they begin with. All others stand in the source as they are.</summary>
    private static readonly string[] BuiltPrefixes = ["day.", "duty.", "file.", "help.", "history.", "rule.", "you."];

    public static TheoryData<string> Languages => ["vi", "en"];

    [Fact]
    public void Both_languages_have_the_same_keys() =>
        Assert.Equal(Texts.Vietnamese.Keys.Order(StringComparer.Ordinal), Texts.English.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Both_languages_fill_in_the_same_things()
    {
        // Vietnamese addresses people by name of post or age where English does without a word.
        Assert.DoesNotContain(Texts.Vietnamese.Keys, key => !Braces(Texts.Vietnamese[key]).SetEquals(Braces(Texts.English[key])));

        static HashSet<string> Braces(string text) =>
            [.. Brace().Matches(text).Select(match => match.Groups[1].Value).Where(name => name != "you")];
    }

    [Fact]
    public void Every_text_is_used() =>
        Assert.DoesNotContain(Texts.Vietnamese.Keys, key =>
            !Array.Exists(BuiltPrefixes, prefix => key.StartsWith(prefix, StringComparison.Ordinal))
            && !Source.Value.Contains($"\"{key}\"", StringComparison.Ordinal));

    [Fact]
    public void Every_key_in_the_source_has_a_text()
    {
        var families = Texts.Vietnamese.Keys.Select(key => key.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        var dotted = DottedLiteral().Matches(Source.Value).Select(match => match.Groups[1].Value).Where(key => families.Contains(key.Split('.')[0]));
        var said = Saying().Matches(Source.Value).Select(match => match.Groups[1].Value);
        var keys = dotted.Concat(said).Where(key => !BuiltPrefixes.Contains(key)).ToHashSet(StringComparer.Ordinal);

        Assert.True(keys.Count > 100, "The source was not found.");
        Assert.Empty(keys.Except(Texts.Vietnamese.Keys));
    }

    [Fact]
    public void Every_key_that_code_puts_together_has_a_text()
    {
        string[] built =
        [
            .. Enumerable.Range(1, 7).Select(day => $"day.{day}"),
            .. Enum.GetNames<Duty>().Select(duty => "duty." + duty.ToLowerInvariant()),
            .. Enum.GetNames<HistoryKind>().Select(kind => "history." + char.ToLowerInvariant(kind[0]) + kind[1..]),
            .. Enum.GetNames<Role>().Select(role => "help." + role.ToLowerInvariant()),
            .. Enum.GetNames<Salutation>().Select(salutation => "you." + salutation.ToLowerInvariant()),
            .. UnreadableReasons().Select(reason => "file." + char.ToLowerInvariant(reason[0]) + reason[1..]),
            .. new[] { "daily", "weekly", "monthly", "yearly" }.SelectMany(rule => new[] { $"rule.{rule}", $"rule.{rule}.n" }),
            // What code says as it stands.
            "help.intro", "rule.onDay", "you.office",
        ];
        var texts = Texts.Vietnamese.Keys.Where(key => Array.Exists(BuiltPrefixes, prefix => key.StartsWith(prefix, StringComparison.Ordinal)));

        Assert.Equal(built.Order(StringComparer.Ordinal), texts.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_text_blames_boasts_or_shouts(string language)
    {
        string[] unwanted = ["!", "thành công", "vi phạm", "chậm trễ", "success"];
        Assert.DoesNotContain(All(language), text => Array.Exists(unwanted, word => text.Value.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_text_holds_an_emoji_or_a_mark(string language) =>
        Assert.DoesNotContain(All(language), text => text.Value.EnumerateRunes().Any(rune => !rune.IsBmp || Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol));

    [Fact]
    public void No_text_says_ạ_twice() =>
        Assert.DoesNotContain(All("vi"), text => text.Value.Split(" ạ", StringSplitOptions.None).Length > 2);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Button_labels_fit_a_phone(string language) =>
        Assert.DoesNotContain(All(language), text => text.Key.StartsWith("btn.", StringComparison.Ordinal) && text.Value.Length > 21);

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_text_has_stray_blanks_or_an_open_brace(string language) =>
        Assert.DoesNotContain(All(language), text =>
            text.Value.Length == 0
            || (text.Value != text.Value.Trim() && !text.Key.StartsWith("list.", StringComparison.Ordinal))
            || text.Value.Contains("  ", StringComparison.Ordinal)
            || text.Value.Count(c => c == '{') != Brace().Count(text.Value)
            || text.Value.Count(c => c == '}') != Brace().Count(text.Value));

    [Fact]
    public void A_missing_key_is_named() =>
        Assert.Contains("no.such.key", Assert.Throws<KeyNotFoundException>(() => Texts.English["no.such.key"]).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("en", "en")]
    [InlineData("vi", "vi")]
    [InlineData("fr", "vi")]
    public void A_language_without_texts_is_answered_in_Vietnamese(string asked, string given) => Assert.Equal(given, Texts.In(asked).Language);

    private static IEnumerable<(string Key, string Value)> All(string language)
    {
        var texts = Texts.In(language);
        return texts.Keys.Select(key => (key, texts[key]));
    }

    private static readonly Lazy<string> Source = new(() => string.Join(
        '\n',
        new[] { "Directives.Core", "Directives.Bot" }
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Root, "src", project), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText)));

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Directives.Bot.sln"))) folder = folder.Parent;
            return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
        }
    }

    // Directives.Core does not know Directives.Documents; the names of its reasons are read off its source.
    private static IEnumerable<string> UnreadableReasons()
    {
        var source = File.ReadAllText(Path.Combine(Root, "src", "Directives.Documents", "UnreadableDocumentException.cs"));
        var body = source.Split("enum UnreadableReason")[1].Split('}')[0];
        return EnumMember().Matches(body).Select(match => match.Groups[1].Value);
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Brace();

    [GeneratedRegex(@"""([a-z][A-Za-z]*(?:\.[A-Za-z0-9]+)+)""")]
    private static partial Regex DottedLiteral();

    [GeneratedRegex(@"(?:(?:Phrase|SayReply|Choice|Say|Fill)\(|(?:[Ww]ords|texts)\[|\(Phrase\))""([^""]+)""")]
    private static partial Regex Saying();

    [GeneratedRegex(@"^\s*([A-Z]\w*),\r?$", RegexOptions.Multiline)]
    private static partial Regex EnumMember();
}
