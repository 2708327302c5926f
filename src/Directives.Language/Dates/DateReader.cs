using Directives.Language.Text;

namespace Directives.Language.Dates;

/// <summary>Reads dates, times and rhythms out of Vietnamese and English text.</summary>
public static class DateReader
{
    /// <summary>The expressions of time in composed text, in its order, without overlaps.</summary>
    public static IReadOnlyList<DateMention> Read(string composed, DateContext context) => Read(Tokenizer.Split(composed), context);

    /// <inheritdoc cref="Read(string, DateContext)"/>
    public static IReadOnlyList<DateMention> Read(TokenList tokens, DateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(tokens);
        var mentions = new List<DateMention>();
        foreach (var expression in new DateParser(tokens, context.Calendar).Parse())
        {
            if (DateResolver.Resolve(expression, tokens, context) is { } mention) mentions.Add(mention);
        }

        return mentions;
    }
}
