using System.Text;
using Wireroom.Wire.Html;
using Wireroom.Wire.JsonFeed;

namespace Wireroom.Wire.Tests.JsonFeed;

public sealed class JsonFeedTests
{
    [Theory]
    [InlineData("agency-1.1.json", 2)]
    [InlineData("blog-1.0.json", 2)]
    [InlineData("podcast.json", 2)]
    [InlineData("broken-truncated.json", 3)]
    [InlineData("without-version.json", 1)]
    public void Every_fixture_is_recognised_read_written_and_read_again(string fixture, int items) =>
        Assert.Equal(items, AssertWire.Whole("jsonfeed/" + fixture, "jsonfeed").Items.Count);

    [Fact]
    public void An_agencys_item_is_read_whole()
    {
        var document = AssertWire.Whole("jsonfeed/agency-1.1.json", "jsonfeed");
        var item = document.Items[0];
        Assert.Empty(document.Faults);
        Assert.Equal(("kvw-2026-03-03-118", "https://kvarner.example/coast/118", "Ferry to Cres held by wind & swell"), (item.Guid, item.Link, item.Headline));
        Assert.Equal(("Gusts of 90 km/h closed the strait.", "Nives Barić, Toni Mršić", "Kvarner Wire: Coast", "en-GB"), (item.Standfirst, item.Byline, item.Provider, item.Language));
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 7, 12, 0, TimeSpan.FromHours(1)), item.Published?.Instant);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 8, 40, 30, TimeSpan.FromHours(1)), item.VersionCreated?.Instant);
        Assert.Equal(["Ferries", "Weather"], item.Keywords);
        Assert.Equal([new WireLink("external", null, "https://harbour.example/notice/9")], item.Links);
        Assert.Equal(["main", "banner", "enclosure"], item.Media.Select(file => file.Role));
        Assert.Equal(("audio", 412000L, 25.5, "Harbour master"), (item.Media[2].Kind, item.Media[2].Bytes, item.Media[2].Seconds, item.Media[2].Title));
        Assert.Equal([typeof(WireParagraph), typeof(WireHeading), typeof(WireList), typeof(WireParagraph)], item.Body.Select(block => block.GetType()));
        Assert.Equal("https://kvarner.example/coast/road", Assert.IsType<WireParagraph>(item.Body[3]).Runs[1].Href);
        Assert.Equal(["authors.url", "_kvarner"], item.Dropped.Select(dropped => dropped.Name));
        Assert.Equal(("hr", 2), (document.Items[1].Language, document.Items[1].Body.Count));
    }

    [Theory]
    [InlineData("agency-1.1.json")]
    [InlineData("blog-1.0.json")]
    [InlineData("podcast.json")]
    public void Item_by_item_a_feed_says_what_it_says_as_a_whole(string fixture)
    {
        var text = Encoding.UTF8.GetString(AssertWire.Fixture("jsonfeed/" + fixture));
        var whole = AssertWire.Read(Encoding.UTF8.GetBytes(text), "jsonfeed");
        var (feed, items, faults) = ItemByItem(text);
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(whole.Items), System.Text.Json.JsonSerializer.Serialize(items));
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(whole.Feed), System.Text.Json.JsonSerializer.Serialize(feed));
        Assert.Equal(whole.Faults.Select(fault => fault.Code), faults.Select(fault => fault.Code));
        for (var length = 0; length < text.Length; length += 7)
        {
            var cut = ItemByItem(text[..length]);
            Assert.True(cut.Items.Count <= items.Count);
            Assert.NotEmpty(cut.Faults);
        }
    }

    [Theory]
    [InlineData("""{"items":[{"id":"1","title":"a \\\" ] } b"},{"id":"2"}],"title":"Late"}""", 2, "feed-behind-items")]
    [InlineData("""[{"title":"A","items":[{"id":"1"}]},{"title":"B","items":[{"id":"2"}]}]""", 2, null)]
    [InlineData("""{"title":"A","items":[{"id":"1"}, 7, "x", {"id":"2"}] } """, 2, "not-an-item")]
    [InlineData("""{"title":"A","items":[{"id":"1"},]} nonsense""", 1, "not-json")]
    [InlineData("""{"title":"A","ITEMS":[{"id":"\ud83d"}],"version":"https://jsonfeed.org/version/1.1"}""", 1, "half-character")]
    [InlineData("""{"title":"A","home_page_url":"https://a.example/"}""", 0, "no-item")]
    [InlineData("""{"title" "A","items":[{"id":"1"}]}""", 1, null)]
    public void Item_by_item_what_is_wrong_is_a_fault(string text, int count, string? code)
    {
        var (_, items, faults) = ItemByItem(text);
        Assert.Equal(count, items.Count);
        Assert.True(code is null || faults.Any(fault => fault.Code == code), string.Join(' ', faults.Select(fault => fault.Code)));
    }

    private static (WireFeed? Feed, IReadOnlyList<WireItem> Items, IReadOnlyList<WireFault> Faults) ItemByItem(string text)
    {
        var document = new WireDocument();
        using var reader = new StringReader(text);
        new LongJsonFeed(document, null).Read(reader);
        return (document.Feed, document.Items, document.Faults);
    }

    [Fact]
    public void What_the_feed_says_is_read()
    {
        var feed = AssertWire.Read(AssertWire.Fixture("jsonfeed/agency-1.1.json"), "jsonfeed").Feed!;
        Assert.Equal(("Kvarner Wire: Coast", "https://kvarner.example/coast", "https://kvarner.example/coast.json", "Harbours, ferries and fish."), (feed.Title, feed.Link, feed.SelfLink, feed.Description));
        Assert.Equal("https://kvarner.example/icon-512.png", feed.Picture);
        Assert.Equal(["favicon", "hubs"], feed.Dropped.Select(dropped => dropped.Name));
    }

    [Fact]
    public void The_first_edition_is_read_in_its_own_words()
    {
        var items = AssertWire.Read(AssertWire.Fixture("jsonfeed/blog-1.0.json"), "jsonfeed").Items;
        Assert.Equal(["Iva Posavec", "Redakcija"], items.Select(item => item.Byline));
        Assert.Equal("4409", items[1].Guid);
        Assert.Equal("<p>Most na Dravi zatvoren je u petak od 9 do 15 sati.</p><p>Autobusi voze preko <i>starog mosta</i>.</p>", HtmlBody.Write(items[0].Body));
    }

    [Fact]
    public void A_feed_cut_short_gives_what_stood_before()
    {
        var document = AssertWire.Read(AssertWire.Fixture("jsonfeed/broken-truncated.json"), "jsonfeed");
        Assert.Superset(new HashSet<string>(["truncated", "not-an-item"]), document.Faults.Select(fault => fault.Code).ToHashSet());
        Assert.Equal(["Deich hält", "Ohne Namen", null], document.Items.Select(item => item.Headline));
        Assert.Equal((null, new DateTime(2026, 3, 3, 4, 10, 0)), (document.Items[0].Published?.Instant, document.Items[0].Published?.Local));
        Assert.Equal("gestern", document.Items[1].Published?.AsSent);
    }

    [Fact]
    public void Nothing_that_runs_survives_and_relative_addresses_are_resolved()
    {
        var item = AssertWire.Read(AssertWire.Fixture("jsonfeed/without-version.json"), "jsonfeed").Items[0];
        Assert.Equal("<p>Read this and <a href=\"https://bare.example/next\">that</a>.</p><p class=\"embed\"><a href=\"https://video.example/7\">https://video.example/7</a></p>", HtmlBody.Write(item.Body));
        Assert.Equal(("https://bare.example/relative/a", "https://bare.example/img/a.png", "Bold claims"), (item.Link, item.Media[0].Href, item.Headline));
    }

    [Theory]
    [InlineData("""{"version":"https://jsonfeed.org/version/1.1"}""")]
    [InlineData("""["https://jsonfeed.org/version/1.1"]""")]
    [InlineData("""{"version":"https://jsonfeed.org/version/1.1","items":{"id":[]}""")]
    public void A_document_without_a_list_of_items_is_unreadable(string document) =>
        Assert.Contains(AssertWire.Read(Encoding.UTF8.GetBytes(document), "jsonfeed").Faults, fault => fault is { Kind: WireFaultKind.Unreadable, Code: "no-item" });

    [Fact]
    public void A_document_nested_without_end_is_refused_with_a_fault()
    {
        var nested = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":" + new string('[', 100_000);
        Assert.NotEmpty(AssertWire.Read(Encoding.UTF8.GetBytes(nested), "jsonfeed").Faults);
    }

    [Theory]
    [InlineData("""{"version":"https://jsonfeed.org/version/1.1","title":"x"}""", "jsonfeed")]
    [InlineData("""{"uri":"a:b","headlines":[]}""", "ninjs")]
    [InlineData("""{"items":[]}""", null)]
    public void A_feed_is_told_from_other_json(string document, string? format) =>
        Assert.Equal(format, WireFormats.Recognise(Encoding.UTF8.GetBytes(document), whole: true)?.Name);

    [Theory]
    [InlineData(WireSignal.Withdrawal, "refused-withdrawal")]
    [InlineData(WireSignal.Hold, "refused-hold")]
    [InlineData(WireSignal.Test, "refused-test")]
    public void What_is_no_copy_is_refused(WireSignal signal, string code)
    {
        var written = AssertWire.Write([new WireItem { Format = "ninjs", Signal = signal, Headlines = [new WireText("Not this")] }], "jsonfeed", out var losses);
        Assert.Equal(code, Assert.Single(losses).Code);
        Assert.Empty(AssertWire.Read(written, "jsonfeed").Items);
    }

    [Fact]
    public void Every_fixture_of_every_format_goes_out_and_comes_back()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures"), "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            if (WireFormats.Recognise(bytes, whole: true)?.Name is { } format && (format is "rss" or "atom" or "ninjs" or "jsonfeed"))
            {
                AssertWire.RoundTrip(AssertWire.Read(bytes, format), "jsonfeed");
            }
        }
    }
}
