using System.Globalization;
using System.Net;
using Wireroom.Newsroom.Paper;
using Wireroom.Storage;

namespace Wireroom.Bench;

/// <summary>
/// The site's pages beside a bare Kestrel that returns the same bytes and nginx with the same bytes on disk: from the cache (plain and gzip), and uncached: every
/// request asks for a page that nobody has asked for before. All run several times in turn; the median ratio counts. Last, how long a request waits among 64,
/// and WordPress with a thousand of the same stories.
/// </summary>
internal static class PagesBench
{
    private const int Stories = 40_000;
    private const int Rounds = 5;
    private const int Connections = 64;

    /// <param name="only">Runs only the comparisons whose names begin so; empty runs all.</param>
    public static async Task RunAsync(string only)
    {
        var folder = Directory.CreateTempSubdirectory("wireroom-bench-").FullName;
        try
        {
            var (paths, keys) = await FillAsync(folder);
            var section = $"/{Copymaker.Sections[0]}";
            var search = $"/search?q={Copymaker.Word(40)}";
            foreach (var (what, path) in ((string, string)[])[("article", paths[^1]), ("front", "/"), ("section", section), ("search", search), ("RSS", "/feed.xml")])
            {
                await CompareAsync(only, folder, $"{what}, cached", path, encoding: null);
                await CompareAsync(only, folder, $"{what}, cached, gzip", path, encoding: "gzip");
            }

            await CompareAsync(only, folder, "article, uncached", paths[^1], null, (await EachAsync(folder, "warm", paths.Take(Stories / 2), once: false), await EachAsync(folder, "once", paths.Skip(Stories / 2).SkipLast(1), once: true)));
            await CompareAsync(only, folder, "section, uncached", section, null, await PagesOfAsync(folder, "section", at => string.Create(CultureInfo.InvariantCulture, $"{section}?before={keys[at]}")));
            await CompareAsync(only, folder, "search, uncached", search, null, await PagesOfAsync(folder, "search", at => $"/search?q={Copymaker.Word(at % 100)}+{Copymaker.Word(100 + (at / 100))}"));
            await CompareAsync(only, folder, "RSS, uncached", "/feed.xml", null, await PagesOfAsync(folder, "feed", at => $"/search/feed.xml?q={Copymaker.Word(at % 100)}+{Copymaker.Word(100 + (at / 100))}"));
            await WaitAsync(only, folder, paths[^1]);
            await CompareWithWordPressAsync(only, folder, paths);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CompareAsync(string only, string folder, string what, string path, string? encoding, (string WarmUp, string Once)? each = null)
    {
        if (!what.StartsWith(only, StringComparison.Ordinal))
            return;
        var rates = new List<double>();
        var bare = new List<double>();
        var nginx = new List<double>();
        var seconds = each is null ? 5 : 1;
        for (var round = 0; round < Rounds; round++)
        {
            // Started anew each time, so that an uncached run finds an empty cache.
            await using var newsroom = await RunningProgram.NewsroomAsync(folder);
            var body = await BodyAsync(newsroom.Port, path, encoding);
            var file = Path.Combine(folder, "peer");
            await File.WriteAllBytesAsync(file, body);
            var port = RunningProgram.FreePort();
            string[] arguments = [typeof(PagesBench).Assembly.Location, "bare", port.ToString(CultureInfo.InvariantCulture), file];
            await using var kestrel = await RunningProgram.StartAsync(port, "/", encoding is null ? arguments : [.. arguments, encoding]);

            // The compiler of each has seen its hot path before anything counts; an uncached newsroom is warmed on pages that are not asked for again.
            await Wrk.RunAsync(kestrel.Port, "/", 5, encoding);
            await Wrk.RunAsync(newsroom.Port, path, each is null ? 5 : 12, encoding, each?.WarmUp);
            bare.Add(await Wrk.RunAsync(kestrel.Port, "/", seconds, encoding));
            rates.Add(await Wrk.RunAsync(newsroom.Port, path, seconds, encoding, each?.Once));
            if (each is not null && rates[^1] * seconds >= (Stories / 2) - 2)
                throw new InvalidOperationException("The pages ran out before the time did: more are needed.");
            if (Nginx.IsHere && each is null)
            {
                await using var files = await Nginx.StartAsync(folder, await BodyAsync(newsroom.Port, path, null));
                await Wrk.RunAsync(files.Port, "/", 1, encoding);
                nginx.Add(await Wrk.RunAsync(files.Port, "/", seconds, encoding));
            }

            if (round == 0)
                Console.WriteLine($"{what}: {body.Length:n0} bytes");
        }

        Console.WriteLine($"{what,-24} {Median(rates),9:n0}/s   {Beside("bare Kestrel", rates, bare)}{(nginx.Count > 0 ? "   " + Beside("nginx", rates, nginx) : "")}");
    }

    private static string Beside(string peer, List<double> rates, List<double> peers)
    {
        var ratios = rates.Zip(peers, (rate, other) => rate / other).ToList();
        return $"{peer} {Median(peers),9:n0}/s   ratio {Median(ratios):0.00} ({string.Join(", ", ratios.Select(ratio => ratio.ToString("0.00", CultureInfo.InvariantCulture)))})";
    }

    /// <summary>How long requests wait when 64 ask at once as fast as they can.</summary>
    private static async Task WaitAsync(string only, string folder, string path)
    {
        const string What = "wait of 64";
        if (!What.StartsWith(only, StringComparison.Ordinal))
            return;
        await using var newsroom = await RunningProgram.NewsroomAsync(folder);
        await Wrk.RunAsync(newsroom.Port, path, 5, "gzip");
        var waits = new List<double>();
        for (var round = 0; round < Rounds; round++)
            waits.Add(await Wrk.WaitAsync(newsroom.Port, path, 5, Connections, "gzip"));
        Console.WriteLine($"{What,-24} p99 {Median(waits):0.0} ms ({string.Join(", ", waits.Select(wait => wait.ToString("0.0", CultureInfo.InvariantCulture)))})");
    }

    private static async Task CompareWithWordPressAsync(string only, string folder, IReadOnlyList<string> paths)
    {
        const string What = "WordPress";
        if (!What.StartsWith(only, StringComparison.Ordinal))
            return;
        if (!WordPress.IsHere)
        {
            Console.WriteLine("WordPress is not installed and was left out.");
            return;
        }

        await using var wordPress = await WordPress.StartAsync(folder);
        await using var newsroom = await RunningProgram.NewsroomAsync(folder);
        var articles = await EachAsync(folder, "wordpress", WordPress.Paths, once: false);
        await Wrk.RunAsync(wordPress.Port, "/", 10, script: articles);
        await Wrk.RunAsync(newsroom.Port, paths[^1], 12, script: await EachAsync(folder, "warm", paths.Take(Stories / 2), once: false));
        var other = await Wrk.RunAsync(wordPress.Port, "/", 20, script: articles);
        var rate = await Wrk.RunAsync(newsroom.Port, "/", 1, script: await EachAsync(folder, "once", paths.Skip(Stories / 2), once: true));
        Console.WriteLine($"{"article, uncached",-24} {rate,9:n0}/s   WordPress {other,9:n1}/s   ratio {rate / other:0}");
    }

    /// <summary>Twenty thousand pages to warm up on, and as many that count, each with its own address.</summary>
    private static async Task<(string WarmUp, string Once)> PagesOfAsync(string folder, string name, Func<int, string> path) => (
        await EachAsync(folder, name + "-warm", Enumerable.Range(0, Stories / 2).Select(path), once: false),
        await EachAsync(folder, name + "-once", Enumerable.Range(Stories / 2, Stories / 2).Select(path), once: true));

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task<byte[]> BodyAsync(int port, string path, string? encoding)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://127.0.0.1:{port}{path}"));
        if (encoding is not null)
            request.Headers.Add("Accept-Encoding", encoding);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>The stories' addresses and keys, newest first.</summary>
    private static async Task<(IReadOnlyList<string> Paths, IReadOnlyList<long> Keys)> FillAsync(string folder)
    {
        await using var store = await Store.OpenAsync(new StoreOptions(folder), TimeProvider.System, CancellationToken.None);
        await store.SaveSectionsAsync([.. Copymaker.Sections.Select((slug, at) => new Section(slug, char.ToUpperInvariant(slug[0]) + slug[1..], at))], CancellationToken.None);
        await Copymaker.FillAsync(store, Stories);
        var paths = new List<string>();
        var keys = new List<long>();
        for (long? before = null; ;)
        {
            var page = await store.Released.LatestAsync(new ReleasedFilter { Before = before }, 1000, CancellationToken.None);
            paths.AddRange(page.Select(row => StoryAddress.Of(row.Section, row.Slug, row.Story)));
            keys.AddRange(page.Select(row => row.Key));
            if (page.Count < 1000)
                return (paths, keys);
            before = page[^1].Key;
        }
    }

    /// <summary>A script for wrk that asks for each page in order, once or over and over: the list is several times as long as what the cache holds.</summary>
    private static async Task<string> EachAsync(string folder, string name, IEnumerable<string> paths, bool once)
    {
        var list = Path.Combine(folder, name + ".txt");
        var script = Path.Combine(folder, name + ".lua");
        await File.WriteAllLinesAsync(list, paths);
        await File.WriteAllTextAsync(
            script,
            $$"""
            local paths, at = {}, 0
            for path in io.lines("{{list}}") do paths[#paths + 1] = path end
            request = function()
              at = at + 1
              if at > #paths then {{(once ? "wrk.thread:stop(); " : "")}}at = 1 end
              -- Each comes from another line through a proxy: what one line may ask for is limited.
              return wrk.format("GET", paths[at], {["X-Forwarded-For"] = "10." .. at % 250 .. "." .. math.floor(at / 250) % 250 .. "." .. math.random(250)})
            end
            """);
        return script;
    }
}
