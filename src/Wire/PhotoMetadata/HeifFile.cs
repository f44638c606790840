namespace Wireroom.Wire.PhotoMetadata;

/// <summary>
/// The metadata items of HEIF and AVIF (ISO/IEC 14496-12, section 8.11; ISO/IEC 23008-12, annex A): item information names
/// them, item location says where their bytes stand, and the property ispe of the primary item is its size.
/// </summary>
internal sealed class HeifFile
{
    private const int MostItems = 4096;

    private readonly ReadOnlyMemory<byte> bytes;
    private readonly PictureBlocks blocks;
    private readonly Dictionary<uint, string> items = [];
    private readonly Dictionary<uint, List<(uint Method, long Offset, long Length)>> places = [];
    private readonly List<(uint Width, uint Height)?> properties = [];
    private readonly List<(uint Item, int Property)> associations = [];
    private ReadOnlyMemory<byte> itemData;
    private uint primary;

    private HeifFile(ReadOnlyMemory<byte> bytes, PictureBlocks blocks) => (this.bytes, this.blocks) = (bytes, blocks);

    internal static void Read(ReadOnlyMemory<byte> bytes, PictureBlocks blocks)
    {
        var file = new HeifFile(bytes, blocks);
        foreach (var (type, data) in file.Boxes(bytes))
        {
            if (type == "meta" && data.Length > 4)
            {
                file.Meta(data[4..]);
                file.Finish();
                return;
            }
        }

        blocks.IsCutShort = true;
    }

    /// <summary>The boxes behind each other: type and content.</summary>
    private IEnumerable<(string Type, ReadOnlyMemory<byte> Data)> Boxes(ReadOnlyMemory<byte> within)
    {
        for (var count = 0; within.Length >= 8 && count < MostItems; count++)
        {
            long size = BigEndian.Four(within.Span, 0);
            var type = System.Text.Encoding.Latin1.GetString(within.Span.Slice(4, 4));
            var head = 8;
            if (size == 1)
            {
                size = ((long)BigEndian.Four(within.Span, 8) << 32) | BigEndian.Four(within.Span, 12);
                head = 16;
            }
            else if (size == 0)
            {
                size = within.Length;
            }

            if (size < head || head > within.Length)
            {
                yield break;
            }

            blocks.IsCutShort |= size > within.Length;
            var end = (int)Math.Min(size, within.Length);
            yield return (type, within[head..end]);
            within = within[end..];
        }
    }

    private void Meta(ReadOnlyMemory<byte> meta)
    {
        foreach (var (type, data) in Boxes(meta))
        {
            switch (type)
            {
                case "pitm" when data.Length >= 6:
                    primary = data.Span[0] == 0 ? (uint)BigEndian.Two(data.Span, 4) : BigEndian.Four(data.Span, 4);
                    break;
                case "iinf" when data.Length >= 6:
                    foreach (var (entry, information) in Boxes(data[(data.Span[0] == 0 ? 6 : Math.Min(8, data.Length))..]))
                    {
                        if (entry == "infe")
                        {
                            Information(information.Span);
                        }
                    }

                    break;
                case "iloc" when data.Length >= 8:
                    Locations(data.Span);
                    break;
                case "idat":
                    itemData = data;
                    break;
                case "iprp":
                    Properties(data);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>An entry of edition 2 or 3: number, protection, type of four letters, name, and for "mime" its media type.</summary>
    private void Information(ReadOnlySpan<byte> entry)
    {
        var at = entry.Length > 0 && entry[0] == 3 ? 8 : 6;
        if (entry.Length < at + 6 || entry[0] is not (2 or 3))
        {
            return;
        }

        var number = entry[0] == 3 ? BigEndian.Four(entry, 4) : (uint)BigEndian.Two(entry, 4);
        var type = entry.Slice(at + 2, 4);
        if (type.SequenceEqual("Exif"u8))
        {
            items[number] = "Exif";
        }
        else if (type.SequenceEqual("mime"u8) && entry[(at + 6)..].IndexOf("application/rdf+xml"u8) >= 0)
        {
            items[number] = "XMP";
        }
    }

    private void Locations(ReadOnlySpan<byte> data)
    {
        var version = data[0];
        var (offsetSize, lengthSize, baseSize, indexSize) = (data[4] >> 4, data[4] & 15, data[5] >> 4, version > 0 ? data[5] & 15 : 0);
        var at = 6;
        var count = Number(data, ref at, version < 2 ? 2 : 4);
        for (; count > 0 && at < data.Length && places.Count < MostItems; count--)
        {
            var number = (uint)Number(data, ref at, version < 2 ? 2 : 4);
            var method = version > 0 ? (uint)Number(data, ref at, 2) & 15 : 0;
            at += 2;
            var start = Number(data, ref at, baseSize);
            var extents = Number(data, ref at, 2);
            var parts = new List<(uint, long, long)>();
            for (; extents > 0 && at < data.Length && parts.Count < 64; extents--)
            {
                at += indexSize;
                parts.Add((method, start + Number(data, ref at, offsetSize), Number(data, ref at, lengthSize)));
            }

            places.TryAdd(number, parts);
        }
    }

    private void Properties(ReadOnlyMemory<byte> data)
    {
        foreach (var (type, content) in Boxes(data))
        {
            if (type == "ipco")
            {
                properties.AddRange(Boxes(content).Select(box => box.Type == "ispe" && box.Data.Length >= 12 ? (BigEndian.Four(box.Data.Span, 4), BigEndian.Four(box.Data.Span, 8)) : ((uint, uint)?)null));
            }
            else if (type == "ipma" && content.Length >= 8)
            {
                Associations(content.Span);
            }
        }
    }

    private void Associations(ReadOnlySpan<byte> data)
    {
        var wide = (data[3] & 1) != 0;
        var at = 4;
        for (var count = Number(data, ref at, 4); count > 0 && at < data.Length && associations.Count < MostItems; count--)
        {
            var item = (uint)Number(data, ref at, data[0] == 0 ? 2 : 4);
            for (var each = Number(data, ref at, 1); each > 0 && at < data.Length; each--)
            {
                associations.Add((item, (int)Number(data, ref at, wide ? 2 : 1) & (wide ? 0x7FFF : 0x7F)));
            }
        }
    }

    private void Finish()
    {
        var own = associations.Where(pair => pair.Item == primary && pair.Property > 0 && pair.Property <= properties.Count).Select(pair => properties[pair.Property - 1]).FirstOrDefault(size => size is not null);
        if ((own ?? properties.Where(size => size is not null).MaxBy(size => (long)size!.Value.Width * size.Value.Height)) is { } size)
        {
            blocks.Size(size.Width, size.Height);
        }

        foreach (var (number, type) in items)
        {
            var data = Content(number);
            if (type == "XMP")
            {
                blocks.Xmp.Add(data);
            }
            else if (data.Length > 4)
            {
                // ISO/IEC 23008-12, A.2.1: a number of bytes to pass over before the TIFF structure.
                var skip = 4 + (long)BigEndian.Four(data.Span, 0);
                blocks.Exif = skip < data.Length ? data[(int)skip..] : default;
            }
        }
    }

    private ReadOnlyMemory<byte> Content(uint number)
    {
        var content = new MemoryStream();
        foreach (var (method, offset, length) in places.GetValueOrDefault(number) ?? [])
        {
            var whole = method switch { 0 => bytes, 1 => itemData, _ => default };
            if (offset < 0 || offset >= whole.Length || content.Length > WholeBytes.Largest / 4)
            {
                blocks.IsCutShort = true;
                continue;
            }

            blocks.IsCutShort |= length > whole.Length - offset;
            content.Write(whole.Slice((int)offset, (int)Math.Min(length <= 0 ? whole.Length : length, whole.Length - offset)).Span);
        }

        return content.ToArray();
    }

    /// <summary>A number of that many bytes; 0 beyond the end.</summary>
    private static long Number(ReadOnlySpan<byte> data, ref int at, int size)
    {
        long value = 0;
        for (var end = at + size; at < end; at++)
        {
            value = (value << 8) | (at < data.Length ? data[at] : (byte)0);
        }

        return value & long.MaxValue;
    }
}
