using Xunit.Abstractions;

namespace Directives.Language.Tests.Messages;

/// <summary>The labelled messages, scored in every spelling. What is asked of all of them is asked of the part kept aside as well.</summary>
public class MessageReaderTests(ITestOutputHelper output)
{
    private const double FewestIntents = 0.97;
    private const double FewestFrames = 0.92;
    private const double FewestDates = 0.98;

    /// <summary>How much a spelling that says the same may lose, and one with a slip of the finger.</summary>
    private const double SpellingLoss = 0.02;
    private const double SlipLoss = 0.05;

    public static TheoryData<string> Spelt => [.. MessageScore.Spellings.Keys];

    [Theory]
    [MemberData(nameof(Spelt))]
    public void Read_labelled_messages_in_each_spelling_reaches_the_contracts_scores(string spelling) => AssertScores("whole", spelling);

    [Theory]
    [MemberData(nameof(Spelt))]
    public void Read_messages_kept_aside_in_each_spelling_reaches_the_contracts_scores(string spelling) => AssertScores("aside", spelling);

    /// <summary>Indirect requests, idioms and dialects by writers who were asked for what no textbook lists.</summary>
    [Theory]
    [MemberData(nameof(Spelt))]
    public void Read_hard_messages_in_each_spelling_reaches_the_contracts_scores(string spelling) => AssertScores("hard", spelling);

    [Theory]
    [MemberData(nameof(Spelt))]
    public void Read_traps_in_each_spelling_never_reports_done_and_never_decides(string spelling)
    {
        var score = MessageScore.Of(Cases("whole").Concat(Cases("hard")), spelling);
        Assert.True(score.Traps > 1000);
        Assert.True(score.Leaks.Count == 0, string.Join('\n', score.Leaks));
    }

    private void AssertScores(string part, string spelling)
    {
        var score = MessageScore.Of(Cases(part), spelling);
        var loss = spelling switch { MessageScore.AsWritten => 0, MessageScore.WithSlip => SlipLoss, _ => SpellingLoss };
        var row = score.Row(spelling, part);
        output.WriteLine(row);
        Figures.Print(row);
        Assert.True(
            score.IntentShare >= FewestIntents - loss && score.FrameShare >= FewestFrames - loss && score.DateShare >= FewestDates - loss,
            $"{row}\n{string.Join('\n', score.Misses)}");
    }

    private static IEnumerable<MessageCase> Cases(string part)
    {
        string[] files = part switch
        {
            "aside" => ["messages-aside.txt"],
            "hard" => ["messages-hard.txt"],
            _ => ["messages.txt", "messages-aside.txt"],
        };
        return files.SelectMany(file => MessageCase.ReadAll(Path.Combine(AppContext.BaseDirectory, "Messages", file)));
    }
}
