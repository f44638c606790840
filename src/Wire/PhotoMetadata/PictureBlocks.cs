using System.IO.Compression;

namespace Wireroom.Wire.PhotoMetadata;

/// <summary>What a picture's file holds of metadata, as bytes that no one has read yet, and the size of the picture in pixels.</summary>
internal sealed class PictureBlocks(string mediaType)
{
    // No caption is longer, and a few bytes may inflate to gigabytes.
    private const int LongestInflated = 16 * 1024 * 1024;

    internal string MediaType { get; } = mediaType;

    internal int? Width { get; private set; }

    internal int? Height { get; private set; }

    internal List<ReadOnlyMemory<byte>> Xmp { get; } = [];

    internal List<ReadOnlyMemory<byte>> Iim { get; } = [];

    /// <summary>MD5 of the IIM as it stood when the XMP was written (Photoshop resource 0425).</summary>
    internal ReadOnlyMemory<byte> IimDigest { get; private set; }

    /// <summary>EXIF as the TIFF structure that it is.</summary>
    internal ReadOnlyMemory<byte> Exif { get; set; }

    /// <summary>Texts that the file format itself carries, by their keyword.</summary>
    internal List<(string Name, string Text)> Texts { get; } = [];

    /// <summary>True where the file ended before its end.</summary>
    internal bool IsCutShort { get; set; }

    internal static PictureBlocks Of(ReadOnlyMemory<byte> bytes, string mediaType)
    {
        var blocks = new PictureBlocks(mediaType);
        switch (mediaType)
        {
            case "image/jpeg":
                JpegFile.Read(bytes, blocks);
                break;
            case "image/png":
                PngFile.Read(bytes, blocks);
                break;
            case "image/gif":
                GifFile.Read(bytes, blocks);
                break;
            case "image/webp":
                WebpFile.Read(bytes, blocks);
                break;
            case "image/tiff":
                TiffFile.Read(bytes, blocks);
                break;
            default:
                HeifFile.Read(bytes, blocks);
                break;
        }

        return blocks;
    }

    internal void Size(long width, long height)
    {
        if (width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue)
        {
            (Width, Height) = ((int)width, (int)height);
        }
    }

    /// <summary>The resources of Photoshop (Adobe Photoshop File Formats Specification, "Image Resource Blocks"): IIM, its digest, and XMP.</summary>
    internal void Resources(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        var at = 0;
        while (at + 12 <= span.Length)
        {
            // A signature of four letters; 8BIM but for a few old programs.
            var name = span[at + 6];
            var data = at + 6 + ((name + 2) & ~1) + 4;
            if (data > span.Length)
            {
                return;
            }

            var id = (span[at + 4] << 8) | span[at + 5];
            var size = BigEndian.Four(span, data - 4);
            if (size > span.Length - data)
            {
                // Cut short: what is there of it is read.
                size = (uint)(span.Length - data);
            }

            var resource = bytes.Slice(data, (int)size);
            switch (id)
            {
                case 0x0404:
                    Iim.Add(resource);
                    break;
                case 0x0425:
                    IimDigest = resource;
                    break;
                case 0x0424:
                    Xmp.Add(resource);
                    break;
                case 0x0422 when Exif.IsEmpty:
                    Exif = resource;
                    break;
                default:
                    break;
            }

            at = data + (((int)size + 1) & ~1);
        }
    }

    /// <summary>What was compressed by zlib; cut off at the bound and at the first damage.</summary>
    internal static ReadOnlyMemory<byte> Inflated(ReadOnlyMemory<byte> compressed)
    {
        var inflated = new MemoryStream();
        try
        {
            using var zlib = new ZLibStream(new ReadOnlyMemoryStream(compressed), CompressionMode.Decompress);
            var piece = new byte[16 * 1024];
            for (var count = zlib.Read(piece); count > 0 && inflated.Length < LongestInflated; count = zlib.Read(piece))
            {
                inflated.Write(piece, 0, count);
            }
        }
        catch (Exception damage) when (damage is InvalidDataException or IOException)
        {
            // What came before the damage is read.
        }

        return inflated.GetBuffer().AsMemory(0, (int)inflated.Length);
    }
}

/// <summary>Numbers with the most significant byte first; 0 beyond the end.</summary>
internal static class BigEndian
{
    internal static int Two(ReadOnlySpan<byte> bytes, int at) => at >= 0 && at + 2 <= bytes.Length ? (bytes[at] << 8) | bytes[at + 1] : 0;

    internal static uint Four(ReadOnlySpan<byte> bytes, int at) => at >= 0 && at + 4 <= bytes.Length ? ((uint)bytes[at] << 24) | ((uint)bytes[at + 1] << 16) | ((uint)bytes[at + 2] << 8) | bytes[at + 3] : 0;
}
