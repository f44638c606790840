namespace Wireroom.Wire.PhotoMetadata;

/// <summary>A tag of a directory: its number, the type and count of its values, and their bytes.</summary>
internal readonly record struct TiffTag(int Number, int Type, uint Count, ReadOnlyMemory<byte> Data);

/// <summary>
/// The tags of a TIFF structure (TIFF 6.0, section 2): its first directory, and those of EXIF and GPS to which it points (Exif 2.32,
/// section 4.6.3). What points outside the bytes, and what points in a circle, is passed over.
/// </summary>
internal sealed class TiffTags
{
    private const int ExifDirectory = 0x8769;
    private const int GpsDirectory = 0x8825;
    private const int MostTags = 1000;

    private readonly ReadOnlyMemory<byte> bytes;
    private readonly Dictionary<int, TiffTag> tags = [];
    private readonly Dictionary<int, TiffTag> gps = [];

    internal TiffTags(ReadOnlyMemory<byte> bytes)
    {
        this.bytes = bytes;
        var span = bytes.Span;
        if (span.Length < 8 || !(span.StartsWith("II"u8) || span.StartsWith("MM"u8)))
        {
            IsCutShort = true;
            return;
        }

        IsLittleEndian = span[0] == (byte)'I';
        Directory(Four(4), tags);
        if (Number(ExifDirectory) is { } exif)
        {
            Directory((uint)exif, tags);
        }

        if (Number(GpsDirectory) is { } place)
        {
            Directory((uint)place, gps);
        }
    }

    internal bool IsLittleEndian { get; }

    internal bool IsCutShort { get; private set; }

    internal IEnumerable<TiffTag> All => tags.Values;

    internal TiffTag? Find(int number) => tags.TryGetValue(number, out var tag) ? tag : null;

    internal TiffTag? FindGps(int number) => gps.TryGetValue(number, out var tag) ? tag : null;

    /// <summary>The first number of a tag; null where it has none.</summary>
    internal long? Number(int number) => Find(number) is not { } tag ? null : tag switch
    {
        { Type: 3, Data.Length: >= 2 } => Two(tag.Data.Span),
        { Type: 4 or 13, Data.Length: >= 4 } => Four(tag.Data.Span),
        { Type: 1, Data.Length: >= 1 } => tag.Data.Span[0],
        _ => null,
    };

    /// <summary>The fractions of a tag of rational numbers; one with the divisor zero is null.</summary>
    internal List<double?> Fractions(TiffTag tag)
    {
        var fractions = new List<double?>();
        for (var at = 0; tag.Type is 5 or 10 && at + 8 <= tag.Data.Length && fractions.Count < 8; at += 8)
        {
            var (above, below) = (Four(tag.Data.Span[at..]), Four(tag.Data.Span[(at + 4)..]));
            fractions.Add(below == 0 ? null : (double)above / below);
        }

        return fractions;
    }

    private void Directory(uint offset, Dictionary<int, TiffTag> into)
    {
        if (offset + 2L > bytes.Length || offset < 8)
        {
            IsCutShort = true;
            return;
        }

        var count = Math.Min(Two(bytes.Span[(int)offset..]), MostTags);
        for (var at = (long)offset + 2; count > 0; count--, at += 12)
        {
            if (at + 12 > bytes.Length)
            {
                IsCutShort = true;
                return;
            }

            if (Tag((int)at) is { } tag)
            {
                into.TryAdd(tag.Number, tag);
            }
        }
    }

    private TiffTag? Tag(int at)
    {
        var span = bytes.Span[at..];
        var (number, type, count) = (Two(span), Two(span[2..]), Four(span[4..]));
        var size = type switch { 1 or 2 or 6 or 7 => 1, 3 or 8 => 2, 4 or 9 or 11 or 13 => 4, 5 or 10 or 12 => 8, _ => 0 } * (long)count;
        if (size == 0)
        {
            return null;
        }

        var place = size <= 4 ? at + 8L : Four(span[8..]);
        if (place >= bytes.Length)
        {
            IsCutShort = true;
            return null;
        }

        IsCutShort |= place + size > bytes.Length;
        return new TiffTag(number, type, count, bytes.Slice((int)place, (int)Math.Min(size, bytes.Length - place)));
    }

    private int Two(ReadOnlySpan<byte> span) => IsLittleEndian ? span[0] | (span[1] << 8) : (span[0] << 8) | span[1];

    private uint Four(int at) => Four(bytes.Span[at..]);

    private uint Four(ReadOnlySpan<byte> span) => IsLittleEndian
        ? span[0] | ((uint)span[1] << 8) | ((uint)span[2] << 16) | ((uint)span[3] << 24)
        : ((uint)span[0] << 24) | ((uint)span[1] << 16) | ((uint)span[2] << 8) | span[3];
}
