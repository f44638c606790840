namespace Wireroom.Storage;

/// <summary>Where the newsroom's data lies: the folder of files and, for PostgreSQL, the connection; null means SQLite in the folder.</summary>
public sealed record StoreOptions(string DataFolder, string? PostgresConnection = null)
{
    /// <summary>The SQLite database file.</summary>
    public string SqliteFile => Path.Combine(DataFolder, "wireroom.db");

    /// <summary>The folder of stored pictures, each named by the hash of its content.</summary>
    public string PictureFolder => Path.Combine(DataFolder, "pictures");
}
