using System.Net;
using System.Text.Json.Nodes;
using Directives.Bot.Notices;
using Directives.Core;
using Directives.Core.Tests;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Rest;

namespace Directives.Bot.Tests.Notices;

/// <summary>A person on two channels: the other one is tried only where the first surely did not deliver.</summary>
public sealed class OtherChannelTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 25, 9, 14, 0, VietnamTime.Offset));
    private readonly InMemoryStore _store = new();

    [Fact]
    public async Task Channel_used_last_comes_first() => Assert.Equal(["msteams"], await SendAsync(null, HttpStatusCode.Created));

    [Fact]
    public async Task Chosen_channel_comes_first() => Assert.Equal(["zalo"], await SendAsync("zalo", HttpStatusCode.Created));

    [Fact]
    public async Task Refused_message_goes_to_the_other_channel_and_the_ledger_has_both()
    {
        Assert.Equal(["msteams", "zalo"], await SendAsync(null, HttpStatusCode.Forbidden));

        var outcome = await OutcomeAsync();
        Assert.Equal(("Sent", "zalo", "msteams"), ((string?)outcome["result"], (string?)outcome["channel"], (string?)outcome["attempts"]![0]!["channel"]));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadGateway, "Unknown")]
    [InlineData(HttpStatusCode.TooManyRequests, "Planned")]
    public async Task Message_that_may_have_arrived_or_may_still_go_is_not_sent_on_the_other_channel(HttpStatusCode status, string result)
    {
        Assert.Equal(["msteams"], await SendAsync(null, status));
        Assert.Equal(result, (string?)(await OutcomeAsync())["result"]);
    }

    private async Task<IReadOnlyList<string>> SendAsync(string? chosen, HttpStatusCode firstAnswer)
    {
        var channels = new TwoChannels(firstAnswer);
        var parts = new DomainParts(
            _store, _clock, channels, new ConfigurationBuilder().Build(), Options.Create(new NoticeSettings { AtOnce = 1 }), NullLogger<NoticeSender>.Instance,
            NullLogger<NoticeDelivery>.Instance);
        await Ward.FillAsync(parts.Get<RosterTable>(), parts.Get<DirectiveTable>(), parts.Get<PublishDirective>(), _clock.GetUtcNow());
        foreach (var (channel, minutes) in new[] { ("zalo", 1), ("msteams", 2) })
        {
            await parts.Get<TalkTable>().SaveAccountAsync(
                new ChatAccount
                {
                    Channel = channel,
                    UserId = channel,
                    PersonId = Ward.Principal,
                    ConversationId = channel,
                    ServiceUrl = "http://127.0.0.1/",
                    BotId = "bot",
                    SeenAt = _clock.GetUtcNow().AddMinutes(minutes),
                },
                default);
            await parts.Get<LinkTable>().WriteAsync(new AccountLink { Channel = channel, UserId = channel, PersonId = Ward.Principal, LinkedAt = _clock.GetUtcNow() }, null, default);
        }

        if (chosen is not null) await parts.Get<SettingsTable>().WriteAsync(Ward.Principal, new PersonSettings { Channel = chosen }, default);
        _clock.Advance(TimeSpan.FromMinutes(15));
        await parts.Get<NoticeSender>().SendDueAsync(default);
        return channels.Tried;
    }

    private async Task<JsonNode> OutcomeAsync()
    {
        for (var shard = 0; shard < OutboxTable.Shards; shard++)
        {
            await foreach (var row in _store.RangeAsync(StoreTable.Outbox, Keys.OutboxShard(shard), "o|", Keys.After("o|"), default))
            {
                var outcome = JsonNode.Parse(row.Value)!;
                if ((string?)outcome["notice"]!["personId"] == Ward.Principal) return outcome;
            }
        }

        throw new InvalidOperationException("No outcome.");
    }

    /// <summary>Answers the first channel it is asked for as it is told to, and takes all else.</summary>
    private sealed class TwoChannels(HttpStatusCode firstAnswer) : BotAdapter, IBotFrameworkHttpAdapter
    {
        public List<string> Tried { get; } = [];

        public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
        {
            Tried.Add(turnContext.Activity.ChannelId);
            if (Tried.Count > 1 || firstAnswer == HttpStatusCode.Created) return Task.FromResult<ResourceResponse[]>([new ResourceResponse("sent")]);
            using var response = new HttpResponseMessage(firstAnswer);
            throw new ErrorResponseException("No.") { Response = new HttpResponseMessageWrapper(response, "") };
        }

        public Task ProcessAsync(
            Microsoft.AspNetCore.Http.HttpRequest httpRequest, Microsoft.AspNetCore.Http.HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
