using System.Net;
using BotFramework.Tests.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Time.Testing;

namespace BotFramework.Tests.Integration;

/// <summary>What is done when a channel throttles, fails, is slow or breaks off: a message is never sent twice, and nobody waits for ever.</summary>
public sealed class RetryTests : IAsyncLifetime
{
    private readonly ImpatientClock _clock = new();
    private FakeConnector _connector;

    public static TheoryData<string> CallsThatMayBeMadeTwice => ["GET", "PUT", "DELETE"];

    public static TheoryData<string> AllCalls => ["GET", "PUT", "DELETE", "POST"];

    public async Task InitializeAsync() => _connector = await FakeConnector.StartAsync();

    public async Task DisposeAsync() => await _connector.DisposeAsync();

    [Theory]
    [MemberData(nameof(AllCalls))]
    public async Task Throttled_call_is_repeated_no_sooner_than_asked_for(string method)
    {
        _connector.AnswerNextWith(429, retryAfter: "2");

        Assert.Null(await CallAsync(method));

        Assert.Equal([method, method], Methods());
        AssertWaits(2);
    }

    [Theory]
    [MemberData(nameof(AllCalls))]
    public async Task Throttled_call_without_a_time_is_repeated_after_ever_longer_ones(string method)
    {
        for (var i = 0; i < 3; i++) _connector.AnswerNextWith(429);

        Assert.Null(await CallAsync(method));

        Assert.Equal([method, method, method, method], Methods());
        AssertWaits(1, 2, 4);
    }

    [Fact]
    public async Task Waits_differ_so_that_all_who_were_throttled_do_not_come_back_at_once()
    {
        for (var i = 0; i < 5; i++)
        {
            _connector.AnswerNextWith(429, retryAfter: "8");
            Assert.Null(await CallAsync("POST"));
        }

        Assert.Equal(5, _clock.Waits.Distinct().Count());
        AssertWaits(8, 8, 8, 8, 8);
    }

    [Theory]
    [InlineData(-60, 2)]
    [InlineData(60, 1)]
    public async Task Moment_to_come_back_at_is_looked_at_as_a_time_to_wait(int secondsFromNow, int calls)
    {
        // One that is past asks for no wait at all; one too far off is not waited for.
        _connector.AnswerNextWith(429, retryAfter: _clock.GetUtcNow().AddSeconds(secondsFromNow).ToString("r"));

        await CallAsync("POST");

        Assert.Equal(calls, _connector.Calls.Count);
    }

    [Theory]
    [MemberData(nameof(AllCalls))]
    public async Task Storm_of_refusals_ends_after_four_attempts(string method)
    {
        for (var i = 0; i < 9; i++) _connector.AnswerNextWith(429, retryAfter: "1");

        var failed = Assert.IsType<ErrorResponseException>(await CallAsync(method));

        Assert.Equal(HttpStatusCode.TooManyRequests, failed.Response.StatusCode);
        AssertWaits(1, 1, 1);
    }

    [Theory]
    [InlineData("3600", 0)]
    [InlineData("11", 0)]
    [InlineData("6", 1)]
    [InlineData("5", 2)]
    public async Task Storm_of_refusals_ends_before_a_call_has_waited_longer_than_ten_seconds(string retryAfter, int waits)
    {
        for (var i = 0; i < 9; i++) _connector.AnswerNextWith(429, retryAfter);

        Assert.IsType<ErrorResponseException>(await CallAsync("POST"));

        Assert.Equal(waits, _clock.Waits.Count);
    }

    [Theory]
    [InlineData(408, "1")]
    [InlineData(412, null)]
    [InlineData(500, "1")]
    [InlineData(502, null)]
    [InlineData(503, "1")]
    [InlineData(504, null)]
    public async Task Message_with_an_unknown_outcome_is_never_repeated(int status, string retryAfter)
    {
        _connector.AnswerNextWith(status, retryAfter);

        var failed = Assert.IsType<ErrorResponseException>(await CallAsync("POST"));

        Assert.Equal(status, (int)failed.Response.StatusCode);
        Assert.Single(_connector.Calls);
        Assert.Empty(_clock.Waits);
    }

    [Theory]
    [MemberData(nameof(CallsThatMayBeMadeTwice))]
    public async Task Call_that_may_be_made_twice_is_repeated_when_the_channel_fails(string method)
    {
        _connector.AnswerNextWith(502);
        _connector.AnswerNextWith(412, retryAfter: "3");

        Assert.Null(await CallAsync(method));

        Assert.Equal([method, method, method], Methods());
        AssertWaits(1, 3);
    }

    [Theory]
    [MemberData(nameof(CallsThatMayBeMadeTwice))]
    public async Task Refusal_for_good_is_repeated_for_no_call(string method)
    {
        _connector.AnswerNextWith(403);

        Assert.IsType<ErrorResponseException>(await CallAsync(method));

        Assert.Single(_connector.Calls);
    }

    [Theory]
    [MemberData(nameof(CallsThatMayBeMadeTwice))]
    public async Task Call_that_may_be_made_twice_is_repeated_when_its_connection_breaks(string method)
    {
        _connector.CutNext();

        Assert.Null(await CallAsync(method));

        Assert.Equal([method, method], Methods());
        AssertWaits(1);
    }

    [Fact]
    public async Task Deleting_again_what_an_attempt_with_an_unknown_outcome_deleted_is_no_failure()
    {
        _connector.AnswerNextWith(504);
        _connector.AnswerNextWith(404);
        Assert.Null(await CallAsync("DELETE"));

        _connector.AnswerNextWith(404);
        Assert.IsType<ErrorResponseException>(await CallAsync("DELETE"));
    }

    [Fact]
    public async Task Message_whose_connection_breaks_is_never_repeated()
    {
        // The first one leaves an open connection behind, which an HTTP client might think stale.
        Assert.Null(await CallAsync("POST"));
        _connector.CutNext();

        Assert.IsType<HttpRequestException>(await CallAsync("POST"));
        Assert.Equal(2, _connector.Calls.Count);
    }

    [Theory]
    [MemberData(nameof(AllCalls))]
    public async Task Slow_channel_is_left_after_twenty_seconds_and_not_asked_again(string method)
    {
        var time = new FakeTimeProvider();
        var asked = new TaskCompletionSource();
        var left = new TaskCompletionSource();
        _connector.BeforeAnswer = () =>
        {
            asked.SetResult();
            return left.Task;
        };

        var call = CallAsync(method, time);
        await asked.Task;
        time.Advance(TimeSpan.FromMilliseconds(19_999));
        Assert.False(call.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        var failed = await call;
        left.SetResult();

        Assert.IsType<TimeoutException>(Assert.IsType<TaskCanceledException>(failed).InnerException);
        Assert.Single(_connector.Calls);
    }

    private IEnumerable<string> Methods() => _connector.Calls.Select(call => call.Method);

    /// <summary>Each wait was at least as long, and at most a quarter longer.</summary>
    private void AssertWaits(params double[] seconds)
    {
        Assert.Equal(seconds.Length, _clock.Waits.Count);
        Assert.All(_clock.Waits.Zip(seconds), wait => Assert.InRange(wait.First.TotalSeconds, wait.Second, wait.Second * 1.25));
    }

    /// <summary>Makes one call of the channel within a turn, and gives what it threw.</summary>
    private async Task<Exception> CallAsync(string method, TimeProvider clock = null)
    {
        Exception caught = null;
        await using var host = await BotHost.StartAsync(
            new TestBot(async (context, token) => caught = await Record.ExceptionAsync(() => method switch
            {
                "GET" => TeamsInfo.GetMemberAsync(context, "29:user", token),
                "PUT" => context.UpdateActivityAsync(new Activity { Type = ActivityTypes.Message, Id = "out-1", Text = "sửa" }, token),
                "DELETE" => context.DeleteActivityAsync("out-1", token),
                _ => context.SendActivityAsync("chào", cancellationToken: token),
            })),
            clock ?? _clock);
        using var response = await host.PostAsync(TestBot.Message(serviceUrl: _connector.Url));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return caught;
    }
}
