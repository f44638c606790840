using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Intake;

/// <summary>
/// A feed that shows nothing itself and the hub that brings its news (WebSub): the hub verifies the subscription, signs what it brings, brings again what was not
/// acknowledged (section 7 of the recommendation), and now and then hangs up in the middle or brings again what was.
/// </summary>
internal sealed class HubWay : WayIn
{
    private const int MostTries = 20;

    private readonly HttpClient http = new(new SocketsHttpHandler()) { Timeout = TimeSpan.FromSeconds(20) };
    private readonly TaskCompletionSource<(Uri Callback, byte[] Secret)> subscribed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private MisbehavingServer? server;

    private HubWay() : base("hub")
    {
    }

    public override IReadOnlyList<Source> Sources => [Source(SourceKind.Feed, server!.Address + "/feed")];

    public static async Task<WayIn> StartAsync()
    {
        var way = new HubWay();
        way.server = await MisbehavingServer.StartAsync((context, _) => context.Request.Path == "/hub" ? way.SubscribeAsync(context) : way.FeedAsync(context), "127.0.0.9");
        return way;
    }

    public override Task ReadyAsync(CancellationToken cancel) => subscribed.Task.WaitAsync(cancel);

    public override async Task SendAsync(int first, int count, SeparateProgram program, CancellationToken cancel)
    {
        var (callback, secret) = await subscribed.Task;
        var hungUp = new ConcurrentDictionary<int, bool>();
        await UntilTakenAsync(
            first,
            count,
            async number => number % 13 == 7 && hungUp.TryAdd(number, true)
                ? await HangUpAsync(callback, secret, number, cancel)
                : await BringAsync(callback, secret, number, cancel) && (number % 17 != 3 || await BringAsync(callback, secret, number, cancel)),
            cancel);
    }

    public override async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server!.DisposeAsync();
    }

    private Task FeedAsync(HttpContext context)
    {
        context.Response.ContentType = "application/rss+xml";
        context.Response.Headers.Link = new[] { $"<{server!.Address}/hub>; rel=\"hub\"", $"<{server.Address}/feed>; rel=\"self\"" };
        return context.Response.WriteAsync(Wires.Rss());
    }

    private async Task SubscribeAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        _ = VerifyAsync(new Uri(form["hub.callback"].ToString()), form["hub.topic"].ToString(), form["hub.secret"].ToString());
    }

    private async Task VerifyAsync(Uri callback, string topic, string secret)
    {
        var challenge = Guid.NewGuid().ToString("N");
        var verifying = new Uri(callback, $"?hub.mode=subscribe&hub.topic={Uri.EscapeDataString(topic)}&hub.challenge={challenge}&hub.lease_seconds=864000");
        for (var tries = 1; !subscribed.Task.IsCompleted; tries++)
        {
            try
            {
                if (await http.GetStringAsync(verifying) == challenge)
                    subscribed.TrySetResult((callback, Encoding.UTF8.GetBytes(secret)));
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && tries < MostTries)
            {
                await Task.Delay(500);
            }
            catch (Exception fault)
            {
                subscribed.TrySetException(fault);
            }
        }
    }

    private async Task<bool> BringAsync(Uri callback, byte[] secret, int number, CancellationToken cancel)
    {
        using var content = new ByteArrayContent(Document(number));
        return await BringAsync(callback, secret, Document(number), content, cancel);
    }

    /// <summary>Sends half of it and hangs up: nothing of that may be taken.</summary>
    private async Task<bool> HangUpAsync(Uri callback, byte[] secret, int number, CancellationToken cancel)
    {
        var document = Document(number);
        using var content = new StreamContent(new HalfStream(document));
        content.Headers.ContentLength = document.Length;
        Assert.False(await BringAsync(callback, secret, document, content, cancel), "Half a document was acknowledged.");
        return false;
    }

    private async Task<bool> BringAsync(Uri callback, byte[] secret, byte[] document, HttpContent content, CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, callback) { Content = content };
            content.Headers.TryAddWithoutValidation("Content-Type", "application/rss+xml; charset=utf-8");
            request.Headers.TryAddWithoutValidation("X-Hub-Signature", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(secret, document)));
            using var answer = await http.SendAsync(request, cancel);
            if (answer.StatusCode is HttpStatusCode.Gone)
                throw new InvalidOperationException("The newsroom has forgotten its subscription: it answered 410.");
            return answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            return false;
        }
    }

    /// <summary>Half of a document, and then a broken line.</summary>
    private sealed class HalfStream(byte[] document) : MemoryStream(document, 0, document.Length / 2, writable: false)
    {
        public override int Read(Span<byte> buffer) => Broken(base.Read(buffer));

        public override int Read(byte[] buffer, int offset, int count) => Broken(base.Read(buffer, offset, count));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Broken(await base.ReadAsync(buffer, cancellationToken));

        private static int Broken(int read) => read > 0 ? read : throw new IOException("The line breaks here.");
    }
}
