using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Wireroom.Newsroom.Tests.Intake;

/// <summary>sshd as an ordinary process in a temporary folder, with a key of its own and one for its user.</summary>
internal sealed class SshServer : IDisposable
{
    /// <summary>It answers here too, for a test that asks several servers at once: of each host the newsroom asks one thing at a time.</summary>
    public const string OtherHost = "127.0.0.2";

    private const string Daemon = "/usr/sbin/sshd";

    private readonly Process process;
    private readonly string home;

    private SshServer(Process process, string home, int port) => (this.process, this.home, Port) = (process, home, port);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Why it cannot be had on this machine; null where it can.</summary>
    public static string? WhyNot => File.Exists(Daemon) ? null : "There is no OpenSSH server here; install openssh-server.";

    public int Port { get; }

    public string Folder => Path.Combine(home, "wires");

    public string UserKey => File.ReadAllText(Path.Combine(home, "user"));

    public string HostKey => File.ReadAllText(Path.Combine(home, "host"));

    public static async Task<SshServer> StartAsync()
    {
        if (WhyNot is { } why)
            Assert.Skip(why);
        var home = Directory.CreateTempSubdirectory("wireroom-sshd-").FullName;
        Directory.CreateDirectory(Path.Combine(home, "wires"));
        foreach (var name in (string[])["host", "user"])
            await RunAsync("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", Path.Combine(home, name));
        if (Environment.UserName == "root")
            Directory.CreateDirectory("/run/sshd"); // where the server separates its privileges
        var port = Loopback.FreePort();
        await File.WriteAllTextAsync(
            Path.Combine(home, "config"),
            $"""
            Port {port}
            ListenAddress 127.0.0.1
            ListenAddress {OtherHost}
            HostKey {home}/host
            AuthorizedKeysFile {home}/user.pub
            PidFile {home}/pid
            StrictModes no
            UsePAM no
            PermitRootLogin yes
            PasswordAuthentication no
            Subsystem sftp internal-sftp

            """,
            Cancel);
        var process = Process.Start(new ProcessStartInfo(Daemon, ["-D", "-e", "-f", Path.Combine(home, "config")]) { RedirectStandardError = true })!;
        _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
        for (var tries = 0; tries < 200; tries++)
        {
            using var probe = new TcpClient();
            try
            {
                await probe.ConnectAsync(IPAddress.Loopback, port, Cancel);
                return new SshServer(process, home, port);
            }
            catch (SocketException)
            {
                await Task.Delay(50, Cancel);
            }
        }

        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"sshd did not open port {port}."));
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(home, recursive: true);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        await process.WaitForExitAsync(Cancel);
        Assert.Equal(0, process.ExitCode);
    }
}
