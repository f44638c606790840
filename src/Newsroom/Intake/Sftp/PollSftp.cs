using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Renci.SshNet;
using Renci.SshNet.Common;
using Renci.SshNet.Sftp;
using Wireroom.Newsroom.Intake.Feeds;
using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Storage;
using ConnectionInfo = Renci.SshNet.ConnectionInfo;

namespace Wireroom.Newsroom.Intake.Sftp;

/// <summary>
/// Takes what lies in a folder of an SFTP server, oldest first. Nothing is moved or deleted there, because many agencies give no right to: what was taken is
/// remembered by name, size and time. A file that still grows is left for the next look. The server's key is remembered at the first connection, and another
/// one is refused until an operator has removed and added the source.
/// </summary>
public sealed class PollSftp(Store store, Arrive arrive, Outgoing outgoing, Secrets secrets, TimeProvider clock)
{
    private const int MostFilesAtOnce = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Standstill = TimeSpan.FromSeconds(1);

    /// <summary>Looks once; returns how many documents brought something, or what went wrong in a sentence.</summary>
    public async Task<(int Brought, string? Fault)> PollAsync(Source source, CancellationToken cancel)
    {
        if (!Uri.TryCreate(source.Address, UriKind.Absolute, out var address) || address.Scheme != "sftp")
            return (0, $"\"{source.Address}\" is no sftp address.");
        var (known, shown) = (await store.HostKeyAsync(source.Slug, cancel).ConfigureAwait(false), "");
        try
        {
            var there = await outgoing.AddressesAsync(address.Host, cancel).ConfigureAwait(false);
            var login = secrets.Open(source.Secret);
            using var client = new SftpClient(Connection(there[0].ToString(), address.Port > 0 ? address.Port : 22, login)) { OperationTimeout = Patience };
            client.HostKeyReceived += (_, key) =>
            {
                shown = key.FingerPrintSHA256;
                key.CanTrust = known is null || known == shown;
            };
            await client.ConnectAsync(cancel).ConfigureAwait(false);
            if (known is null)
                await store.RememberHostKeyAsync(source.Slug, shown, cancel).ConfigureAwait(false);
            return (await TakeAsync(client, source, Uri.UnescapeDataString(address.AbsolutePath), cancel).ConfigureAwait(false), null);
        }
        catch (SshException) when (known is not null && shown.Length > 0 && known != shown)
        {
            return (0, "The server shows another key than before: it may not be the server. If it was set up anew, remove the source and add it again.");
        }
        catch (Exception fault) when (fault is SshException or SocketException or IOException or HttpRequestException or SecretLostException or ArgumentException)
        {
            return (0, fault.Message);
        }
    }

    private static ConnectionInfo Connection(string host, int port, SourceLogin login)
    {
        AuthenticationMethod method = login.Key.Length > 0
            ? new PrivateKeyAuthenticationMethod(login.User, new PrivateKeyFile(new MemoryStream(Encoding.UTF8.GetBytes(login.Key.ReplaceLineEndings("\n").TrimEnd() + "\n")), login.Password))
            : new PasswordAuthenticationMethod(login.User, login.Password);
        return new ConnectionInfo(host, port, login.User, method) { Timeout = Patience };
    }

    private async Task<int> TakeAsync(SftpClient client, Source source, string folder, CancellationToken cancel)
    {
        var before = await ListAsync(client, folder, cancel).ConfigureAwait(false);
        var taken = await store.TakenFilesAsync(source.Slug, cancel).ConfigureAwait(false);
        var brought = 0;
        if (before.Any(file => !IsTaken(file, taken)))
        {
            await Task.Delay(Standstill, clock, cancel).ConfigureAwait(false);
            var now = await ListAsync(client, folder, cancel).ConfigureAwait(false);
            var still = now.Where(file => !IsTaken(file, taken) && before.Any(other => other.Name == file.Name && Stamp(other) == Stamp(file)));
            foreach (var file in still.OrderBy(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal).Take(MostFilesAtOnce))
                brought += await TakeFileAsync(client, source, file, cancel).ConfigureAwait(false) ? 1 : 0;
        }

        await store.ForgetTakenFilesAsync(source.Slug, [.. taken.Keys.Except(before.Select(file => file.Name))], cancel).ConfigureAwait(false);
        return brought;
    }

    private async Task<bool> TakeFileAsync(SftpClient client, Source source, ISftpFile file, CancellationToken cancel)
    {
        if (file.Length > ReadDocument.LargestDocument)
        {
            await store.RememberTakenFileAsync(source.Slug, file.Name, Stamp(file), cancel).ConfigureAwait(false);
            return false;
        }

        using var bytes = new MemoryStream((int)file.Length);
        await client.DownloadFileAsync(file.FullName, bytes, cancel).ConfigureAwait(false);
        if (bytes.Length != file.Length)
            return false; // it has changed under our hands; the next look takes it
        var report = await arrive.TakeAsync(
            new Delivery { Source = source.Slug, Name = file.Name, Bytes = bytes.ToArray(), Date = file.LastWriteTimeUtc, DateIsGuessed = true }, cancel).ConfigureAwait(false);
        // Where the program stops before this, the file is taken once more and is a repeat.
        await store.RememberTakenFileAsync(source.Slug, file.Name, Stamp(file), cancel).ConfigureAwait(false);
        return report.Outcome.Taken + report.Outcome.Updated > 0;
    }

    private static async Task<List<ISftpFile>> ListAsync(SftpClient client, string folder, CancellationToken cancel)
    {
        var files = new List<ISftpFile>();
        await foreach (var file in client.ListDirectoryAsync(folder.Length > 0 ? folder : "/", cancel).ConfigureAwait(false))
        {
            if (file.IsRegularFile && !file.Name.StartsWith('.') && !Folders.WatchedFiles.IsUnfinished(file.Name))
                files.Add(file);
        }

        return files;
    }

    private static bool IsTaken(ISftpFile file, IReadOnlyDictionary<string, string> taken) => taken.TryGetValue(file.Name, out var stamp) && stamp == Stamp(file);

    private static string Stamp(ISftpFile file) => string.Create(CultureInfo.InvariantCulture, $"{file.Length}:{file.LastWriteTimeUtc.Ticks}");
}
