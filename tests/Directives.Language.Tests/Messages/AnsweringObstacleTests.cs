using Directives.Language.Messages;

namespace Directives.Language.Tests.Messages;

/// <summary>What a leader says to a unit's obstacle.</summary>
public sealed class AnsweringObstacleTests
{
    [Theory]
    [InlineData("trả lời Hoa Sen việc 7: phường sẽ cấp 20 triệu", "Hoa Sen", 7, "phường sẽ cấp 20 triệu")]
    [InlineData("Trả lời việc 7 của Hoa Sen: được", "Hoa Sen", 7, "được")]
    [InlineData("trả lời cho THCS Hoa Sen, về việc số 12: gồm hai phần: a, b", "THCS Hoa Sen", 12, "gồm hai phần: a, b")]
    [InlineData("tra loi hoa sen: phuong se cap", "hoa sen", null, "phuong se cap")]
    [InlineData("trả lời TH Sơn La việc 3: được", "TH Sơn La", 3, "được")]
    [InlineData("trả lời khó khăn của Hoa Sen rằng có hai cách: a, b", "Hoa Sen", null, "có hai cách: a, b")]
    [InlineData("trả lời Hoa Sen là phường sẽ cấp", "Hoa Sen", null, "phường sẽ cấp")]
    [InlineData("trả lời việc 7: được", null, 7, "được")]
    [InlineData("answer Hoa Sen task 7: the ward pays", "Hoa Sen", 7, "the ward pays")]
    [InlineData("trả lời Hoa Sen: ", "Hoa Sen", null, null)]
    public void Answer_names_unit_task_and_words(string said, string? unit, int? task, string? words) =>
        Assert.Equal(new AnsweringObstacle(unit, task, words), AnsweringObstacleReader.Read(said));

    [Theory]
    [InlineData("trả lời Hoa Sen")]
    [InlineData("trả lời Hoa Sen việc 7 phường sẽ cấp 20 triệu")]
    [InlineData("trả lời: được")]
    [InlineData("trả lời việc 7 là gì?")]
    [InlineData("các vướng mắc chưa trả lời: có gì")]
    [InlineData("việc 7: trả lời Hoa Sen")]
    [InlineData("")]
    public void Other_words_answer_nothing(string said) => Assert.Null(AnsweringObstacleReader.Read(said));
}
