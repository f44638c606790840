using System.Net.Sockets;
using Wireroom.Newsroom.Tests.Intake;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Tests.Cli;

public sealed class ImportTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("wireroom-import-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_folder_is_taken_in_whole_with_its_pictures_and_the_second_time_is_a_repeat()
    {
        for (var number = 0; number < 5; number++)
            await WriteAsync($"wires/{number}/feed.xml", Wires.Rss(Wires.RssItem($"g{number}", $"Story {number}", "Its text."), Wires.RssItem($"h{number}", $"Brief {number}", "Its text.")));
        await WriteAsync("wires/.git/config.xml", Wires.Rss(Wires.RssItem("git", "No wire", "Hidden.")));
        await File.WriteAllBytesAsync(Path.Combine(folder, "wires/dam.gif"), TestPictures.Gif(4, 3), Cancel);
        await WriteAsync(
            "wires/5/picture.xml",
            Wires.Rss("""<item><guid>p</guid><title>Dam holds</title><description>It holds.</description><media:content xmlns:media="http://search.yahoo.com/mrss/" url="dam.gif" type="image/gif"><media:description>The dam</media:description></media:content></item>"""));

        var (code, said, _) = await WireroomProcess.RunAsync(folder, "import", "wires");
        Assert.StartsWith("6 files, 1 picture beside them: 11 taken, 0 updated, 0 repeated, 0 unreadable; 11 items in ", said, StringComparison.Ordinal);
        Assert.Equal(0, code);
        (code, said, _) = await WireroomProcess.RunAsync(folder, "import", "wires");
        Assert.StartsWith("6 files, 1 picture beside them: 0 taken, 0 updated, 11 repeated, 0 unreadable", said, StringComparison.Ordinal);
        Assert.Equal(0, code);

        await using var newsroom = await OpenAsync();
        Assert.Equal(11, (await newsroom.Store.QueueAsync(new QueueFilter(), 20, Cancel)).Count);
        Assert.Single(Directory.GetFiles(Path.Combine(folder, "data/pictures")));
    }

    [Fact]
    public async Task What_cannot_be_read_is_named_with_its_reason_and_the_rest_is_taken()
    {
        await WriteAsync("good.xml", Wires.Rss(Wires.RssItem("1", "Dam holds", "It holds.")));
        await WriteAsync("empty.xml", "");
        await File.WriteAllBytesAsync(Path.Combine(folder, "binary.dat"), [1, 0, 2, 0, 3], Cancel);
        await using (var large = File.Create(Path.Combine(folder, "large.xml")))
            large.SetLength(100L * 1024 * 1024);
        var (code, said, _) = await WireroomProcess.RunAsync(folder, "import", "good.xml", "empty.xml", "binary.dat", "large.xml");
        Assert.Equal(1, code);
        Assert.Contains("1 taken, 0 updated, 0 repeated, 3 unreadable", said, StringComparison.Ordinal);
        Assert.Contains("empty.xml: The file is empty", said, StringComparison.Ordinal);
        Assert.Contains("binary.dat: It is binary data", said, StringComparison.Ordinal);
        Assert.Contains("large.xml: It has 100 MB, and documents of up to 64 MB are read", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_with_an_external_entity_gives_nothing_of_the_file_that_it_names()
    {
        await WriteAsync("secret.txt", "the-secret-itself");
        await WriteAsync("feed.xml", $"""<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{folder}/secret.txt">]>{Wires.Rss(Wires.RssItem("1", "Dam &x;", "It holds &x;."))[38..]}""");
        await WireroomProcess.RunAsync(folder, "import", "feed.xml");
        await using var newsroom = await OpenAsync();
        Assert.All(await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel), row => Assert.DoesNotContain("secret-itself", row.Headline + row.Lead, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_release_is_listed_under_its_own_date_in_the_section_that_was_asked_for()
    {
        await WriteAsync("page.xml", Wires.Rss("<item><guid>1</guid><title>Old story</title><description>Text.</description><pubDate>Tue, 03 Mar 2020 06:15:00 GMT</pubDate></item>"));
        var (code, _, _) = await WireroomProcess.RunAsync(folder, "import", "page.xml", "--release", "--section", "sport", "--source", "archive");
        Assert.Equal(0, code);
        await using var newsroom = await OpenAsync();
        var row = Assert.Single(await newsroom.Store.Released.LatestAsync(ReleasedFilter.Everything, 10, Cancel));
        Assert.Equal((new DateTimeOffset(2020, 3, 3, 6, 15, 0, TimeSpan.Zero), "sport"), (row.PublishedAt, row.Section));
        Assert.Equal("archive", Assert.Single(await newsroom.Store.SourcesAsync(Cancel)).Slug);
    }

    [Fact]
    public async Task The_captured_page_of_the_sample_goes_out_with_its_working_title_and_its_briefs()
    {
        var capture = Path.Combine(AppContext.BaseDirectory, "sample/capture/harbour-strike.txt");
        var (code, said, complained) = await WireroomProcess.RunAsync(folder, "import", capture, "--release", "--date", "2026-03-03");
        Assert.True(code == 0, said + complained);
        await using var newsroom = await OpenAsync();
        var rows = await newsroom.Store.Released.LatestAsync(ReleasedFilter.Everything, 50, Cancel);
        var stories = await newsroom.Store.QueueAsync(new QueueFilter { States = [StoryState.Released] }, 50, Cancel);
        Assert.True(rows.Count > 5, said);
        Assert.Equal(rows.Count, stories.Count);
        Assert.Contains(stories, story => story.HeadlineIsWorkingTitle);
        Assert.All(rows, row => Assert.Equal(new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero), row.PublishedAt));
        Assert.Equal(stories.MinBy(story => story.Key)!.Story, rows[0].Story); // the page's own story stands above its rail
        Assert.Contains(rows[0].Headline, System.Net.WebUtility.HtmlDecode(await newsroom.GetAsync("/")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_beside_the_running_newsroom_shows_on_its_pages()
    {
        await using var newsroom = await OpenAsync();
        Assert.DoesNotContain("Dam holds", await newsroom.GetAsync("/"), StringComparison.Ordinal);
        await WriteAsync("feed.xml", Wires.Rss(Wires.RssItem("1", "Dam holds", "It holds.")));
        var (code, said, complained) = await WireroomProcess.RunAsync(folder, "import", "feed.xml", "--release");
        Assert.True(code == 0, said + complained);
        var page = "";
        for (var tries = 0; tries < 200 && !page.Contains("Dam holds", StringComparison.Ordinal); tries++)
        {
            await Task.Delay(50, Cancel);
            page = await newsroom.GetAsync("/");
        }

        Assert.Contains("Dam holds", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no file or folder nowhere.xml.", "import", "nowhere.xml")]
    [InlineData("\"yesterday\" is no date", "import", ".", "--date", "yesterday")]
    [InlineData("\"My Source\" is no slug", "import", ".", "--source", "My Source")]
    [InlineData("There is no section \"gossip\"; there are world, region", "import", "here.xml", "--section", "gossip")]
    [InlineData("Required argument", "import")]
    [InlineData("frobnicate", "frobnicate")]
    public async Task What_is_asked_wrongly_is_said_in_one_line(string says, params string[] arguments)
    {
        await WriteAsync("here.xml", Wires.Rss());
        var (code, _, complained) = await WireroomProcess.RunAsync(folder, arguments);
        Assert.Equal(2, code);
        Assert.StartsWith("wireroom: ", complained, StringComparison.Ordinal);
        Assert.Contains(says, complained, StringComparison.Ordinal);
        Assert.Single(complained.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_taken_port_an_unusable_data_folder_and_an_unreachable_database_are_said_in_one_line()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        await RefusesAsync($"Port {port} is in use by another program; choose one with --port.", "serve", "--empty", "--port", $"{port}");
        await WriteAsync("a-file", "no folder");
        await RefusesAsync("--data", "--empty", "--data", "a-file/data");
        await RefusesAsync("PostgreSQL cannot be reached", "serve", "--empty", "--database", "Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=2");
        await RefusesAsync("--database", "serve", "--empty", "--database", "nonsense");
        Directory.CreateDirectory(Path.Combine(folder, "broken"));
        await WriteAsync("broken/wireroom.db", new string('x', 5000));
        await RefusesAsync("not a sound database", "serve", "--empty", "--data", "broken");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task RefusesAsync(string says, params string[] arguments)
    {
        var (code, _, complained) = await WireroomProcess.RunAsync(folder, arguments);
        Assert.True(code != 0 && complained.Contains(says, StringComparison.Ordinal) && complained.Trim().Split('\n').Length == 1, $"{code}: {complained}");
    }

    private Task<RunningNewsroom> OpenAsync() => RunningNewsroom.StartAsync(new StoreOptions(Path.Combine(folder, "data")));

    private async Task WriteAsync(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text, Cancel);
    }
}
