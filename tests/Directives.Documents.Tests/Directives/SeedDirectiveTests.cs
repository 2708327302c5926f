using Directives.Language.Prose;

namespace Directives.Documents.Tests.Directives;

/// <summary>The real directive that the project started from. It is not part of the project: where it is absent, the tests are skipped.</summary>
public class SeedDirectiveTests
{
    private readonly Lazy<DirectiveDraft> _draft = new(() => DirectiveReader.Read(DocumentReader.Read(File.ReadAllBytes(SeedFactAttribute.Path!), "seed.txt")));

    [SeedFact]
    public void Head_is_read()
    {
        var head = _draft.Value.Head;

        Assert.Equal(("Thông báo", new DateOnly(2018, 8, 17)), (head.Kind, head.Issued));
        Assert.Equal("Quận ủy Long Biên", head.Issuer);
        Assert.NotNull(head.Signer);
        Assert.Contains("trọng tâm", head.Title, StringComparison.Ordinal);
        Assert.Equal(4, head.Recipients.Count);
    }

    [SeedFact]
    public void Staffing_review_has_its_whole_chain()
    {
        var task = TaskWith("rà soát, đánh giá");

        Assert.Equal(["UBND quận"], task.Directing);
        Assert.Equal(["phòng Nội vụ"], task.Lead);
        Assert.Equal(["phòng GD&ĐT", "các đơn vị có liên quan"], task.Coordinating);
        Assert.Equal(["Thường trực Quận ủy"], task.ReportTo);
        Assert.Equal((TaskKind.OneOff, new DateOnly(2018, 12, 31)), (task.Kind, task.Deadline));
        Assert.StartsWith("Rà soát, đánh giá thực trạng đội ngũ", TaskTitle.Of(task, 80), StringComparison.Ordinal);
        Assert.StartsWith("2.", task.Section, StringComparison.Ordinal);
    }

    [SeedFact]
    public void Schedule_every_three_months_is_led_jointly()
    {
        var task = TaskWith("03 tháng/lần");

        Assert.Equal(["Văn phòng Quận ủy", "Văn phòng HĐND&UBND quận"], task.Lead);
        Assert.Equal((TaskKind.Recurring, "FREQ=MONTHLY;INTERVAL=3"), (task.Kind, task.Recurrence));
    }

    [SeedFact]
    public void Targets_are_thirteen_and_eleven()
    {
        var task = TaskWith("13/13");

        Assert.Equal(TaskKind.Target, task.Kind);
        Assert.Equal([13, 11], task.Targets.Select(target => target.AtLeast));
        Assert.Equal(13, task.Targets[0].Of);
    }

    [SeedFact]
    public void Preparation_of_new_classes_has_a_start_and_no_deadline()
    {
        var task = TaskWith("song bằng");

        Assert.Equal(["phòng GD&ĐT"], task.Lead);
        Assert.Equal((new DateOnly(2019, 9, 5), null, TaskKind.OneOff), (task.Start, task.Deadline, task.Kind));
    }

    [SeedFact]
    public void Kitchens_are_one_duty_and_the_choice_of_suppliers_another()
    {
        var kitchens = TaskWith("bếp ăn tại các trường học");
        var suppliers = TaskWith("lựa chọn đơn vị cung ứng");

        Assert.Equal((1, 0, TaskKind.Ongoing), (kitchens.Directing.Count, kitchens.Lead.Count, kitchens.Kind));
        Assert.StartsWith("Duy trì kiểm tra", TaskTitle.Of(kitchens, 80), StringComparison.Ordinal);
        Assert.Equal(["các nhà trường"], suppliers.Audience);
    }

    [SeedFact]
    public void Past_results_and_the_closing_formula_are_no_tasks()
    {
        Assert.Equal(12, _draft.Value.Tasks.Count);
        Assert.DoesNotContain(_draft.Value.Tasks, task => task.Text.Contains("2017", StringComparison.Ordinal));
        Assert.DoesNotContain(_draft.Value.Tasks, task => task.Text.Contains("Thừa lệnh", StringComparison.Ordinal) || task.Text.Contains("chủ trì hội nghị", StringComparison.Ordinal));
    }

    private TaskDraft TaskWith(string words) => Assert.Single(_draft.Value.Tasks, task => task.Text.Contains(words, StringComparison.Ordinal));
}

/// <summary>A test that needs the seed, and says so where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SeedFactAttribute : FactAttribute
{
    public SeedFactAttribute()
    {
        if (Path is null) Skip = "The seed directive is not beside the repository (../shared/seeds).";
    }

    public static string? Path { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(System.IO.Path.Combine(folder.FullName, "Directives.Bot.sln"))) continue;
            var seeds = System.IO.Path.Combine(folder.FullName, "..", "shared", "seeds");
            return Directory.Exists(seeds) ? Directory.EnumerateFiles(seeds, "*.txt").Order(StringComparer.Ordinal).FirstOrDefault() : null;
        }

        return null;
    }
}
