using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Wireroom.Newsroom.Host;
using Wireroom.Newsroom.Intake.Ftp;
using Wireroom.Newsroom.Intake.Remote;
using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Newsroom.Tests.Cli;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Intake;

/// <summary>Against a real vsftpd on loopback; skipped with a message where there is none, or where nobody may run it.</summary>
[SupportedOSPlatform("linux")]
public sealed class FtpTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TestDatabase.Sqlite, "ftp")]
    [InlineData(TestDatabase.Sqlite, "ftpes")]
    [InlineData(TestDatabase.Sqlite, "ftps")]
    [InlineData(TestDatabase.Postgres, "ftpes")]
    public async Task Files_are_taken_once_oldest_first_and_stay_where_they_lie(TestDatabase database, string scheme)
    {
        using var server = await FtpServer.StartAsync(scheme);
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        var source = await AddAsync(newsroom, server, server.Certificate);
        server.Put("b.xml", Wires.Rss(Wires.RssItem("2", "Second", "It came later.")), minutesAgo: 2);
        server.Put("a name with blanks.xml", Wires.Rss(Wires.RssItem("1", "First", "It came before.")), minutesAgo: 400_000);
        server.Put("half.xml.part", "<rss", minutesAgo: 3);
        var ftp = newsroom.Services.GetRequiredService<PollFtp>();
        Assert.Equal(new RemoteLook(2), await ftp.PollAsync(source, Cancel));
        Assert.Equal(new RemoteLook(0), await ftp.PollAsync(source, Cancel));
        Assert.Equal(["b.xml", "a name with blanks.xml"], (await newsroom.Store.ArrivalsAsync("ftp", 10, Cancel)).Select(arrival => arrival.Name));
        Assert.Equal(3, server.Count);

        server.Put("b.xml", Wires.Rss(Wires.RssItem("2", "Second, corrected", "It came later.")), minutesAgo: 0);
        server.Remove("a name with blanks.xml");
        Assert.Equal(new RemoteLook(1), await ftp.PollAsync(source, Cancel));
        Assert.Equal(["b.xml"], (await newsroom.Store.TakenFilesAsync("ftp", Cancel)).Keys);
        Assert.Equal(2, (await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel)).Count);

        var trial = await newsroom.Services.GetRequiredService<SourceTrials>().TryAsync(source, Cancel);
        Assert.Equal(("", "Second, corrected"), (trial.Fault, trial.Items[0].Headline));
        Assert.Contains("1 file lies there", trial.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_the_server_will_not_give_keeps_no_newer_one_back()
    {
        using var server = await FtpServer.StartAsync("ftp");
        await using var newsroom = await RunningNewsroom.StartAsync();
        var source = await AddAsync(newsroom, server, "");
        server.Put("locked.xml", Wires.Rss(Wires.RssItem("0", "Locked", "Nobody reads it.")), minutesAgo: 9);
        server.Put("a.xml", Wires.Rss(Wires.RssItem("1", "First", "It came before.")), minutesAgo: 2);
        server.Put("b.xml", Wires.Rss(Wires.RssItem("2", "Second", "It came later.")), minutesAgo: 1);
        var ftp = newsroom.Services.GetRequiredService<PollFtp>();
        var look = await ftp.PollAsync(source, Cancel);
        Assert.Equal((2, null), (look.Brought, look.Fault));
        Assert.StartsWith("locked.xml could not be read: The server answered 550 to RETR", look.Complaint, StringComparison.Ordinal);
        Assert.Equal(["a.xml", "b.xml"], (await newsroom.Store.TakenFilesAsync("ftp", Cancel)).Keys.Order());

        // It is shown, and the source is not left alone for longer.
        await newsroom.Services.GetRequiredService<Newsroom.Intake.Feeds.PollFeed>().PollAsync(source, Cancel);
        var state = await newsroom.Store.PollStateAsync("ftp", Cancel);
        Assert.Equal((look.Complaint, 0), (state.LastFault, state.Failures));
    }

    [Fact]
    public async Task A_wrong_user_a_strange_certificate_and_a_missing_folder_are_refused_in_words()
    {
        using var server = await FtpServer.StartAsync("ftpes");
        await using var newsroom = await RunningNewsroom.StartAsync();
        var ftp = newsroom.Services.GetRequiredService<PollFtp>();
        var source = await AddAsync(newsroom, server, key: "");
        Assert.Contains("No authority that this machine trusts vouches for the server's certificate", (await ftp.PollAsync(source, Cancel)).Fault, StringComparison.Ordinal);
        source = await AddAsync(newsroom, server, Loopback.Certificate("wires.example").Pem);
        Assert.Contains("another certificate", (await ftp.PollAsync(source, Cancel)).Fault, StringComparison.Ordinal);
        source = await AddAsync(newsroom, server, server.Certificate, user: "nobody");
        Assert.Contains("The server answered 530 to PASS", (await ftp.PollAsync(source, Cancel)).Fault, StringComparison.Ordinal);
        source = await AddAsync(newsroom, server, server.Certificate) with { Address = $"{server.Address}/nowhere" };
        Assert.Contains("The server answered 550 to CWD", (await ftp.PollAsync(source, Cancel)).Fault, StringComparison.Ordinal);
        source = source with { Address = $"ftp://127.0.0.1:{server.Port}/" };
        Assert.Contains("The server answered 530", (await ftp.PollAsync(source, Cancel)).Fault, StringComparison.Ordinal); // it wants TLS
        source = source with { Address = "ftp://127.0.0.1:9/" };
        Assert.NotNull((await ftp.PollAsync(source, Cancel)).Fault);
    }

    [Fact]
    public async Task The_command_line_adds_a_server_and_shows_what_it_would_bring()
    {
        using var server = await FtpServer.StartAsync("ftpes");
        server.Put("a.xml", Wires.Rss(Wires.RssItem("1", "First", "It came.")), minutesAgo: 2);
        var folder = Directory.CreateTempSubdirectory("wireroom-ftp-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "server.pem"), server.Certificate, Cancel);
            string[] add = ["source", "add", $"{server.Address}/wires", "--name", "Krajina", "--user", FtpServer.User, "--key", "server.pem", "--allow-inner"];
            var (code, said, complained) = await WireroomProcess.RunWithInputAsync(folder, FtpServer.Password + "\n", add);
            Assert.Equal((0, ""), (code, complained));
            Assert.Contains("1 file lies there; the newest is a.xml:", said, StringComparison.Ordinal);
            Assert.Contains("  First", said, StringComparison.Ordinal);
            await using var store = await Store.OpenAsync(new StoreOptions(Path.Combine(folder, "data")), TimeProvider.System, Cancel);
            Assert.Equal(SourceKind.Ftp, (await store.FindSourceAsync("krajina", Cancel))!.Kind);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_file_whose_connection_breaks_is_read_on_from_where_it_broke()
    {
        using var server = await FtpServer.StartAsync("ftp");
        await using var breaking = BreakingLine.Start(server.Port, afterBytes: 200_000);
        await using var newsroom = await RunningNewsroom.StartAsync();
        var text = string.Concat(Enumerable.Range(0, 40_000).Select(number => $"word{number} "));
        server.Put("long.xml", Wires.Rss(Wires.RssItem("1", "Long", text)), minutesAgo: 2);
        var source = await AddAsync(newsroom, server, "") with { Address = $"ftp://127.0.0.1:{breaking.Port}/wires" };
        Assert.Equal(new RemoteLook(1), await newsroom.Services.GetRequiredService<PollFtp>().PollAsync(source, Cancel));
        Assert.True(breaking.Broken, "The line did not break.");
        Assert.Contains("REST", breaking.Commands);
        var arrival = Assert.Single(await newsroom.Store.ArrivalsAsync("ftp", 10, Cancel));
        Assert.Equal(server.Text("long.xml"), Encoding.UTF8.GetString((await newsroom.Store.RawBytesAsync(arrival.Id, Cancel))!));
    }

    [Fact]
    public void Listings_of_unix_windows_and_mlsd_are_read_and_no_name_leads_out_of_the_folder()
    {
        var now = new DateTime(2026, 3, 3, 12, 0, 0, DateTimeKind.Utc);
        var unix = FtpListing.OfLines(
            """
            total 8
            drwxr-xr-x    2 ftp      ftp          4096 Mar 03 06:00 folder
            -rw-r--r--    1 ftp      ftp          1024 Mar 03 06:00 a b.xml
            -rw-r--r--    1 1000     1000           12 Dec 24 23:59 last-year.xml
            -rw-r--r--    1 1000     1000           12 Feb 29  2024 old.xml
            -rw-r--r--    1 1000     1000           12 Mar 04  6:00 tomorrow.xml
            lrwxrwxrwx    1 1000     1000           12 Mar 03 06:00 link -> /etc/passwd
            -rw-r--r--    1 1000     1000           12 Mar 03 06:00 ../../etc/passwd
            -rw-r--r-- nonsense
            """, now);
        Assert.Equal(["a b.xml 1024:2026-03-03T06:00", "last-year.xml 12:2025-12-24T23:59", "old.xml 12:2024-02-29", "tomorrow.xml 12:2026-03-04T06:00"], unix.Select(file => $"{file.Name} {file.Stamp}"));
        Assert.True(unix[2].IsSameAs("12:2024-02-29T08:15")); // as it was remembered when it was new
        Assert.False(unix[0].IsSameAs("1024:2026-03-03T06:01"));
        var windows = FtpListing.OfLines("03-03-26  06:05AM                 1024 a b.xml\r\n03-03-2026  02:30PM       <DIR>          folder\r\n12-31-25  11:59PM  7 c.xml\r\n", now);
        Assert.Equal(["a b.xml 1024:2026-03-03T06:05", "c.xml 7:2025-12-31T23:59"], windows.Select(file => $"{file.Name} {file.Stamp}"));
        var facts = FtpListing.OfFacts("type=cdir;modify=20260303060000; .\r\nType=file;Size=5;Modify=20260303060000.123;UNIX.mode=0644; a b.xml\r\ntype=dir; folder\r\ntype=file;size=x; bad\r\nnonsense\r\n");
        Assert.Equal(["a b.xml 5:20260303060000.123"], facts.Select(file => $"{file.Name} {file.Stamp}"));
    }

    private static async Task<Source> AddAsync(RunningNewsroom newsroom, FtpServer server, string key, string user = FtpServer.User)
    {
        var source = new Source
        {
            Slug = "ftp", Name = "FTP", Kind = SourceKind.Ftp, Address = $"{server.Address}/wires", Paused = true, Section = "world",
            Secret = newsroom.Services.GetRequiredService<Secrets>().Seal(new SourceLogin(user, FtpServer.Password, key)),
        };
        await newsroom.Store.SaveSourceAsync(source, Cancel);
        return source;
    }

    /// <summary>A line between the newsroom and the server that passes everything on, and breaks the first long transfer in its middle.</summary>
    private sealed class BreakingLine : IAsyncDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource stop = new();
        private readonly int server;
        private readonly int afterBytes;
        private readonly List<string> commands = [];

        private BreakingLine(int server, int afterBytes) => (this.server, this.afterBytes) = (server, afterBytes);

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public bool Broken { get; private set; }

        public IReadOnlyCollection<string> Commands => commands;

        public static BreakingLine Start(int server, int afterBytes)
        {
            var line = new BreakingLine(server, afterBytes);
            line.listener.Start();
            _ = line.AcceptAsync();
            return line;
        }

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            listener.Stop();
            stop.Dispose();
        }

        private async Task AcceptAsync()
        {
            while (!stop.IsCancellationRequested)
            {
                var near = await listener.AcceptTcpClientAsync(stop.Token);
                var far = new TcpClient();
                await far.ConnectAsync(IPAddress.Loopback, server);
                _ = CommandsAsync(near, far);
                _ = AnswersAsync(far, near);
            }
        }

        private async Task CommandsAsync(TcpClient near, TcpClient far)
        {
            using var reader = new StreamReader(near.GetStream(), Encoding.Latin1);
            while (await reader.ReadLineAsync() is { } line)
            {
                commands.Add(line.Split(' ')[0]);
                await far.GetStream().WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n"));
            }

            far.Close();
        }

        private async Task AnswersAsync(TcpClient far, TcpClient near)
        {
            using var reader = new StreamReader(far.GetStream(), Encoding.Latin1);
            while (await reader.ReadLineAsync() is { } line)
            {
                // The data's port is our own, so that its line can be broken too.
                if (line.StartsWith("229 ", StringComparison.Ordinal))
                    line = $"229 Entering Extended Passive Mode (|||{Data(int.Parse(line.Split('|')[3], CultureInfo.InvariantCulture), near)}|)";
                await near.GetStream().WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n"));
            }

            near.Close();
        }

        private int Data(int port, TcpClient control)
        {
            var data = new TcpListener(IPAddress.Loopback, 0);
            data.Start();
            _ = Task.Run(async () =>
            {
                using var near = await data.AcceptTcpClientAsync();
                data.Stop();
                near.SendBufferSize = 16 * 1024; // what has passed when the line breaks is more than lies unread on the way
                using var far = new TcpClient();
                await far.ConnectAsync(IPAddress.Loopback, port);
                var piece = new byte[8192];
                for (var passed = 0; await far.GetStream().ReadAsync(piece) is var count and > 0; passed += count)
                {
                    if (!Broken && passed > afterBytes)
                    {
                        Broken = true;
                        control.Client.Close(0); // both lines at once, as when a cable is pulled
                        near.Client.Close(0);
                        return;
                    }

                    await near.GetStream().WriteAsync(piece.AsMemory(0, count));
                }
            });
            return ((IPEndPoint)data.LocalEndpoint).Port;
        }
    }
}
