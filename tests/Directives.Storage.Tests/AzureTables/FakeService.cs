using System.Net;

namespace Directives.Storage.Tests.AzureTables;

/// <summary>A table service that makes every table, and answers everything else as it is told: what the emulator never does.</summary>
public sealed class FakeService : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly Queue<HttpStatusCode> answers;
    private readonly Task serving;

    public FakeService(params HttpStatusCode[] answers)
    {
        this.answers = new Queue<HttpStatusCode>(answers);
        var address = $"http://127.0.0.1:{Azurite.FreePort()}/";
        listener.Prefixes.Add(address);
        listener.Start();
        ConnectionString = $"AccountName=tests;AccountKey=a2V5;TableEndpoint={address}";
        serving = ServeAsync();
    }

    public string ConnectionString { get; }

    /// <summary>How many requests came that were not for making a table.</summary>
    public int Requests { get; private set; }

    public void Dispose()
    {
        listener.Close();
        serving.Wait();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var makesTable = context.Request.Url!.AbsolutePath.EndsWith("/Tables", StringComparison.Ordinal);
            if (!makesTable) Requests++;
            context.Response.StatusCode = (int)(makesTable ? HttpStatusCode.NoContent : answers.Dequeue());
            context.Response.Headers["Retry-After"] = "0";
            context.Response.Close();
        }
    }
}
