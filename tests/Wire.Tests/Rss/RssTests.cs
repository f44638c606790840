using System.Text;
namespace Wireroom.Wire.Tests.Rss;

public sealed class RssTests
{
    [Theory]
    [InlineData("agency-full.rss", 2)]
    [InlineData("broken-portal.xml", 2)]
    [InlineData("rdf-1.0.rdf", 1)]
    [InlineData("dublin-core.rss", 1)]
    [InlineData("old-0.91.xml", 2)]
    [InlineData("podcast.rss", 1)]
    [InlineData("windows-1250.xml", 1)]
    public void Every_fixture_is_recognised_read_written_and_read_again(string fixture, int items) =>
        Assert.Equal(items, AssertWire.Whole("rss/" + fixture, "rss").Items.Count);

    [Fact]
    public void An_agencys_item_is_read_whole()
    {
        var document = AssertWire.Whole("rss/agency-full.rss", "rss");
        var item = document.Items[0];
        Assert.Empty(document.Faults);
        Assert.Equal("Dam at Višegrad holds as the Drina & Lim rise", item.Headline);
        Assert.Equal("lumen-20260303-0041", item.Guid);
        Assert.Equal("https://lumen.example/region/dam-holds?id=4&v=2", item.Link);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 9, 12, 44, TimeSpan.FromHours(1)), item.Published?.Instant);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 9, 28, 0, TimeSpan.FromHours(1)), item.VersionCreated?.Instant);
        Assert.Equal("Selma Brkić, Goran Tadić", item.Byline);
        Assert.Equal("Lumen Agency: Region", item.Provider);
        Assert.Equal("en-GB", item.Language);
        Assert.Equal(["Floods"], item.Keywords);
        Assert.Equal([new WireSubject("Region", "https://lumen.example/desks")], item.Subjects);
        Assert.Equal([new WirePlace("Višegrad", Latitude: 43.782, Longitude: 19.293)], item.Places);
        Assert.Equal("© Lumen Agency 2026", item.Rights?.Notice);
        Assert.Equal(["content", "thumbnail"], item.Media.Select(file => file.Role));
        Assert.Equal(("Lumen/G. Tadić", 2400, 884112L), (item.Media[0].Credit, item.Media[0].Width, item.Media[0].Bytes));
        Assert.Equal(
            [typeof(WireParagraph), typeof(WireHeading), typeof(WireList), typeof(WireQuote), typeof(WirePicture), typeof(WireEmbed)],
            item.Body.Select(block => block.GetType()));
        Assert.Equal([new WireDropped("slash:comments", "3")], item.Dropped);
    }

    [Fact]
    public void What_the_channel_says_is_read()
    {
        var feed = AssertWire.Read(AssertWire.Fixture("rss/agency-full.rss"), "rss").Feed!;
        Assert.Equal(("Lumen Agency: Region", "https://lumen.example/region", "https://lumen.example/region.rss", "en-GB"), (feed.Title, feed.Link, feed.SelfLink, feed.Language));
        Assert.Equal("https://lumen.example/mark.png", feed.Picture);
    }

    [Fact]
    public void A_broken_portal_is_mended()
    {
        var document = AssertWire.Whole("rss/broken-portal.xml", "rss");
        Assert.Equal("Portal «Jutro»", document.Feed?.Title);
        Assert.Equal("Bread & butter: prices up 4 % – bakers", document.Items[0].Headline);
        Assert.Equal("http://jutro.example/?id=77&rub=eko", document.Items[0].Link);
        Assert.Equal(2, document.Items[0].Body.Count);
        Assert.Equal(new DateTime(2026, 3, 3, 7, 40, 0), document.Items[1].Published?.Local);
        Assert.Null(document.Items[1].Published?.Instant);
        Assert.Equal("No trams after 22:00. 5 < 6 lines run.", document.Items[1].Standfirst);
        Assert.Superset(
            new HashSet<string>(["dtd-ignored", "html-entity", "unescaped-ampersand", "unclosed-element", "undeclared-prefix", "misspelt-end", "unescaped-less-than"]),
            document.Faults.Select(fault => fault.Code).ToHashSet());
        Assert.All(document.Faults, fault => Assert.NotEqual(WireFaultKind.Unreadable, fault.Kind));
    }

    [Fact]
    public void An_enclosure_and_a_media_content_of_one_address_are_one_file()
    {
        var item = AssertWire.Whole("rss/podcast.rss", "rss").Items[0];
        Assert.Equal([null, "audio/mpeg", "audio/ogg"], item.Media.Select(file => file.MediaType));
        Assert.Equal((9000000L, 750d, "Morning Line"), (item.Media[1].Bytes, item.Media[1].Seconds, item.Media[1].Credit));
        Assert.Equal(["strike", "rail"], item.Keywords);
    }

    [Theory]
    [InlineData("12:30", 750d)]
    [InlineData("1:02:03", 3723d)]
    [InlineData("750", 750d)]
    [InlineData("long", null)]
    public void An_episode_lasts_as_long_as_its_feed_says(string duration, double? seconds)
    {
        var rss = $"""<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>M</title><item><title>Nine</title><guid>9</guid><itunes:duration>{duration}</itunes:duration><enclosure url="https://m.example/9.mp3" type="audio/mpeg" length="9"/></item></channel></rss>""";
        Assert.Equal(seconds, Assert.Single(AssertWire.Read(Encoding.UTF8.GetBytes(rss), "rss").Items[0].Media).Seconds);
    }

    [Fact]
    public void A_description_of_several_paragraphs_is_standfirst_and_body()
    {
        var item = AssertWire.Whole("rss/windows-1250.xml", "rss").Items[0];
        Assert.Equal("Čekanje na žičaru: „još šest sati“", item.Headline);
        Assert.Equal(2, item.Body.Count);
        Assert.Equal("Kvar na žičari traje od utorka.\n\nPopravak je najavljen za četvrtak.", item.Standfirst);
    }

    [Theory]
    [InlineData(WireSignal.Withdrawal, "refused-withdrawal")]
    [InlineData(WireSignal.Hold, "refused-hold")]
    [InlineData(WireSignal.Test, "refused-test")]
    [InlineData(WireSignal.Advisory, "refused-advisory")]
    public void What_is_no_copy_is_refused(WireSignal signal, string code)
    {
        var written = AssertWire.Write([new WireItem { Format = "ninjs", Signal = signal, Headlines = [new WireText("Not this")] }], "rss", out var losses);
        Assert.Equal(code, Assert.Single(losses).Code);
        Assert.Empty(AssertWire.Read(written, "rss").Items);
    }

    [Fact]
    public void What_is_under_embargo_is_refused_until_the_feeds_time_has_passed_it()
    {
        var until = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
        var item = new WireItem { Format = "ninjs", Guid = "1", Headlines = [new WireText("Later")], Embargo = new WireEmbargo("noon", until.AddSeconds(1)) };
        AssertWire.Write([item], "rss", out var losses);
        Assert.Equal("refused-embargo", Assert.Single(losses).Code);
        var written = AssertWire.Write([item with { Embargo = new WireEmbargo("noon", until) }], "rss", out losses);
        Assert.Equal("lost-embargo", Assert.Single(losses).Code);
        Assert.Single(AssertWire.Read(written, "rss").Items);
    }

    [Fact]
    public void Every_loss_is_named()
    {
        AssertWire.Write([new WireItem { Format = "ninjs", Guid = "1", Slugline = "FLOOD", Urgency = 1, Dateline = "ZAGREB", EdNote = "Note", Version = 2, Priority = "b" }], "rss", out var losses);
        Assert.Equal(["lost-dateline", "lost-ed-note", "lost-priority", "lost-slugline", "lost-urgency", "lost-version"], losses.Select(fault => fault.Code).Order());
    }
}
