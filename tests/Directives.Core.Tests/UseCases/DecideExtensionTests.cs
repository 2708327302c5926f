using Directives.Core.Tests.Faults;

namespace Directives.Core.Tests.UseCases;

public sealed class DecideExtensionTests
{
    [Theory]
    [InlineData("duyệt việc 4", "2026-12-20")]
    [InlineData("duyệt việc 4 đến 17/12/2026", "2026-12-17")]
    [InlineData("đồng ý cho việc 4 gia hạn thêm 3 ngày", "2026-12-18")]
    public async Task Approval_gives_the_day_that_was_said_or_asked_for(string approval, string due)
    {
        var rehearsal = await Rehearsal.OfAsync();
        await rehearsal.SayAsync(Ward.Principal, "việc 4 xin gia hạn đến 20/12/2026 vì chờ thẩm định");
        await rehearsal.SayAsync(Ward.Principal, "1");

        await rehearsal.SayAsync(Ward.Leader, approval);

        var stored = await rehearsal.Parts.Get<WorkTable>().FindAsync("thcs-hoa-sen", 4, default);
        Assert.Equal(due, stored!.Value.Due!.Value.ToString("yyyy-MM-dd", null));
    }
}
