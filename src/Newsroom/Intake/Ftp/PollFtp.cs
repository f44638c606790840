using System.Net.Sockets;
using Wireroom.Newsroom.Intake.Feeds;
using Wireroom.Newsroom.Intake.Remote;
using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Intake.Ftp;

/// <summary>Takes what lies in a folder of an FTP server, as <see cref="TakeRemoteFiles"/> says.</summary>
public sealed class PollFtp(Store store, Arrive arrive, Outgoing outgoing, Secrets secrets, TimeProvider clock)
{
    private const int LargestListing = 16 * 1024 * 1024;

    /// <summary>Looks once.</summary>
    public async Task<RemoteLook> PollAsync(Source source, CancellationToken cancel)
    {
        try
        {
            return await new TakeRemoteFiles(store, arrive, clock).TakeAsync(source, time => OpenAsync(source, time), cancel).ConfigureAwait(false);
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
            var (bytes, name, found) = await TakeRemoteFiles.PeekAsync(time => OpenAsync(source, time), cancel).ConfigureAwait(false);
            return new RemotePeek(bytes, name, found);
        }
        catch (Exception fault) when (IsFault(fault))
        {
            return new RemotePeek(null, "", "", fault.Message);
        }
    }

    private static bool IsFault(Exception fault) => fault is FtpException or SocketException or IOException or HttpRequestException or SecretLostException or ArgumentException;

    private async Task<IRemoteFolder> OpenAsync(Source source, CancellationToken cancel)
    {
        if (!Uri.TryCreate(source.Address, UriKind.Absolute, out var address) || address.Scheme is not ("ftp" or "ftps" or "ftpes"))
            throw new FtpException($"\"{source.Address}\" is no address of an FTP server.");
        var connection = await FtpConnection.OpenAsync(address, secrets.Open(source.Secret), outgoing, clock, cancel).ConfigureAwait(false);
        return new Folder(connection, Uri.UnescapeDataString(address.AbsolutePath).TrimEnd('/'), clock);
    }

    private sealed class Folder(FtpConnection connection, string path, TimeProvider clock) : IRemoteFolder
    {
        private bool isThere;

        public async Task<IReadOnlyList<RemoteFile>> ListAsync(CancellationToken cancel)
        {
            // Into the folder once: then names are enough, and no path has to be put together.
            if (!isThere && path.Length > 0)
                await connection.AskAsync("CWD", path, "2", cancel).ConfigureAwait(false);
            isThere = true;
            using var listing = new MemoryStream();
            var hasFacts = connection.Features.Contains("MLST");
            await connection.ReadAsync(hasFacts ? "MLSD" : "LIST", "", 0, listing, LargestListing, cancel).ConfigureAwait(false);
            var text = connection.Names.GetString(listing.ToArray());
            return hasFacts ? FtpListing.OfFacts(text) : FtpListing.OfLines(text, clock.GetUtcNow().UtcDateTime);
        }

        public async Task ReadAsync(RemoteFile file, Stream into, CancellationToken cancel)
        {
            if (!isThere && path.Length > 0)
                await connection.AskAsync("CWD", path, "2", cancel).ConfigureAwait(false);
            isThere = true;
            await connection.ReadAsync("RETR", file.Name, into.Length, into, ReadDocument.LargestDocument, cancel).ConfigureAwait(false);
        }

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
