using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;
using static Wireroom.Newsroom.Tests.Site.Press;

namespace Wireroom.Newsroom.Tests.Site;

public sealed partial class ArticleTests
{
    [Fact]
    public async Task An_article_says_who_wrote_it_where_when_and_whose_copy_it_is()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var (_, address) = await newsroom.ReleaseAsync(Copy("Ferry sails"), new ReleaseOrder { PublishedAt = new DateTimeOffset(2024, 2, 1, 9, 5, 0, TimeSpan.Zero) });
        var page = await newsroom.GetAsync(address);
        Assert.Single(Regex.Matches(page, "<h1"));
        Assert.Single(Regex.Matches(page, "<article"));
        var article = Part(page, "<article", "</article>");
        Assert.Contains("By <span><a rel=\"author\" href=\"/author/ana-peric\">Ana Perić</a></span>", article, StringComparison.Ordinal);
        Assert.Contains("<span class=\"dateline\"><a href=\"/place/split\">SPLIT, 3 March</a></span> – Ferry sails, paragraph 1.", article, StringComparison.Ordinal);
        Assert.Contains("Copy: <a href=\"/agency/maestral-news-agency\">Maestral News Agency</a>", article, StringComparison.Ordinal);
        Assert.Matches("Published <time datetime=\"2024-02-01T\\d\\d:05:00[+-]\\d\\d:\\d\\d\">1 February 2024, ", article);
        Assert.Contains("<a href=\"/topic/harbours\">Harbours</a>", article, StringComparison.Ordinal);
        Assert.DoesNotContain("/history", article, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(364, null)]
    [InlineData(367, "This article is more than 1 year old")]
    [InlineData(365 * 3 + 2, "This article is more than 3 years old")]
    public async Task An_old_article_says_so_and_carries_todays_rail(int days, string? words)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await using var newsroom = await RunningNewsroom.StartAsync(clock: clock);
        var (_, address) = await newsroom.ReleaseAsync(Copy("Old story"), new ReleaseOrder { PublishedAt = clock.GetUtcNow().AddDays(-days) });
        for (var number = 1; number <= 13; number++)
            await newsroom.ReleaseAsync(Copy($"News {number}"), new ReleaseOrder { PublishedAt = clock.GetUtcNow().AddMinutes(number - 20) });
        var page = await newsroom.GetAsync(address);
        Assert.Equal(words is not null, page.Contains("This article is more than", StringComparison.Ordinal));
        Assert.Contains(words ?? "", page, StringComparison.Ordinal);
        var rail = Rail(page);
        Assert.Equal(Enumerable.Range(2, 12).Reverse().Select(number => $"News {number}"), RailHeadline().Matches(rail).Select(match => match.Groups[1].Value));
        Assert.Contains("<p class=\"lead\">News 13: the standfirst.</p>", rail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_right_address_answers_and_others_lead_to_it()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var (story, address) = await newsroom.ReleaseAsync(Copy("Ferry sails"));
        foreach (var wrong in (string[])[$"/world/ferry-sails-{story}", $"/region/other-words-{story}", $"/region/{story}", address + "/"])
        {
            using var moved = await newsroom.AskAsync(wrong + "?from=feed");
            Assert.Equal(HttpStatusCode.MovedPermanently, moved.StatusCode);
            Assert.Equal(address + "?from=feed", moved.Headers.Location!.ToString());
        }

        foreach (var nothing in (string[])["/region/ferry-sails", "/region/ferry-sails-0000000000000", $"/region/ferry-sails{story}", "/nowhere", "/region/a/b/c", "/pictures/..%2f..%2fwireroom.db", "/pictures/wireroom.db", "/assets/..%2fwireroom.dll", "/topic/none", "/sitemap-2.xml", "/nowhere/feed.xml"])
        {
            using var missing = await newsroom.AskAsync(nothing);
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        }
    }

    [Fact]
    public async Task Every_kind_of_block_stands_in_the_page_and_markup_in_copy_is_text()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var copy = Copy("</script><b>Ferry</b> & \"co\"") with
        {
            Body =
            [
                new Paragraph(new RichText([new Run("See "), new Run("gauges", RunStyle.Bold, "https://example.org/?a=1&b=2"), new Run(" <img src=x onerror=alert(1)>", RunStyle.None, "javascript:alert(1)")])),
                new Heading(RichText.Of("A heading"), 3),
                new Quote([RichText.Of("Written down.")], "Ana Perić"),
                new BulletList(true, [RichText.Of("one"), RichText.Of("two")]),
                new Table([[new Cell("Gauge", true), new Cell("Level", true)], [new Cell("Potoci"), new Cell("3.12 m")]], "Levels"),
                new Preformatted("A  1\nB  2"),
                new Embed("https://video.example.org/1", "Film of the day"),
                new Embed("javascript:alert(1)", "Not a link"),
            ],
        };
        var (_, address) = await newsroom.ReleaseAsync(copy);
        var page = await newsroom.GetAsync(address);
        var body = Part(page, "<div class=\"body\"", "<footer");
        Assert.Contains("<a href=\"https://example.org/?a=1&amp;b=2\"><strong>gauges</strong></a> &lt;img src=x onerror=alert(1)&gt;", body, StringComparison.Ordinal);
        Assert.Contains("<h3>A heading</h3>", body, StringComparison.Ordinal);
        Assert.Contains("<blockquote><p>Written down.</p><footer>Ana Perić</footer></blockquote>", Part(page, "<blockquote", "\n"), StringComparison.Ordinal);
        Assert.Contains("<ol><li>one</li><li>two</li></ol>", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\" class=\"number\">Level</th>", page, StringComparison.Ordinal);
        Assert.Contains("<td>Potoci</td><td class=\"number\">3.12 m</td>", page, StringComparison.Ordinal);
        Assert.Contains("A  1&#xA;B  2</pre>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://video.example.org/1\">Film of the day</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Ferry", page, StringComparison.Ordinal);
        Assert.Equal(copy.Headline, Data(page).GetProperty("headline").GetString());
    }

    [Fact]
    public async Task A_picture_has_its_size_caption_and_credit_and_one_never_sent_is_told_in_words()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var stored = await newsroom.Store.KeepPictureAsync(TestPictures.Gif(30, 20), Cancel);
        var address = $"/pictures/{stored.File}";
        using (var before = await newsroom.AskAsync(address))
            Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);

        var shown = Copy("Pictured") with { Body = [new PictureBlock(new Picture(stored.File, "The quay at dawn.", "A wet quay", "EPA/SANA", stored.Width, stored.Height)), new Paragraph(RichText.Of("Copy."))] };
        var (story, page) = await newsroom.ReleaseAsync(shown);
        var html = await newsroom.GetAsync(page);
        Assert.Contains($"<img src=\"{address}/30.jpg\" width=\"30\" height=\"20\" alt=\"A wet quay\" fetchpriority=\"high\"></picture>", html, StringComparison.Ordinal);
        Assert.Contains($"<source type=\"image/avif\" srcset=\"{address}/30.avif 30w\"", html, StringComparison.Ordinal);
        Assert.Contains($"<link rel=\"preload\" as=\"image\" type=\"image/avif\" imagesrcset=\"{address}/30.avif 30w\"", html, StringComparison.Ordinal);
        Assert.Contains("<figcaption>The quay at dawn. <span class=\"credit\">Photograph: EPA/SANA</span></figcaption>", html, StringComparison.Ordinal);
        var image = Data(html).GetProperty("image");
        Assert.Equal("EPA/SANA", image.GetProperty("creditText").GetString());
        using (var answer = await newsroom.AskAsync(address))
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("image/jpeg", answer.Content.Headers.ContentType!.ToString());
            Assert.Equal("max-age=1, private", answer.Headers.CacheControl!.ToString());
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal((30, 20), PictureSize(await answer.Content.ReadAsByteArrayAsync(Cancel)));
        }

        var (_, absent) = await newsroom.ReleaseAsync(Copy("Announced") with { Body = [new PictureBlock(new Picture("", "", "Soldiers in the ruins", "EPA/SANA")), new Paragraph(RichText.Of("Copy."))] });
        var figure = Part(await newsroom.GetAsync(absent), "<figure", "</figure>");
        Assert.Contains("Soldiers in the ruins", figure, StringComparison.Ordinal);
        Assert.Contains("Photograph: EPA/SANA", figure, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", figure, StringComparison.Ordinal);

        await newsroom.Store.WithdrawAsync(story, new Withdrawal("No right to the picture."), "Ana", Cancel);
        using var after = await newsroom.AskAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
    }

    private static (int? Width, int? Height) PictureSize(byte[] bytes) => Wireroom.Wire.PhotoMetadata.PictureMetadata.Of(bytes) is { } picture ? (picture.Width, picture.Height) : (null, null);

    [Fact]
    public async Task A_story_in_another_language_carries_its_language_and_direction()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var arabic = Copy("أمطار غزيرة تغلق الطريق", "world") with { Language = "ar", Topics = ["أمطار"], Standfirst = "أغلقت السلطات الطريق." };
        var (_, address) = await newsroom.ReleaseAsync(arabic);
        var page = await newsroom.GetAsync(address);
        Assert.Contains("<h1 lang=\"ar\" dir=\"rtl\">أمطار غزيرة تغلق الطريق</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<div class=\"body\" lang=\"ar\" dir=\"rtl\">", page, StringComparison.Ordinal);
        Assert.Contains("arabic", Part(page, "<head>", "</head>"), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\" dir=\"ltr\">", page, StringComparison.Ordinal);
        Assert.Contains("أمطار غزيرة", await newsroom.GetAsync("/topic/" + Uri.EscapeDataString(Slug.Of("أمطار"))), StringComparison.Ordinal);

        var (_, croatian) = await newsroom.ReleaseAsync(Copy("Bura zatvara mostove") with { Language = "hr" });
        Assert.Contains("<h1 lang=\"hr\">", await newsroom.GetAsync(croatian), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Structured_data_tells_machines_what_the_page_tells_readers()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        await newsroom.Store.SaveMastheadAsync(new Masthead("The Courier", "News of the coast", "en", "Europe/Zagreb", "https://courier.example"), Cancel);
        var (story, _) = await newsroom.ReleaseAsync(Copy("Ferry sails"), new ReleaseOrder { PublishedAt = new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero) });
        await newsroom.UpdateAsync(story, copy => copy with { Advisory = "New time" }, "The ferry sails at two.");
        var address = $"/region/ferry-sails-{story}";
        var page = await newsroom.GetAsync(address);
        var data = Data(page);
        Assert.Equal("NewsArticle", data.GetProperty("@type").GetString());
        Assert.Equal("https://courier.example" + address, data.GetProperty("url").GetString());
        Assert.Equal("2026-01-05T09:00:00+01:00", data.GetProperty("datePublished").GetString());
        Assert.Equal("Ana Perić", data.GetProperty("author")[0].GetProperty("name").GetString());
        Assert.Equal("The Courier", data.GetProperty("publisher").GetProperty("name").GetString());
        Assert.Equal("The ferry sails at two.", data.GetProperty("correction")[0].GetProperty("text").GetString());
        Assert.Contains($"<link rel=\"canonical\" href=\"https://courier.example{address}\">", page, StringComparison.Ordinal);
        Assert.Contains("<meta property=\"og:type\" content=\"article\">", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/region/feed.xml\"", page, StringComparison.Ordinal);
    }

    private static JsonElement Data(string page)
    {
        const string Start = "<script type=\"application/ld+json\">";
        var json = Part(page, Start, "</script>")[Start.Length..];
        return JsonDocument.Parse(json).RootElement;
    }

    [GeneratedRegex("<a class=\"to\"[^>]*>([^<]+)</a>")]
    private static partial Regex RailHeadline();
}
