using Directives.Bot.Notices;
using Microsoft.Extensions.Time.Testing;

namespace Directives.Bot.Tests.Notices;

public sealed class SendPacesTests
{
    private const string Service = "https://smba.example/apac/", Path = "https://smba.example/amer/v3/conversations";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 25, 2, 14, 0, TimeSpan.Zero));

    [Fact]
    public async Task Few_go_out_together_and_more_at_the_services_rate()
    {
        var paces = new SendPaces(_clock);
        var sends = Enumerable.Range(0, 105).Select(_ => paces.WaitAsync(Service, 10, default)).ToArray();

        Assert.InRange(sends.Count(send => send.IsCompleted), 1, 10);
        _clock.Advance(TimeSpan.FromSeconds(5));
        await Task.WhenAll(sends.Take(45));
        Assert.InRange(sends.Count(send => send.IsCompleted), 45, 60);
        _clock.Advance(TimeSpan.FromSeconds(6));
        await Task.WhenAll(sends);
    }

    [Fact]
    public async Task Pause_that_one_send_is_asked_for_holds_all_to_that_service_and_no_others()
    {
        var paces = new SendPaces(_clock);
        paces.Pause(new Uri(Path), TimeSpan.FromSeconds(3));

        var (held, other) = (paces.WaitAsync(Service, 0, default), paces.WaitAsync("https://other.example/", 0, default));

        Assert.True(other.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(2.9));
        Assert.False(held.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        Assert.InRange(await held, TimeSpan.FromSeconds(2.9), TimeSpan.FromSeconds(3.2));
    }

    [Fact]
    public async Task Service_that_asks_for_a_pause_is_written_to_more_slowly_from_then_on()
    {
        var paces = new SendPaces(_clock);
        for (var i = 0; i < 20; i++) Assert.True(paces.WaitAsync(Service, 0, default).IsCompleted);
        paces.Pause(new Uri(Path), TimeSpan.FromSeconds(1));
        _clock.Advance(TimeSpan.FromSeconds(1));

        var sends = Enumerable.Range(0, 60).Select(_ => paces.WaitAsync(Service, 0, default)).ToArray();

        Assert.InRange(sends.Count(send => send.IsCompleted), 0, 25);
        _clock.Advance(TimeSpan.FromSeconds(10));
        await Task.WhenAll(sends);
    }
}
