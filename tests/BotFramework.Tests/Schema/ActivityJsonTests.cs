using System.Text;
using Microsoft.Bot.Internal;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.Schema;

public class ActivityJsonTests
{
    private const string TeamsMessage = """
        {
          "text": "<at>Trợ lý chỉ đạo</at> việc 12 đã xong\r\n",
          "textFormat": "plain",
          "attachments": [{ "contentType": "text/html", "content": "<div><span itemscope itemtype=\"http://schema.skype.com/Mention\">Trợ lý chỉ đạo</span></div>" }],
          "type": "message",
          "timestamp": "2026-03-02T02:41:07.1234567Z",
          "localTimestamp": "2026-03-02T09:41:07.1234567+07:00",
          "id": "1772419267123",
          "channelId": "msteams",
          "serviceUrl": "https://smba.trafficmanager.net/apac/",
          "from": { "id": "29:1abc", "name": "Nguyễn Văn Ánh", "aadObjectId": "aaaaaaaa-0000-0000-0000-000000000000", "userRole": "user" },
          "conversation": { "isGroup": true, "conversationType": "channel", "tenantId": "11111111-2222-3333-4444-555555555555", "id": "19:x@thread.tacv2;messageid=1772419267123" },
          "recipient": { "id": "28:bot", "name": "Trợ lý chỉ đạo" },
          "entities": [
            { "mentioned": { "id": "28:bot", "name": "Trợ lý chỉ đạo" }, "text": "<at>Trợ lý chỉ đạo</at>", "type": "mention" },
            { "locale": "vi-VN", "country": "VN", "platform": "Android", "timezone": "Asia/Ho_Chi_Minh", "type": "clientInfo" }
          ],
          "channelData": { "teamsChannelId": "19:x@thread.tacv2", "tenant": { "id": "11111111-2222-3333-4444-555555555555" } },
          "locale": "vi-VN",
          "localTimezone": "Asia/Ho_Chi_Minh",
          "somethingNew": { "a": [1, 2] }
        }
        """;

    [Fact]
    public void Teams_message_is_read_and_written_back_whole()
    {
        var activity = Read(TeamsMessage);

        AssertSameJson(TeamsMessage, Write(activity));
    }

    [Fact]
    public void Teams_message_has_its_parts_where_a_bot_looks_for_them()
    {
        var activity = Read(TeamsMessage);

        Assert.Equal("Nguyễn Văn Ánh", activity.From.Name);
        Assert.Equal("aaaaaaaa-0000-0000-0000-000000000000", activity.From.AadObjectId);
        Assert.Equal("user", (string)activity.From.Properties["userRole"]);
        Assert.Equal("11111111-2222-3333-4444-555555555555", activity.Conversation.TenantId);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 9, 41, 7, TimeSpan.FromHours(7)).AddTicks(1234567), activity.LocalTimestamp);
        Assert.Equal(TimeSpan.FromHours(7), activity.LocalTimestamp.Value.Offset);
        Assert.Equal("Android", (string)activity.Entities[1].Properties["platform"]);
        Assert.Equal("19:x@thread.tacv2", (string)activity.GetChannelData<JObject>()["teamsChannelId"]);
        Assert.Equal(2, (int)activity.Properties["somethingNew"]["a"][1]);
    }

    [Fact]
    public void Mention_of_the_bot_is_taken_out_of_the_text()
    {
        var activity = Read(TeamsMessage);

        Assert.True(activity.MentionsRecipient());
        Assert.Equal(" việc 12 đã xong\r\n", activity.RemoveRecipientMention());
        Assert.Equal(" việc 12 đã xong\r\n", activity.Text);
    }

    [Theory]
    [InlineData("<at>Bot (thử)</at> chào", "<at>Bot (thử)</at>", " chào")]
    [InlineData("<AT>Bot</AT> chào", "<at>Bot</at>", " chào")]
    [InlineData("Bot chào", "<at>Bot</at>", " chào")]
    [InlineData("Bot chào", null, "Bot chào")]
    [InlineData(null, "<at>Bot</at>", null)]
    public void RemoveRecipientMention_takes_out_name_and_tag(string text, string mentionText, string expected)
    {
        var mention = new Entity();
        mention.SetAs(new Mention { Type = "mention", Text = mentionText, Mentioned = new ChannelAccount(id: "bot") });
        var activity = new Activity { Text = text, Recipient = new ChannelAccount(id: "bot"), Entities = [mention] };

        Assert.Equal(expected, activity.RemoveRecipientMention());
    }

    [Fact]
    public void Mention_of_someone_else_stays()
    {
        var activity = Read(TeamsMessage);
        activity.Recipient = new ChannelAccount(id: "28:another");

        Assert.False(activity.MentionsRecipient());
        Assert.Contains("<at>", activity.RemoveRecipientMention(), StringComparison.Ordinal);
    }

    [Fact]
    public void Card_invoke_is_read_with_its_verb_and_data()
    {
        const string json = """
            {"type":"invoke","name":"adaptiveCard/action","id":"f:1","channelId":"msteams",
             "value":{"action":{"type":"Action.Execute","title":"Xong","verb":"report","data":{"task":12}},"trigger":"manual"}}
            """;

        var value = ((JObject)Read(json).AsInvokeActivity().Value).ToObject<AdaptiveCardInvokeValue>();

        Assert.Equal("report", value.Action.Verb);
        Assert.Equal(12, (int)((JObject)value.Action.Data)["task"]);
        AssertSameJson(json, Write(Read(json)));
    }

    [Fact]
    public void Moment_in_a_value_becomes_a_date_in_UTC_and_a_day_stays_text_as_with_the_SDK()
    {
        var value = (JObject)Read("""{"type":"invoke","value":{"moment":"2026-03-02T09:00:00+07:00","day":"2026-03-02"}}""").Value;

        Assert.Equal(JTokenType.Date, value["moment"].Type);
        Assert.Equal(new DateTime(2026, 3, 2, 2, 0, 0, DateTimeKind.Utc), (DateTime)value["moment"]);
        Assert.Equal(JTokenType.String, value["day"].Type);
        Assert.Equal("2026-03-02", (string)value["day"]);
    }

    [Fact]
    public void Nulls_are_left_out_of_what_is_written()
    {
        Assert.Equal("""{"type":"typing"}""", Write(new Activity { Type = ActivityTypes.Typing }));
    }

    [Fact]
    public void Card_answer_is_written_under_the_protocols_names()
    {
        var response = new AdaptiveCardInvokeResponse
        {
            StatusCode = 200,
            Type = "application/vnd.microsoft.activity.message",
            Value = "Đã ghi nhận",
        };

        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Đã ghi nhận"}""",
            Write(response));
    }

    [Fact]
    public void Buttons_and_attachments_are_written_under_the_protocols_names()
    {
        var activity = new Activity
        {
            Type = "message",
            Attachments = [new Attachment(contentType: "application/vnd.microsoft.card.adaptive", content: JObject.Parse("""{"type":"AdaptiveCard"}"""))],
            SuggestedActions = new SuggestedActions(actions: [new CardAction(type: ActionTypes.ImBack, title: "Có", value: "có")]),
        };

        AssertSameJson(
            """
            {"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard"}}],
             "suggestedActions":{"actions":[{"type":"imBack","title":"Có","value":"có"}]}}
            """,
            Write(activity));
    }

    [Fact]
    public void ChannelData_that_does_not_fit_is_no_exception_for_TryGetChannelData()
    {
        var activity = new Activity { ChannelData = JObject.Parse("""{"id":"not a number"}""") };

        Assert.False(activity.TryGetChannelData<Dictionary<string, int>>(out _));
        Assert.False(new Activity().TryGetChannelData<JObject>(out _));
        Assert.True(activity.TryGetChannelData<JObject>(out var data));
        Assert.Equal("not a number", (string)data["id"]);
    }

    [Fact]
    public void Entities_are_equal_by_what_they_hold()
    {
        Entity Make(string text)
        {
            var entity = new Entity();
            entity.SetAs(new Mention { Type = "mention", Text = text, Mentioned = new ChannelAccount(id: "1") });
            return entity;
        }

        Assert.Equal(Make("a"), Make("a"));
        Assert.Equal(Make("a").GetHashCode(), Make("a").GetHashCode());
        Assert.NotEqual(Make("a"), Make("b"));
        Assert.Equal("a", Make("a").GetAs<Mention>().Text);
    }

    private static Activity Read(string json) => ProtocolJson.ReadOrNull<Activity>(Encoding.UTF8.GetBytes(json));

    private static string Write(object value) => Encoding.UTF8.GetString(ProtocolJson.Write(value).Span);

    private static void AssertSameJson(string expected, string actual) => Assert.True(
        JToken.DeepEquals(Sorted(JToken.Parse(expected)), Sorted(JToken.Parse(actual))),
        actual);

    /// <summary>The of properties says nothing.</summary>
    private static JToken Sorted(JToken token) => token switch
    {
        JObject o => new JObject(o.Properties().OrderBy(property => property.Name, StringComparer.Ordinal).Select(property => new JProperty(property.Name, Sorted(property.Value)))),
        JArray a => new JArray(a.Select(Sorted)),
        _ => token,
    };
}
