using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Directives.Documents;

/// <summary>Counts a document's lists as Word does, and gives the number or bullet that Word draws before a paragraph.</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;

    private readonly WordStyles _styles;
    private readonly Dictionary<int, AbstractNum> _abstracts = [];
    private readonly Dictionary<int, NumberingInstance> _lists = [];
    private readonly Dictionary<int, int?[]> _counters = [];
    private readonly HashSet<int> _restarted = [];

    public WordNumbering(Numbering? numbering, WordStyles styles)
    {
        _styles = styles;
        foreach (var definition in numbering?.Elements<AbstractNum>() ?? [])
        {
            if (definition.AbstractNumberId?.Value is { } id) _abstracts.TryAdd(id, definition);
        }

        foreach (var list in numbering?.Elements<NumberingInstance>() ?? [])
        {
            if (list.NumberID?.Value is { } id) _lists.TryAdd(id, list);
        }
    }

    /// <summary>The mark of a paragraph that is in a list, with the blank after it, and its depth; null for other paragraphs.</summary>
    public (string Label, int Level)? Next(Paragraph paragraph)
    {
        if (_styles.ListOf(paragraph) is not { } place || !_lists.TryGetValue(place.List, out var list)) return null;
        if (list.AbstractNumId?.Val?.Value is not { } id || !_abstracts.TryGetValue(id, out var definition)) return null;
        var level = Math.Clamp(place.Level, 0, Levels - 1);

        // Lists that share a definition go on counting, unless the list itself says where it starts.
        if (!_counters.TryGetValue(id, out var counters)) _counters[id] = counters = new int?[Levels];
        var overrides = list.Elements<LevelOverride>().Any(value => value.StartOverrideNumberingValue is not null);
        if (overrides && _restarted.Add(place.List)) Array.Clear(counters);

        counters[level] = counters[level] is { } count ? count + 1 : StartOf(list, definition, level);
        for (var deeper = level + 1; deeper < Levels; deeper++) counters[deeper] = null;
        return (Label(list, definition, level, counters), level);
    }

    private static int StartOf(NumberingInstance list, AbstractNum definition, int level) =>
        list.Elements<LevelOverride>().FirstOrDefault(value => value.LevelIndex?.Value == level)?.StartOverrideNumberingValue?.Val?.Value
        ?? LevelOf(list, definition, level)?.StartNumberingValue?.Val?.Value ?? 1;

    private static Level? LevelOf(NumberingInstance list, AbstractNum definition, int level) =>
        list.Elements<LevelOverride>().FirstOrDefault(value => value.LevelIndex?.Value == level)?.Level
        ?? definition.Elements<Level>().FirstOrDefault(value => value.LevelIndex?.Value == level);

    private static string Label(NumberingInstance list, AbstractNum definition, int level, int?[] counters)
    {
        var own = LevelOf(list, definition, level);
        var format = own?.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal;
        if (format == NumberFormatValues.None) return "";

        // Bullets are drawn from symbol fonts: the characters stored mean nothing outside them.
        if (format == NumberFormatValues.Bullet) return own?.LevelText?.Val?.Value is "+" ? "+ " : "- ";
        var pattern = own?.LevelText?.Val?.Value ?? $"%{level + 1}.";
        var label = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 >= pattern.Length || pattern[i + 1] is < '1' or > '9')
            {
                label.Append(pattern[i]);
                continue;
            }

            var part = pattern[++i] - '1';
            var partLevel = LevelOf(list, definition, part);
            var partFormat = own?.IsLegalNumberingStyle is not null && part != level
                ? NumberFormatValues.Decimal
                : partLevel?.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal;
            label.Append(Shown(counters[part] ?? StartOf(list, definition, part), partFormat));
        }

        return label.Length == 0 ? "" : label.Append(' ').ToString();
    }

    private static string Shown(int number, NumberFormatValues format)
    {
        if (format == NumberFormatValues.UpperRoman) return Roman(number);
        if (format == NumberFormatValues.LowerRoman) return Roman(number).ToLowerInvariant();
        if (format == NumberFormatValues.UpperLetter) return Letter(number, 'A');
        if (format == NumberFormatValues.LowerLetter) return Letter(number, 'a');
        return number.ToString(format == NumberFormatValues.DecimalZero ? "00" : "0", CultureInfo.InvariantCulture);
    }

    private static string Letter(int number, char first) =>
        number < 1 ? "" : new string((char)(first + ((number - 1) % 26)), Math.Min(((number - 1) / 26) + 1, 5));

    private static string Roman(int number)
    {
        if (number is < 1 or > 399) return number.ToString(CultureInfo.InvariantCulture);
        var roman = new StringBuilder();
        foreach (var (value, sign) in _romans)
        {
            for (; number >= value; number -= value) roman.Append(sign);
        }

        return roman.ToString();
    }

    private static readonly (int Value, string Sign)[] _romans =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
}
