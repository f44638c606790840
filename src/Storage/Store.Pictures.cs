namespace Wireroom.Storage;

/// <summary>A stored picture: file name (hash of its content, and ending by its true type), type, size in pixels and bytes.</summary>
public sealed record StoredPicture(string File, string MediaType, int Width, int Height, long Length);

public sealed partial class Store
{
    /// <summary>Keeps a picture's bytes under the hash of their content; JPEG, PNG, WebP, GIF and AVIF by their content, anything else is refused with the reason.</summary>
    /// <exception cref="StoreException">Not a picture of those kinds, or larger than 100 megapixels.</exception>
    public Task<StoredPicture> KeepPictureAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>The stored picture of that file name, or null.</summary>
    public Task<StoredPicture?> FindPictureAsync(string file, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Full path of a stored picture's file. The name is checked; it never leads out of the picture folder.</summary>
    public string PicturePath(string file) => throw new NotImplementedException();
}
