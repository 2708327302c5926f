using System.Globalization;
using Directives.Language.Messages;

namespace Directives.Language.Tests.Messages;

/// <summary>How many of the labelled messages are read right when they are spelt one way.</summary>
internal sealed class MessageScore
{
    internal static readonly IReadOnlyDictionary<string, Func<string, string>> Spellings = new Dictionary<string, Func<string, string>>
    {
        [AsWritten] = text => text,
        ["without diacritics"] = Tests.Spellings.WithoutDiacritics,
        ["decomposed"] = Tests.Spellings.Decompose,
        ["new tone placement"] = Tests.Spellings.NewTonePlacement,
        ["raw Telex"] = Tests.Spellings.Telex,
        ["raw VNI"] = Tests.Spellings.Vni,
        ["upper case"] = text => text.ToUpperInvariant(),
        ["lower case"] = text => text.ToLowerInvariant(),
        ["without punctuation"] = text => string.Concat(text.Where(letter => letter is not ('?' or '!' or '.'))),
        [WithSlip] = Tests.Spellings.WithSlip,
    };

    internal const string AsWritten = "as written";
    internal const string WithSlip = "with a slip";

    private static readonly MessageReader Reader = new();

    private MessageScore()
    {
    }

    internal int Messages { get; private set; }
    internal int Intents { get; private set; }
    internal int Frames { get; private set; }
    internal int Dated { get; private set; }
    internal int Dates { get; private set; }
    internal int Traps { get; private set; }

    /// <summary>Traps that were taken for a report of completion, or for a decision.</summary>
    internal List<string> Leaks { get; } = [];

    internal List<string> Misses { get; } = [];

    internal double IntentShare => Share(Intents, Messages);
    internal double FrameShare => Share(Frames, Messages);
    internal double DateShare => Share(Dates, Dated);

    internal static MessageScore Of(IEnumerable<MessageCase> cases, string spelling)
    {
        var score = new MessageScore();
        foreach (var each in cases) score.Add(each, spelling);
        return score;
    }

    internal string Row(string spelling, string part) => string.Create(CultureInfo.InvariantCulture,
        $"{spelling,-20} {part,-6} {Messages,5} messages  intents {IntentShare:P1}  frames {FrameShare:P1}  dates {DateShare:P1} of {Dated,4}  traps {Traps,4}, taken for done or decided {Leaks.Count}");

    private static double Share(int right, int all) => all == 0 ? 1 : (double)right / all;

    private void Add(MessageCase each, string spelling)
    {
        var spell = Spellings[spelling];
        var typed = spell(each.Text);
        var frame = Reader.Read(typed, MessageCase.At, each.Role);
        var isRight = each.HasRightFrame(frame, spell);
        if (each.IsTrap)
        {
            if (LosesItsQuestion(each.Text, spelling)) return;
            Traps++;
            if (!isRight) Leaks.Add($"{typed}\n    found    {MessageCase.Describe(frame)}");
            return;
        }

        Messages++;
        if (each.HasRightIntents(frame)) Intents++;
        if (isRight) Frames++;
        else Misses.Add($"{typed}\n    expected {each.Expected}\n    found    {MessageCase.Describe(frame)}");
        if (!each.HasDate) return;
        Dated++;
        if (each.HasRightDates(frame)) Dates++;
    }

    /// <summary>
    /// A spelling that takes away the only mark of a question leaves a plain report: <c>xong rồi?</c> without its sign; without its tones
    /// <c>hỏi</c> is many words, and the question's <c>à</c> or <c>á</c> is the polite <c>ạ</c>, which is far more common.
    /// </summary>
    private static bool LosesItsQuestion(string text, string spelling) => spelling switch
    {
        "without punctuation" => text.EndsWith('?'),
        "without diacritics" => text.Contains("hỏi", StringComparison.Ordinal) || text.EndsWith(" à", StringComparison.Ordinal) || text.EndsWith(" á", StringComparison.Ordinal),
        _ => false,
    };
}
