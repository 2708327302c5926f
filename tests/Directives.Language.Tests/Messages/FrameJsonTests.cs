using Directives.Language.Messages;

namespace Directives.Language.Tests.Messages;

public class FrameJsonTests
{
    private readonly MessageReader _reader = new();

    [Fact]
    public void Write_a_request_keeps_the_contracts_names_order_and_letters()
    {
        var frame = _reader.Read("nv 12 xin gia hạn đến 15/12 vì chờ thẩm định kinh phí", MessageCase.At);
        Assert.Equal(
            """{"intent":"requestExtension","confidence":0.97,"language":"vi","slots":{"tasks":[{"number":12}],"deadline":"2026-12-15","note":"chờ thẩm định kinh phí"}}""",
            FrameJson.Write(frame));
    }

    [Fact]
    public void Write_two_requests_puts_the_second_under_also()
    {
        var frame = _reader.Read("việc 3 xong rồi, việc 5 được 60%", MessageCase.At);
        Assert.Equal(
            """{"intent":"updateStatus","confidence":0.97,"language":"vi","slots":{"tasks":[{"number":3}],"status":"done"},"also":[{"intent":"updateStatus","slots":{"tasks":[{"number":5}],"status":"inProgress","percent":60}}]}""",
            FrameJson.Write(frame));
    }

    [Fact]
    public void Write_nothing_understood_is_none_with_empty_slots() =>
        Assert.Equal("""{"intent":"none","confidence":0,"language":"vi","slots":{}}""", FrameJson.Write(_reader.Read("hôm qua trời mưa to", MessageCase.At)));

    [Fact]
    public void Parse_a_full_line_takes_its_fields_and_ignores_others()
    {
        var line = MessageLine.Parse("""{"text": "việc 3", "at": "2026-11-25T09:14:00+07:00", "role": "leader", "id": 7}""", default, 1);
        Assert.Equal(new MessageLine("việc 3", MessageCase.At, SenderRole.Leader), line);
    }

    [Fact]
    public void Parse_a_line_with_text_only_is_a_principal_now() =>
        Assert.Equal(new MessageLine("ok", MessageCase.At, SenderRole.Principal), MessageLine.Parse("""{"text": "ok"}""", MessageCase.At, 1));

    [Theory]
    [InlineData("{", "line 4: not JSON.")]
    [InlineData("[]", "line 4: expected an object such as {\"text\": \"…\"}.")]
    [InlineData("{\"at\": null}", "line 4: \"text\" is missing.")]
    [InlineData("{\"text\": 5}", "line 4: \"text\" is not text.")]
    [InlineData("{\"text\": \"a\", \"at\": \"yesterday\"}", "line 4: \"at\" is \"yesterday\", expected an instant such as 2026-11-25T09:14:00+07:00.")]
    [InlineData("{\"text\": \"a\\ud800b\"}", "line 4: \"text\" is not text.")]
    [InlineData("{\"text\": \"a\", \"at\": \"9999-12-31T23:00:00Z\"}", "line 4: \"at\" is \"9999-12-31T23:00:00Z\", expected an instant such as 2026-11-25T09:14:00+07:00.")]
    [InlineData("{\"text\": \"a\", \"role\": \"boss\"}", "line 4: \"role\" is \"boss\", expected principal, leader or clerk.")]
    public void Parse_a_wrong_line_names_its_number_and_what_is_wrong(string json, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => MessageLine.Parse(json, MessageCase.At, 4)).Message);
}
