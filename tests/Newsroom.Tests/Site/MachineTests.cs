using System.Xml.Linq;
using System.Xml.Schema;
using Wireroom.Storage;
using Wireroom.Stories.Body;
using Wireroom.Wire;
using static Wireroom.Newsroom.Tests.Site.Press;

namespace Wireroom.Newsroom.Tests.Site;

/// <summary>Site maps, robots.txt and feeds.</summary>
public sealed class MachineTests
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";

    [Fact]
    public async Task The_site_map_names_every_story_and_the_news_map_those_of_two_days()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        await newsroom.Store.SaveMastheadAsync(new Masthead("The Courier & Co", "", "en", "UTC", "https://courier.example/"), Cancel);
        var now = TimeProvider.System.GetUtcNow();
        var old = await newsroom.ReleaseAsync(Copy("Old"), new ReleaseOrder { PublishedAt = now.AddDays(-3) });
        var young = await newsroom.ReleaseAsync(Copy("Young \u0001 & new") with { Language = "hr-HR" }, new ReleaseOrder { PublishedAt = now.AddDays(-1) });

        var index = XDocument.Parse(await newsroom.GetAsync("/sitemap.xml"));
        Assert.Equal(["https://courier.example/sitemap-pages.xml", "https://courier.example/sitemap-1.xml"], index.Descendants(Map + "loc").Select(loc => loc.Value));
        var part = XDocument.Parse(await newsroom.GetAsync("/sitemap-1.xml")).Descendants(Map + "loc").Select(loc => loc.Value).ToList();
        Assert.Contains("https://courier.example" + old.Address, part);
        Assert.Contains("https://courier.example" + young.Address, part);

        var news = XDocument.Parse(await newsroom.GetAsync("/sitemap-news.xml"));
        Assert.Equal(["https://courier.example" + young.Address], news.Descendants(Map + "loc").Select(loc => loc.Value));
        Assert.Equal("The Courier & Co", news.Descendants(News + "name").Single().Value);
        Assert.Equal("hr", news.Descendants(News + "language").Single().Value);
        Assert.Equal("Young  & new", news.Descendants(News + "title").Single().Value);
        Assert.Contains("Sitemap: https://courier.example/sitemap-news.xml", await newsroom.GetAsync("/robots.txt"), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Parts_begin_with_the_oldest_and_a_full_part_stays_as_it_is(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        for (var number = 1; number <= 7; number++)
            await newsroom.ReleaseAsync(Copy($"Story {number}"));
        var parts = await newsroom.Store.Released.PartsAsync(3, Cancel);
        Assert.Equal(3, parts.Count);
        var first = await newsroom.Store.Released.LatestAsync(new ReleasedFilter { Before = parts[1] }, 3, Cancel);
        Assert.Equal(["Story 3", "Story 2", "Story 1"], first.Select(row => row.Headline));
        Assert.Equal(parts[0], first[^1].Key);
        await newsroom.ReleaseAsync(Copy("Story 8"));
        Assert.Equal(parts, await newsroom.Store.Released.PartsAsync(3, Cancel));
        Assert.Equal(8, (await newsroom.Store.Released.PartsAsync(1, Cancel)).Count);
    }

    [Fact]
    public async Task Site_maps_hold_to_their_schema()
    {
        var schemas = new XmlSchemaSet();
        var folder = Path.Combine(SharedFolder("sitemap"), "schema");
        foreach (var file in Directory.EnumerateFiles(folder, "sitemap.xsd"))
            schemas.Add(null, file);
        await using var newsroom = await RunningNewsroom.StartAsync();
        await newsroom.ReleaseAsync(Copy("Ferry sails"));
        var checkedFaults = new List<string>();
        foreach (var map in (string[])["/sitemap-1.xml", "/sitemap-pages.xml"])
            XDocument.Parse(await newsroom.GetAsync(map)).Validate(schemas, (_, fault) => checkedFaults.Add(fault.Message));
        Assert.Empty(checkedFaults);
        XDocument.Parse("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url/></urlset>").Validate(schemas, (_, fault) => checkedFaults.Add(fault.Message));
        Assert.NotEmpty(checkedFaults); // the schema does refuse what is wrong
    }

    [Theory]
    [InlineData("xml", "rss", "application/rss+xml")]
    [InlineData("atom", "atom", "application/atom+xml")]
    [InlineData("json", "jsonfeed", "application/feed+json")]
    public async Task A_feed_gives_back_the_story_as_it_went_out(string ending, string format, string mediaType)
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        await newsroom.Store.SaveMastheadAsync(new Masthead("The Courier", "News of the coast", "en", "UTC", "https://courier.example"), Cancel);
        var copy = Copy("Ferry < sails & returns") with
        {
            EdNote = "Call the harbour before use",
            Body = [new Paragraph(RichText.Of("First.")), new Quote([RichText.Of("“Quoted.”")], "Ana"), new BulletList(false, [RichText.Of("one"), RichText.Of("two")])],
        };
        var (story, address) = await newsroom.ReleaseAsync(copy);
        foreach (var feed in (string[])[$"/feed.{ending}", $"/region/feed.{ending}", $"/topic/harbours/feed.{ending}", $"/search/feed.{ending}?q=ferry"])
        {
            using var answer = await newsroom.AskAsync(feed);
            Assert.StartsWith(mediaType, answer.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
            var text = await answer.BodyAsync();
            Assert.DoesNotContain("Call the harbour", text, StringComparison.Ordinal);
            var read = new WireDocument();
            WireFormats.Named(format)!.Read(WireInput.Of(System.Text.Encoding.UTF8.GetBytes(text)), read);
            var item = Assert.Single(read.Items);
            Assert.Empty(read.Faults);
            Assert.Equal(copy.Headline, item.Headline);
            Assert.Equal("https://courier.example" + address, item.Link);
            Assert.Equal($"urn:wireroom:{story}", item.Guid);
            Assert.Equal("Ana Perić", item.Byline);
            Assert.Equal(["WireParagraph", "WireQuote", "WireList"], item.Body.Select(block => block.GetType().Name));
        }

        Assert.Contains($"<link rel=\"alternate\" type=\"{mediaType}\" title=\"The Courier: Region\" href=\"/region/feed.{ending}\">", System.Net.WebUtility.HtmlDecode(await newsroom.GetAsync("/region")), StringComparison.Ordinal);
        using var none = await newsroom.AskAsync($"/nowhere/feed.{ending}");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, none.StatusCode);
    }

    private static string SharedFolder(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", path);
            if (Directory.Exists(candidate))
                return candidate;
        }

        Assert.Skip($"The reference data shared/{path} is not beside the repository.");
        return "";
    }
}
