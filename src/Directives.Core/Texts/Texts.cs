using System.Collections.Frozen;
using System.Text.Json;

namespace Directives.Core;

/// <summary>Everything the bot says, by key, in one language. The files stand beside this one: <c>texts.vi.json</c>, <c>texts.en.json</c>.</summary>
public sealed class Texts
{
    private readonly FrozenDictionary<string, string> _texts;

    private Texts(string language)
    {
        Language = language;
        using var file = typeof(Texts).Assembly.GetManifestResourceStream($"texts.{language}.json")
            ?? throw new InvalidOperationException($"The texts for '{language}' are missing from the program.");
        _texts = JsonSerializer.Deserialize<Dictionary<string, string>>(file)!.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static Texts Vietnamese { get; } = new("vi");

    public static Texts English { get; } = new("en");

    /// <summary><c>vi</c> or <c>en</c>.</summary>
    public string Language { get; }

    public IReadOnlyCollection<string> Keys => _texts.Keys;

    public string this[string key] =>
        _texts.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"No text '{key}' in texts.{Language}.json.");

    public static Texts In(string language) => language == "en" ? English : Vietnamese;
}
