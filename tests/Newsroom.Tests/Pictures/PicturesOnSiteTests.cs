using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Tests.Site;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;
using Wireroom.Wire.PhotoMetadata;
using static Wireroom.Newsroom.Tests.Site.Press;

namespace Wireroom.Newsroom.Tests.Pictures;

/// <summary>Pictures as readers get them, through real HTTP and the real darkroom.</summary>
public sealed partial class PicturesOnSiteTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rendition_is_kept_by_the_reader_for_good_and_goes_with_its_story_at_once()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var stored = await newsroom.Store.KeepPictureAsync(TestPictures.Jpeg(), Cancel);
        var until = TimeProvider.System.GetUtcNow().AddDays(2);
        var address = StoryAddress.OfPicture(stored.File);
        var (story, page) = await newsroom.ReleaseAsync(Pictured(stored, new Rights("Once", "Maestral", "© Maestral", until, "https://maestral.example/rights")), new ReleaseOrder { At = TimeProvider.System.GetUtcNow().AddDays(1) });
        foreach (var door in (string[])[$"{address}/800.avif", address])
        {
            using var early = await newsroom.AskAsync(door);
            Assert.Equal(HttpStatusCode.NotFound, early.StatusCode); // its story is not out yet
        }

        await newsroom.Store.MoveAsync(story, Move.Unschedule, "Ana", Cancel);
        await newsroom.Store.ReleaseAsync(story, ReleaseOrder.Now, "Ana", Cancel);
        foreach (var (name, type) in new[] { ("800.avif", "image/avif"), ("480.webp", "image/webp"), ("1600.jpg", "image/jpeg") })
        {
            using var answer = await newsroom.AskAsync($"{address}/{name}");
            Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
            var caching = answer.Headers.CacheControl!;
            Assert.True(caching.Private && caching.ToString().Contains("immutable", StringComparison.Ordinal), caching.ToString());
            Assert.InRange(caching.MaxAge!.Value, TimeSpan.FromHours(40), TimeSpan.FromDays(2)); // not longer than the right
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            var bytes = await answer.Content.ReadAsByteArrayAsync(Cancel);
            Assert.Equal(int.Parse(name.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture), PictureMetadata.Of(bytes)!.Width);
            Assert.Null(PictureMetadata.Of(bytes)!.Credit);
            using var known = await newsroom.AskAsync($"{address}/{name}", ask => ask.Headers.IfNoneMatch.Add(answer.Headers.ETag!));
            Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        }

        foreach (var wrong in (string[])["801.avif", "wide-800-50-50.gif", "card-1200-50-50.avif", "800.avif.part", "..%2f800.avif"])
        {
            using var missing = await newsroom.AskAsync($"{address}/{wrong}");
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        }

        // A page that was made before the focal point moved still gets a picture, and keeps it for a second only.
        using (var moved = await newsroom.AskAsync($"{address}/wide-480-1-99.webp"))
            Assert.Equal((HttpStatusCode.OK, TimeSpan.FromSeconds(1)), (moved.StatusCode, moved.Headers.CacheControl!.MaxAge!.Value));

        await newsroom.GetAsync(page);
        await newsroom.Store.WithdrawAsync(story, new Withdrawal("No right to the picture."), "Ana", Cancel);
        foreach (var door in (string[])[$"{address}/800.avif", $"{address}/480.webp", address])
        {
            using var after = await newsroom.AskAsync(door);
            Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
        }
    }

    [Fact]
    public async Task A_picture_is_on_no_page_feed_or_map_from_the_moment_its_right_ends()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var newsroom = await RunningNewsroom.StartAsync(clock: clock);
        var stored = await newsroom.Store.KeepPictureAsync(TestPictures.Png(1300, 900), Cancel);
        var end = clock.GetUtcNow().AddSeconds(40);
        var (_, page) = await newsroom.ReleaseAsync(Pictured(stored, new Rights("Once", Expires: end)));
        string[] doors = ["/", "/region", "/latest", "/live/rail", page, "/feed.xml", "/feed.atom", "/feed.json", "/sitemap-1.xml"];
        foreach (var door in doors)
            Assert.True((await newsroom.GetAsync(door)).Contains(stored.File, StringComparison.Ordinal), door);
        clock.SetUtcNow(end);
        foreach (var door in doors)
            Assert.False((await newsroom.GetAsync(door)).Contains(stored.File, StringComparison.Ordinal), door);
        Assert.Contains("Pictured", await newsroom.GetAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_focal_point_is_found_when_a_picture_comes_and_every_crop_follows_where_the_desk_moves_it()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var stored = await newsroom.Store.KeepPictureAsync(TestPictures.Jpeg("storm-sea"), Cancel);
        await newsroom.ReleaseAsync(Pictured(stored, null));
        var found = await UntilAsync(async () => await newsroom.Store.FindLibraryPictureAsync(stored.File, Cancel) is { IsDeveloped: true } made ? made : null);
        Assert.Equal("", found.FocusBy);
        Assert.NotEqual(Focus.Centre, found.Focus); // the lightning is not in the middle
        Assert.Contains($"/wide-480-{found.Focus.X}-{found.Focus.Y}.avif 480w", await newsroom.GetAsync("/"), StringComparison.Ordinal);
        await newsroom.Store.SavePictureAsync(stored.File, new PictureEdit(found.Facts, new Focus(10, 90), "", false), "Ana", Cancel);
        var front = await newsroom.GetAsync("/");
        Assert.Contains("/wide-480-10-90.avif 480w", front, StringComparison.Ordinal);
        Assert.Contains("/square-96-10-90.webp 96w", front, StringComparison.Ordinal);
        Assert.Matches("<meta property=\"og:image\" content=\"[^\"]*/card-1200-10-90.jpg\">\\s*<meta property=\"og:image:alt\" content=\"A wet quay\">\\s*<meta property=\"og:image:width\" content=\"1200\">\\s*<meta property=\"og:image:height\" content=\"630\">", front);
        using var card = await newsroom.AskAsync($"{StoryAddress.OfPicture(stored.File)}/card-1200-10-90.jpg");
        Assert.Equal((1200, 630), Size(await card.Content.ReadAsByteArrayAsync(Cancel)));
        var again = await UntilAsync(async () => await newsroom.Store.FindLibraryPictureAsync(stored.File, Cancel) is { IsDeveloped: true } made ? made : null);
        Assert.Equal((new Focus(10, 90), "Ana"), (again.Focus, again.FocusBy));
    }

    [Fact]
    public async Task Pictures_in_a_row_are_a_gallery_that_reads_without_script_and_each_says_whose_it_is_and_under_what_licence()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var pictures = new List<Block>();
        for (var number = 1; number <= 4; number++)
        {
            var stored = await newsroom.Store.KeepPictureAsync(TestPictures.Png(600 + number, 400), Cancel);
            pictures.Add(new PictureBlock(new Picture(stored.File, $"Caption {number}.", $"Alt {number}", $"Credit {number}", stored.Width, stored.Height, new Rights("", "", $"© {number}", null, $"https://example.org/licence/{number}"))));
        }

        var (_, address) = await newsroom.ReleaseAsync(Copy("Four pictures") with { Body = [.. pictures, .. Copy("Four pictures").Body, .. pictures.Take(2)] });
        var page = await newsroom.GetAsync(address);
        var gallery = Part(page, "<section class=\"gallery\"", "</section>");
        for (var number = 1; number <= 4; number++)
        {
            var picture = Part(gallery, $"<li id=\"picture-1-{number}\"", "</li>");
            Assert.Contains($"<figcaption>Caption {number}. <span class=\"credit\">Photograph: Credit {number}</span></figcaption>", picture, StringComparison.Ordinal);
            Assert.Contains($"Picture {number} of 4", picture, StringComparison.Ordinal);
            Assert.Contains($"width=\"{600 + number}\" height=\"400\"", picture, StringComparison.Ordinal);
            Assert.Equal(number == 1, picture.Contains("fetchpriority=\"high\"", StringComparison.Ordinal));
            Assert.Equal(number != 1, picture.Contains("loading=\"lazy\"", StringComparison.Ordinal));
            Assert.Contains($"<a href=\"#picture-1-{number}\"", gallery, StringComparison.Ordinal);
        }

        // Two in a row are no gallery.
        Assert.Single(Gallery().Matches(page));
        var images = Data(page).GetProperty("image").EnumerateArray().ToList();
        Assert.Equal(["https://example.org/licence/1", "https://example.org/licence/2", "https://example.org/licence/3", "https://example.org/licence/4"], images.Select(image => image.GetProperty("license").GetString()));
        Assert.All(images, (image, at) =>
        {
            Assert.Equal($"Credit {at + 1}", image.GetProperty("creditText").GetString());
            Assert.EndsWith($"/{600 + at + 1}.jpg", image.GetProperty("contentUrl").GetString(), StringComparison.Ordinal);
        });
        var map = await newsroom.GetAsync("/sitemap-1.xml");
        Assert.Equal(4, ImageLine().Count(map));
        Assert.DoesNotContain("<img", await newsroom.GetAsync("/lite" + address), StringComparison.Ordinal);
    }

    private static Copy Pictured(StoredPicture stored, Rights? rights) => Copy("Pictured") with
    {
        Body = [new PictureBlock(new Picture(stored.File, "The quay at dawn.", "A wet quay", "EPA/SANA", stored.Width, stored.Height, rights)), new Paragraph(RichText.Of("Copy."))],
    };

    private static (int? Width, int? Height) Size(byte[] bytes) => (PictureMetadata.Of(bytes)?.Width, PictureMetadata.Of(bytes)?.Height);

    private static JsonElement Data(string page) => JsonDocument.Parse(Part(page, "<script type=\"application/ld+json\">", "</script>")["<script type=\"application/ld+json\">".Length..]).RootElement;

    private static async Task<T> UntilAsync<T>(Func<Task<T?>> look)
        where T : class
    {
        while (true)
        {
            if (await look() is { } found)
                return found;
            await Task.Delay(100, Cancel);
        }
    }

    [GeneratedRegex("<section class=\"gallery\"")]
    private static partial Regex Gallery();

    [GeneratedRegex("<image:image>\\s*<image:loc>[^<]+/60\\d\\.jpg</image:loc>")]
    private static partial Regex ImageLine();
}
