namespace Wireroom.Wire.LineMode;

/// <summary>What an escape sequence of ISO 2022 in a message says of its charset: a national set of ISO 646, or another by name.</summary>
internal sealed record Designation(NationalSet? National, string? Charset)
{
    /// <summary>Finds the designation and takes the sequences out of the bytes; null where there is none.</summary>
    internal static Designation? Of(ref ReadOnlySpan<byte> bytes)
    {
        if (!bytes.Contains((byte)Control.Escape))
        {
            return null;
        }

        Designation? found = null;
        var rest = new List<byte>(bytes.Length);
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] == Control.Escape && at + 2 < bytes.Length && bytes[at + 1] is (byte)'(' or (byte)'-' or (byte)'.' or (byte)'%')
            {
                found = Named((char)bytes[at + 1], (char)bytes[at + 2]) ?? found;
                at += 2;
            }
            else if (bytes[at] != Control.Escape)
            {
                rest.Add(bytes[at]);
            }
        }

        bytes = rest.ToArray();
        return found;
    }

    // The final bytes of the International Register of Coded Character Sets (ISO 2375).
    private static Designation? Named(char intermediate, char final) => (intermediate, final) switch
    {
        ('%', 'G') => new(null, "utf-8"),
        ('-' or '.', 'A') => new(null, "iso-8859-1"),
        ('-' or '.', 'B') => new(null, "iso-8859-2"),
        ('-' or '.', 'F') => new(null, "iso-8859-7"),
        ('-' or '.', 'L') => new(null, "iso-8859-5"),
        ('-' or '.', 'M') => new(null, "iso-8859-9"),
        ('(', 'K') => Set("German"),
        ('(', 'G' or 'H') => Set("Swedish"),
        ('(', '`' or 'E') => Set("Danish"),
        ('(', 'R' or 'f') => Set("French"),
        ('(', 'Y') => Set("Italian"),
        ('(', 'Z' or 'h') => Set("Spanish"),
        ('(', 'L' or 'g') => Set("Portuguese"),
        ('(', 'i') => Set("Hungarian"),
        ('(', 'z') => Set("Croatian"),
        _ => null,
    };

    private static Designation Set(string language) => new(NationalSet.Named(language), null);
}
