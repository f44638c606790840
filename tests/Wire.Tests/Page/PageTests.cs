using System.Text;
using Wireroom.Wire.Page;
using static Wireroom.Wire.Tests.Page.PageFixture;

namespace Wireroom.Wire.Tests.Page;

public sealed class PageTests
{
    private static readonly PageFormat Page = new();
    private static readonly DateTimeOffset Morning = new(2026, 3, 12, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_news_page_gives_its_story_with_everything_that_it_says_of_itself()
    {
        var document = Read(Page, Bytes("news-article.html"), Morning);
        Assert.Empty(document.Faults);
        var story = Story(document);
        Assert.Equal("Salt workers of Pag win back their wooden bridge", story.Headline);
        Assert.Equal("The footbridge that led to the pans for a century will be rebuilt by June, the town says.", story.Standfirst);
        Assert.Equal("Mate Fabijanić, Ruža Karavanić", story.Byline);
        Assert.Equal(("PAG, March 4", "Maestral"), (story.Dateline, story.Credit));
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 9, 12, 0, TimeSpan.FromHours(1)), story.Published!.Instant);
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 11, 40, 0, TimeSpan.FromHours(1)), story.VersionCreated!.Instant);
        Assert.Equal(("en-GB", "https://observer.example/pag/salt-bridge", "Pag Observer"), (story.Language, story.Guid, story.Provider));
        Assert.Equal("Islands", Assert.Single(story.Subjects).Name);
        Assert.Equal(["Pag", "salt", "bridges"], story.Keywords);
        Assert.Empty(story.Guessed);

        var picture = Assert.Single(Pictures(story));
        Assert.IsType<WirePicture>(story.Body[0]);
        Assert.Equal(("https://observer.example/media/bridge.jpg", "What is left of the bridge at Pag.", "Ruža Karavanić/Observer", "bridge at Pag"), (picture.Href, picture.Caption, picture.Credit, picture.AltText));
        var copy = Paragraphs(story);
        Assert.StartsWith("The town of Pag will rebuild", copy[0], StringComparison.Ordinal);
        Assert.EndsWith("too narrow for a bicycle.", copy[^1], StringComparison.Ordinal);
        Assert.Equal(6, copy.Count);
        Assert.Equal(["Larch instead of oak"], Headings(story));
        Assert.Equal(3, Assert.Single(story.Body.OfType<WireList>()).Items.Count);
        Assert.Single(story.Body.OfType<WireQuote>());
        Assert.Equal(["https://observer.example/roads?id=7"], story.Body.OfType<WireParagraph>().SelectMany(paragraph => paragraph.Runs).Select(run => run.Href).OfType<string>());

        var rail = Briefs(document);
        Assert.Equal(["Novalja lace makers open a school in an old boat shed", "Rab library lends out seeds as well as books", "Third griffon chick of the spring hatches on the cliffs of Cres"], rail.Select(brief => brief.Headline));
        Assert.Equal([1, 1, 0], rail.Select(brief => brief.Body.Count));
        Assert.Equal("https://observer.example/novalja/lace", rail[0].Link);
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 10, 5, 0, TimeSpan.FromHours(1)), rail[0].Published!.Instant);
        Assert.Equal(["date"], rail[1].Guessed);
    }

    [Fact]
    public void A_page_with_meta_elements_only_is_read_by_them()
    {
        var story = Story(Read(Page, Bytes("meta-only.html")));
        Assert.Equal("Konstanz lässt Seeuhr reparieren", story.Headline);
        Assert.Equal("Annemarie Zwick", story.Byline);
        Assert.Equal("Die Uhr am Hafen steht seit dem Herbst still.", story.Standfirst);
        Assert.Equal(new DateTimeOffset(2026, 2, 19, 7, 30, 0, TimeSpan.Zero), story.Published!.Instant);
        Assert.Equal(("de", "https://bote.example/konstanz/seeuhr.html"), (story.Language, story.Guid));
        Assert.Equal(4, Paragraphs(story).Count);
    }

    [Fact]
    public void A_page_that_only_prints_its_byline_and_date_is_read_by_these()
    {
        var story = Story(Read(Page, Bytes("printed-only.html")));
        Assert.Equal("Trajekt do Visa opet vozi noću", story.Headline);
        Assert.Equal("Tonka Mardešić", story.Byline);
        Assert.Equal(new DateTime(2026, 3, 5, 18, 20, 0), story.Published!.Local);
        Assert.Equal(5, Paragraphs(story).Count);
        Assert.StartsWith("capture:story:", story.Guid, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_stories_gives_briefs_with_their_leads()
    {
        var document = Read(Page, Bytes("list-page.html"));
        Assert.Equal(4, document.Items.Count);
        Assert.All(document.Items, item => Assert.Equal("Brief", item.Genre));
        Assert.All(document.Items, item => Assert.Single(item.Body));
        Assert.Equal("Chios mastic fetches its best price in nine years", document.Items[2].Headline);
    }

    [Fact]
    public void A_brief_has_one_name_in_text_and_in_HTML()
    {
        var brief = Read(Page, Bytes("list-page.html")).Items[0];
        var text = ReadText(new CaptureFormat(), "Latest news\n\n" + string.Join("\n\n", Read(Page, Bytes("list-page.html")).Items.SelectMany(item => (string[])[item.Headline!, Paragraphs(item)[0]])));
        Assert.Contains(brief.Guid, text.Items.Select(item => item.Guid));
    }

    [Fact]
    public void Nothing_hostile_survives()
    {
        var document = Read(Page, Bytes("hostile.html"));
        var story = Story(document);
        Assert.Equal("Quiet day in Piran, harbour says", story.Headline);
        var addresses = story.Body.OfType<WireParagraph>().SelectMany(paragraph => paragraph.Runs).Select(run => run.Href).Concat(story.Body.OfType<WireEmbed>().Select(embed => embed.Href)).Concat(Pictures(story).Select(picture => picture.Href)).OfType<string>().ToList();
        Assert.Equal(["https://piran.example/sea"], addresses);
        var text = string.Join('\n', Paragraphs(story));
        Assert.Contains("<script>alert(5)</script>", text, StringComparison.Ordinal);
        foreach (var trick in (string[])["alert(1)", "alert(2)", "alert(3)", "alert(4)", "alert(6)", "Hidden copy", "Pay"])
            Assert.DoesNotContain(trick, text, StringComparison.Ordinal);
        Assert.Contains("came back in the evening", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b class=x>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<blockquote><ul><li>")]
    [InlineData("<a href=/x>")]
    [InlineData("<font color=red><p>")]
    [InlineData("</div>")]
    [InlineData("<x-")]
    [InlineData("<!--")]
    [InlineData("<svg><g>")]
    public void A_hundred_thousand_nested_elements_are_read(string tag)
    {
        var story = "<p>The harbour of Izola was as quiet on Friday as it had been on Thursday, the office said in its report.</p>";
        var page = "<html><head><title>A page with a very deep bottom</title></head><body>" + story + new StringBuilder().Insert(0, tag, 100_000) + "The bottom of it.</body></html>";
        var document = ReadText(Page, page);
        Assert.True(document.Items.Count + document.Faults.Count > 0);
    }

    [Fact]
    public void A_page_whose_elements_stand_in_each_other_is_read_whole_and_not_for_ever()
    {
        var piece = "<table><tr><td><b><a href=/x><p>" + string.Concat(Enumerable.Repeat("The harbour of Izola was as quiet on Friday as it had been on Thursday. ", 12)) + "</p>";
        var document = ReadText(Page, "<html><head><title>A page with a very deep bottom</title></head><body>" + new StringBuilder().Insert(0, piece, 300) + "</body></html>");
        Assert.Contains(document.Faults, fault => fault.Code == "too-deep");
        Assert.True(Wireroom.Wire.Html.PlainText.Write(document.Items[0].Body).Length > 50_000);
    }

    [Fact]
    public void A_page_of_twenty_megabytes_is_read_or_refused()
    {
        var paragraph = "<div class=c><p>The harbour of Izola was as quiet on Friday as it had been on <a href=/thursday>Thursday</a>, the office said.</p></div>\n";
        var page = "<html><head><title>A page without end</title></head><body>" + new StringBuilder().Insert(0, paragraph, 20 * 1024 * 1024 / paragraph.Length) + "</body></html>";
        var document = ReadText(Page, page);
        Assert.Contains(document.Faults, fault => fault.Code == "too-many-elements");
        Assert.Equal(WireFaultKind.Unreadable, Assert.Single(Read(Page, new byte[PageFormat.LongestPage + 1]).Faults).Kind);
    }

    [Fact]
    public void Every_page_is_recognised_and_cut_anywhere_never_throws()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures", "page"), "*.html"))
        {
            var bytes = File.ReadAllBytes(path);
            Assert.Equal(Recognition.Yes, Page.Recognise(bytes, whole: true));
            Assert.Equal(Recognition.No, new CaptureFormat().Recognise(bytes, whole: true));
            for (var length = 0; length < bytes.Length; length += 64)
            {
                Page.Recognise(bytes.AsSpan(0, length), whole: false);
                var document = Read(Page, bytes[..length]);
                Assert.True(document.Items.Count + document.Faults.Count > 0, $"{path} cut at {length} gave nothing and said nothing");
            }
        }
    }

    [Theory]
    [InlineData("<!-- a note --><!DOCTYPE html><html><body>", Recognition.Yes)]
    [InlineData("<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\">", Recognition.Yes)]
    [InlineData("  \r\n<div class='a'><p>Copy</p></div>", Recognition.Yes)]
    [InlineData("<rss version=\"2.0\">", Recognition.No)]
    [InlineData("<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\">", Recognition.No)]
    [InlineData("<nitf><head><title>Copy</title></head></nitf>", Recognition.No)]
    [InlineData("{\"html\": \"<html>\"}", Recognition.No)]
    [InlineData("Plain copy.", Recognition.No)]
    [InlineData("", Recognition.No)]
    public void Pages_are_known_by_their_first_element(string head, Recognition answer) =>
        Assert.Equal(answer, Page.Recognise(Encoding.UTF8.GetBytes(head), whole: true));
}
