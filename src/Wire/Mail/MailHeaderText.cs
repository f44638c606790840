using System.Text;
using System.Text.RegularExpressions;
using MimeKit;
using Wireroom.Wire.Charsets;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.Mail;

/// <summary>
/// The text of a header field: encoded words (RFC 2047) in any charset, also one that the bytes deny, parted where no word may be, or
/// within quotation marks; and bytes that nobody encoded (RFC 6532, or nothing at all).
/// </summary>
internal static partial class MailHeaderText
{
    /// <summary>The text of the first field of that name; null where there is none. Bytes that nobody encoded are in <paramref name="charset"/>, the body's, if in any.</summary>
    internal static string? Of(HeaderList headers, string name, Action<WireFault> fault, string? charset = null)
    {
        foreach (var header in headers)
        {
            if (header.Field.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return Spaces.Collapse(Decode(header.RawValue, fault, charset)) is { Length: > 0 } text ? text : null;
            }
        }

        return null;
    }

    internal static string Decode(byte[] raw, Action<WireFault> fault, string? body = null)
    {
        // A fold is a line end before a space; the space stays.
        var sent = Encoding.Latin1.GetString(raw).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
        var text = new StringBuilder();
        var word = new MemoryStream();
        var charset = "";
        var from = 0;
        foreach (Match match in EncodedWord().Matches(sent))
        {
            var between = sent[from..match.Index];
            var name = match.Groups["charset"].Value;
            var follows = from > 0 && string.IsNullOrWhiteSpace(between);
            if (!follows || !name.Equals(charset, StringComparison.OrdinalIgnoreCase))
            {
                Flush();

                // RFC 2047, section 6.2: white space between two encoded words is none of the text.
                text.Append(follows ? "" : Plain(between, body, fault));
            }

            charset = name;
            Write(match.Groups["encoding"].Value is "b" or "B", match.Groups["text"].Value, word);
            from = match.Index + match.Length;
        }

        Flush();
        return text.Append(Plain(sent[from..], body, fault)).ToString();

        void Flush()
        {
            if (word.Length > 0)
            {
                text.Append(MendedText.Of(word.ToArray(), charset, fault));
                word.SetLength(0);
            }
        }
    }

    private static string Plain(string sent, string? charset, Action<WireFault> fault) =>
        sent.Any(c => c >= 0x80) ? MendedText.Of(Encoding.Latin1.GetBytes(sent), charset, fault) : sent;

    private static void Write(bool isBase64, string text, MemoryStream into)
    {
        if (isBase64)
        {
            var figures = string.Concat(text.Where(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/'));
            figures = figures.Length % 4 == 1 ? figures[..^1] : figures;
            into.Write(Convert.FromBase64String(figures.PadRight((figures.Length + 3) / 4 * 4, '=')));
            return;
        }

        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '=' && at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]))
            {
                into.WriteByte(Convert.ToByte(text.Substring(at + 1, 2), 16));
                at += 2;
            }
            else
            {
                into.WriteByte(text[at] == '_' ? (byte)' ' : (byte)text[at]);
            }
        }
    }

    // The language behind a star is RFC 2231's. Spaces within a word are a slip that many make.
    [GeneratedRegex(@"=\?(?<charset>[^?*\s]{1,40})(?:\*[^?]{0,20})?\?(?<encoding>[bBqQ])\?(?<text>[^?]*)\?=")]
    private static partial Regex EncodedWord();
}
