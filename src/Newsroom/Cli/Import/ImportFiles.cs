namespace Wireroom.Newsroom.Cli.Import;

/// <summary>A file to import; the folder that the operator named, in which its pictures may lie too; and whether the operator named the file itself.</summary>
internal sealed record ImportFile(FileInfo File, string Folder, bool IsNamed)
{
    /// <summary>The name that people are shown: as short as it can be.</summary>
    public string Name => Path.GetRelativePath(Environment.CurrentDirectory, File.FullName) is var relative && relative.StartsWith("..", StringComparison.Ordinal)
        ? File.FullName
        : relative;
}

/// <summary>Finds the files that paths mean.</summary>
internal static class ImportFiles
{
    private static readonly EnumerationOptions Below = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint, // no .git, no endless round of links
        IgnoreInaccessible = true,
    };

    /// <summary>Each named file, and every file below each named folder, in the order of their names: updates follow what they update.</summary>
    /// <exception cref="UsageException">A path that is not there.</exception>
    public static IReadOnlyList<ImportFile> Find(IReadOnlyList<string> paths)
    {
        var found = new List<ImportFile>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
                found.AddRange(new DirectoryInfo(path).EnumerateFiles("*", Below).OrderBy(file => file.FullName, StringComparer.Ordinal).Select(file => new ImportFile(file, path, IsNamed: false)));
            else if (File.Exists(path))
                found.Add(new ImportFile(new FileInfo(path), Path.GetDirectoryName(Path.GetFullPath(path))!, IsNamed: true));
            else
                throw new UsageException($"There is no file or folder {path}.");
        }

        return found;
    }
}
