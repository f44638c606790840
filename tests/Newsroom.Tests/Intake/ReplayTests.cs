using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Wireroom.Newsroom.Intake;
using Wireroom.Newsroom.Tests.Cli;
using Wireroom.Newsroom.Tests.Storage;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Tests.Intake;

public sealed class ReplayTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A reader that was mended is played by wire items that were stored as a worse reader had read them.</summary>
    [Theory, EachDatabase]
    public async Task A_mended_reader_mends_what_it_had_read_wrongly_and_is_looked_at_first(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        var (arrive, store) = (newsroom.Services.GetRequiredService<Arrive>(), newsroom.Store);
        var misread = await TakeAsync(arrive, "1", "Rijeka", "RijekÃ¢");
        var right = await TakeAsync(arrive, "2", "Split", "Split");
        var since = (await store.ArrivalsAsync(null, 10, Cancel))[^1].ArrivedAt;

        Assert.Equal(["newer version: Rijeka"], await ReplayAsync(store, arrive, since, apply: false));
        Assert.Equal("RijekÃ¢", (await store.FindStoryAsync(misread, Cancel))!.Head.Copy.Headline);
        Assert.Equal(["newer version: Rijeka"], await ReplayAsync(store, arrive, since, apply: true));
        Assert.Equal("Rijeka", (await store.FindStoryAsync(misread, Cancel))!.Head.Copy.Headline);
        Assert.Equal(1, (await store.FindStoryAsync(right, Cancel))!.Row.HeadVersion);
        Assert.Empty(await ReplayAsync(store, arrive, since, apply: false));
    }

    [Theory, EachDatabase]
    public async Task What_has_been_sent_anew_since_is_not_laid_over_by_its_older_document(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        var (arrive, store) = (newsroom.Services.GetRequiredService<Arrive>(), newsroom.Store);
        var story = await TakeAsync(arrive, "1", "Rijeka", "RijekÃ¢");
        await Task.Delay(5, Cancel); // another millisecond
        await TakeAsync(arrive, "1", "Rijeka, evening", "Rijeka, evening");
        Assert.Empty(await ReplayAsync(store, arrive, DateTimeOffset.UnixEpoch, apply: true));
        Assert.Equal("Rijeka, evening", (await store.FindStoryAsync(story, Cancel))!.Head.Copy.Headline);
    }

    [Fact]
    public async Task What_hung_on_the_documents_address_or_its_folder_hangs_on_it_again()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var (arrive, store) = (newsroom.Services.GetRequiredService<Arrive>(), newsroom.Store);
        var folder = Directory.CreateDirectory(Path.Combine(newsroom.Options.DataFolder, "watched")).FullName;
        await store.SaveSourceAsync(new Source { Slug = "folder", Name = "Folder", Kind = SourceKind.Folder, Address = folder, Paused = true }, Cancel);
        var feed = new Uri("https://adria.example/feed");
        var link = Encoding.UTF8.GetBytes(Wires.Rss(Wires.RssItem("1", "Dam holds", "&lt;p&gt;It holds, as &lt;a href=&quot;/told&quot;&gt;told&lt;/a&gt;.&lt;/p&gt;")));
        await arrive.TakeAsync(new Delivery { Source = Wires.Source, Name = feed.ToString(), Base = feed, Bytes = link }, Cancel);
        var picture = Encoding.UTF8.GetBytes(Wires.Rss(
            """<item><guid>p</guid><title>Ferry sails</title><description>It sails.</description><media:content xmlns:media="http://search.yahoo.com/mrss/" url="dam.gif" type="image/gif"/></item>"""));
        var story = (await arrive.TakeAsync(new Delivery { Source = "folder", Name = "wire.xml", Bytes = picture }, Cancel)).Stories[0]!.Value;
        Assert.Empty(await ReplayAsync(store, arrive, DateTimeOffset.UnixEpoch, apply: true));

        // The picture had come later than its wire, and the wire had been misread.
        await File.WriteAllBytesAsync(Path.Combine(folder, "dam.gif"), TestPictures.Gif(4, 3), Cancel);
        await DatabaseRefuses.RunAsync(newsroom.Options, $"update wire_items set content_hash = 'as misread' where story = {story.Value}");
        Assert.Equal(["newer version: Ferry sails"], await ReplayAsync(store, arrive, DateTimeOffset.UnixEpoch, apply: true));
        Assert.NotEqual("", (await store.FindStoryAsync(story, Cancel))!.Head.Copy.Pictures.Single().File);
    }

    [Fact]
    public async Task The_command_says_what_would_change()
    {
        var folder = Directory.CreateTempSubdirectory("wireroom-replay-").FullName;
        try
        {
            await using (var store = await Store.OpenAsync(new StoreOptions(Path.Combine(folder, "data")), TimeProvider.System, Cancel))
                await TakeAsync(new Arrive(store, TimeProvider.System), "1", "Rijeka", "RijekÃ¢");
            var (code, said, _) = await WireroomProcess.RunAsync(folder, "replay", "--since", "2020-01-01");
            Assert.Equal(0, code);
            Assert.Contains("    newer version: Rijeka\n", said, StringComparison.Ordinal);
            Assert.Contains("1 documents read again: 1 items would change.", said, StringComparison.Ordinal);
            (code, _, var complained) = await WireroomProcess.RunAsync(folder, "replay", "--since", "yesterday");
            Assert.Equal(2, code);
            Assert.Contains("\"yesterday\" is no day or moment", complained, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<StoryId> TakeAsync(Arrive arrive, string guid, string sent, string read)
    {
        var document = Wires.Rss(Wires.RssItem(guid, sent, $"News of {sent}."));
        var delivery = new Delivery { Source = Wires.Source, Name = $"{guid}.xml", Bytes = Encoding.UTF8.GetBytes(document) };
        var good = ReadDocument.Of(delivery);
        var report = await arrive.TakeAsync(delivery, good with { Items = [good.Items[0] with { Headlines = [new WireText(read)] }] }, Cancel);
        return report.Stories[0]!.Value;
    }

    private static async Task<List<string>> ReplayAsync(Store store, Arrive arrive, DateTimeOffset since, bool apply)
    {
        var said = new List<string>();
        foreach (var arrival in await store.ArrivalsSinceAsync(null, since, 0, 100, Cancel))
            said.AddRange((await arrive.ReplayAsync(arrival, apply, Cancel))!.Select(item => $"{item.Decision}: {item.Headline}"));
        return said;
    }
}
