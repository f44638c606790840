using System.Text;

namespace Wireroom.Wire.Mail;

/// <summary>
/// Tells mail from everything that begins with a word and a colon: a block of header fields (RFC 5322, section 2.2) of which several
/// are mail's own, or the line that begins a message in an mbox (RFC 4155) and such a block behind it.
/// </summary>
internal static class MailRecognition
{
    // Of these one is enough beside another field.
    private static readonly HashSet<string> Telling = new(StringComparer.OrdinalIgnoreCase)
    {
        "received", "return-path", "message-id", "mime-version", "delivered-to", "content-type", "content-transfer-encoding", "dkim-signature", "arc-seal", "arc-message-signature", "arc-authentication-results", "authentication-results", "received-spf", "in-reply-to",
        "references", "list-id", "list-unsubscribe", "envelope-to", "x-original-to", "x-mailer", "x-received", "x-sender", "x-priority", "thread-topic", "x-ms-has-attach", "x-gm-message-state", "x-spam-status", "user-agent",
    };

    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase) { "from", "to", "cc", "bcc", "subject", "date", "reply-to", "sender", "organization", "importance", "newsgroups", "resent-from", "resent-date" };

    internal static Recognition Of(ReadOnlySpan<byte> head, bool whole)
    {
        var text = Encoding.Latin1.GetString(head is [0xEF, 0xBB, 0xBF, ..] ? head[3..] : head).AsSpan().TrimStart("\r\n");
        if (IsPostmark(text, out var rest, out var isWhole))
        {
            text = rest;
        }
        else if (!isWhole && !whole)
        {
            return Recognition.NotYet;
        }

        return Fields(text, whole);
    }

    /// <summary>True where the text opens with the line that parts messages in an mbox: "From ", an address, a date.</summary>
    internal static bool IsPostmark(ReadOnlySpan<char> text, out ReadOnlySpan<char> rest, out bool isWhole)
    {
        rest = text;
        isWhole = true;
        if (!text.StartsWith("From ", StringComparison.Ordinal))
        {
            isWhole = text.Length >= 5 || !"From ".AsSpan().StartsWith(text, StringComparison.Ordinal) || text.IsEmpty;
            return false;
        }

        var end = text.IndexOf('\n');
        isWhole = end >= 0 || text.Length > 400;
        if (end is < 0 or > 400)
        {
            return false;
        }

        var line = text[..end].TrimEnd();
        rest = text[(end + 1)..];

        // The date is that of asctime: a clock, and four figures of a year.
        return line.Contains(':') && line.IndexOfAnyInRange('0', '9') > 0 && line.Length > 15 && (line[^1] is >= '0' and <= '9' || char.IsAsciiLetterUpper(line[^1]));
    }

    private static Recognition Fields(ReadOnlySpan<char> text, bool whole)
    {
        var (telling, address) = (0, false);
        var common = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var fields = 0;
        while (!text.IsEmpty)
        {
            var end = text.IndexOf('\n');
            var line = (end < 0 ? text : text[..end]).TrimEnd('\r');
            if (end < 0 && !whole)
            {
                break;
            }

            text = end < 0 ? default : text[(end + 1)..];
            if (line.IsEmpty)
            {
                // The end of the header.
                return IsMail(telling, common, address) ? Recognition.Yes : Recognition.No;
            }

            if (line[0] is ' ' or '\t' && fields > 0)
            {
                continue;
            }

            var colon = line.IndexOf(':');
            if (colon is < 1 or > 76 || line[..colon].TrimEnd(' ').IndexOfAnyExceptInRange('!', '~') >= 0)
            {
                // Some systems put a mark of the spool, or a stray line, among the fields.
                return fields >= 3 && IsMail(telling, common, address) ? Recognition.Yes : Recognition.No;
            }

            fields++;
            var name = line[..colon].TrimEnd(' ').ToString();
            telling += Telling.Contains(name) ? 1 : 0;
            if (Common.Contains(name))
            {
                common.Add(name);
                address |= line[colon..].Contains('@');
            }

            if (telling > 0 && (common.Count >= 2 || telling >= 3))
            {
                return Recognition.Yes;
            }
        }

        return IsMail(telling, common, address) && whole ? Recognition.Yes : whole ? Recognition.No : Recognition.NotYet;
    }

    private static bool IsMail(int telling, HashSet<string> common, bool address) =>
        (telling > 0 && common.Count + telling >= 2) || (address && common.Contains("from") && common.Count >= 2) || (common.Contains("from") && common.Contains("subject") && common.Count >= 3);
}
