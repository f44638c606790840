using System.Text;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.Tests.Atom;

public sealed class AtomTests
{
    [Theory]
    [InlineData("agency.atom", 2)]
    [InlineData("old-0.3.xml", 1)]
    [InlineData("entry-alone.xml", 1)]
    [InlineData("broken.xml", 1)]
    [InlineData("video.atom", 1)]
    public void Every_fixture_is_recognised_read_written_and_read_again(string fixture, int items) =>
        Assert.Equal(items, AssertWire.Whole("atom/" + fixture, "atom").Items.Count);

    [Fact]
    public void An_agencys_entry_is_read_whole()
    {
        var item = AssertWire.Whole("atom/agency.atom", "atom").Items[0];
        Assert.Equal("Ministers agree on grain corridor", item.Headline);
        Assert.Equal("https://kestrel.example/world/118", item.Link);
        Assert.Equal("Ines Duarte, Paul Okafor", item.Byline);
        Assert.Equal("Six states sign in Constanţa.", item.Standfirst);
        Assert.Equal(["Harbour Wire"], item.Sources);
        Assert.Equal("© Kestrel News", item.Rights?.Notice);
        Assert.Equal(["grain"], item.Keywords);
        Assert.Equal(new WireSubject("arts and entertainment", "medtop", "20000002"), Assert.Single(item.Subjects));
        Assert.Equal(("https://kestrel.example/files/118.pdf", 20480L, "Text of the agreement"), (item.Media[0].Href, item.Media[0].Bytes, item.Media[0].Title));
        Assert.Contains(new WireLink("related", null, "https://kestrel.example/world/97", "Talks open"), item.Links);
        Assert.Equal(
            "<p>CONSTANŢA (Kestrel) – Six states <b>signed</b>.</p><table><tr><th>State</th><th>Tonnes</th></tr><tr><td>Romania</td><td>40,000</td></tr></table><p>More <a href=\"https://kestrel.example/map\">on the map</a>.</p>",
            HtmlBody.Write(item.Body));
    }

    [Theory]
    [InlineData("", "Mira Sander")]
    [InlineData("<author><name>Ana Bulat</name></author>", "Ana Bulat")]
    [InlineData("<source><title>Lumen</title></source>", null)]
    public void The_authors_of_a_feed_are_those_of_an_entry_that_names_none(string said, string? byline)
    {
        var item = AssertWire.Read(Encoding.UTF8.GetBytes($"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Kestrel</title><author><name>Mira Sander</name></author><entry><id>tag:kestrel.example,2026:2</id><title>Ferry</title>{said}</entry></feed>"""), "atom").Items[0];
        Assert.Equal(byline, item.Byline);
    }

    [Fact]
    public void A_relative_picture_is_seen_from_the_site_of_the_feed()
    {
        var item = AssertWire.Read("""<feed xmlns="http://www.w3.org/2005/Atom"><title>Kestrel</title><link href="https://kestrel.example/news/"/><entry><id>tag:kestrel.example,2026:2</id><title>Ferry</title><content type="html">&lt;p&gt;It sails.&lt;/p&gt;&lt;img src="/ferry.jpg"&gt;</content></entry></feed>"""u8.ToArray(), "atom").Items[0];
        Assert.Equal("https://kestrel.example/ferry.jpg", Assert.Single(item.Body.OfType<WirePicture>()).Media.Href);
    }

    [Theory]
    [InlineData("atom")]
    [InlineData("rss")]
    public void Links_with_a_title_or_a_name_come_through_and_go_out_again(string written)
    {
        var format = WireFormats.Named(written)!;
        var entry = AssertWire.Read(
            """
            <entry xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0"><id>tag:kestrel.example,2026:2</id><title>Ferry back in service</title>
            <link href="https://kestrel.example/2" title="The ferry"/><thr:in-reply-to ref="tag:kestrel.example,2026:1" href="https://kestrel.example/1"/></entry>
            """u8.ToArray(),
            "atom").Items[0];
        Assert.Equal("https://kestrel.example/2", entry.Link);
        Assert.Equal([new WireLink("alternate", null, "https://kestrel.example/2", "The ferry"), new WireLink("in-reply-to", "tag:kestrel.example,2026:1", "https://kestrel.example/1")], entry.Links);
        using var document = new MemoryStream();
        Assert.DoesNotContain(format.Write([entry], new WireFeed("Kestrel", "https://kestrel.example/"), document), fault => fault.Message.Contains("links", StringComparison.Ordinal));
        Assert.Equal(entry.Links, AssertWire.Read(document.ToArray(), written).Items[0].Links);
    }

    [Fact]
    public void The_language_of_the_copy_is_the_items() => Assert.Equal(
        ("hr", "de"),
        AssertWire.Read("<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='de'><entry><id>1</id><title>Fähre</title><content xml:lang='hr'>Trajekt plovi.</content></entry><entry><id>2</id><summary>Fähre fährt.</summary></entry></feed>"u8.ToArray(), "atom").Items is [var first, var second] ? (first.Language, second.Language) : default);

    [Fact]
    public void A_tombstone_is_a_withdrawal()
    {
        var item = AssertWire.Read(AssertWire.Fixture("atom/agency.atom"), "atom").Items[1];
        Assert.Equal((WireSignal.Withdrawal, "canceled", "tag:kestrel.example,2026:w-101", "The quotation was not his."), (item.Signal, item.PubStatus, item.Guid, item.EdNote));
    }

    [Fact]
    public void Atom_0_3_is_read_in_its_own_words()
    {
        var document = AssertWire.Whole("atom/old-0.3.xml", "atom");
        var item = document.Items[0];
        Assert.Equal("Dépêches & notes", document.Feed?.Title);
        Assert.Equal("fr", item.Language);
        Assert.Equal(2, item.Body.Count);
        Assert.Equal((8, 9, 18), (item.Published?.Instant?.UtcDateTime.Hour, item.VersionCreated?.Instant?.UtcDateTime.Hour, item.Created?.Instant?.UtcDateTime.Hour));
    }

    [Fact]
    public void Text_is_not_markup_where_the_type_says_so()
    {
        var document = AssertWire.Read("<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><title type='text'>Use of &lt;b> in copy</title></entry></feed>"u8.ToArray(), "atom");
        Assert.Equal("Use of <b> in copy", Assert.Single(document.Items).Headline);
    }

    [Fact]
    public void A_point_is_a_place_and_a_line_is_dropped_visibly()
    {
        var item = AssertWire.Whole("atom/video.atom", "atom").Items[0];
        Assert.Equal((45.25, 19.85), (item.Places[0].Latitude, item.Places[0].Longitude));
        Assert.Equal(["georss:line"], item.Dropped.Select(dropped => dropped.Name));
        Assert.Equal(["video", "video", "picture"], item.Media.Select(file => file.Kind));
    }
}
