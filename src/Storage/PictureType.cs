using MetadataExtractor;
using MetadataExtractor.Formats.Gif;
using MetadataExtractor.Formats.Jpeg;
using MetadataExtractor.Formats.Png;
using MetadataExtractor.Formats.WebP;
using MetadataExtractor.Util;

namespace Wireroom.Storage;

/// <summary>Tells a picture's true type and size from its first bytes; the name that it came under does not count.</summary>
internal static class PictureType
{
    private const long MostPixels = 100_000_000;

    public static (string Ending, string MediaType, int Width, int Height) Read(ReadOnlyMemory<byte> bytes)
    {
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
            var sizes = ImageMetadataReader.ReadMetadata(stream).First(found => found.GetType() == directory && found.ContainsTag(widthTag));
            var (width, height) = (sizes.GetInt32(widthTag), sizes.GetInt32(heightTag));
            if (width <= 0 || height <= 0 || (long)width * height > MostPixels)
                throw new StoreException($"The picture says it is {width} by {height} pixels; at most 100 megapixels are taken.");
            return (ending, mediaType, width, height);
        }
        catch (Exception exception) when (exception is ImageProcessingException or IOException or MetadataException or InvalidOperationException)
        {
            throw new StoreException($"The picture is damaged and cannot be read: {exception.Message}", exception);
        }
    }
}
