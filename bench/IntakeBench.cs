using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Storage;
using Wireroom.Stories.Body;

namespace Wireroom.Bench;

/// <summary>
/// A running newsroom with a thousand feeds that are polled: how soon each has been asked, how many documents of one item a second are taken from a watched
/// folder into queue, search and ledger, and how long a pushed item takes to stand in an editor's live queue meanwhile.
/// </summary>
internal static partial class IntakeBench
{
    private const int AllDocuments = 3000;
    private const string Key = "a key for the push";

    private static int documents = AllDocuments;

    private static int Feeds => documents / 3;

    private static int Pushes => documents * 2 / 15;

    /// <param name="args">A PostgreSQL connection, and how many documents the folder gets (1,000 feeds and 400 pushes for 3,000 of them), each or none.</param>
    public static async Task RunAsync(string[] args)
    {
        var connection = args.FirstOrDefault(argument => argument.Contains('=', StringComparison.Ordinal));
        documents = args.Where(argument => argument != connection).Select(argument => int.Parse(argument, CultureInfo.InvariantCulture)).FirstOrDefault(AllDocuments);
        var folder = Directory.CreateTempSubdirectory("wireroom-bench-").FullName;
        try
        {
            var inbox = Directory.CreateDirectory(Path.Combine(folder, "inbox")).FullName;
            await using var feeds = await FeedServer.StartAsync();
            var options = new StoreOptions(Path.Combine(folder, "data"), connection);
            await using var store = await Store.OpenAsync(options, TimeProvider.System, CancellationToken.None);
            var link = await LayAsync(store, options, feeds.Port, inbox);
            string[] where = connection is null ? [] : ["--database", connection];
            var watch = Stopwatch.StartNew();
            await using var program = await RunningProgram.NewsroomAsync(options.DataFolder, "/health", ["--empty", "--allow-inner", .. where]);
            while (feeds.Asked.Count < Feeds)
                await Task.Delay(50);
            Console.WriteLine($"{Feeds} feeds, all due at the start: each asked once after {watch.Elapsed.TotalSeconds:0.0} s with the start ({Feeds / watch.Elapsed.TotalSeconds:n0} a second), {program.ResidentMegabytes:0} MB resident");

            await using (var live = await LiveQueueReader.StartAsync(program.Port, link))
                await MeasurePushAsync(program.Port, live, "arrival to live queue, feeds polled meanwhile");
            await MeasureFolderAsync(store, inbox);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> LayAsync(Store store, StoreOptions options, int port, string inbox)
    {
        var secrets = new Secrets(DataProtectionProvider.Create(SessionKeys.Folder(options), keys => keys.SetApplicationName(SessionKeys.Application)));
        await store.InOneGoAsync(
            async go =>
            {
                // Each under a host of its own: from one host two feeds are never asked within a second.
                for (var feed = 0; feed < Feeds; feed++)
                {
                    await store.SaveSourceAsync(
                        new Source
                        {
                            Slug = $"feed-{feed}", Name = $"Feed {feed}", Kind = SourceKind.Feed, Section = "world", IntervalSeconds = 60,
                            Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.{1 + (feed / 250)}.{1 + (feed % 250)}:{port}/feed/{feed}"),
                        },
                        go);
                }

                await store.SaveSourceAsync(new Source { Slug = "folder", Name = "Folder", Kind = SourceKind.Folder, Address = inbox, Section = "world" }, go);
                await store.SaveSourceAsync(new Source { Slug = "push", Name = "Push", Kind = SourceKind.Push, Section = "world", Secret = secrets.Seal(new SourceLogin(Key: Key)) }, go);
            },
            CancellationToken.None);
        return await new Invitations(store, TimeProvider.System).InviteAsync(Roles.Chief, "bench@courier.example", CancellationToken.None);
    }

    private static async Task MeasurePushAsync(int port, LiveQueueReader live, string what)
    {
        using var http = new HttpClient(new SocketsHttpHandler());
        var copy = new Copymaker(5);
        var times = new List<double>();
        for (var number = 0; number < Pushes; number++)
        {
            var name = $"bench-push-{number}";
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"http://127.0.0.1:{port}/intake/push")) { Content = new StringContent(Document(copy, number, name), Encoding.UTF8, "application/rss+xml") };
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Key);
            var start = Stopwatch.GetTimestamp();
            using var answer = await http.SendAsync(request);
            answer.EnsureSuccessStatusCode();
            await live.UntilAsync(name);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await Task.Delay(20);
        }

        Figures.Print(what, times);
    }

    private static async Task MeasureFolderAsync(Store store, string inbox)
    {
        var copy = new Copymaker(4);
        var aside = Directory.CreateDirectory(inbox + "-aside").FullName;
        for (var number = 0; number < documents; number++)
            await File.WriteAllTextAsync(Path.Combine(aside, $"{number:00000}.xml"), Document(copy, number, $"bench-file-{number}"));
        var watch = Stopwatch.StartNew();
        foreach (var file in Directory.GetFiles(aside))
            File.Move(file, Path.Combine(inbox, Path.GetFileName(file)));
        while (await store.CountQueueAsync(new QueueFilter { Source = "folder" }, documents, CancellationToken.None) < documents)
            await Task.Delay(200); // Counting is work for the same two cores.
        var queued = watch.Elapsed.TotalSeconds;
        Console.WriteLine($"{documents} documents of one item from a watched folder: in queue and search after {queued:0.0} s ({documents / queued:n0} a second)");
        while ((await store.StoriesWithoutLedgerAsync(Language.Attribution.LedgerReader.Version, long.MaxValue, 1, CancellationToken.None)).Count > 0)
            await Task.Delay(200);
        Console.WriteLine($"and who says so read in each after {watch.Elapsed.TotalSeconds:0.0} s ({documents / watch.Elapsed.TotalSeconds:n0} a second)");
    }

    private static string Document(Copymaker maker, int number, string name)
    {
        var copy = maker.Next(number);
        var text = string.Concat(copy.Body.OfType<Paragraph>().Select(paragraph => $"<p>{paragraph.Text.Plain}</p>"));
        return $"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Bench</title><link>https://bench.example/</link><description>Generated</description><item><guid isPermaLink="false">tag:bench:{name}</guid><title>{name}: {copy.Headline}</title><category>{copy.Section}</category><description><![CDATA[{text}]]></description></item></channel></rss>""";
    }

    /// <summary>A thousand small feeds on a thousand loopback addresses.</summary>
    private sealed class FeedServer(WebApplication application) : IAsyncDisposable
    {
        public ConcurrentDictionary<string, int> Asked { get; } = new();

        public int Port { get; private set; }

        public static async Task<FeedServer> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            var port = RunningProgram.FreePort();
            builder.WebHost.ConfigureKestrel(kestrel =>
            {
                for (var feed = 0; feed < Feeds; feed++)
                    kestrel.Listen(IPAddress.Parse(string.Create(CultureInfo.InvariantCulture, $"127.0.{1 + (feed / 250)}.{1 + (feed % 250)}")), port);
            });
            var server = new FeedServer(builder.Build()) { Port = port };
            var copy = new Copymaker(6);
            var bodies = Enumerable.Range(0, Feeds).Select(feed => Encoding.UTF8.GetBytes(Document(copy, feed, $"bench-feed-{feed}"))).ToArray();
            server.Application.Run(async context =>
            {
                var feed = int.Parse(context.Request.Path.Value!.Split('/')[^1], CultureInfo.InvariantCulture);
                server.Asked.AddOrUpdate(context.Request.Path.Value!, 1, (_, count) => count + 1);
                if (context.Request.Headers.IfNoneMatch.Count > 0)
                {
                    context.Response.StatusCode = StatusCodes.Status304NotModified;
                    return;
                }

                context.Response.ContentType = "application/rss+xml";
                context.Response.Headers.ETag = "\"1\"";
                await context.Response.Body.WriteAsync(bodies[feed]);
            });
            await server.Application.StartAsync();
            return server;
        }

        public async ValueTask DisposeAsync() => await application.DisposeAsync();

        private WebApplication Application => application;
    }

    /// <summary>An editor whose browser listens to the live queue.</summary>
    private sealed partial class LiveQueueReader(HttpClient http, Stream stream) : IAsyncDisposable
    {
        private readonly StreamReader lines = new(stream);

        public static async Task<LiveQueueReader> StartAsync(int port, string link)
        {
            var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = Timeout.InfiniteTimeSpan };
            var page = await http.GetStringAsync(new Uri(link, UriKind.Relative));
            using var form = new FormUrlEncodedContent([new("token", WebUtility.HtmlDecode(Token().Match(page).Groups[1].Value)), new("name", "Bench"), new("email", "bench@courier.example"), new("password", "a lamp in the harbour")]);
            using var answer = await http.PostAsync(new Uri(link, UriKind.Relative), form);
            if (answer.StatusCode != HttpStatusCode.Redirect)
                throw new InvalidOperationException($"Signing in answered {answer.StatusCode}.");
            return new LiveQueueReader(http, await http.GetStreamAsync(new Uri("/desk/live?source=push", UriKind.Relative)));
        }

        public async Task UntilAsync(string name)
        {
            while (await lines.ReadLineAsync() is { } line)
            {
                if (line.Contains(name + ":", StringComparison.Ordinal))
                    return;
            }

            throw new InvalidOperationException("The live queue has ended.");
        }

        public async ValueTask DisposeAsync()
        {
            lines.Dispose();
            await stream.DisposeAsync();
            http.Dispose();
        }

        [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
        private static partial Regex Token();
    }
}
