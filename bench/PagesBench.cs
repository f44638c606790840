using System.Globalization;
using System.Net;
using Wireroom.Newsroom.Paper;
using Wireroom.Storage;

namespace Wireroom.Bench;

/// <summary>
/// The article page beside a bare Kestrel that returns the same bytes: from the cache (plain and gzip), and uncached: every request asks for a page that
/// nobody has asked for before. Each pair is run several times in turn; the median ratio counts.
/// </summary>
internal static class PagesBench
{
    private const int Stories = 40_000;
    private const int Rounds = 5;

    /// <param name="only">Runs only the comparisons whose names begin so; empty runs all.</param>
    public static async Task RunAsync(string only)
    {
        var folder = Directory.CreateTempSubdirectory("wireroom-bench-").FullName;
        try
        {
            var paths = await FillAsync(folder);
            await CompareAsync(only, folder, "article, cached", paths[^1], seconds: 5, encoding: null);
            await CompareAsync(only, folder, "article, cached, gzip", paths[^1], seconds: 5, encoding: "gzip");
            await CompareAsync(only, folder, "front, cached", "/", seconds: 5, encoding: null);
            await CompareAsync(
                only, folder, "article, uncached", paths[^1], seconds: 1, encoding: null,
                warmUp: await EachAsync(folder, "warm", paths.Take(Stories / 2), once: false), script: await EachAsync(folder, "once", paths.Skip(Stories / 2).SkipLast(1), once: true));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CompareAsync(string only, string folder, string what, string path, int seconds, string? encoding, string? warmUp = null, string? script = null)
    {
        if (!what.StartsWith(only, StringComparison.Ordinal))
            return;
        var ratios = new List<double>();
        var rates = new List<double>();
        var peers = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            // Started anew each time, so that an uncached run finds an empty cache.
            await using var newsroom = await RunningProgram.NewsroomAsync(folder);
            var body = await BodyAsync(newsroom.Port, path, encoding);
            var file = Path.Combine(folder, "peer");
            await File.WriteAllBytesAsync(file, body);
            var port = RunningProgram.FreePort();
            string[] arguments = [typeof(PagesBench).Assembly.Location, "bare", port.ToString(CultureInfo.InvariantCulture), file];
            await using var bare = await RunningProgram.StartAsync(port, "/", encoding is null ? arguments : [.. arguments, encoding]);

            // The compiler of each has seen its hot path before anything counts; an uncached newsroom is warmed on pages that are not asked for again.
            await Wrk.RunAsync(bare.Port, "/", 5, encoding);
            await Wrk.RunAsync(newsroom.Port, path, warmUp is null ? 5 : 12, encoding, warmUp);
            peers.Add(await Wrk.RunAsync(bare.Port, "/", seconds, encoding));
            rates.Add(await Wrk.RunAsync(newsroom.Port, path, seconds, encoding, script));
            if (script is not null && rates[^1] * seconds >= (Stories / 2) - 2)
                throw new InvalidOperationException("The pages ran out before the time did: more stories are needed.");
            ratios.Add(rates[^1] / peers[^1]);
            if (round == 0)
                Console.WriteLine($"{what}: {body.Length:n0} bytes");
        }

        Console.WriteLine($"{what,-24} {Median(rates),9:n0}/s   bare Kestrel {Median(peers),9:n0}/s   ratio {Median(ratios):0.00} ({string.Join(", ", ratios.Select(ratio => ratio.ToString("0.00", CultureInfo.InvariantCulture)))})");
    }

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

    private static async Task<IReadOnlyList<string>> FillAsync(string folder)
    {
        await using var store = await Store.OpenAsync(new StoreOptions(folder), TimeProvider.System, CancellationToken.None);
        await store.SaveSectionsAsync([.. Copymaker.Sections.Select((slug, at) => new Section(slug, char.ToUpperInvariant(slug[0]) + slug[1..], at))], CancellationToken.None);
        await Copymaker.FillAsync(store, Stories);
        var paths = new List<string>();
        for (long? before = null; ;)
        {
            var page = await store.Released.LatestAsync(new ReleasedFilter { Before = before }, 1000, CancellationToken.None);
            paths.AddRange(page.Select(row => StoryAddress.Of(row.Section, row.Slug, row.Story)));
            if (page.Count < 1000)
                return paths;
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
              return wrk.format("GET", paths[at])
            end
            """);
        return script;
    }
}
