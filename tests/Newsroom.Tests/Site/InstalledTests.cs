using System.Net;
using System.Text.Json;
using Wireroom.Newsroom.Tests.Desk;
using Wireroom.Storage;
using Wireroom.Stories;
using static Wireroom.Newsroom.Tests.Site.Press;

namespace Wireroom.Newsroom.Tests.Site;

/// <summary>The app on a device, themes, and what machines are told by files.</summary>
public sealed class InstalledTests
{
    [Fact]
    public async Task The_manifest_names_the_newsroom_and_the_worker_its_files()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        await newsroom.Store.SaveMastheadAsync(new Masthead("The Courier", "News of the coast", "ar", "UTC", ""), Cancel);
        using var manifest = await newsroom.AskAsync("/manifest.webmanifest");
        Assert.Equal("application/manifest+json", manifest.Content.Headers.ContentType!.MediaType);
        var told = JsonDocument.Parse(await manifest.BodyAsync()).RootElement;
        Assert.Equal(("The Courier", "Courier", "rtl", "standalone"), (Text("name"), Text("short_name"), Text("dir"), Text("display")));
        Assert.Contains("<link rel=\"manifest\" href=\"/manifest.webmanifest\">", await newsroom.GetAsync("/"), StringComparison.Ordinal);
        using var worker = await newsroom.AskAsync("/worker.js");
        Assert.Equal("text/javascript", worker.Content.Headers.ContentType!.MediaType);
        Assert.True(worker.Headers.CacheControl!.NoCache);
        var files = JsonSerializer.Deserialize<string[]>(Part(await worker.BodyAsync(), "[", "];") + "]")!;
        foreach (var file in files.Append("/offline").Append("/icon.svg"))
            Assert.NotEmpty(await newsroom.GetAsync(file));

        string Text(string name) => told.GetProperty(name).GetString()!;
    }

    [Theory, EachDatabase]
    public async Task Devices_are_told_which_stories_were_withdrawn_and_of_nothing_that_was_never_out(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        var (story, _) = await newsroom.ReleaseAsync(Copy("Ferry sails"));
        var (closed, _) = await newsroom.ReleaseAsync(Copy("Closed") with { Embargo = new Embargo(TimeProvider.System.GetUtcNow().AddHours(1)) });
        Assert.Equal("", await newsroom.GetAsync("/live/withdrawn"));
        await newsroom.Store.WithdrawAsync(story, new Withdrawal("Forged."), "Ana", Cancel);
        await newsroom.Store.WithdrawAsync(closed, new Withdrawal("Forged too."), "Ana", Cancel);
        Assert.Equal($"{story}\n", await newsroom.GetAsync("/live/withdrawn"));
    }

    [Fact]
    public async Task The_offline_page_holds_no_story_that_could_be_killed()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        await newsroom.ReleaseAsync(Copy("Ferry sails"));
        var page = await newsroom.GetAsync("/offline");
        Assert.Contains("data-kept", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ferry sails", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chief_chooses_a_theme_with_its_picture_and_readers_see_it()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        await newsroom.ReleaseAsync(Copy("Ferry sails"));
        Assert.Contains("/assets/broadsheet-", await newsroom.GetAsync("/"), StringComparison.Ordinal);
        Assert.DoesNotContain("wirelist", await newsroom.GetAsync("/"), StringComparison.Ordinal);
        var settings = await ana.PageAsync("/desk/settings/site");
        Assert.Contains("/desk/settings/site/agency", settings, StringComparison.Ordinal);
        Assert.Contains("wirelist", await ana.PageAsync("/desk/settings/site/agency"), StringComparison.Ordinal);
        Assert.DoesNotContain("wirelist", await newsroom.GetAsync("/"), StringComparison.Ordinal);
        var (status, said) = await ana.SayAsync("/desk/settings/site", "/desk/settings/site", ("theme", "agency"), ("letter-hour", "6"));
        Assert.True(status == HttpStatusCode.OK, said);
        var page = await newsroom.GetAsync("/");
        Assert.Contains("wirelist", page, StringComparison.Ordinal);
        Assert.Contains("/assets/agency-", page, StringComparison.Ordinal);
        Assert.Contains("#e0a82e", await newsroom.GetAsync("/icon.svg"), StringComparison.Ordinal);
        (status, said) = await ana.SayAsync("/desk/settings/site", "/desk/settings/site", ("theme", "neon"), ("letter-hour", "6"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Choose one of the themes.", said, StringComparison.Ordinal);

        // The other page of settings leaves it as it is.
        (await ana.PostAsync("/desk/settings", "/desk/settings", ("name", "The Courier"), ("language", "en"), ("time-zone", "UTC"), ("section-slug", "region"), ("section-name", "Region"), ("section-place", "1"))).Dispose();
        Assert.Equal(("agency", 6), ((await newsroom.Store.MastheadAsync(Cancel)).Theme, (await newsroom.Store.MastheadAsync(Cancel)).LetterHour));
    }

    [Fact]
    public async Task A_theme_of_the_publishers_own_lies_in_the_data_folder_and_a_broken_one_is_left_out()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        await LayAsync("harbour", "theme.json", """{ "name": "Harbour", "base": "agency", "about": "Blue and salt.", "light": "#003366" }""");
        await LayAsync("harbour", "tokens.css", ":root { --link: #003366; }");
        await LayAsync("harbour", "logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 80 40\"><rect width=\"80\" height=\"40\"/></svg>");
        await LayAsync("harbour", "secret.txt", "no");
        await LayAsync("broken", "theme.json", "{ \"base\": \"neon\" }");
        var settings = await ana.PageAsync("/desk/settings/site");
        Assert.Contains("Blue and salt.", settings, StringComparison.Ordinal);
        Assert.DoesNotContain("broken", settings, StringComparison.Ordinal);
        await newsroom.Store.SaveMastheadAsync((await newsroom.Store.MastheadAsync(Cancel)) with { Theme = "harbour" }, Cancel);
        var page = await newsroom.GetAsync("/");
        Assert.Contains("wirelist", page, StringComparison.Ordinal);
        Assert.Contains("content=\"#003366\"", page, StringComparison.Ordinal);
        var tokens = System.Text.RegularExpressions.Regex.Match(page, "href=\"(/themes/harbour/tokens\\.css\\?v=[0-9a-f]+)\"").Groups[1].Value;
        Assert.Contains("--link: #003366", await newsroom.GetAsync(tokens), StringComparison.Ordinal);
        Assert.Contains("<img src=\"/themes/harbour/logo.svg?v=", page, StringComparison.Ordinal);
        foreach (var hidden in (string[])["/themes/harbour/secret.txt", "/themes/harbour/theme.json", "/themes/../tokens.css", "/themes/none/tokens.css"])
        {
            using var none = await newsroom.AskAsync(hidden);
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        }

        async Task LayAsync(string theme, string file, string text)
        {
            var folder = Directory.CreateDirectory(Path.Combine(newsroom.Options.DataFolder, "themes", theme)).FullName;
            await File.WriteAllTextAsync(Path.Combine(folder, file), text, Cancel);
        }
    }

    [Fact]
    public async Task Language_models_are_told_only_where_the_house_wants_it()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        await newsroom.ReleaseAsync(Copy("Ferry sails"));
        using (var none = await newsroom.AskAsync("/llms.txt"))
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        await newsroom.Store.SaveMastheadAsync(new Masthead("The Courier", "News of the coast", "en", "UTC", "https://courier.example") { TellsModels = true }, Cancel);
        var text = await newsroom.GetAsync("/llms.txt");
        Assert.StartsWith("# The Courier\n\n> News of the coast\n", text, StringComparison.Ordinal);
        foreach (System.Text.RegularExpressions.Match link in System.Text.RegularExpressions.Regex.Matches(text, "\\(https://courier\\.example([^)]+)\\)"))
            Assert.NotEmpty(await newsroom.GetAsync(link.Groups[1].Value));
    }

    [Fact]
    public async Task One_line_that_searches_without_end_is_held_up_and_no_other()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var held = HttpStatusCode.OK;
        for (var number = 0; number < 61; number++)
            held = await SearchAsync(number, "198.51.100.9");
        Assert.Equal(HttpStatusCode.TooManyRequests, held);
        Assert.Equal(HttpStatusCode.OK, await SearchAsync(99, "198.51.100.10"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await SearchAsync(100, "198.51.100.10, 198.51.100.9"));
        // What is ready costs nothing and is had by everybody; the feed of a search costs as much as the search.
        Assert.Equal(HttpStatusCode.OK, await SearchAsync(1, "198.51.100.9"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await SearchAsync(100, "198.51.100.9", "/search/feed.xml"));
        Assert.Equal(HttpStatusCode.OK, await SearchAsync(100, "198.51.100.11", "/search/feed.xml"));
        Assert.Equal(HttpStatusCode.OK, await SearchAsync(100, "198.51.100.9", "/search/feed.xml"));

        async Task<HttpStatusCode> SearchAsync(int number, string line, string address = "/search")
        {
            using var answer = await newsroom.AskAsync($"{address}?q=word{number}", request => request.Headers.Add("X-Forwarded-For", line));
            return answer.StatusCode;
        }
    }
}
