using System.Text.RegularExpressions;
using MimeKit;
using Wireroom.Wire.Charsets;

namespace Wireroom.Wire.Mail;

/// <summary>The text of a part: decoded by its charset as far as the bytes allow, and as lines where it is plain.</summary>
internal static partial class MailText
{
    // Lines longer than this were not broken to fit a screen.
    private const int LongestBrokenLine = 100;

    /// <summary>The bytes of a part, its transfer encoding undone.</summary>
    internal static ReadOnlyMemory<byte> Bytes(MimePart part)
    {
        var bytes = new MemoryStream();
        part.Content?.DecodeTo(bytes);
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    /// <summary>The text of a part. HTML may name its charset itself where the part does not.</summary>
    internal static string Of(TextPart part, Action<WireFault> fault) =>
        MendedText.Of(Bytes(part).Span, part.ContentType.Charset, fault).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>
    /// The lines of a plain part. Flowed lines (RFC 3676) are joined, and blank lines set every paragraph apart that is whole in one line,
    /// so that single line ends are left only where the sender's program broke the text.
    /// </summary>
    internal static List<string> Lines(TextPart part, Action<WireFault> fault)
    {
        var text = Unarmoured(Of(part, fault));
        var flowed = part.ContentType.Parameters["format"]?.Equals("flowed", StringComparison.OrdinalIgnoreCase) == true;
        return flowed ? Flowed(text.Split('\n'), part.ContentType.Parameters["delsp"]?.Equals("yes", StringComparison.OrdinalIgnoreCase) == true) : Fixed(text.Split('\n'));
    }

    internal static List<string> Fixed(IReadOnlyList<string> sent)
    {
        var lines = new List<string>();
        foreach (var line in sent)
        {
            var isParagraph = line.Length > LongestBrokenLine;
            if (isParagraph && lines.Count > 0 && lines[^1].Length > 0)
            {
                lines.Add("");
            }

            lines.Add(line.TrimEnd());
            if (isParagraph)
            {
                lines.Add("");
            }
        }

        return lines;
    }

    /// <summary>RFC 3676, section 4: a line that ends with a space goes on in the next of the same depth; a space before a line stuffs it.</summary>
    private static List<string> Flowed(IReadOnlyList<string> sent, bool deleteSpace)
    {
        var lines = new List<string>();
        var (open, openDepth) = (false, 0);
        foreach (var raw in sent)
        {
            var depth = raw.Length - raw.TrimStart('>').Length;
            var line = raw[depth..];
            line = line.StartsWith(' ') ? line[1..] : line;
            var isSignature = line == "-- ";
            var flows = line.EndsWith(' ') && !isSignature;
            var text = flows && deleteSpace ? line[..^1] : line;
            if (open && depth == openDepth && !isSignature)
            {
                lines[^1] += text;
            }
            else
            {
                if (open && lines[^1].Length > 0 && line.Length > 0 && !isSignature)
                {
                    lines.Add("");
                }

                lines.Add(depth > 0 ? new string('>', depth) + " " + text : text);
            }

            if (open && !flows)
            {
                // What was joined is a paragraph.
                lines[^1] = isSignature ? line : lines[^1].TrimEnd();
                if (!isSignature)
                {
                    lines.Add("");
                }
            }

            (open, openDepth) = (flows, depth);
        }

        return lines;
    }

    /// <summary>The text that a signature of PGP is about (RFC 9580, section 7): without its armour, dashes unescaped.</summary>
    private static string Unarmoured(string text)
    {
        var start = text.IndexOf("-----BEGIN PGP SIGNED MESSAGE-----", StringComparison.Ordinal);
        if (start < 0)
        {
            return text;
        }

        var head = text.IndexOf("\n\n", start, StringComparison.Ordinal);
        var end = text.IndexOf("-----BEGIN PGP SIGNATURE-----", start, StringComparison.Ordinal);
        return head < 0 ? text : DashEscape().Replace(text[(head + 2)..(end > head ? end : text.Length)], "");
    }

    [GeneratedRegex("^- (?=-|From )", RegexOptions.Multiline)]
    private static partial Regex DashEscape();
}
