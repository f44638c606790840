using System.Text;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.Tests.Wxr;

public sealed class WxrTests
{
    [Theory]
    [InlineData("kronika-1.2.xml", 1)]
    [InlineData("classic-1.0.xml", 1)]
    [InlineData("statuses-1.2.xml", 9)]
    [InlineData("gallery-1.1.xml", 1)]
    [InlineData("coauthors-1.2.xml", 2)]
    [InlineData("broken.xml", 2)]
    public void Every_fixture_is_recognised_and_read(string fixture, int items) =>
        Assert.Equal(items, AssertWire.Whole("wxr/" + fixture, "wxr").Items.Count);

    [Fact]
    public void A_post_is_read_with_its_writer_terms_and_files()
    {
        var document = Read("kronika-1.2.xml");
        var item = Assert.Single(document.Items);
        Assert.Empty(document.Faults);
        Assert.Equal(("https://kronika.example/?p=216", "https://kronika.example/2026/11/most-u-osijeku/", "most-u-osijeku"), (item.Guid, item.Link, item.Slugline));
        Assert.Equal(("Most u Osijeku otvoren – prvi auti prešli u podne", "Nakon tri godine radova.", "Iva Perić", "Kronika Drave", "hr"), (item.Headline, item.Standfirst, item.Byline, item.Provider, item.Language));
        Assert.Equal((WireSignal.New, "usable"), (item.Signal, item.PubStatus));
        Assert.Equal(new DateTimeOffset(2026, 11, 26, 11, 15, 0, TimeSpan.Zero), item.Published?.Instant);
        Assert.Equal(new DateTimeOffset(2026, 11, 26, 11, 40, 10, TimeSpan.Zero), item.VersionCreated?.Instant);
        var subject = Assert.Single(item.Subjects);
        Assert.Equal(("Promet & ceste", "category", "promet", "Vijesti"), (subject.Name, subject.Scheme, subject.Code, Assert.Single(subject.Parents!)));
        Assert.Equal(["most", "Osijek"], item.Keywords);
        Assert.Equal(
            new WireMedia("main", "https://kronika.example/uploads/most.jpg")
            {
                Kind = "picture", Width = 2400, Height = 1600, Bytes = 512000, Title = "Most s visine", Caption = "Most preko Drave, 26. studenoga.", AltText = "Most iz zraka", Credit = "Iva Peric", Rights = new WireRights(Notice: "Kronika"),
            },
            item.Media[0]);
        Assert.Equal(("attachment", "https://kronika.example/uploads/nacrt.pdf"), (item.Media[1].Role, item.Media[1].Href));
        Assert.Equal(
            ["wp:is_sticky=1", "wp:postmeta._edit_last=2", "wp:comment=Mato: Napokon!", "block.latest-posts={\"postsToShow\":3}"],
            item.Dropped.Select(dropped => $"{dropped.Name}={dropped.Value}"));
        Assert.Contains(new WireDropped("attachment", "https://kronika.example/uploads/logo.png"), document.Feed!.Dropped);
    }

    [Fact]
    public void Copy_of_blocks_is_read_block_by_block()
    {
        var body = Read("kronika-1.2.xml").Items[0].Body;
        Assert.Equal(
            [typeof(WireParagraph), typeof(WirePicture), typeof(WireHeading), typeof(WireList), typeof(WireEmbed), typeof(WirePicture), typeof(WirePicture)],
            body.Select(block => block.GetType()));
        Assert.Equal(("Most u podne.", "I. Perić"), (((WirePicture)body[1]).Media.Caption, ((WirePicture)body[1]).Media.Credit));
        Assert.Equal(["Lijeva obala", "Desna obala"], body.OfType<WirePicture>().Skip(1).Select(picture => picture.Media.Caption));
        Assert.Equal("https://video.example/w/77", ((WireEmbed)body[4]).Href);
    }

    [Fact]
    public void Classic_copy_has_its_paragraphs_and_shortcodes_their_meaning()
    {
        var item = Assert.Single(Read("classic-1.0.xml").Items);
        Assert.Equal(
            "<p>The drainage board has raised its rate<br>by four per cent.</p>"
            + "<figure><img src=\"http://fenland.example/pump-300.jpg\" alt=\"Pump\" width=\"300\" height=\"200\"><figcaption>The pump at Denver &amp; its keeper</figcaption></figure>"
            + "<p><i>Farmers</i> said they would pay. &quot;It is fair,&quot; [sic] one said.</p><blockquote><p>We drain or we drown.</p></blockquote><h2>What comes next</h2>"
            + "<p>The board meets <a href=\"http://fenland.example/board\">in May</a>.</p>"
            + "<figure><img src=\"http://fenland.example/sluice.jpg\" alt=\"\"><figcaption>The sluice.</figcaption></figure>"
            + "<p>A second pump is planned.</p><pre>\nRate   2009  2010\nLand   4.10  4.26</pre>",
            HtmlBody.Write(item.Body));
        Assert.Equal(["shortcode.poll", "shortcode.dropcap"], item.Dropped.Select(dropped => dropped.Name));
        Assert.Equal(("Peter Marsh", "Local", "drainage"), (item.Byline, Assert.Single(item.Subjects).Name, Assert.Single(item.Keywords)));
    }

    [Fact]
    public void Only_what_the_site_shows_is_usable()
    {
        var items = Read("statuses-1.2.xml").Items;
        Assert.Equal(["withheld", "withheld", "withheld", "usable", "canceled", "usable", "usable", "withheld", "usable"], items.Select(item => item.PubStatus));
        Assert.Equal([WireSignal.Hold, WireSignal.Hold, WireSignal.Hold, WireSignal.New, WireSignal.Withdrawal, WireSignal.New, WireSignal.New, WireSignal.Hold, WireSignal.New], items.Select(item => item.Signal));
        Assert.Equal((null, new DateTime(2026, 11, 25, 8, 30, 0)), (items[0].Published, items[0].Created?.Local));
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 6, 0, 0, TimeSpan.Zero), items[3].Embargo?.Until);
        Assert.Equal((null, new DateTime(2026, 11, 24, 18, 0, 0)), (items[5].Published?.Instant, items[5].Published?.Local));
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 18, 0, 0, TimeSpan.Zero), items[6].Published?.Instant);
        Assert.DoesNotContain(items[7].Dropped, dropped => dropped.Value == "geheim");
        Assert.Equal(new WireEmbargo("2026-12-24 07:00:00", null), items[8].Embargo);
    }

    [Fact]
    public void Galleries_and_embeds_are_pictures_and_links()
    {
        var item = Assert.Single(Read("gallery-1.1.xml").Items);
        Assert.Equal(
            ["https://ria.example/1.jpg", "https://ria.example/2.png", "https://ria.example/3.jpg"],
            item.Body.OfType<WirePicture>().Select(picture => picture.Media.Href));
        Assert.Equal(["https://video.example/watch?v=1", "https://social.example/p/5", "https://ria.example/r.mp4"], item.Body.OfType<WireEmbed>().Select(embed => embed.Href));
        Assert.Equal("[gallery] amosa as fotos.", PlainText.Write([item.Body[^1]]));
        Assert.Equal(["picture", "picture", "audio"], item.Media.Select(file => file.Kind));
        Assert.Equal("shortcode.contact-form-7", Assert.Single(item.Dropped).Name);
    }

    [Fact]
    public void Several_writers_taxonomies_and_languages_are_read()
    {
        var document = Read("coauthors-1.2.xml");
        var item = document.Items[0];
        Assert.Equal(("Eva Eder, Hans Gruber", "de"), (item.Byline, item.Language));
        Assert.Equal(("Bischofshofen", "ort", "bischofshofen", "Pongau"), (item.Subjects[0].Name, item.Subjects[0].Scheme, item.Subjects[0].Code, Assert.Single(item.Subjects[0].Parents!)));
        Assert.Equal([new WirePlace("Bischofshofen", null, null, 47.417, 13.219)], item.Places);
        Assert.Equal([new WireDropped("wp:postmeta._thumbnail_id", "404")], item.Dropped);
        Assert.Contains(new WireDropped("wp:post_type", "page"), document.Items[1].Dropped);
        Assert.Equal("no-copy", Assert.Single(document.Faults).Code);
    }

    [Fact]
    public void A_broken_export_is_mended_and_nothing_that_runs_survives()
    {
        var document = Read("broken.xml");
        Assert.Equal("Levee holds & Café reopens", document.Items[0].Headline);
        var html = HtmlBody.Write(document.Items[0].Body);
        Assert.StartsWith("<p>The levee held.</p><p>Cafés reopened.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("steal", html, StringComparison.Ordinal);
        Assert.Equal("The river", PlainText.Write(document.Items[1].Body));
        Assert.Contains(document.Faults, fault => fault.Code == "truncated");
        Assert.Contains(document.Faults, fault => fault.Code == "invalid-bytes");
    }

    [Theory]
    [InlineData("<rss xmlns:wp='http://wordpress.org/export/1.2/'><channel><item>", Recognition.Yes)]
    [InlineData("<rss><channel><wp:wxr_version>1.2</wp:wxr_version>", Recognition.Yes)]
    [InlineData("<rss><channel><title>x</title>", Recognition.NotYet)]
    [InlineData("<rss><channel><item><title>http://wordpress.org/export/1.2/</title>", Recognition.No)]
    [InlineData("<feed xmlns:wp='http://wordpress.org/export/1.2/'>", Recognition.No)]
    public void An_export_is_told_from_a_feed(string head, Recognition recognition) =>
        Assert.Equal(recognition, WireFormats.Named("wxr")!.Recognise(Encoding.UTF8.GetBytes(head), whole: false));

    [Fact]
    public void A_feed_stays_a_feed() => Assert.Equal("rss", WireFormats.Recognise(AssertWire.Fixture("rss/agency-full.rss"), whole: true)?.Name);

    [Fact]
    public void Shortcodes_without_end_do_not_hold_the_reader_up() =>
        Assert.StartsWith("[x[x", PlainText.Write(Copy(string.Concat(Enumerable.Repeat("[a_b][x", 100_000)))), StringComparison.Ordinal);

    [Theory]
    [InlineData("[[a ")]
    [InlineData("&lt;pre ")]
    [InlineData("&lt;p&gt;&lt;p ")]
    [InlineData("&lt;!-- wp:a {")]
    [InlineData("[caption]&lt;img ")]
    [InlineData("\n\n")]
    public void Tags_without_end_do_not_hold_the_reader_up(string piece) =>
        Assert.InRange(Copy("Words. " + string.Concat(Enumerable.Repeat(piece, 20_000))).Count, 0, 400_000);

    private static IReadOnlyList<WireBlock> Copy(string escaped) => Assert.Single(
        AssertWire.Read(Encoding.UTF8.GetBytes($"<rss xmlns:wp='http://wordpress.org/export/1.2/'><channel><item><content:encoded>{escaped}</content:encoded></item></channel></rss>"), "wxr").Items).Body;

    private static WireDocument Read(string fixture) => AssertWire.Read(AssertWire.Fixture("wxr/" + fixture), "wxr");
}
