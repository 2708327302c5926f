using System.Net.Http.Headers;
using Directives.Bot.Files;
using Directives.Bot.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Rest;

namespace Directives.Bot.Tests.Files;

/// <summary>What is fetched and put over HTTP, from and to a drive on this machine.</summary>
public sealed class FileTransferTests : IAsyncLifetime, IDisposable
{
    private const int Most = 100;

    private readonly FileTransfer _transfer = new(FileHostsTests.Hosts(Environments.Development));
    private FakeDrive _drive = null!;

    public async Task InitializeAsync() => _drive = await FakeDrive.StartAsync();

    public async Task DisposeAsync() => await _drive.DisposeAsync();

    public void Dispose() => _transfer.Dispose();

    [Fact]
    public async Task File_comes_whole_up_to_the_most_that_may_come()
    {
        _drive.Files["/a"] = new byte[Most];

        Assert.Equal(Most, (await DownloadAsync("/a")).Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Larger_file_is_refused_whether_its_length_is_said_or_not(bool saysLength)
    {
        _drive.Instead = async context =>
        {
            if (saysLength) context.Response.ContentLength = Most + 1;
            await context.Response.Body.WriteAsync(new byte[Most + 1]);
        };

        Assert.Equal("file.tooLarge", await ReasonAsync(() => DownloadAsync("/a")));
    }

    [Fact]
    public async Task Endless_file_is_broken_off()
    {
        var broken = new TaskCompletionSource();
        _drive.Instead = async context =>
        {
            try
            {
                while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(new byte[4096], context.RequestAborted);
            }
            finally
            {
                broken.SetResult();
            }
        };

        Assert.Equal("file.tooLarge", await ReasonAsync(() => DownloadAsync("/a")));
        await broken.Task;
    }

    [Theory]
    [InlineData(404)]
    [InlineData(401)]
    [InlineData(206)]
    [InlineData(500)]
    public async Task Whatever_is_no_file_is_none(int status)
    {
        _drive.Instead = context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync("x");
        };

        Assert.Equal("fetch.unreachable", await ReasonAsync(() => DownloadAsync("/a")));
        Assert.Single(_drive.Calls);
    }

    [Fact]
    public async Task Redirect_is_followed_to_where_a_file_may_be()
    {
        _drive.Instead = context => Redirect(context, context.Request.Path == "/a" ? "/b" : null);

        Assert.Equal("ok"u8.ToArray(), await DownloadAsync("/a"));
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("https://evil.example/x")]
    [InlineData("file:///etc/hostname")]
    public async Task Redirect_to_anywhere_else_is_not_followed(string elsewhere)
    {
        _drive.Instead = context => Redirect(context, elsewhere);

        Assert.Equal("fetch.elsewhere", await ReasonAsync(() => DownloadAsync("/a")));
        Assert.Single(_drive.Calls);
    }

    [Fact]
    public async Task Endless_redirects_end()
    {
        _drive.Instead = context => Redirect(context, "/a");

        Assert.Equal("fetch.unreachable", await ReasonAsync(() => DownloadAsync("/a")));
        Assert.Equal(4, _drive.Calls.Count);
    }

    [Fact]
    public async Task Token_goes_no_further_than_the_first_answer()
    {
        _drive.Instead = context => Redirect(context, "/b");

        Assert.Equal("fetch.unreachable", await ReasonAsync(() => _transfer.DownloadAsync(new Uri(_drive.Url("/a")), new Token(), Most, default)));
        Assert.Equal("Bearer of-the-bot", Assert.Single(_drive.Calls).Authorization);
    }

    [Fact]
    public async Task File_is_put_as_one_part_with_its_range()
    {
        await _transfer.UploadAsync(new Uri(_drive.Url("/up")), new byte[Most], default);

        Assert.Equal(("PUT", "/up", "", "bytes 0-99/100"), Assert.Single(_drive.Calls));
        Assert.Equal(Most, _drive.Files["/up"].Length);
    }

    [Theory]
    [InlineData(202)]
    [InlineData(307)]
    [InlineData(404)]
    [InlineData(503)]
    public async Task Upload_that_is_not_said_to_have_arrived_has_not(int status)
    {
        _drive.Instead = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        };

        Assert.Equal("fetch.unreachable", await ReasonAsync(() => _transfer.UploadAsync(new Uri(_drive.Url("/up")), new byte[Most], default)));
        Assert.Single(_drive.Calls);
    }

    [Fact]
    public async Task Nothing_is_put_elsewhere()
    {
        Assert.Equal("fetch.elsewhere", await ReasonAsync(() => _transfer.UploadAsync(new Uri("https://evil.example/up"), new byte[Most], default)));
    }

    private Task<byte[]> DownloadAsync(string path) => _transfer.DownloadAsync(new Uri(_drive.Url(path)), null, Most, default);

    private static async Task<string> ReasonAsync(Func<Task> transfer) => (await Assert.ThrowsAsync<FileTransferException>(transfer)).Reason;

    private static Task Redirect(HttpContext context, string? to)
    {
        if (to is null) return context.Response.WriteAsync("ok");
        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = to;
        return Task.CompletedTask;
    }

    private sealed class Token : ServiceClientCredentials
    {
        public override Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "of-the-bot");
            return Task.CompletedTask;
        }
    }
}
