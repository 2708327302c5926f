using BotFramework.Tests.Support;
using Microsoft.Bot.Builder;

namespace BotFramework.Tests.Builder;

public class PipelineTests
{
    private readonly RecordingAdapter _adapter = new();
    private readonly List<string> _order = [];

    [Fact]
    public async Task Middleware_runs_in_the_order_added_around_the_bot()
    {
        _adapter.Use(new Step("a", _order)).Use(new Step("b", _order));

        await RunAsync(() => _order.Add("bot"));

        Assert.Equal(["a in", "b in", "bot", "b out", "a out"], _order);
        Assert.Equal(2, _adapter.MiddlewareSet.Count());
    }

    [Fact]
    public async Task Middleware_that_does_not_go_on_ends_the_turn()
    {
        _adapter.Use(new Step("a", _order)).Use(new Step("b", _order, goesOn: false)).Use(new Step("c", _order));

        await RunAsync(() => _order.Add("bot"));

        Assert.Equal(["a in", "b in", "a out"], _order);
    }

    [Fact]
    public async Task Exception_reaches_the_caller_without_an_error_handler()
    {
        await Assert.ThrowsAsync<FormatException>(() => RunAsync(() => throw new FormatException()));
    }

    [Fact]
    public async Task Exception_goes_to_the_error_handler_with_the_turn()
    {
        Exception caught = null;
        _adapter.OnTurnError = async (context, exception) =>
        {
            caught = exception;
            await context.SendActivityAsync("Xin lỗi");
        };
        _adapter.Use(new Step("a", _order));

        await RunAsync(() => throw new FormatException());

        Assert.IsType<FormatException>(caught);
        Assert.Equal("Xin lỗi", Assert.Single(_adapter.Sent).Text);
    }

    [Fact]
    public async Task Set_is_middleware_itself()
    {
        var set = new MiddlewareSet().Use(new Step("inner", _order));
        _adapter.Use(new Step("outer", _order)).Use(set);

        await RunAsync(() => _order.Add("bot"));

        Assert.Equal(["outer in", "inner in", "inner out", "bot", "outer out"], _order);
    }

    private async Task RunAsync(Action bot)
    {
        using var context = new TurnContext(_adapter, TestBot.Message());
        await _adapter.RunAsync(context, (_, _) =>
        {
            bot();
            return Task.CompletedTask;
        });
    }

    private sealed class Step(string name, List<string> order, bool goesOn = true) : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            order.Add(name + " in");
            if (!goesOn) return;
            await next(cancellationToken);
            order.Add(name + " out");
        }
    }
}
