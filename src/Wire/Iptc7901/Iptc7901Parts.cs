using Wireroom.Wire.LineMode;

namespace Wireroom.Wire.Iptc7901;

/// <summary>A decoded message cut into header, text and what follows it; where STX and ETX were lost, by the form of the lines.</summary>
internal sealed record Iptc7901Parts(List<string> Header, string Text, string? EndLine, bool Marked, bool Ended)
{
    internal static Iptc7901Parts Of(string message)
    {
        var relayed = message.TrimStart().StartsWith("ZCZC", StringComparison.Ordinal) && message.TrimEnd().EndsWith("\nNNNN", StringComparison.Ordinal);
        message = relayed ? message.TrimEnd()[..^4] : message;
        var start = message.IndexOf(Control.StartOfText, StringComparison.Ordinal);
        var end = message.IndexOf(Control.EndOfText, Math.Max(0, start));
        var text = end < 0 ? message : message[..end];
        var after = end < 0 ? null : LineBody.Lines(message[(end + 1)..]).Select(Bare).FirstOrDefault(line => Iptc7901Time.Of(line) is not null);
        var header = start < 0 ? null : Filled(message[..start]);
        var copy = start < 0 ? text : text[(start + 1)..];
        if (header is null)
        {
            (header, copy) = Unmarked(copy);
        }

        var ended = end >= 0 || relayed;
        if (after is null)
        {
            copy = WithoutEnd(copy, ref after);
            ended |= after is not null;
        }

        return new(header, copy, after, start >= 0, ended);
    }

    private static string Bare(string line) => line.Trim(' ', Control.StartOfHeader, Control.EndOfTransmission, Control.Synchronise, '\0');

    private static List<string> Filled(string text) => [.. LineBody.Lines(text).Select(Bare).Where(line => line.Length > 0 && !line.StartsWith("ZCZC", StringComparison.Ordinal))];

    /// <summary>Without STX the header is its first line, and the keyword line behind it: short, and joined by strokes.</summary>
    private static (List<string> Header, string Text) Unmarked(string message)
    {
        var lines = LineBody.Lines(message);
        var at = 0;
        List<string> header = [];
        for (; at < lines.Count && header.Count < 2; at++)
        {
            var line = Bare(lines[at]);
            if (line.Length == 0 || line.StartsWith("ZCZC", StringComparison.Ordinal))
            {
                continue;
            }

            if (header.Count == 1 && !(line.Length <= 80 && (line.EndsWith('/') || (line.Contains('/', StringComparison.Ordinal) && !line.EndsWith('=') && !line.EndsWith('.') && line.Split(' ').Length <= 4))))
            {
                break;
            }

            header.Add(line);
        }

        return (header, string.Join('\n', lines.Skip(at)));
    }

    /// <summary>The end line may stand before ETX, or have lost it.</summary>
    private static string WithoutEnd(string copy, ref string? endLine)
    {
        var lines = LineBody.Lines(copy);
        for (var at = lines.Count - 1; at >= Math.Max(0, lines.Count - 6); at--)
        {
            if (Iptc7901Time.Of(Bare(lines[at])) is not null)
            {
                endLine = Bare(lines[at]);
                return string.Join('\n', lines.Take(at));
            }

            if (Bare(lines[at]).Length > 0)
            {
                break;
            }
        }

        return copy;
    }
}
