namespace Wireroom.Newsroom.Intake.Remote;

/// <summary>A file of another machine's folder, as its listing tells of it.</summary>
/// <param name="Name">Name without a path.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Written">When it was written, as far as the listing says.</param>
/// <param name="Stamp">Length and time as they are remembered: another stamp is another file.</param>
/// <param name="KnowsDayOnly">True where the listing names only the day, as it does of old files; the stamp is then the beginning of what it was.</param>
internal sealed record RemoteFile(string Name, long Length, DateTime Written, string Stamp, bool KnowsDayOnly = false)
{
    /// <summary>True where that stamp was remembered of this very file.</summary>
    public bool IsSameAs(string stamp) => KnowsDayOnly ? stamp.StartsWith(Stamp, StringComparison.Ordinal) : stamp == Stamp;
}

/// <summary>A folder of another machine, over a connection that is open.</summary>
internal interface IRemoteFolder : IAsyncDisposable
{
    /// <summary>The files that lie there.</summary>
    Task<IReadOnlyList<RemoteFile>> ListAsync(CancellationToken cancel);

    /// <summary>Reads a file from the place where <paramref name="into"/> ends, and appends it there.</summary>
    Task ReadAsync(RemoteFile file, Stream into, CancellationToken cancel);
}
