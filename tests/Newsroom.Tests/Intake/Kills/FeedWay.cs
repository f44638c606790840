using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Intake;

/// <summary>
/// Feeds whose window moves on only when its items have been fetched whole, on servers that misbehave every now and then: they fail, cut off in the middle, dawdle,
/// redirect in a circle, send a bomb in place of a feed, and give another ETag each time.
/// </summary>
internal sealed partial class FeedWay : WayIn
{
    private const int Feeds = 4;
    private const int Window = 40;

    private static readonly Lazy<byte[]> Bomb = new(MakeBomb);

    private readonly List<MovingFeed> feeds = [];

    private FeedWay() : base("feed")
    {
    }

    public override IReadOnlyList<Source> Sources => [.. feeds.Select((feed, place) => Source(SourceKind.Feed, feed.Address, string.Create(CultureInfo.InvariantCulture, $"-{place}")))];

    public override bool IsOneADocument => false;

    public static async Task<WayIn> StartAsync()
    {
        var way = new FeedWay();
        for (var place = 0; place < Feeds; place++)
            way.feeds.Add(await MovingFeed.StartAsync(way, string.Create(CultureInfo.InvariantCulture, $"127.0.0.{place + 11}"))); // hosts of their own, or politeness would keep them apart
        return way;
    }

    public override Task SendAsync(int first, int count, SeparateProgram program, CancellationToken cancel)
    {
        foreach (var number in Enumerable.Range(first, count))
            feeds[number % Feeds].Publish(number);
        return Task.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var feed in feeds)
            await feed.DisposeAsync();
    }

    /// <summary>The headlines that stand in a document.</summary>
    public static IEnumerable<string> HeadlinesOf(byte[] document) => Title().Matches(Encoding.UTF8.GetString(document)).Select(match => match.Groups[1].Value);

    private static byte[] MakeBomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var blanks = Enumerable.Repeat((byte)' ', 1024 * 1024).ToArray();
            for (var megabyte = 0; megabyte < 200; megabyte++)
                gzip.Write(blanks);
        }

        return packed.ToArray();
    }

    [GeneratedRegex("<title>(Item [^<]+)</title>")]
    private static partial Regex Title();

    private sealed class MovingFeed : IAsyncDisposable
    {
        private readonly FeedWay way;
        private readonly Lock moving = new();
        private readonly List<int> published = [];
        private readonly ConcurrentDictionary<string, int> shown = new(); // by tag: how far the feed has been read by whoever brings it back
        private MisbehavingServer? server;
        private int first;

        private MovingFeed(FeedWay way) => this.way = way;

        public string Address => server!.Address + "/feed";

        public static async Task<MovingFeed> StartAsync(FeedWay way, string host)
        {
            var feed = new MovingFeed(way);
            feed.server = await MisbehavingServer.StartAsync(feed.AnswerAsync, host);
            return feed;
        }

        public void Publish(int number)
        {
            lock (moving)
                published.Add(number);
        }

        public async ValueTask DisposeAsync() => await server!.DisposeAsync();

        private Task AnswerAsync(HttpContext context, int number)
        {
            if (context.Request.Path.StartsWithSegments("/circle", StringComparison.Ordinal))
                return CircleAsync(context);
            return (number % 23) switch
            {
                5 or 16 => FailAsync(context),
                9 or 20 => CutOffAsync(context, number),
                12 => DawdleAsync(context, number),
                14 => CircleAsync(context),
                18 => BombAsync(context),
                _ => context.Response.Body.WriteAsync(Show(context, number)).AsTask(),
            };
        }

        private byte[] Show(HttpContext context, int number)
        {
            context.Response.ContentType = "application/rss+xml";
            lock (moving)
            {
                // Whoever brings a tag back has taken what it stands for: the window moves on.
                if (shown.TryGetValue(context.Request.Headers.IfNoneMatch.ToString(), out var end))
                    first = Math.Max(first, end);
                var items = published.Skip(first).Take(Window).ToList();
                var tag = string.Create(CultureInfo.InvariantCulture, $"\"{number}\"");
                shown[tag] = first + items.Count;
                context.Response.Headers.ETag = tag;
                return Encoding.UTF8.GetBytes(Wires.Rss([.. items.Select(way.RssItem)]));
            }
        }

        private async Task CutOffAsync(HttpContext context, int number)
        {
            var bytes = Show(context, number);
            context.Response.ContentLength = bytes.Length;
            await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
            await context.Response.Body.FlushAsync();
            context.Abort();
        }

        private async Task DawdleAsync(HttpContext context, int number)
        {
            var bytes = Show(context, number);
            await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
            await context.Response.Body.FlushAsync();
            await Task.Delay(1000, context.RequestAborted);
            await context.Response.Body.WriteAsync(bytes.AsMemory(bytes.Length / 2));
        }

        private static Task FailAsync(HttpContext context)
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        }

        private static Task CircleAsync(HttpContext context)
        {
            context.Response.Redirect("/circle");
            return Task.CompletedTask;
        }

        private static Task BombAsync(HttpContext context)
        {
            context.Response.ContentType = "application/rss+xml";
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.Body.WriteAsync(Bomb.Value).AsTask();
        }
    }
}
