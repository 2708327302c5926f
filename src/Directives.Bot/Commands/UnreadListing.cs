using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Directives.Core;

namespace Directives.Bot.Commands;

/// <summary><c>understand --unread</c>: what people said and the bot did not understand, the commonest first.</summary>
internal static class UnreadListing
{
    private static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> RunAsync(string? since, bool asJson, CancellationToken cancellationToken)
    {
        DateOnly? from = null;
        if (since is not null)
        {
            if (!DateOnly.TryParseExact(since, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return CommandConsole.Fail($"--since: not a date such as 2026-11-25: {since}");
            }

            from = day;
        }

        await using var services = CommandConsole.Domain(null);
        try
        {
            var unread = await services.GetRequiredService<ListUnread>().HandleAsync(from, cancellationToken);
            CommandConsole.Out.WriteLine(asJson ? Json(unread) : Table(unread));
            return 0;
        }
        catch (Exception failed) when (CommandConsole.IsToBeTold(failed))
        {
            return CommandConsole.Fail(failed.Message);
        }
    }

    private static string Table(UnreadList unread)
    {
        if (unread.Phrasings == 0) return "Không có tin nào chưa đọc được.";
        var lines = unread.Commonest.Select(one => string.Create(
            CultureInfo.InvariantCulture, $"{one.Messages,7} {one.Senders,7}  {one.Last:dd/MM/yyyy}  {one.Words}"));
        var more = unread.Phrasings - unread.Commonest.Count;
        return string.Join('\n', [
            $"{"Số tin",7} {"Số người",7}  {"Ngày cuối",-10}  Tin",
            .. lines,
            .. more > 0 ? [$"… và {more} cách nói ít gặp hơn"] : Array.Empty<string>(),
        ]);
    }

    private static string Json(UnreadList unread)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonOptions))
        {
            json.WriteStartObject();
            json.WriteNumber("messages", unread.Messages);
            json.WriteNumber("phrasings", unread.Phrasings);
            json.WriteStartArray("commonest");
            foreach (var one in unread.Commonest)
            {
                json.WriteStartObject();
                json.WriteNumber("messages", one.Messages);
                json.WriteNumber("senders", one.Senders);
                json.WriteNumber("denied", one.Denied);
                json.WriteString("last", one.Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                json.WriteString("words", one.Words);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
