namespace Wireroom.Wire.Tests;

/// <summary>Memory is measured for the whole process, so that nothing else may run beside it.</summary>
[CollectionDefinition(nameof(EndlessTests), DisableParallelization = true)]
public sealed class Alone;

/// <summary>Documents of which no end is in sight are read as they go by: what is held does not grow with them.</summary>
[Collection(nameof(EndlessTests))]
public sealed class EndlessTests
{
    private const long Length = 48_000_000;
    private const long MostHeld = 64_000_000;

    [Theory]
    [InlineData("rss", "<rss version='2.0'><channel><title>Endless</title>", "<item><guid>a</guid><title>One &amp; two</title><description>&lt;p&gt;Copy.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Item&lt;/ul&gt;</description><category>world</category></item>\n")]
    [InlineData("atom", "<feed xmlns='http://www.w3.org/2005/Atom'><title>Endless</title>", "<entry><id>a</id><title>One</title><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Copy.</p></div></content></entry>\n")]
    [InlineData("jsonfeed", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Endless\",\"items\":[", "{\"id\":\"a\",\"title\":\"One \\\"two\\\"\",\"content_html\":\"<p>Copy.</p>\",\"tags\":[\"world\"]},\n")]
    public void A_feed_without_end_is_read_within_a_bound(string format, string start, string item)
    {
        var counter = new Counter();
        WireFormats.Named(format)!.Read(new WireInput(new Endless(start, item, Length)), counter);
        Assert.InRange(counter.Items, (int)(Length / item.Length) - 2, (int)(Length / item.Length) + 1);
        Assert.InRange(counter.Grown, 0, MostHeld);
        Assert.Contains("truncated", counter.Faults);
        Assert.Equal("Endless", counter.Feed?.Title);
    }

    [Theory]
    [InlineData(
        "newsml-g2",
        "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:a' version='1' standard='NewsML-G2' standardversion='2.35'><itemMeta><itemClass qcode='ninat:picture'/><provider literal='a'/><versionCreated>2026-03-03T09:00:00Z</versionCreated></itemMeta><contentMeta><headline>Dam</headline></contentMeta><contentSet><inlineData contenttype='image/jpeg' encoding='base64'>",
        "</inlineData><remoteContent href='https://a.example/dam.jpg' contenttype='image/jpeg'/></contentSet><assert literal='x'><name>Behind it</name></assert></newsItem>")]
    [InlineData(
        "newsml-1",
        "<NewsML Version='1.2'><NewsEnvelope><DateAndTime>20260303T090000Z</DateAndTime></NewsEnvelope><NewsItem><NewsComponent><NewsLines><HeadLine>Dam</HeadLine></NewsLines><NewsComponent><Role FormalName='Main'/><ContentItem><MediaType FormalName='Photo'/><MimeType FormalName='image/jpeg'/><Encoding Notation='Base64'><DataContent>",
        "</DataContent></Encoding></ContentItem></NewsComponent><NewsComponent><Role FormalName='Caption'/><ContentItem><MediaType FormalName='Text'/><DataContent>The dam held.</DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>")]
    public void A_picture_of_twenty_megabytes_within_an_item_costs_nothing_of_what_is_said_behind_it(string format, string start, string end)
    {
        const long Characters = 28_000_000;
        var line = string.Concat(Enumerable.Repeat("/9j4AAQSkZJRgABAQEAYABgAAD+", 3))[..76] + "\n";
        var counter = new Counter();
        using var document = new Endless(start, line, Characters, end);
        WireFormats.Named(format)!.Read(new WireInput(document), counter);
        var item = counter.Last!;
        Assert.Equal(["inline-data"], counter.Faults);
        Assert.Equal("Dam", item.Headline);
        Assert.Contains(item.Dropped, dropped => dropped.Value?.Contains($"{Characters - start.Length}", StringComparison.Ordinal) == true || dropped.Value?.Contains($"{Characters - start.Length - 1}", StringComparison.Ordinal) == true);
        Assert.True(item.Media.Count == 1, string.Join(", ", item.Dropped));
        if (format == "newsml-1")
        {
            Assert.Equal("The dam held.", item.Standfirst);
        }
        else
        {
            Assert.Equal("https://a.example/dam.jpg", item.Media[0].Href);
        }
    }

    /// <summary>Keeps nothing but the last item, how much there was, and how much memory was held at the most.</summary>
    private sealed class Counter : IWireSink
    {
        private readonly long before = GC.GetTotalMemory(forceFullCollection: true);

        public int Items { get; private set; }

        public long Grown { get; private set; }

        public WireItem? Last { get; private set; }

        public HashSet<string> Faults { get; } = [];

        public WireFeed? Feed { get; private set; }

        public void Take(WireItem item)
        {
            Last = item;
            if (++Items % 20_000 == 0)
            {
                Grown = Math.Max(Grown, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        public void Take(WireFault fault) => Faults.Add(fault.Code);

        public void Take(WireFeed feed) => Feed = feed;
    }
}
