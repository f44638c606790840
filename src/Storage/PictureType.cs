using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Gif;
using MetadataExtractor.Formats.Jpeg;
using MetadataExtractor.Formats.Png;
using MetadataExtractor.Formats.WebP;
using MetadataExtractor.Util;

namespace Wireroom.Storage;

/// <summary>Tells a picture's true type and size from its bytes; the name that it came under does not count.</summary>
internal static class PictureType
{
    /// <summary>Where EXIF says that the camera was held on its side (CIPA DC-008, Orientation): the picture is seen with its sides exchanged.</summary>
    private const int FirstTurned = 5, LastTurned = 8;

    public static (string Ending, string MediaType, int Width, int Height) Read(ReadOnlyMemory<byte> bytes)
    {
        if (LooksLikeMarkup(bytes.Span))
            throw new StoreException("This is a drawing (SVG) or another page of markup, which may hold script; send it as PNG or JPEG.");
        try
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            var type = FileTypeDetector.DetectFileType(stream);
            var (ending, mediaType, widthTag, heightTag, directory) = type switch
            {
                FileType.Jpeg => ("jpg", "image/jpeg", JpegDirectory.TagImageWidth, JpegDirectory.TagImageHeight, typeof(JpegDirectory)),
                FileType.Png => ("png", "image/png", PngDirectory.TagImageWidth, PngDirectory.TagImageHeight, typeof(PngDirectory)),
                FileType.WebP => ("webp", "image/webp", WebPDirectory.TagImageWidth, WebPDirectory.TagImageHeight, typeof(WebPDirectory)),
                FileType.Gif => ("gif", "image/gif", GifHeaderDirectory.TagImageWidth, GifHeaderDirectory.TagImageHeight, typeof(GifHeaderDirectory)),
                _ => throw new StoreException("This is not a JPEG, PNG, WebP or GIF picture; convert it first."),
            };
            stream.Position = 0;
            var directories = ImageMetadataReader.ReadMetadata(stream);
            var sizes = directories.First(found => found.GetType() == directory && found.ContainsTag(widthTag));
            var (width, height) = (sizes.GetInt32(widthTag), sizes.GetInt32(heightTag));
            if (width <= 0 || height <= 0 || (long)width * height > PictureGate.MostPixels)
                throw new StoreException($"The picture says it is {width} by {height} pixels; at most 100 megapixels are taken.");
            PictureGate.Pass(bytes.Span, ending, width, height);
            return directories.OfType<ExifIfd0Directory>().FirstOrDefault() is { } camera
                && camera.TryGetInt32(ExifDirectoryBase.TagOrientation, out var turn) && turn is >= FirstTurned and <= LastTurned
                ? (ending, mediaType, height, width)
                : (ending, mediaType, width, height);
        }
        catch (Exception exception) when (exception is ImageProcessingException or IOException or MetadataException or InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            throw new StoreException($"The picture is damaged and cannot be read: {exception.Message}", exception);
        }
    }

    private static bool LooksLikeMarkup(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.IndexOfAnyExcept((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n']);
        return start >= 0 && bytes[start] == (byte)'<';
    }
}
