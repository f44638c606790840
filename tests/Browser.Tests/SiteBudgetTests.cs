using System.IO.Compression;
using Microsoft.Playwright;
using Wireroom.Newsroom.Tests;

namespace Wireroom.Browser.Tests;

/// <summary>
/// What the front, an article and a live story of the sample newsroom weigh, as a browser loads them. Each budget has a ceiling and a floor: a page that weighs next to
/// nothing has lost something, and a ceiling far above the weight is slack to take in.
/// </summary>
public sealed class SiteBudgetTests
{
    [Fact]
    public async Task The_front_an_article_and_a_live_story_keep_to_their_weight()
    {
        await using var newsroom = await RunningNewsroom.StartAsync(sample: true);
        var page = await Chromium.OpenAsync(newsroom.Address);
        await page.GotoAsync("/");
        var article = await page.Locator(".lead-story h2 a").GetAttributeAsync("href");
        await page.GotoAsync("/weather");
        var live = await page.Locator("a.to[href*='bora-closes']").First.GetAttributeAsync("href");
        foreach (var (address, heaviest) in ((string, int)[])[("/", 30_000), (article!, 30_000), (live!, 45_000)])
        {
            var weights = await WeighAsync(newsroom, page, address);
            AssertBetween(address, "HTML", weights["document"].Bytes, 2_000, heaviest);
            AssertBetween(address, "CSS", weights["stylesheet"].Bytes, 2_000, 14_000);
            AssertBetween(address, "JS", weights["script"].Bytes, 500, 10_000);
            AssertBetween(address, "fonts", weights["font"].Bytes, 50_000, 100_000);
            AssertBetween(address, "font files", weights["font"].Files, 2, 2);
            AssertBetween(address, "requests to others", weights["elsewhere"].Files, 0, 0);
        }
    }

    private static async Task<Dictionary<string, (long Bytes, int Files)>> WeighAsync(RunningNewsroom newsroom, IPage page, string address)
    {
        var weights = new Dictionary<string, (long, int)> { ["font"] = default, ["elsewhere"] = default };
        var asked = new Dictionary<string, string>();
        void Note(object? sender, IRequest request) => asked[request.Url] = request.ResourceType;
        page.Request += Note;
        await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        await page.EvaluateAsync("document.fonts.ready");
        page.Request -= Note;
        foreach (var (url, type) in asked)
        {
            var kind = new Uri(url).Authority == newsroom.Address.Authority ? type : "elsewhere";
            if (kind is not ("document" or "stylesheet" or "script" or "font" or "elsewhere"))
                continue;
            var body = kind == "elsewhere" ? [] : await newsroom.Http.GetByteArrayAsync(new Uri(url), TestContext.Current.CancellationToken);
            var before = weights.GetValueOrDefault(kind);
            weights[kind] = (before.Item1 + (kind == "font" ? body.Length : Zipped(body)), before.Item2 + 1);
        }

        return weights;
    }

    private static long Zipped(byte[] bytes)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(bytes);
        return zipped.Length;
    }

    private static void AssertBetween(string address, string what, long weight, long floor, long ceiling) =>
        Assert.True(weight >= floor && weight <= ceiling, $"{what} of {address}: {weight}, not between {floor} and {ceiling}.");
}
