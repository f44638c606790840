using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Runtime.Versioning;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Wireroom.Newsroom.Host;
using Wireroom.Newsroom.Intake.Imap;
using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Intake;

/// <summary>Against a real Dovecot on loopback; skipped with a message where there is none, or where nobody may run it.</summary>
[SupportedOSPlatform("linux")]
public sealed class ImapTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TestDatabase.Sqlite, "imaps", "")]
    [InlineData(TestDatabase.Sqlite, "imap", "seen")]
    [InlineData(TestDatabase.Postgres, "imaps", "move Taken")]
    public async Task A_message_is_taken_once_as_soon_as_it_is_there(TestDatabase database, string scheme, string after)
    {
        using var server = await ImapServer.StartAsync();
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        await server.SendAsync("Dam holds", "It holds, officials said.");
        await server.SendAsync("Ferry sails", "It sails, officials said.");
        await AddAsync(newsroom, server, scheme, after, paused: false);
        await UntilAsync(newsroom, 2);

        // The newsroom listens by now: the next message comes without being asked for.
        await server.SendAsync("Bridge opens", "It opens, officials said.");
        await UntilAsync(newsroom, 3);
        Assert.Equal(["Bridge opens", "Dam holds", "Ferry sails"], (await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel)).Select(row => row.Headline).Order());
        Assert.Equal(3, (await newsroom.Store.ArrivalsAsync("mail", 10, Cancel)).Count);

        // Paused, changed by other programs, and opened anew: nothing comes twice.
        await PauseAsync(newsroom, true);
        if (after.Length == 0)
            Assert.Equal((3, 0, 0), await server.CountAsync());
        else if (after == "seen")
            Assert.Equal((3, 3, 0), await server.CountAsync());
        else
            Assert.Equal((0, 0, 3), await server.CountAsync());
        await server.SendAsync("Tram stops", "It stops, officials said.");
        await PauseAsync(newsroom, false);
        await UntilAsync(newsroom, 4);
        Assert.Equal(4, (await newsroom.Store.ArrivalsAsync("mail", 10, Cancel)).Count);
        Assert.Null((await newsroom.Store.PollStateAsync("mail", Cancel)).LastFault);
    }

    [Fact]
    public async Task A_mailbox_that_is_numbered_anew_brings_repeats_and_no_second_story()
    {
        using var server = await ImapServer.StartAsync();
        await using var newsroom = await RunningNewsroom.StartAsync();
        await server.SendAsync("Dam holds", "It holds, officials said.");
        var source = await AddAsync(newsroom, server, "imaps", "", paused: true);
        await LookAsync(newsroom, source);
        await newsroom.Store.RememberTakenFileAsync("mail", "INBOX", "4711:900", Cancel);
        await LookAsync(newsroom, source);
        Assert.Equal(2, (await newsroom.Store.ArrivalsAsync("mail", 10, Cancel)).Count);
        Assert.Single(await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel));
    }

    [Fact]
    public async Task A_mailbox_in_which_nothing_may_be_moved_brings_each_message_once_all_the_same()
    {
        using var server = await ImapServer.StartAsync();
        await using var newsroom = await RunningNewsroom.StartAsync();
        await server.SendAsync("Dam holds", "It holds, officials said.");
        await server.SendAsync("Ferry sails", "It sails, officials said.");
        var source = await AddAsync(newsroom, server, "imaps", "move no//such", paused: true);
        var complaint = "";
        using var once = new CancellationTokenSource();
        Assert.Null(await newsroom.Services.GetRequiredService<ReadMailbox>().ListenAsync(
            source,
            (brought, wrong) =>
            {
                Assert.Equal(2, brought);
                complaint = wrong;
                return once.CancelAsync();
            },
            once.Token,
            Cancel));
        Assert.StartsWith("INBOX 2 was taken, and the server would not move no//such: ", complaint, StringComparison.Ordinal);
        await LookAsync(newsroom, source);
        Assert.Equal(2, (await newsroom.Store.ArrivalsAsync("mail", 10, Cancel)).Count);
        Assert.Equal((2, 0, 0), await server.CountAsync());
    }

    [Fact]
    public async Task A_wrong_password_a_strange_certificate_and_a_missing_folder_are_refused_in_words_and_a_trial_marks_nothing()
    {
        using var server = await ImapServer.StartAsync();
        await using var newsroom = await RunningNewsroom.StartAsync();
        var trials = newsroom.Services.GetRequiredService<SourceTrials>();
        var source = await AddAsync(newsroom, server, "imaps", "seen", paused: true);
        Assert.Contains("no message lies in it yet", (await trials.TryAsync(source, Cancel)).Found, StringComparison.Ordinal);
        await server.SendAsync("Dam holds", "It holds, officials said.");
        var trial = await trials.TryAsync(source, Cancel);
        Assert.Equal(("", "Dam holds", "1 message lies in INBOX; the newest:"), (trial.Fault, trial.Items[0].Headline, trial.Found));
        Assert.Equal((1, 0, 0), await server.CountAsync());

        Assert.Equal("There is no folder \"Nowhere\" in the mailbox.", (await trials.TryAsync(source with { Address = source.Address.Replace("INBOX", "Nowhere", StringComparison.Ordinal) }, Cancel)).Fault);
        var secrets = newsroom.Services.GetRequiredService<Secrets>();
        Assert.Contains("No authority", (await trials.TryAsync(source with { Secret = secrets.Seal(new SourceLogin("wire", "a lamp")) }, Cancel)).Fault, StringComparison.Ordinal);
        Assert.Contains("refused the user name or the password", (await trials.TryAsync(source with { Secret = secrets.Seal(new SourceLogin("wire", "wrong", server.Certificate)) }, Cancel)).Fault, StringComparison.Ordinal);
        Assert.NotEqual("", (await trials.TryAsync(source with { Address = "imaps://127.0.0.1:9/INBOX" }, Cancel)).Fault);
    }

    private static async Task LookAsync(RunningNewsroom newsroom, Source source)
    {
        using var once = new CancellationTokenSource();
        Assert.Null(await newsroom.Services.GetRequiredService<ReadMailbox>().ListenAsync(source, (_, _) => once.CancelAsync(), once.Token, Cancel));
    }

    private static async Task UntilAsync(RunningNewsroom newsroom, int stories)
    {
        for (var tries = 0; tries < 300 && (await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel)).Count < stories; tries++)
            await Task.Delay(100, Cancel);
        Assert.Equal(stories, (await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel)).Count);
    }

    private static async Task PauseAsync(RunningNewsroom newsroom, bool pause)
    {
        await newsroom.Store.SaveSourceAsync((await newsroom.Store.FindSourceAsync("mail", Cancel))! with { Paused = pause }, Cancel);
        if (pause)
            await Task.Delay(TimeSpan.FromSeconds(7), Cancel); // a mailbox that is listened to is left within a third of its lease
    }

    private static async Task<Source> AddAsync(RunningNewsroom newsroom, ImapServer server, string scheme, string after, bool paused)
    {
        var source = new Source
        {
            Slug = "mail", Name = "Mail", Kind = SourceKind.Imap, Address = $"{scheme}://127.0.0.1:{(scheme == "imaps" ? server.TlsPort : server.Port)}/INBOX", Paused = paused, Section = "world",
            AfterTaking = after, IntervalSeconds = 60, Secret = newsroom.Services.GetRequiredService<Secrets>().Seal(new SourceLogin(ImapServer.User, ImapServer.Password, server.Certificate)),
        };
        await newsroom.Store.SaveSourceAsync(source, Cancel);
        return source;
    }

    /// <summary>Dovecot as an ordinary process in a temporary folder, with one user.</summary>
    private sealed class ImapServer : IDisposable
    {
        public const string User = "wire";
        public const string Password = "a lamp in the harbour";

        private const string Daemon = "/usr/sbin/dovecot";

        private readonly string home;
        private readonly Process process;

        private ImapServer(string home, Process process, int port, int tlsPort, string certificate) => (this.home, this.process, Port, TlsPort, Certificate) = (home, process, port, tlsPort, certificate);

        public int Port { get; }

        public int TlsPort { get; }

        public string Certificate { get; }

        public static async Task<ImapServer> StartAsync()
        {
            if (!File.Exists("/usr/lib/dovecot/imap"))
                Assert.Skip("There is no IMAP server here; install dovecot-imapd.");
            if (Environment.UserName != "root")
                Assert.Skip("Dovecot separates its privileges only where it is run by root.");
            var home = Directory.CreateTempSubdirectory("wireroom-imapd-").FullName;
            File.SetUnixFileMode(home, (UnixFileMode)0b111_101_101);
            Directory.CreateDirectory(Path.Combine(home, "mail"), (UnixFileMode)0b111_111_111);
            File.SetUnixFileMode(Path.Combine(home, "mail"), (UnixFileMode)0b111_111_111);
            var (certificate, key) = Loopback.Certificate("mail.example");
            await File.WriteAllTextAsync(Path.Combine(home, "cert.pem"), certificate, Cancel);
            await File.WriteAllTextAsync(Path.Combine(home, "key.pem"), key, Cancel);
            await File.WriteAllTextAsync(Path.Combine(home, "users"), $"{User}:{{PLAIN}}{Password}\n", Cancel);
            var (port, tls) = (Loopback.FreePort(), Loopback.FreePort());
            await File.WriteAllTextAsync(
                Path.Combine(home, "config"),
                $$"""
                base_dir = {{home}}/run
                log_path = {{home}}/log
                protocols = imap
                listen = 127.0.0.1
                mail_location = maildir:{{home}}/mail
                mail_uid = nobody
                mail_gid = nogroup
                first_valid_uid = 1
                disable_plaintext_auth = no
                ssl = yes
                ssl_cert = <{{home}}/cert.pem
                ssl_key = <{{home}}/key.pem
                passdb {
                  driver = passwd-file
                  args = {{home}}/users
                }
                userdb {
                  driver = static
                  args = uid=nobody gid=nogroup home={{home}}/mail
                }
                service imap-login {
                  chroot =
                  inet_listener imap {
                    port = {{port}}
                  }
                  inet_listener imaps {
                    port = {{tls}}
                    ssl = yes
                  }
                }
                service anvil {
                  chroot =
                }
                service stats {
                  chroot =
                }

                """,
                Cancel);
            var process = Process.Start(new ProcessStartInfo(Daemon, ["-F", "-c", Path.Combine(home, "config")]) { RedirectStandardError = true })!;
            var server = new ImapServer(home, process, port, tls, certificate);
            for (var tries = 0; tries < 200; tries++)
            {
                try
                {
                    using var probe = await server.ConnectAsync();
                    return server;
                }
                catch (Exception fault) when (fault is SocketException or IOException or ImapProtocolException && !process.HasExited)
                {
                    await Task.Delay(50, Cancel);
                }
            }

            var said = File.Exists(Path.Combine(home, "log")) ? await File.ReadAllTextAsync(Path.Combine(home, "log"), Cancel) : process.HasExited ? await process.StandardError.ReadToEndAsync(Cancel) : "nothing";
            server.Dispose();
            throw new InvalidOperationException($"Dovecot did not open port {port}: {said}");
        }

        public async Task SendAsync(string subject, string text)
        {
            using var client = await ConnectAsync();
            using var message = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = text }, MessageId = $"{Guid.NewGuid():N}@mail.example" };
            message.From.Add(new MailboxAddress("Adria", "desk@adria.example"));
            await client.Inbox.AppendAsync(message, cancellationToken: Cancel);
        }

        /// <summary>How many messages lie in the inbox, how many of them are marked as seen, and how many lie in "Taken".</summary>
        public async Task<(int All, int Seen, int Moved)> CountAsync()
        {
            using var client = await ConnectAsync();
            await client.Inbox.OpenAsync(FolderAccess.ReadOnly, Cancel);
            var flags = client.Inbox.Count == 0 ? [] : await client.Inbox.FetchAsync(0, -1, MessageSummaryItems.Flags, Cancel);
            var taken = (await client.GetFoldersAsync(client.PersonalNamespaces[0], cancellationToken: Cancel)).FirstOrDefault(folder => folder.FullName == "Taken");
            if (taken is not null)
                await taken.StatusAsync(StatusItems.Count, Cancel);
            return (client.Inbox.Count, flags.Count(message => message.Flags?.HasFlag(MessageFlags.Seen) == true), taken?.Count ?? 0);
        }

        public void Dispose()
        {
            if (!process.HasExited)
            {
                using var stop = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]); // its own processes end with it
                stop.WaitForExit();
            }

            process.WaitForExit();
            process.Dispose();
            Directory.Delete(home, recursive: true);
        }

        private async Task<ImapClient> ConnectAsync()
        {
            var client = new ImapClient();
            await client.ConnectAsync("127.0.0.1", Port, SecureSocketOptions.None, Cancel);
            await client.AuthenticateAsync(User, Password, Cancel);
            return client;
        }
    }
}
