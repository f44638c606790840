using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Site.Frame;
using Wireroom.Newsroom.Site.Front;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Tests.Paper;

/// <summary>The pure parts that pages are made of.</summary>
public sealed class PaperTests
{
    [Theory]
    [InlineData("2026-11-22T17:04:00Z", "Europe/Zagreb", "22 November 2026, 18:04 GMT+1", "2026-11-22T18:04:00+01:00")]
    [InlineData("2026-07-01T23:30:00Z", "Europe/London", "2 July 2026, 00:30 GMT+1", "2026-07-02T00:30:00+01:00")]
    [InlineData("2026-01-01T00:00:30Z", "Asia/Kolkata", "1 January 2026, 05:30 GMT+5:30", "2026-01-01T05:30:30+05:30")]
    [InlineData("2026-01-01T00:00:30Z", "America/St_Johns", "31 December 2025, 20:30 GMT−3:30", "2025-12-31T20:30:30-03:30")]
    [InlineData("2026-01-01T00:00:30Z", "Nowhere/Atoll", "1 January 2026, 00:00 GMT", "2026-01-01T00:00:30+00:00")]
    public void A_time_is_told_in_the_newsrooms_zone_and_says_which(string instant, string zone, string words, string machine)
    {
        var at = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
        var times = new HonestTime(zone);
        Assert.Equal(words, times.InWords(at));
        Assert.Equal(machine, times.Instant(at));
    }

    [Theory]
    [InlineData("Europe/Zagreb")]
    [InlineData("America/St_Johns")]
    public void No_hour_is_made_of_a_date_alone(string zone)
    {
        var times = new HonestTime(zone);
        var day = new DateTimeOffset(2016, 3, 27, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(("27 March 2016", "2016-03-27"), (times.InWords(day), times.Instant(day)));
    }

    [Theory]
    [InlineData("2024-02-29", "2025-02-28", 1)]
    [InlineData("2024-03-01", "2025-02-28", 0)]
    [InlineData("2020-06-15", "2026-06-14", 5)]
    [InlineData("2020-06-15", "2026-06-15", 6)]
    public void Years_are_counted_by_the_calendar(string from, string to, int years) =>
        Assert.Equal(years, new HonestTime("UTC").YearsBetween(Day(from), Day(to)));

    [Fact]
    public void An_address_leads_back_to_its_story()
    {
        var story = StoryId.New(TimeProvider.System, default);
        foreach (var slug in (string[])["dam-gives-way", "", "a", "أمطار-غزيرة", "2026"])
        {
            var address = StoryAddress.Of("world", slug, story);
            Assert.True(StoryAddress.TryParse(Uri.UnescapeDataString(address.Split('/')[2]), out var found), address);
            Assert.Equal(story, found);
        }

        Assert.StartsWith("/news/", StoryAddress.Of("", "dam", story), StringComparison.Ordinal);
        Assert.False(StoryAddress.TryParse("dam-gives-way", out _));
        Assert.False(StoryAddress.TryParse($"dam{story}", out _));
        Assert.False(StoryAddress.TryParse("", out _));
    }

    [Theory]
    [InlineData("https://example.org/a", true)]
    [InlineData("mailto:desk@example.org", true)]
    [InlineData("tel:+385", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("JAVASCRIPT:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("/inner", false)]
    [InlineData("//example.org", false)]
    [InlineData(null, false)]
    public void Only_links_that_do_no_harm_are_links(string? href, bool stands) => Assert.Equal(stands, SafeLink.Of(href) is not null);

    [Theory]
    [InlineData("old bridge*", "The Old Bridgehead fell", "The Old Bridgehead fell", "<mark>Old</mark> <mark>Bridgehead</mark>")]
    [InlineData("\"old bridge\"", "Old men on the old bridge", "Old men on the ", "<mark>old bridge</mark>")]
    [InlineData("đurđevac -split", "Đurđevac's Split market", "'s Split market", "<mark>Đurđevac</mark>")]
    [InlineData("a&b", "A&B <AB>", "", "<mark>A&amp;B</mark> &lt;AB&gt;")]
    [InlineData("", "Nothing", "Nothing", "")]
    public void What_was_looked_for_is_marked_however_it_is_written(string search, string text, string stays, string marked)
    {
        var html = Html(Highlight.Of(search).In(text));
        Assert.Contains(marked, html, StringComparison.Ordinal);
        Assert.Contains(stays.Replace("'", "&#x27;", StringComparison.Ordinal), html.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_difference_is_told_in_words_and_a_rewritten_passage_whole()
    {
        var before = Copy("Two villages emptied", "The road is closed.", "Sirens sounded at six.", "Nobody was hurt.");
        var after = Copy("Three villages emptied", "The road is closed.", "Sirens sounded at seven.", "Helicopters brought sandbags to the bridge below Potoci.", "More rain is forecast.");
        var passages = VersionDiff.Of(before, after);
        Assert.Equal("<del>Two</del><ins>Three</ins> villages emptied", Html(new VersionDiffHtml(passages[0].Pieces)));
        Assert.Equal(1, passages[1].Unchanged);
        Assert.Equal("Sirens sounded at <del>six</del><ins>seven</ins>.", Html(new VersionDiffHtml(passages[2].Pieces)));
        Assert.Equal("<del>Nobody was hurt.</del>", Html(new VersionDiffHtml(passages[3].Pieces)));
        Assert.StartsWith("<ins>Helicopters", Html(new VersionDiffHtml(passages[4].Pieces)), StringComparison.Ordinal);
        Assert.Equal("<ins>More rain is forecast.</ins>", Html(new VersionDiffHtml(passages[5].Pieces)));
        Assert.Equal(6, passages.Count);
        Assert.All(VersionDiff.Of(before, before), passage => Assert.True(passage.Unchanged > 0));
    }

    [Fact]
    public void A_front_is_led_by_the_most_urgent_of_what_is_new_then_by_a_picture()
    {
        var now = new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero);
        var picture = new Picture("f.jpg", "", "", "");
        ReleasedRow[] rows =
        [
            Row(1, now, 5, null),
            Row(2, now.AddHours(-1), 5, picture),
            Row(3, now.AddHours(-2), 2, null),
            Row(4, now.AddHours(-30), 1, picture),
        ];
        Assert.Equal([3, 1, 2, 4], FrontOrder.Of([], rows).Select(row => row.Story.Value));
        Assert.Equal([2, 1, 4], FrontOrder.Of([], [rows[0], rows[1], rows[3]]).Select(row => row.Story.Value));
        Assert.Empty(FrontOrder.Of([], []));
    }

    private static string Html(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        return writer.ToString();
    }

    private static DateTimeOffset Day(string day) => DateTimeOffset.Parse(day + "T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture);

    private static Copy Copy(string headline, params string[] paragraphs) =>
        new() { Headline = headline, Body = [.. paragraphs.Select(text => new Paragraph(RichText.Of(text)))] };

    private static ReleasedRow Row(long story, DateTimeOffset at, int urgency, Picture? picture) => new()
    {
        Key = story,
        Story = new StoryId(story),
        Version = 1,
        Slug = "",
        Section = "",
        Language = "en",
        Headline = "",
        Lead = "",
        Byline = "",
        Credit = "",
        Place = "",
        Urgency = urgency,
        Kind = ReleaseKind.First,
        PublishedAt = at,
        UpdatedAt = at,
        LeadPicture = picture,
    };
}
