using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;

namespace Wireroom.Newsroom.Tests.Intake;

/// <summary>vsftpd as an ordinary process, with one user, whom a PAM file lets in with any password.</summary>
[SupportedOSPlatform("linux")]
internal sealed class FtpServer : IDisposable
{
    public const string User = "wire";
    public const string Password = "a lamp in the harbour";

    private const string Daemon = "/usr/sbin/vsftpd";

    private readonly Process process;
    private readonly string home;
    private readonly string pam;

    private FtpServer(Process process, string home, string pam, string scheme, int port, string certificate) =>
        (this.process, this.home, this.pam, Scheme, Port, Certificate) = (process, home, pam, scheme, port, certificate);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Why it cannot be had on this machine; null where it can.</summary>
    public static string? WhyNot => !File.Exists(Daemon)
        ? "There is no FTP server here; install vsftpd."
        : Environment.UserName != "root" ? "vsftpd takes logins only where it is run by root." : null;

    public string Scheme { get; }

    public int Port { get; }

    public string Certificate { get; }

    public string Address => string.Create(CultureInfo.InvariantCulture, $"{Scheme}://127.0.0.1:{Port}");

    public int Count => Directory.GetFiles(Folder).Length;

    public string Folder => Path.Combine(home, "root", "wires");

    public static async Task<FtpServer> StartAsync(string scheme)
    {
        if (WhyNot is { } why)
            Assert.Skip(why);
        var home = Directory.CreateTempSubdirectory("wireroom-ftpd-").FullName;
        File.SetUnixFileMode(home, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        Directory.CreateDirectory(Path.Combine(home, "root", "wires"));
        Directory.CreateDirectory(Path.Combine(home, "empty"));
        var (pem, key) = Loopback.Certificate("wires.example");
        await File.WriteAllTextAsync(Path.Combine(home, "server.pem"), pem + "\n" + key, Cancel);
        await File.WriteAllTextAsync(Path.Combine(home, "users"), User + "\n", Cancel);
        var service = $"wireroom-test-{Guid.NewGuid():N}";
        var pam = $"/etc/pam.d/{service}";
        await File.WriteAllTextAsync(pam, $"auth required pam_listfile.so item=user sense=allow onerr=fail file={home}/users\naccount required pam_permit.so\nsession required pam_permit.so\n", Cancel);
        var port = Loopback.FreePort();
        await File.WriteAllTextAsync(
            Path.Combine(home, "config"),
            $"""
            listen=YES
            listen_ipv6=NO
            listen_address=127.0.0.1
            listen_port={port}
            background=NO
            anonymous_enable=NO
            local_enable=YES
            guest_enable=YES
            guest_username=root
            chroot_local_user=YES
            allow_writeable_chroot=YES
            local_root={home}/root
            secure_chroot_dir={home}/empty
            pam_service_name={service}
            seccomp_sandbox=NO
            virtual_use_local_privs=YES
            utf8_filesystem=YES
            pasv_address=127.0.0.1
            deny_file={"{locked*}"}
            {(scheme == "ftp" ? "" : $"ssl_enable=YES\nrsa_cert_file={home}/server.pem\nforce_local_logins_ssl=YES\nforce_local_data_ssl=YES\nrequire_ssl_reuse=YES\nimplicit_ssl={(scheme == "ftps" ? "YES" : "NO")}")}

            """,
            Cancel);
        var process = Process.Start(new ProcessStartInfo(Daemon, [Path.Combine(home, "config")]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var server = new FtpServer(process, home, pam, scheme, port, scheme == "ftp" ? "" : pem);
        for (var tries = 0; tries < 200; tries++)
        {
            using var probe = new TcpClient();
            try
            {
                await probe.ConnectAsync(IPAddress.Loopback, port, Cancel);
                return server;
            }
            catch (SocketException) when (!process.HasExited)
            {
                await Task.Delay(50, Cancel);
            }
            catch (SocketException)
            {
                break;
            }
        }

        var said = process.HasExited ? await process.StandardOutput.ReadToEndAsync(Cancel) + await process.StandardError.ReadToEndAsync(Cancel) : "nothing";
        server.Dispose();
        throw new InvalidOperationException($"vsftpd did not open port {port}: {said}");
    }

    public void Put(string name, string text, int minutesAgo)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-minutesAgo));
    }

    public void Remove(string name) => File.Delete(Path.Combine(Folder, name));

    public string Text(string name) => File.ReadAllText(Path.Combine(Folder, name));

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        File.Delete(pam);
        Directory.Delete(home, recursive: true);
    }
}
