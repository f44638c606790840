using System.Text;

namespace Wireroom.Wire.Page;

/// <summary>
/// Decides whether a document is a captured page. The weakest of all answers: text that is nothing else, and holds paragraphs or headlines.
/// </summary>
internal static class CaptureRecognition
{
    /// <summary>Bytes after which a document in hand may be answered for; before, more are asked for.</summary>
    private const int Enough = 1024;

    private static readonly string[] MailHeaders = ["from", "to", "cc", "subject", "date", "received", "return-path", "message-id", "mime-version", "content-type", "delivered-to", "dkim-signature", "reply-to", "sender", "arc-seal", "authentication-results"];

    public static Recognition Of(ReadOnlySpan<byte> head, bool whole)
    {
        var wide = head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        if (!wide && head.IndexOfAnyExcept(Text) >= 0)
            return Recognition.No;
        var text = wide ? (head[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(head[2..]) : Encoding.UTF8.GetString(head is [0xEF, 0xBB, 0xBF, ..] ? head[3..] : head);
        var start = text.AsSpan().TrimStart();
        if (start.IsEmpty)
            return whole ? Recognition.No : Recognition.NotYet;
        if (start[0] is '<' or '{' or '[' || start.StartsWith("%PDF", StringComparison.Ordinal) || start.StartsWith("BEGIN:V", StringComparison.Ordinal) || IsMail(start))
            return Recognition.No;
        if (!whole && head.Length < Enough)
            return Recognition.NotYet;
        return HasParagraphs(text) ? Recognition.Yes : Recognition.No;
    }

    /// <summary>Every byte but the control characters that no page's text holds; tab, line feed, form feed and carriage return are allowed.</summary>
    private static readonly System.Buffers.SearchValues<byte> Text = System.Buffers.SearchValues.Create(
        Enumerable.Range(0, 256).Where(value => value >= 0x20 && value != 0x7F || value is 9 or 10 or 12 or 13).Select(value => (byte)value).ToArray());

    private static bool IsMail(ReadOnlySpan<char> start)
    {
        var colon = start.IndexOf(':');
        if (colon is < 2 or > 30)
            return false;
        var name = start[..colon].ToString().ToLowerInvariant();
        if (!MailHeaders.Contains(name) && !name.StartsWith("x-", StringComparison.Ordinal))
            return false;
        // One such line may be a page's own ("From: our correspondent"); a second header makes it mail.
        var next = start[(start.IndexOf('\n') + 1)..];
        var second = next.IndexOf(':');
        return second is >= 2 and <= 30 && !next[..second].Contains(' ') && !next[..second].Contains('\n');
    }

    private static bool HasParagraphs(string text)
    {
        int sentences = 0, titles = 0, code = 0, counted = 0, letters = 0, marks = 0;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = raw.Trim();
            if (line.IsEmpty)
                continue;
            if (++counted > 2000)
                break;
            foreach (var letter in line)
            {
                letters += char.IsLetter(letter) || letter == ' ' || letter == '\uFFFD' ? 1 : 0;
                marks += char.IsLetter(letter) || letter == ' ' || letter == '\uFFFD' ? 0 : 1;
            }

            code += line[^1] is ';' or '{' or '}' || line is ['#', '!', ..] or ['/', '/', ..] ? 1 : 0;
            var words = line.Length > 4000 ? 600 : TextForm.Words(line.ToString());
            sentences += words >= 8 && (line.Length >= 60 || TextForm.EndsSentence(line.ToString())) ? 1 : 0;
            titles += words >= 3 ? 1 : 0;
        }

        return letters > marks * 2 && code * 5 <= counted && (sentences >= 1 || titles >= 3);
    }
}
