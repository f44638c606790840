using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Wireroom.Newsroom.Tests.Intake;

/// <summary>A web server on loopback that answers as a test tells it to, and remembers what it was asked.</summary>
internal sealed class MisbehavingServer : IAsyncDisposable
{
    private readonly WebApplication server;

    private MisbehavingServer(WebApplication server) => this.server = server;

    public string Address => server.Urls.First();

    public List<HttpRequestLine> Asked { get; } = [];

    public static async Task<MisbehavingServer> StartAsync(Func<HttpContext, int, Task> answer, string host = "127.0.0.1")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://{host}:0");
        var application = builder.Build();
        var server = new MisbehavingServer(application);
        application.Run(context =>
        {
            int number;
            lock (server.Asked)
            {
                server.Asked.Add(new HttpRequestLine(context.Request.Path, context.Request.Headers.IfNoneMatch.ToString(), context.Request.Headers.IfModifiedSince.ToString()));
                number = server.Asked.Count;
            }

            return answer(context, number);
        });
        await application.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.Zero);
        await server.StopAsync(atOnce.Token);
        await server.DisposeAsync();
    }
}

internal sealed record HttpRequestLine(string Path, string IfNoneMatch, string IfModifiedSince);
