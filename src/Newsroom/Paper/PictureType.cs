namespace Wireroom.Newsroom.Paper;

/// <summary>Media types of stored pictures; the store names each file by its true kind.</summary>
public static class PictureType
{
    /// <summary>The media type by the file's ending.</summary>
    public static string Of(string file) => Path.GetExtension(file) switch
    {
        ".jpg" => "image/jpeg",
        ".png" => "image/png",
        ".webp" => "image/webp",
        ".gif" => "image/gif",
        ".avif" => "image/avif",
        _ => "application/octet-stream",
    };
}
