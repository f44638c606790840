namespace Wireroom.Newsroom.Intake.Folders;

/// <summary>
/// What is known of the files of one watched folder from one look to the next: a file is ready when it has not changed between two looks.
/// </summary>
internal sealed class WatchedFiles
{
    private static readonly string[] UnfinishedEndings = [".part", ".tmp", ".filepart", ".crdownload", ".partial"];

    /// <summary>True for a name that a sender gives to what it is still writing.</summary>
    public static bool IsUnfinished(string name) => UnfinishedEndings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    private Dictionary<string, (long Length, DateTime Written, int Looks)> seen = new(StringComparer.Ordinal);

    /// <summary>The files that have stood unchanged since the last look, in the order in which they were written; each with the number of looks since it changed.</summary>
    public IReadOnlyList<(FileInfo File, int Looks)> Look(string folder)
    {
        var now = new Dictionary<string, (long, DateTime, int)>(StringComparer.Ordinal);
        var ready = new List<(FileInfo, int)>();
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles())
        {
            if (file.Name.StartsWith('.') || file.LinkTarget is not null || IsUnfinished(file.Name))
                continue;
            var looks = seen.TryGetValue(file.Name, out var before) && before.Length == file.Length && before.Written == file.LastWriteTimeUtc ? before.Looks + 1 : 0;
            now[file.Name] = (file.Length, file.LastWriteTimeUtc, looks);
            if (looks > 0)
                ready.Add((file, looks));
        }

        seen = now;
        return [.. ready.OrderBy(file => file.Item1.LastWriteTimeUtc).ThenBy(file => file.Item1.Name, StringComparer.Ordinal)];
    }
}
