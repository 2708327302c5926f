using Directives.Core.Tests.Faults;
using Microsoft.Extensions.Time.Testing;

namespace Directives.Core.Tests.UseCases;

public sealed class CredentialNoticesTests
{
    private static readonly DateOnly Last = new(2026, 12, 31);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 25, 9, 0, 0, VietnamTime.Offset));
    private readonly InMemoryStore _store = new();

    [Fact]
    public async Task Clerks_are_told_at_each_step_once_and_on_no_other_day()
    {
        await FillAsync();
        var told = new List<int>();
        for (var left = Last.DayNumber - _clock.Today().DayNumber; left >= 0; left--)
        {
            // Twice a day, the second time after a restart.
            for (var run = 0; run < 2; run++)
            {
                var parts = Parts(Last);
                await parts.Get<CredentialNotices>().PlanAsync(default);
                told.AddRange((await SentAsync(parts)).Select(_ => left));
            }

            _clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal([30, 14, 7, 3, 1], told);
    }

    [Fact]
    public async Task Step_that_passed_while_the_program_stood_still_is_made_up_for()
    {
        await FillAsync();
        _clock.Advance(TimeSpan.FromDays(26));
        var parts = Parts(Last);

        await parts.Get<CredentialNotices>().PlanAsync(default);

        Assert.Equal([$"sent · CredentialsExpiring · {Ward.Clerk} · phuong"], await SentAsync(parts));
    }

    [Fact]
    public async Task Nothing_is_said_once_the_secret_is_renewed()
    {
        await FillAsync();
        _clock.Advance(TimeSpan.FromDays(26));
        await Parts(Last).Get<CredentialNotices>().PlanAsync(default);

        Assert.Empty(await SentAsync(Parts(Last.AddYears(1))));
    }

    [Fact]
    public async Task Nobody_is_told_of_what_has_no_end()
    {
        await FillAsync();
        var parts = Parts(null);

        await parts.Get<CredentialNotices>().PlanAsync(default);

        Assert.Empty(await SentAsync(parts));
    }

    [Theory]
    [InlineData(7, "Khóa kết nối Teams của em hết hạn thứ Năm 31/12/2026, còn 7 ngày.")]
    [InlineData(0, "Khóa kết nối Teams của em hết hạn thứ Năm 31/12/2026.")]
    public void Notice_says_the_day_and_what_ends_with_it(int left, string begins)
    {
        var reply = Assert.IsType<SayReply>(CredentialNotices.Compose(new CredentialExpiry(Last), Last.AddDays(-left)));

        var words = new Wording(Texts.In("vi"), Ward.Roster.FindPerson(Ward.Clerk), Last.AddDays(-left)).Say(Assert.Single(reply.Lines));
        Assert.StartsWith(begins, words, StringComparison.Ordinal);
        Assert.EndsWith("chị báo người quản trị thay khóa" + (left == 0 ? " ngay" : "") + " giúp em.", words, StringComparison.OrdinalIgnoreCase);
    }

    private DomainParts Parts(DateOnly? last) => new(_store, _clock, new CredentialExpiry(last));

    // What publishing told the others is no part of this.
    private static async Task<IReadOnlyList<string>> SentAsync(DomainParts parts) =>
        [.. (await TestNotices.SendDueAsync(parts)).Where(line => line.Contains(nameof(NoticeKind.CredentialsExpiring), StringComparison.Ordinal))];

    private Task FillAsync()
    {
        var parts = Parts(null);
        return Ward.FillAsync(parts.Get<RosterTable>(), parts.Get<DirectiveTable>(), parts.Get<PublishDirective>(), _clock.GetUtcNow());
    }
}
