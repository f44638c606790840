using System.Text;
using Wireroom.Wire.Charsets;
using Wireroom.Wire.LineMode;

namespace Wireroom.Wire.PhotoMetadata;

/// <summary>The data sets of IPTC IIM (Information Interchange Model 4.2): record 1 is the envelope, record 2 what is said of the picture.</summary>
internal sealed class Iim
{
    private const int MostSets = 10_000;

    private readonly Dictionary<(int Record, int Set), List<string>> values = [];
    private readonly HashSet<(int Record, int Set)> taken = [];

    private Iim()
    {
    }

    internal bool IsEmpty => values.Count == 0;

    internal static Iim Read(IEnumerable<ReadOnlyMemory<byte>> blocks, Action<WireFault> fault)
    {
        var iim = new Iim();
        var sets = blocks.SelectMany(block => Sets(block, fault)).Take(MostSets).ToList();
        if (sets.Count == 0)
        {
            return iim;
        }

        var encoding = Charset(sets, fault);
        foreach (var (record, set, data) in sets)
        {
            if ((record, set) is (1, 90) or (1, 0) or (2, 0) || record is < 1 or > 2)
            {
                continue;
            }

            var text = encoding.GetString(data.Span).Replace('\r', '\n').Trim('\0', ' ', '\n', '\t');
            if (text.Length > 0)
            {
                (iim.values.TryGetValue((record, set), out var list) ? list : iim.values[(record, set)] = []).Add(text);
            }
        }

        return iim;
    }

    /// <summary>Every value of a data set of record 2, in order.</summary>
    internal IReadOnlyList<string> All(int set, int record = 2)
    {
        taken.Add((record, set));
        return values.GetValueOrDefault((record, set)) ?? (IReadOnlyList<string>)[];
    }

    /// <summary>The first value of a data set; null where there is none.</summary>
    internal string? First(int set, int record = 2) => All(set, record) is [var first, ..] ? first : null;

    /// <summary>The data sets that nobody asked for.</summary>
    internal IEnumerable<WireDropped> Rest() => values.Where(pair => !taken.Contains(pair.Key)).OrderBy(pair => pair.Key)
        .SelectMany(pair => pair.Value.Select(value => new WireDropped($"iim:{pair.Key.Record}:{pair.Key.Set:00}", value)));

    /// <summary>IIM, section 1.6: a marker, record and number, and the length in two bytes, or in as many as those say.</summary>
    private static List<(int Record, int Set, ReadOnlyMemory<byte> Data)> Sets(ReadOnlyMemory<byte> bytes, Action<WireFault> fault)
    {
        var sets = new List<(int, int, ReadOnlyMemory<byte>)>();
        var span = bytes.Span;
        var at = 0;
        while (at + 5 <= span.Length && sets.Count < MostSets)
        {
            if (span[at] != 0x1C)
            {
                var next = span[at..].IndexOf((byte)0x1C);
                if (next < 0)
                {
                    break;
                }

                at += next;
                continue;
            }

            var (record, set, length) = (span[at + 1], span[at + 2], (long)BigEndian.Two(span, at + 3));
            var data = at + 5;
            if (record is 0 or > 9)
            {
                at++;
                continue;
            }

            if (length >= 0x8000)
            {
                var figures = (int)length & 0x7FFF;
                length = 0;
                for (var figure = 0; figure < Math.Min(figures, 4) && data < span.Length; figure++)
                {
                    length = (length << 8) | span[data++];
                }
            }

            if (length > span.Length - data)
            {
                fault(new WireFault(WireFaultKind.Lost, "iim-cut-short", "The IPTC data of the picture ends within a data set; what stood before was read."));
                length = span.Length - data;
            }

            sets.Add((record, set, bytes.Slice(data, (int)length)));
            at = data + (int)length;
        }

        return sets;
    }

    /// <summary>IIM, 1:90: the charset as a sequence of ISO 2022. Most senders leave it out; then the bytes of all texts together decide.</summary>
    private static Encoding Charset(List<(int Record, int Set, ReadOnlyMemory<byte> Data)> sets, Action<WireFault> fault)
    {
        var declaration = sets.Find(set => set is { Record: 1, Set: 90 }).Data.Span;
        var declared = declaration.IndexOf("\u001B%G"u8) >= 0 || declaration.IndexOf("\u001B%/"u8) >= 0 ? "utf-8" : declaration.IsEmpty ? null : Designation.Of(ref declaration)?.Charset;
        var all = new MemoryStream();
        foreach (var set in sets.Where(set => set.Record == 2 && set.Set != 0))
        {
            all.Write(set.Data.Span);
            all.WriteByte((byte)' ');
        }

        var bytes = all.ToArray();
        if (declared is null && Utf8Look.At(bytes, whole: true).Invalid > 0)
        {
            var guess = IsMacRoman(bytes) && Charsets.Charset.OfCodePage(10000) is { } roman ? roman : MendedText.EncodingOf(bytes, null, fault);
            fault(new WireFault(WireFaultKind.Repaired, "charset-undeclared", $"The IPTC data of the picture does not name its charset (1:90); it was read as {guess.WebName}. Ask the sender for UTF-8."));
            return guess;
        }

        return MendedText.EncodingOf(bytes, declared, fault);
    }

    /// <summary>True where the bytes within words are letters on an old Macintosh only: 80 to 9F without the caron letters of Windows, and none of C0 to FF.</summary>
    private static bool IsMacRoman(ReadOnlySpan<byte> bytes)
    {
        var (mac, windows) = (0, 0);
        for (var at = 1; at + 1 < bytes.Length; at++)
        {
            if (bytes[at] >= 0x80 && char.IsAsciiLetter((char)bytes[at - 1]) && char.IsAsciiLetterLower((char)bytes[at + 1]))
            {
                mac += bytes[at] is < 0xA0 and not (0x8A or 0x8E or 0x9A or 0x9E or 0x92) ? 2 : bytes[at] is 0x8A or 0x8E or 0x9A or 0xA7 ? 1 : 0;
                windows += bytes[at] >= 0xC0 ? 1 : 0;
            }
        }

        return mac >= 2 && windows == 0;
    }
}
