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

    /// <summary>Keeps nothing but how much there was, and how much memory was held at the most.</summary>
    private sealed class Counter : IWireSink
    {
        private readonly long before = GC.GetTotalMemory(forceFullCollection: true);

        public int Items { get; private set; }

        public long Grown { get; private set; }

        public HashSet<string> Faults { get; } = [];

        public WireFeed? Feed { get; private set; }

        public void Take(WireItem item)
        {
            if (++Items % 20_000 == 0)
            {
                Grown = Math.Max(Grown, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        public void Take(WireFault fault) => Faults.Add(fault.Code);

        public void Take(WireFeed feed) => Feed = feed;
    }
}
