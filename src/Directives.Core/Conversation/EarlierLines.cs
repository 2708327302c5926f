using Directives.Language.Prose;

namespace Directives.Core;

/// <summary>What a draft does to earlier directives, as the clerk checks it.</summary>
internal static class EarlierLines
{
    private const int TasksShown = 5;
    private const int SentenceCharacters = 300;

    /// <param name="quote">With the sentence it was read from.</param>
    public static IEnumerable<Phrase> Of(IReadOnlyList<PlannedEarlier> earlier, bool quote) => earlier.SelectMany(one => Of(one, quote));

    private static IEnumerable<Phrase> Of(PlannedEarlier earlier, bool quote)
    {
        yield return Effect(earlier);
        if (!quote) yield break;
        if (earlier.Said.Document.Sentence is { } sentence) yield return new Phrase("quoted", ("words", ShortTitle.Of(sentence, SentenceCharacters)));
        if (earlier is { Found: { }, Said.Document.Effect: DirectiveEffect.Amends, Open: [var first, ..] }) yield return new Phrase("earlier.amends.how", ("to", first.Number));
    }

    private static Phrase Effect(PlannedEarlier earlier)
    {
        var said = earlier.Said.Document;
        if (earlier.Candidates.Count > 1) return new Phrase("earlier.which", ("directive", Cited(said)), ("n", earlier.Candidates.Count));
        if (earlier.Found is not { } found) return new Phrase("earlier.unknown", ("directive", Cited(said)));
        var directive = ("directive", (object)(earlier.IsOthers ? $"{found.Label} ({found.Head.Issuer})" : found.Label));
        if (said.Effect == DirectiveEffect.Extends)
        {
            return earlier.Extended.Count > 0
                ? new Phrase("earlier.extends", directive, ("date", said.Until!.Value), ("tasks", Tasks(earlier.Extended)))
                : new Phrase("earlier.extends.which", directive);
        }

        if (earlier.Open.Count == 0) return new Phrase(said.Effect == DirectiveEffect.Replaces ? "earlier.replaces.none" : "earlier.amends.none", directive);
        return new Phrase(
            said.Effect == DirectiveEffect.Replaces ? "earlier.replaces" : "earlier.amends",
            directive,
            ("n", earlier.Open.Count),
            ("tasks", Tasks([.. earlier.Open.Select(task => task.Number)])));
    }

    private static string Cited(EarlierDocument said)
    {
        var cited = said.Kind is null ? said.Number : $"{said.Kind} {said.Number}";
        return said.Year is { } year ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{cited} ({year})") : cited;
    }

    public static object Tasks(IReadOnlyList<int> numbers) => numbers.Count <= TasksShown
        ? new TaskNumbers(numbers)
        : new Phrase("tasks.more", ("tasks", new TaskNumbers([.. numbers.Take(TasksShown)])), ("n", numbers.Count - TasksShown));
}
