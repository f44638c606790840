namespace Wireroom.Wire.PhotoMetadata;

/// <summary>A TIFF, and the raw pictures of cameras that are TIFF: metadata in the tags of the first directory (TIFF 6.0; XMP Specification part 3, section 1.1.7).</summary>
internal static class TiffFile
{
    internal static void Read(ReadOnlyMemory<byte> bytes, PictureBlocks blocks)
    {
        blocks.Exif = bytes;
        var tiff = new TiffTags(bytes);
        blocks.IsCutShort = tiff.IsCutShort;
        blocks.Size(tiff.Number(0x0100) ?? 0, tiff.Number(0x0101) ?? 0);
        if (tiff.Find(0x02BC) is { } xmp)
        {
            blocks.Xmp.Add(xmp.Data);
        }

        if (tiff.Find(0x83BB) is { } iim)
        {
            blocks.Iim.Add(Turned(iim, tiff.IsLittleEndian));
        }

        if (tiff.Find(0x8649) is { } photoshop)
        {
            blocks.Resources(photoshop.Data);
        }
    }

    /// <summary>Programs that take the bytes of IIM for numbers of four bytes turn each about in a file of the other byte order.</summary>
    private static ReadOnlyMemory<byte> Turned(TiffTag tag, bool littleEndian)
    {
        if (!littleEndian || tag.Type != 4 || tag.Data.Length < 4 || tag.Data.Span[0] == 0x1C || tag.Data.Span[3] != 0x1C)
        {
            return tag.Data;
        }

        var turned = tag.Data.ToArray();
        for (var at = 0; at + 4 <= turned.Length; at += 4)
        {
            turned.AsSpan(at, 4).Reverse();
        }

        return turned;
    }
}
