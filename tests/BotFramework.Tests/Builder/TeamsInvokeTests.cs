using System.Net;
using BotFramework.Tests.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.Builder;

/// <summary>The invokes of Teams that have methods of their own.</summary>
public sealed class TeamsInvokeTests
{
    private const string Accepted = """
        {"type":"fileUpload","action":"accept","context":{"id":"7"},
         "uploadInfo":{"contentUrl":"https://a.sharepoint.com/c","name":"b.xlsx","uploadUrl":"https://a.sharepoint.com/u","uniqueId":"1150D938","fileType":"xlsx"}}
        """;

    private const string Query = """
        {"commandId":"searchTasks","parameters":[{"name":"words","value":"bếp ăn"}],"queryOptions":{"skip":25,"count":10}}
        """;

    [Fact]
    public async Task Accepted_file_comes_with_its_context_and_where_it_goes()
    {
        var (status, body, seen) = await PostAsync(new AnsweringBot(), "fileConsent/invoke", Accepted);

        Assert.Equal((HttpStatusCode.OK, ""), (status, body));
        Assert.Equal(["accept 7 b.xlsx https://a.sharepoint.com/u https://a.sharepoint.com/c 1150D938 xlsx"], seen);
    }

    [Fact]
    public async Task Declined_file_comes_with_its_context()
    {
        var (status, _, seen) = await PostAsync(new AnsweringBot(), "fileConsent/invoke", """{"action":"decline","context":{"id":"7"}}""");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["decline 7"], seen);
    }

    [Fact]
    public async Task Search_is_answered_in_the_body()
    {
        var (status, body, _) = await PostAsync(new AnsweringBot(), "composeExtension/query", Query);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(JToken.DeepEquals(
            JObject.Parse("""
                {"composeExtension":{"type":"result","attachmentLayout":"list","attachments":[
                 {"contentType":"a/card","content":"searchTasks words bếp ăn 25 10","preview":{"contentType":"a/preview"}}]}}
                """),
            JObject.Parse(body)), body);
    }

    [Theory]
    [InlineData("fileConsent/invoke", """{"action":"perhaps"}""", 400)]
    [InlineData("fileConsent/invoke", null, 400)]
    [InlineData("fileConsent/invoke", """{"action":{"a":1}}""", 400)]
    [InlineData("composeExtension/query", """{"parameters":"x"}""", 400)]
    public async Task Value_of_another_shape_is_refused(string name, string value, int status)
    {
        Assert.Equal((HttpStatusCode)status, (await PostAsync(new AnsweringBot(), name, value)).Status);
    }

    [Theory]
    [InlineData("fileConsent/invoke", Accepted)]
    [InlineData("fileConsent/invoke", """{"action":"decline"}""")]
    [InlineData("composeExtension/query", Query)]
    public async Task Bot_without_the_method_says_that_it_has_none(string name, string value)
    {
        Assert.Equal(HttpStatusCode.NotImplemented, (await PostAsync(new TeamsActivityHandler(), name, value)).Status);
    }

    private static async Task<(HttpStatusCode Status, string Body, IReadOnlyList<string> Seen)> PostAsync(IBot bot, string name, string value)
    {
        await using var host = await BotHost.StartAsync(bot);
        using var response = await host.PostAsync(TestBot.Invoke(name, value == null ? null : JToken.Parse(value)));
        return (response.StatusCode, await response.Content.ReadAsStringAsync(), (bot as AnsweringBot)?.Seen ?? []);
    }

    private sealed class AnsweringBot : TeamsActivityHandler
    {
        public List<string> Seen { get; } = [];

        protected override Task OnTeamsFileConsentAcceptAsync(
            ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken)
        {
            var info = fileConsentCardResponse.UploadInfo;
            Seen.Add($"accept {IdOf(fileConsentCardResponse)} {info.Name} {info.UploadUrl} {info.ContentUrl} {info.UniqueId} {info.FileType}");
            return Task.CompletedTask;
        }

        protected override Task OnTeamsFileConsentDeclineAsync(
            ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken)
        {
            Seen.Add($"decline {IdOf(fileConsentCardResponse)}");
            return Task.CompletedTask;
        }

        protected override Task<MessagingExtensionResponse> OnTeamsMessagingExtensionQueryAsync(
            ITurnContext<IInvokeActivity> turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken)
        {
            var asked = $"{query.CommandId} {query.Parameters[0].Name} {query.Parameters[0].Value} {query.QueryOptions.Skip} {query.QueryOptions.Count}";
            var result = new MessagingExtensionAttachment { ContentType = "a/card", Content = asked, Preview = new Attachment("a/preview") };
            return Task.FromResult(new MessagingExtensionResponse(new MessagingExtensionResult { Type = "result", AttachmentLayout = "list", Attachments = [result] }));
        }

        private static string IdOf(FileConsentCardResponse response) => (string)((JObject)response.Context)["id"];
    }
}
