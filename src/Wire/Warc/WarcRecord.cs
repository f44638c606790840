using System.Globalization;

namespace Wireroom.Wire.Warc;

/// <summary>The head of a record (ISO 28500, section 4): named fields, and how many bytes follow them.</summary>
internal sealed class WarcRecord
{
    private const int LongestLine = 16 * 1024, MostFields = 200;

    private readonly Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);

    internal string? this[string name] => fields.GetValueOrDefault(name);

    internal string Type => this["WARC-Type"]?.ToLowerInvariant() ?? "";

    /// <summary>The address that was captured; WARC 1.0 puts it into angle brackets in its grammar.</summary>
    internal string? Address => this["WARC-Target-URI"]?.Trim('<', '>', ' ');

    /// <summary>Bytes of the block; null where the field is missing or no number.</summary>
    internal long? Length => long.TryParse(this["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;

    /// <summary>Goes on to the next record; null at the end. What stands between records and is none is passed over with a fault.</summary>
    internal static WarcRecord? Next(WarcSource source, IWireSink sink)
    {
        var strange = false;
        while (source.Line(LongestLine) is { } line)
        {
            if (line.StartsWith("WARC/", StringComparison.Ordinal))
            {
                return Fields(source);
            }

            if (line.Length > 0 && !strange)
            {
                strange = true;
                sink.Take(new WireFault(WireFaultKind.Repaired, "between-records", "Between two records stand bytes that belong to none; they were passed over.", source.Position));
            }
        }

        return null;
    }

    private static WarcRecord Fields(WarcSource source)
    {
        var record = new WarcRecord();
        string? last = null;
        while (source.Line(LongestLine) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line[0] is ' ' or '\t' && last is not null && record.fields[last].Length < 2 * LongestLine)
            {
                // A field goes on in the next line (section 4).
                record.fields[last] += " " + line.Trim();
            }
            else if (colon > 0 && record.fields.Count < MostFields)
            {
                last = line[..colon].Trim();
                record.fields.TryAdd(last, line[(colon + 1)..].Trim());
            }
        }

        return record;
    }
}
