using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Wireroom.Newsroom.Intake.Feeds;
using Wireroom.Newsroom.Intake.Remote;
using Wireroom.Newsroom.Intake.Sftp;
using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Intake;

/// <summary>Against a real OpenSSH server on loopback; skipped with a message where there is none.</summary>
public sealed class SftpTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Files_are_taken_once_oldest_first_and_stay_where_they_lie(TestDatabase database)
    {
        using var server = await SshServer.StartAsync();
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        var source = await AddAsync(newsroom, server, server.UserKey);
        Put(server, "b.xml", Wires.Rss(Wires.RssItem("2", "Second", "It came later.")), minutesAgo: 1);
        Put(server, "a.xml", Wires.Rss(Wires.RssItem("1", "First", "It came before.")), minutesAgo: 2);
        Put(server, "half.xml.part", "<rss", minutesAgo: 3);
        var sftp = newsroom.Services.GetRequiredService<PollSftp>();
        Assert.Equal(new RemoteLook(2), await sftp.PollAsync(source, Cancel));
        Assert.Equal(new RemoteLook(0), await sftp.PollAsync(source, Cancel));
        Assert.Equal(["b.xml", "a.xml"], (await newsroom.Store.ArrivalsAsync("sftp", 10, Cancel)).Select(arrival => arrival.Name));
        Assert.Equal(3, Directory.GetFiles(server.Folder).Length);

        Put(server, "a.xml", Wires.Rss(Wires.RssItem("1", "First, corrected", "It came before.")), minutesAgo: 0);
        File.Delete(Path.Combine(server.Folder, "b.xml"));
        Assert.Equal(new RemoteLook(1), await sftp.PollAsync(source, Cancel));
        Assert.Equal(["a.xml"], (await newsroom.Store.TakenFilesAsync("sftp", Cancel)).Keys);
        Assert.Equal(2, (await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel)).Count);
    }

    [Fact]
    public async Task A_wrong_key_another_server_and_the_inner_network_are_refused_in_words()
    {
        using var server = await SshServer.StartAsync();
        await using var newsroom = await RunningNewsroom.StartAsync();
        var sftp = newsroom.Services.GetRequiredService<PollSftp>();
        var source = await AddAsync(newsroom, server, server.HostKey);
        Assert.NotNull((await sftp.PollAsync(source, Cancel)).Fault);
        source = await AddAsync(newsroom, server, server.UserKey);
        Assert.Null((await sftp.PollAsync(source, Cancel)).Fault);

        using var other = await SshServer.StartAsync();
        var moved = await AddAsync(newsroom, other, other.UserKey);
        Assert.Contains("another key than before", (await sftp.PollAsync(moved, Cancel)).Fault, StringComparison.Ordinal);

        var secrets = newsroom.Services.GetRequiredService<Secrets>();
        var outside = new PollSftp(newsroom.Store, newsroom.Services.GetRequiredService<Newsroom.Intake.Arrive>(), new Outgoing(all: false), secrets, TimeProvider.System);
        Assert.Contains("inner network", (await outside.PollAsync(source, Cancel)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hosts_and_networks_are_opened_by_name()
    {
        Assert.Equal([IPAddress.Loopback], await new Outgoing(all: false, "127.0.0.0/8").AddressesAsync("127.0.0.1", Cancel));
        Assert.Equal([IPAddress.Parse("10.1.2.3")], await new Outgoing(all: false, "10.1.2.3").AddressesAsync("10.1.2.3", Cancel));
        await Assert.ThrowsAsync<HttpRequestException>(() => new Outgoing(all: false, "10.0.0.0/8").AddressesAsync("192.168.0.1", Cancel));
        Assert.Throws<FormatException>(() => new Outgoing(all: false, "not a host"));
    }

    private static async Task<Source> AddAsync(RunningNewsroom newsroom, SshServer server, string key)
    {
        var source = new Source
        {
            Slug = "sftp", Name = "SFTP", Kind = SourceKind.Sftp, Address = $"sftp://127.0.0.1:{server.Port}{server.Folder}", Paused = true,
            Secret = newsroom.Services.GetRequiredService<Secrets>().Seal(new SourceLogin(Environment.UserName, Key: key)),
        };
        await newsroom.Store.SaveSourceAsync(source, Cancel);
        return source;
    }

    private static void Put(SshServer server, string name, string text, int minutesAgo)
    {
        var path = Path.Combine(server.Folder, name);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-minutesAgo));
    }
}
