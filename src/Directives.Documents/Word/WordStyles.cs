using DocumentFormat.OpenXml.Wordprocessing;

namespace Directives.Documents;

/// <summary>What a paragraph's style says about its place in the outline and in a list, through the styles it is based on.</summary>
internal sealed class WordStyles
{
    private const int MaxChain = 20;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);

    public WordStyles(Styles? styles)
    {
        foreach (var style in styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id) _styles.TryAdd(id, style);
        }
    }

    /// <summary>1 for a heading of the first level; 0 for a paragraph that is no heading.</summary>
    public int HeadingLevel(Paragraph paragraph)
    {
        if (paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is { } own) return own < 9 ? own + 1 : 0;
        foreach (var style in Chain(paragraph))
        {
            if (style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } level) return level < 9 ? level + 1 : 0;
            var name = style.StyleName?.Val?.Value ?? "";
            if (name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) && int.TryParse(name.AsSpan(8), out var byName)) return byName;
        }

        return 0;
    }

    /// <summary>The list a paragraph is in and its depth there, or null.</summary>
    public (int List, int Level)? ListOf(Paragraph paragraph)
    {
        if (paragraph.ParagraphProperties?.NumberingProperties is { } own && own.NumberingId?.Val?.Value is { } id)
        {
            return id == 0 ? null : (id, own.NumberingLevelReference?.Val?.Value ?? 0);
        }

        foreach (var style in Chain(paragraph))
        {
            if (style.StyleParagraphProperties?.NumberingProperties is not { } inherited || inherited.NumberingId?.Val?.Value is not { } list) continue;
            return list == 0 ? null : (list, inherited.NumberingLevelReference?.Val?.Value ?? 0);
        }

        return null;
    }

    private IEnumerable<Style> Chain(Paragraph paragraph)
    {
        var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        for (var step = 0; id is not null && step < MaxChain && _styles.TryGetValue(id, out var style); step++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }
}
