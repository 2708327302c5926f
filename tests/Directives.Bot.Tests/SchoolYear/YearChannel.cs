using System.Net;
using System.Text.RegularExpressions;
using Directives.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using Newtonsoft.Json.Linq;

namespace Directives.Bot.Tests.SchoolYear;

/// <summary>A channel that keeps whom it told what and when, and refuses those who have blocked the bot.</summary>
internal sealed partial class YearChannel(TimeProvider time) : BotAdapter, IBotFrameworkHttpAdapter
{
    private readonly Lock _lock = new();

    public List<(DateTimeOffset At, string Person, string Text)> Told { get; } = [];

    public HashSet<string> Blocked { get; } = [];

    public int Refusals { get; private set; }

    public override async Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        // Sends of several copies cross each other.
        await Task.Yield();
        var person = turnContext.Activity.From?.Id ?? turnContext.Activity.Conversation.Id;
        lock (_lock)
        {
            if (Blocked.Contains(person))
            {
                Refusals++;
                using var response = new HttpResponseMessage(HttpStatusCode.Forbidden);
                throw new ErrorResponseException("Blocked.") { Response = new HttpResponseMessageWrapper(response, "") };
            }

            foreach (var activity in activities) Told.Add((VietnamTime.At(time.GetUtcNow()), person, Text(activity)));
        }

        return [new ResourceResponse("sent")];
    }

    /// <summary>What a message is, and what it says, as the model writes it.</summary>
    public static (string What, string Said) Read(string text)
    {
        if (Figures().Match(text) is { Success: true } digest) return ("digest", string.Join(' ', digest.Groups.Values.Skip(1).Where(group => group.Success).Select(group => group.Value)));
        if (text.Contains("chưa nhận được thông báo", StringComparison.Ordinal)) return ("unreached", "");
        if (text.Contains(" xin gia hạn ", StringComparison.Ordinal) || text.Contains("báo khó khăn", StringComparison.Ordinal)) return ("asked", Tasks(text.Split('\n')[0]));
        if (text.StartsWith("Việc mới:", StringComparison.Ordinal)) return ("new", Tasks(text));
        if (text.Contains("được gia hạn", StringComparison.Ordinal) || text.Contains("không được duyệt", StringComparison.Ordinal)) return ("decided", Tasks(text.Split('\n')[0]));
        if (text.StartsWith("Tuần này", StringComparison.Ordinal))
        {
            var late = text.IndexOf("Ngoài ra quá hạn", StringComparison.Ordinal);
            if (late < 0) late = text.Length;
            var later = text.IndexOf("Sau tuần này", StringComparison.Ordinal) is var at and >= 0 ? at : late;
            return ("list", string.Join('|', Tasks(text[..later]), Tasks(text[later..late]), Tasks(text[late..])));
        }

        return ("reminder", Tasks(text));
    }

    public Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) => throw new NotSupportedException();

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) => throw new NotSupportedException();

    private static string Text(Activity activity) => activity.Attachments is [{ Content: { } card }, ..] ? (string)JObject.FromObject(card)["fallbackText"]! : activity.Text;

    private static string Tasks(string text) => string.Join(' ', TaskNumber().Matches(text).Select(match => match.Groups[1].Value).Distinct());

    [GeneratedRegex(@"[Vv]iệc (\d+)")]
    private static partial Regex TaskNumber();

    [GeneratedRegex(@"^Tuần [^:]*: xong (\d+) việc \((\d+) quá hạn\)\.\nĐang quá hạn: (\d+) việc, (\d+) đơn vị \(tuần trước (\d+) việc\)\.\nTuần này đến hạn: (\d+) việc\.(?:\nChờ đồng chí: (\d+) đề nghị, (\d+) khó khăn\.)?")]
    private static partial Regex Figures();
}
