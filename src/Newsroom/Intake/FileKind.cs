namespace Wireroom.Newsroom.Intake;

/// <summary>What a file that is no wire is, by its first bytes, in words for the operator.</summary>
public static class FileKind
{
    /// <summary>"a JPEG picture", "a ZIP archive", …; null where it is none of the kinds that are known.</summary>
    public static string? Of(ReadOnlySpan<byte> head) => head switch
    {
        _ when IsPicture(head, out var name) => name,
        _ when head.StartsWith("PK\x03\x04"u8) => "a ZIP archive (or a document of an office program)",
        [0x1F, 0x8B, ..] => "a gzip archive",
        _ when head.StartsWith("%PDF-"u8) => "a PDF document",
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => "a program",
        _ when head.StartsWith("SQLite format 3\0"u8) => "an SQLite database",
        _ => null,
    };

    /// <summary>True for a picture, whose name for people is given.</summary>
    public static bool IsPicture(ReadOnlySpan<byte> head, out string name)
    {
        name = head switch
        {
            [0xFF, 0xD8, 0xFF, ..] => "a JPEG picture",
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "a PNG picture",
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "a GIF picture",
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "a WebP picture",
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'a', (byte)'v', (byte)'i', (byte)'f', ..] => "an AVIF picture",
            _ => "",
        };
        return name.Length > 0;
    }
}
