using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Directives.EndToEnd.Storage;

/// <summary>
/// A person at one of several processes, who reports and now and then takes back. When no answer comes, the channel delivers the same message
/// again, to whichever process is there.
/// </summary>
internal sealed class Sender(string person, int head, Random random, Func<string> address, HttpClient http)
{
    private const int Percents = 49;

    private readonly Dictionary<int, int> _next = [];
    private int _task;

    /// <summary>Messages that were told as recorded.</summary>
    public List<string> Acknowledged { get; } = [];

    /// <summary>Messages that were answered with the store being away.</summary>
    public List<string> Refused { get; } = [];

    /// <summary>Answers that fit nothing that was said.</summary>
    public List<string> Strange { get; } = [];

    public int Deliveries { get; private set; }

    public async Task RunAsync(Action answered, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var undoes = _task > 0 && random.Next(6) == 0;
            if (!undoes) _task = random.Next(Schools.Tasks) + 1;
            var text = undoes ? "hoàn tác" : $"việc {_task} được {Percent(_task)}%";
            await SayAsync(text, cancellationToken);
            if (undoes) _task = 0;
            answered();
        }
    }

    // Each head has shares of its own, so that one's report is never taken for the other's.
    private int Percent(int task)
    {
        var percent = _next.GetValueOrDefault(task);
        _next[task] = (percent + 1) % Percents;
        return (2 * percent) + head;
    }

    private async Task SayAsync(string text, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid().ToString("n");
        while (true)
        {
            // What is on its way when the time is up is still seen to its end.
            if (await DeliverAsync(text, id) is { } answer)
            {
                Judge(id, answer);
                return;
            }

            if (cancellationToken.IsCancellationRequested) return;
        }
    }

    private async Task<string?> DeliverAsync(string text, string id)
    {
        Deliveries++;
        var to = address();
        try
        {
            using var response = await http.PostAsJsonAsync(to + "/api/messages", new JsonObject
            {
                ["type"] = "message",
                ["id"] = id,
                ["channelId"] = "webchat",
                ["from"] = new JsonObject { ["id"] = person },
                ["recipient"] = new JsonObject { ["id"] = "bot" },
                ["conversation"] = new JsonObject { ["id"] = "webchat-" + person },
                ["serviceUrl"] = to + "/page/connector",
                ["deliveryMode"] = "expectReplies",
                ["text"] = text,
            });
            if (!response.IsSuccessStatusCode) return null;
            var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            return string.Join('\n', body["activities"]!.AsArray().Select(Words));
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException or TaskCanceledException or JsonException)
        {
            return null;
        }
    }

    private static string Words(JsonNode? activity) => activity!["attachments"] is JsonArray { Count: > 0 } cards
        ? (string)cards[0]!["content"]!["fallbackText"]!
        : (string?)activity["text"] ?? "";

    private void Judge(string id, string answer)
    {
        if (answer.StartsWith("Đã ghi lúc", StringComparison.Ordinal) || answer.StartsWith("Đã hoàn tác", StringComparison.Ordinal)) Acknowledged.Add(id);
        else if (answer.StartsWith("Em chưa ghi được vì hệ thống đang gián đoạn", StringComparison.Ordinal)) Refused.Add(id);
        // Answered before the process was killed, and not answered twice.
        else if (answer.Length > 0 && !Known.Any(known => answer.Contains(known, StringComparison.Ordinal))) Strange.Add(answer);
    }

    // Nothing to take back, overtaken by the other head, or the second answer to a message whose first one was cut off.
    private static readonly string[] Known =
        ["để hoàn tác", "không hoàn tác được", "em giữ nguyên", "Em đã nhận tin này rồi", "vừa có báo cáo khác"];
}
