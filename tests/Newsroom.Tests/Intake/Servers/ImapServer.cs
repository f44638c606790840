using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Runtime.Versioning;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using MimeKit;

namespace Wireroom.Newsroom.Tests.Intake;

/// <summary>Dovecot as an ordinary process in a temporary folder, with one user.</summary>
[SupportedOSPlatform("linux")]
internal sealed class ImapServer : IDisposable
{
    public const string User = "wire";
    public const string Password = "a lamp in the harbour";

    private const string Daemon = "/usr/sbin/dovecot";

    private readonly Process process;
    private readonly string home;

    private ImapServer(string home, Process process, int port, int tlsPort, string certificate) => (this.home, this.process, Port, TlsPort, Certificate) = (home, process, port, tlsPort, certificate);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Why it cannot be had on this machine; null where it can.</summary>
    public static string? WhyNot => !File.Exists("/usr/lib/dovecot/imap")
        ? "There is no IMAP server here; install dovecot-imapd."
        : Environment.UserName != "root" ? "Dovecot separates its privileges only where it is run by root." : null;

    public int Port { get; }

    public int TlsPort { get; }

    public string Certificate { get; }

    public static async Task<ImapServer> StartAsync()
    {
        if (WhyNot is { } why)
            Assert.Skip(why);
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

    /// <summary>Lays messages as they stand, byte for byte, into a folder, which is made where there is none.</summary>
    public async Task AppendAsync(string folder, IEnumerable<byte[]> messages, CancellationToken cancel)
    {
        using var client = await ConnectAsync();
        var target = await FolderAsync(client, folder, cancel) ?? (await client.GetFolder(client.PersonalNamespaces[0]).CreateAsync(folder, isMessageFolder: true, cancel))!;
        foreach (var message in messages)
        {
            using var bytes = new MemoryStream(message);
            using var loaded = await MimeMessage.LoadAsync(bytes, cancel);
            await target.AppendAsync(loaded, cancellationToken: cancel);
        }
    }

    /// <summary>The subjects of what lies in a folder, and of each whether it is marked as seen.</summary>
    public async Task<IReadOnlyList<(string Subject, bool Seen)>> LiesInAsync(string folder, CancellationToken cancel)
    {
        using var client = await ConnectAsync();
        if (await FolderAsync(client, folder, cancel) is not { } found)
            return [];
        await found.OpenAsync(FolderAccess.ReadOnly, cancel);
        return found.Count == 0
            ? []
            : [.. (await found.FetchAsync(0, -1, MessageSummaryItems.Envelope | MessageSummaryItems.Flags, cancel)).Select(message => (message.Envelope?.Subject ?? "", message.Flags?.HasFlag(MessageFlags.Seen) == true))];
    }

    /// <summary>How many messages lie in the inbox, how many of them are marked as seen, and how many lie in "Taken".</summary>
    public async Task<(int All, int Seen, int Moved)> CountAsync()
    {
        using var client = await ConnectAsync();
        await client.Inbox.OpenAsync(FolderAccess.ReadOnly, Cancel);
        var flags = client.Inbox.Count == 0 ? [] : await client.Inbox.FetchAsync(0, -1, MessageSummaryItems.Flags, Cancel);
        var taken = await FolderAsync(client, "Taken", Cancel);
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

    private static async Task<IMailFolder?> FolderAsync(ImapClient client, string name, CancellationToken cancel) =>
        name == "INBOX" ? client.Inbox : (await client.GetFoldersAsync(client.PersonalNamespaces[0], cancellationToken: cancel)).FirstOrDefault(folder => folder.FullName == name);

    private async Task<ImapClient> ConnectAsync()
    {
        var client = new ImapClient();
        await client.ConnectAsync("127.0.0.1", Port, SecureSocketOptions.None, Cancel);
        await client.AuthenticateAsync(User, Password, Cancel);
        return client;
    }
}
