using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Renci.SshNet;
using Renci.SshNet.Common;
using Wireroom.Newsroom.Intake.Feeds;
using Wireroom.Newsroom.Intake.Remote;
using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Storage;
using ConnectionInfo = Renci.SshNet.ConnectionInfo;

namespace Wireroom.Newsroom.Intake.Sftp;

/// <summary>
/// Takes what lies in a folder of an SFTP server, as <see cref="TakeRemoteFiles"/> says. The server's key is remembered at the first connection, and another one
/// is refused until an operator has removed and added the source.
/// </summary>
public sealed class PollSftp(Store store, Arrive arrive, Outgoing outgoing, Secrets secrets, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Looks once.</summary>
    public async Task<RemoteLook> PollAsync(Source source, CancellationToken cancel)
    {
        try
        {
            return await new TakeRemoteFiles(store, arrive, clock).TakeAsync(source, time => OpenAsync(source, remembers: true, time), cancel).ConfigureAwait(false);
        }
        catch (Exception fault) when (IsFault(fault))
        {
            return new RemoteLook(0, fault.Message);
        }
    }

    /// <summary>The newest file, for a trial.</summary>
    public async Task<RemotePeek> PeekAsync(Source source, CancellationToken cancel)
    {
        try
        {
            var (bytes, name, found) = await TakeRemoteFiles.PeekAsync(time => OpenAsync(source, remembers: false, time), cancel).ConfigureAwait(false);
            return new RemotePeek(bytes, name, found);
        }
        catch (Exception fault) when (IsFault(fault))
        {
            return new RemotePeek(null, "", "", fault.Message);
        }
    }

    private static bool IsFault(Exception fault) => fault is SshException or SocketException or IOException or HttpRequestException or SecretLostException or ArgumentException;

    private async Task<IRemoteFolder> OpenAsync(Source source, bool remembers, CancellationToken cancel)
    {
        if (!Uri.TryCreate(source.Address, UriKind.Absolute, out var address) || address.Scheme != "sftp")
            throw new ArgumentException($"\"{source.Address}\" is no sftp address.");
        var (known, shown) = (await store.HostKeyAsync(source.Slug, cancel).ConfigureAwait(false), "");
        var there = await outgoing.AddressesAsync(address.Host, cancel).ConfigureAwait(false);
        var client = new SftpClient(Connection(there[0].ToString(), address.Port > 0 ? address.Port : 22, secrets.Open(source.Secret))) { OperationTimeout = Patience };
        try
        {
            client.HostKeyReceived += (_, key) =>
            {
                shown = key.FingerPrintSHA256;
                key.CanTrust = known is null || known == shown;
            };
            await client.ConnectAsync(cancel).ConfigureAwait(false);
            if (known is null && remembers)
                await store.RememberHostKeyAsync(source.Slug, shown, cancel).ConfigureAwait(false);
            return new Folder(client, Uri.UnescapeDataString(address.AbsolutePath));
        }
        catch (SshException) when (known is not null && shown.Length > 0 && known != shown)
        {
            client.Dispose();
            throw new SshException("The server shows another key than before: it may not be the server. If it was set up anew, remove the source and add it again.");
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private static ConnectionInfo Connection(string host, int port, SourceLogin login)
    {
        AuthenticationMethod method = login.Key.Length > 0
            ? new PrivateKeyAuthenticationMethod(login.User, new PrivateKeyFile(new MemoryStream(Encoding.UTF8.GetBytes(login.Key.ReplaceLineEndings("\n").TrimEnd() + "\n")), login.Password))
            : new PasswordAuthenticationMethod(login.User, login.Password);
        return new ConnectionInfo(host, port, login.User, method) { Timeout = Patience };
    }

    private sealed class Folder(SftpClient client, string path) : IRemoteFolder
    {
        public async Task<IReadOnlyList<RemoteFile>> ListAsync(CancellationToken cancel)
        {
            var files = new List<RemoteFile>();
            await foreach (var file in client.ListDirectoryAsync(path.Length > 0 ? path : "/", cancel).ConfigureAwait(false))
            {
                if (file.IsRegularFile)
                    files.Add(new RemoteFile(file.Name, file.Length, file.LastWriteTimeUtc, string.Create(CultureInfo.InvariantCulture, $"{file.Length}:{file.LastWriteTimeUtc.Ticks}")));
            }

            return files;
        }

        public async Task ReadAsync(RemoteFile file, Stream into, CancellationToken cancel)
        {
            try
            {
                var stream = await client.OpenAsync($"{path.TrimEnd('/')}/{file.Name}", FileMode.Open, FileAccess.Read, cancel).ConfigureAwait(false);
                await using (stream.ConfigureAwait(false))
                {
                    stream.Seek(into.Length, SeekOrigin.Begin);
                    var piece = new byte[64 * 1024];
                    // A file that has grown past what was listed is not read to its end: the next look takes it.
                    while (into.Length <= file.Length && await stream.ReadAsync(piece, cancel).ConfigureAwait(false) is var count and > 0)
                        into.Write(piece, 0, count);
                }
            }
            catch (SshException broken) when (broken is SshConnectionException or SshOperationTimeoutException)
            {
                throw new IOException(broken.Message, broken); // what has come is kept, and read on
            }
        }

        public ValueTask DisposeAsync()
        {
            client.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
