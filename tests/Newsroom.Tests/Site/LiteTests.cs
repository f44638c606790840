using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Wireroom.Newsroom.Site;
using Wireroom.Storage;
using Wireroom.Stories.Body;
using static Wireroom.Newsroom.Tests.Site.Press;

namespace Wireroom.Newsroom.Tests.Site;

/// <summary>The lite pages, and the interface in other languages.</summary>
public sealed partial class LiteTests
{
    [Fact]
    public async Task Every_lite_page_is_one_small_request_that_leads_to_lite_pages()
    {
        await using var newsroom = await RunningNewsroom.StartAsync(sample: true);
        var asked = new HashSet<string>();
        var waiting = new Queue<string>(["/lite", "/lite/search?q=dam", "/lite/latest"]);
        while (waiting.TryDequeue(out var address) && asked.Count < 90)
        {
            if (!asked.Add(address))
                continue;
            var page = await newsroom.GetAsync(address);
            Assert.True(Encoding.UTF8.GetByteCount(page) < 20 * 1024 * 2, $"{address}: {Encoding.UTF8.GetByteCount(page)} bytes");
            using var zipped = await newsroom.AskAsync(address, request => request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip"));
            Assert.InRange((await zipped.Content.ReadAsByteArrayAsync(Cancel)).Length, 700, 20 * 1024);
            Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
            Assert.DoesNotContain("rel=\"stylesheet\"", page, StringComparison.Ordinal);
            Assert.Single(OneHeading().Matches(page));
            foreach (Match link in LiteLink().Matches(page))
                waiting.Enqueue(WebUtility.HtmlDecode(link.Groups[1].Value));
        }

        Assert.True(asked.Count > 60, $"{asked.Count} pages");
    }

    [Fact]
    public async Task A_lite_story_says_all_that_the_story_says_and_is_withdrawn_with_it()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var picture = new PictureBlock(new Picture("", "The quay at dawn.", "A wet quay", "M. Tomić"));
        var (story, address) = await newsroom.ReleaseAsync(Copy("Ferry sails") with { Body = [picture, .. Copy("Ferry sails").Body] });
        await newsroom.UpdateAsync(story, copy => copy with { Standfirst = "It did sail." }, "The ferry had not sunk.");
        var page = await newsroom.GetAsync("/lite" + address);
        foreach (var said in (string[])["Ferry sails", "It did sail.", "The ferry had not sunk.", "Ferry sails, paragraph 3.", "The quay at dawn.", "M. Tomić", "Ana Perić", "Maestral News Agency", "SPLIT, 3 March"])
            Assert.Contains(said, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("<meta name=\"description\" content=\"It did sail.\">", page, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"description\" content=\"Ferry sails\">", await newsroom.GetAsync("/region"), StringComparison.Ordinal);
        Assert.Contains(address + "\" rel=\"alternate\"", (await newsroom.GetAsync(address)).Replace("/lite", "", StringComparison.Ordinal), StringComparison.Ordinal);

        using var wrongWords = await newsroom.AskAsync($"/lite/region/another-headline-{story}");
        Assert.Equal("/lite" + address, wrongWords.Headers.Location?.ToString());
        await newsroom.Store.WithdrawAsync(story, new Wireroom.Stories.Withdrawal("The letter was forged."), "Ana", Cancel);
        using var gone = await newsroom.AskAsync("/lite" + address);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.DoesNotContain("Ferry sails", await newsroom.GetAsync("/lite"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hr-HR", "hr", "ltr", "Najnovije vijesti", "prosinca")]
    [InlineData("de-AT", "de", "ltr", "Neueste Meldungen", "Dezember")]
    [InlineData("ar", "ar", "rtl", "آخر الأخبار", "ديسمبر")]
    [InlineData("sl", "en", "ltr", "Latest news", "December")]
    public async Task The_interface_speaks_the_newsrooms_language(string language, string shown, string direction, string rail, string month)
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        await newsroom.Store.SaveMastheadAsync(new Masthead("The Courier", "", language, "Europe/Zagreb", ""), Cancel);
        var (_, address) = await newsroom.ReleaseAsync(Copy("Ferry sails"), new ReleaseOrder { PublishedAt = new DateTimeOffset(2021, 12, 24, 17, 30, 0, TimeSpan.Zero) });
        var page = WebUtility.HtmlDecode(await newsroom.GetAsync(address));
        Assert.Contains($"<html lang=\"{shown}\" dir=\"{direction}\">", page, StringComparison.Ordinal);
        Assert.Contains(rail, page, StringComparison.Ordinal);
        Assert.Contains(month, page, StringComparison.Ordinal);
    }

    [Fact]
    public void No_language_leaves_a_word_in_English_or_loses_a_place_for_a_number()
    {
        var words = typeof(Words).GetProperties().Where(property => property.PropertyType == typeof(string) && property.CanWrite).ToList();
        Assert.True(words.Count > 55);
        foreach (var language in Words.All.Where(language => language != Words.English))
        {
            foreach (var word in words)
            {
                var (english, other) = ((string)word.GetValue(Words.English)!, (string)word.GetValue(language)!);
                Assert.True(english != other, $"{language.Language}: {word.Name} is still in English.");
                Assert.Equal(english.Contains("{0}", StringComparison.Ordinal), other.Contains("{0}", StringComparison.Ordinal));
            }

            Assert.NotEqual(Words.English.Age(3), language.Age(3));
            Assert.NotEqual(language.Age(3), language.Age(12));
        }
    }

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex OneHeading();

    [GeneratedRegex("<a href=\"(/lite[^\"]*)\"")]
    private static partial Regex LiteLink();
}
