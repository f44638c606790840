using Microsoft.Extensions.DependencyInjection;
using Wireroom.Newsroom.Intake.Folders;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Intake;

public sealed class FolderTests : IDisposable
{
    private static readonly string Feed = Wires.Rss(Wires.RssItem("1", "Dam holds", "It holds."));

    private readonly string folder = Directory.CreateTempSubdirectory("wireroom-watched-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Source Source => new() { Slug = "folder", Name = "Folder", Kind = SourceKind.Folder, Address = folder, Paused = true }; // looked at by the test alone

    [Fact]
    public async Task A_file_is_taken_when_it_no_longer_grows_and_is_moved_after_it_is_stored()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var take = newsroom.Services.GetRequiredService<TakeFolder>();
        await WriteAsync("wire.xml", Feed[..40]);
        await take.LookAsync(Source, Cancel);
        await WriteAsync("wire.xml", Feed[..90]);
        await take.LookAsync(Source, Cancel);
        Assert.Empty(await newsroom.Store.ArrivalsAsync("folder", 10, Cancel));
        await WriteAsync("wire.xml", Feed);
        await take.LookAsync(Source, Cancel);
        Assert.Empty(await newsroom.Store.ArrivalsAsync("folder", 10, Cancel));
        await take.LookAsync(Source, Cancel);
        Assert.Equal("Dam holds", Assert.Single(await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel)).Headline);
        Assert.Equal(["wire.xml"], Names("taken"));
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task A_writer_that_pauses_in_the_middle_is_waited_for()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var take = newsroom.Services.GetRequiredService<TakeFolder>();
        await WriteAsync("wire.xml", Feed[..^60]);
        for (var look = 0; look < 5; look++)
            await take.LookAsync(Source, Cancel);
        Assert.Empty(await newsroom.Store.ArrivalsAsync("folder", 10, Cancel));
        await WriteAsync("wire.xml", Feed);
        await take.LookAsync(Source, Cancel);
        await take.LookAsync(Source, Cancel);
        Assert.Equal("It holds.", Assert.Single(await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel)).Lead);
    }

    [Fact]
    public async Task What_cannot_be_read_goes_aside_and_the_same_name_comes_again()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var take = newsroom.Services.GetRequiredService<TakeFolder>();
        for (var round = 0; round < 2; round++)
        {
            await WriteAsync("bad.xml", "%PDF-1.7 no wire");
            await WriteAsync(".hidden", Feed);
            await WriteAsync("coming.xml.part", Feed);
            for (var look = 0; look < 12; look++)
                await take.LookAsync(Source, Cancel);
        }

        Assert.Equal(["bad-2.xml", "bad.xml"], Names("unreadable"));
        Assert.Empty(await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel));
    }

    [Fact]
    public async Task A_file_that_was_stored_but_not_moved_is_a_repeat_after_the_restart()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var take = newsroom.Services.GetRequiredService<TakeFolder>();
        for (var round = 0; round < 2; round++)
        {
            await WriteAsync("wire.xml", Feed);
            await take.LookAsync(Source, Cancel);
            await take.LookAsync(Source, Cancel);
        }

        Assert.Single(await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel));
        Assert.Equal([1, 0], (await newsroom.Store.ArrivalsAsync("folder", 10, Cancel)).Select(arrival => arrival.Outcome!.Repeated));
    }

    [Fact]
    public async Task A_picture_beside_a_wire_is_kept_with_its_story()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var take = newsroom.Services.GetRequiredService<TakeFolder>();
        await File.WriteAllBytesAsync(Path.Combine(folder, "dam.gif"), TestPictures.Gif(4, 3), Cancel);
        const string Item = """<item><guid>1</guid><title>Dam holds</title><description>It holds.</description><media:content xmlns:media="http://search.yahoo.com/mrss/" url="dam.gif" type="image/png"><media:description>The dam</media:description></media:content></item>""";
        await WriteAsync("wire.xml", Wires.Rss(Item));
        await take.LookAsync(Source, Cancel);
        await take.LookAsync(Source, Cancel);
        var row = Assert.Single(await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel));
        var picture = (await newsroom.Store.FindStoryAsync(row.Story, Cancel))!.Head.Copy.Body.OfType<Wireroom.Stories.Body.PictureBlock>().Single().Picture;
        Assert.Equal(("The dam", 4, 3), (picture.Caption, picture.Width, picture.Height));
        Assert.NotNull(await newsroom.Store.FindPictureAsync(picture.File, Cancel));
    }

    [Fact]
    public async Task A_folder_that_is_gone_is_said_and_comes_back()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var take = newsroom.Services.GetRequiredService<TakeFolder>();
        await newsroom.Store.SaveSourceAsync(Source, Cancel);
        Directory.Delete(folder);
        await take.LookAsync(Source, Cancel);
        Assert.Contains("cannot be read", (await newsroom.Store.PollStateAsync("folder", Cancel)).LastFault, StringComparison.Ordinal);
        Directory.CreateDirectory(folder);
        await take.LookAsync(Source, Cancel);
        Assert.Null((await newsroom.Store.PollStateAsync("folder", Cancel)).LastFault);
    }

    public void Dispose()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(folder, name), text, Cancel);

    private string[] Names(string below) => [.. Directory.GetFiles(Path.Combine(folder, below)).Select(file => Path.GetFileName(file)).Order()];
}
