using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace BotFramework.Tests.Support;

/// <summary>Gives tokens for whatever proof, as Entra does: token-1, token-2 and so on, each good for an hour.</summary>
internal sealed class FakeLogin : IAsyncDisposable
{
    private Loopback _server;

    public string Url => _server.Address + "/tenant";

    public ConcurrentQueue<IReadOnlyDictionary<string, string>> Requests { get; } = new();

    public bool IsBroken { get; set; }

    public static async Task<FakeLogin> StartAsync()
    {
        var login = new FakeLogin();
        login._server = await Loopback.StartAsync(login.AnswerAsync);
        return login;
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var fields = form.ToDictionary(field => field.Key, field => field.Value.ToString());
        fields["path"] = context.Request.Path;
        Requests.Enqueue(fields);
        context.Response.ContentType = "application/json";
        if (IsBroken)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await context.Response.WriteAsync("""{"error":"invalid_client","error_description":"AADSTS7000222: The secret has expired.","error_codes":[7000222]}""");
            return;
        }

        var token = "token-" + Requests.Count.ToString(CultureInfo.InvariantCulture);
        await context.Response.WriteAsync($$"""{"token_type":"Bearer","expires_in":3600,"access_token":"{{token}}"}""");
    }
}
