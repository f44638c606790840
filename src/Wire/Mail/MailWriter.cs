using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MimeKit;
using Wireroom.Wire.Html;
using Wireroom.Wire.LineMode;

namespace Wireroom.Wire.Mail;

/// <summary>
/// Writes mail (RFC 5322): one item is one message of two alternatives, text and HTML; several items are an mbox (RFC 4155), in which
/// lines that could begin a message are marked. The same items give the same bytes.
/// </summary>
internal static class MailWriter
{
    internal static readonly string[] Carried =
    [
        "guid", "version", "signal", "pub-status", "urgency", "priority", "slugline", "headlines", "dateline", "located", "byline", "credit", "sources", "provider", "sequence", "take-key",
        "ed-note", "embargo", "version-created", "language", "genre", "keywords", "rights", "link", "body", "media", "links",
    ];

    private static readonly FormatOptions Format = Options();

    internal static IReadOnlyList<WireFault> Write(IReadOnlyList<WireItem> items, WireFeed feed, Stream destination)
    {
        var losses = new WireLosses("e-mail", Carried);
        foreach (var item in items)
        {
            losses.Note(item);
            using var message = Message(item, feed, losses);
            var bytes = new MemoryStream();
            message.WriteTo(Format, bytes);
            var written = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
            if (items.Count == 1)
            {
                destination.Write(written);
            }
            else
            {
                Append(message, written, destination);
            }
        }

        return losses.Faults;
    }

    /// <summary>A value on one line: nothing in it can begin another field.</summary>
    internal static string Line(string value) => Spaces.Collapse(Control.Clean(value).Replace('\n', ' '));

    private static MimeMessage Message(WireItem item, WireFeed feed, WireLosses losses)
    {
        var host = Uri.TryCreate(feed.Link, UriKind.Absolute, out var address) && address.Host.Contains('.', StringComparison.Ordinal) ? address.Host : "wire.invalid";
        var message = new MimeMessage();
        message.Headers.Clear();
        message.From.Add(new MailboxAddress(Encoding.UTF8, Line(item.Provider ?? (feed.Title.Length > 0 ? feed.Title : "Wire desk")), $"wire@{host}"));
        Field(message, "Organization", item.Provider);
        Subject(message, item, losses);
        Date(message, item, feed, losses);
        Identity(message, item, host, losses);
        Links(message, item, losses);
        Field(message, "Keywords", string.Join(", ", item.Keywords));
        if (item.Keywords.Any(keyword => keyword.AsSpan().IndexOfAny(',', ';') >= 0))
        {
            losses.Lose(item, "keywords", "keywords with commas");
        }

        Field(message, "Archived-At", item.Link is null ? null : $"<{item.Link}>");
        Field(message, "Expires", item.Rights?.Expires is { } expires ? MimeKit.Utils.DateUtils.FormatDate(expires) : null);
        if (item.Rights is { UsageTerms: not null } or { Holder: not null } or { Notice: not null })
        {
            losses.Lose(item, "rights", "usage terms, holder and notice");
        }

        MailOwn.Write(message.Headers, item);
        message.Body = Body(item, losses);
        if (item.Language is { } language)
        {
            message.Body.Headers.Add("Content-Language", Line(language));
        }

        return message;
    }

    private static void Subject(MimeMessage message, WireItem item, WireLosses losses)
    {
        message.Subject = MailOwn.Start(item.Signal, item.Embargo) + Line(item.Headline ?? item.Slugline ?? "");
        if (item.Headlines.Count != 1 || item.Headlines is [{ Role: not "main" }] or [{ Language: not null }])
        {
            losses.Lose(item, "headlines", "more than one headline, its role and its language");
        }
    }

    private static void Date(MimeMessage message, WireItem item, WireFeed feed, WireLosses losses)
    {
        // RFC 5322, section 3.6: a mail has a date.
        message.Date = item.VersionCreated?.Instant ?? item.Published?.Instant ?? feed.Updated ?? DateTimeOffset.UnixEpoch;
        if (item.VersionCreated?.Instant is null)
        {
            losses.Lose(item, "version-created", item.VersionCreated is null ? "an item without a time" : "a time without a zone");
        }
    }

    private static void Identity(MimeMessage message, WireItem item, string host, WireLosses losses)
    {
        if (item.Guid is null)
        {
            losses.Lose(item, "guid", "an item without a name of its own");
        }

        var isId = item.Guid is { } guid && guid.Count(c => c == '@') == 1 && guid.All(c => c is > ' ' and < '\x7F' and not ('<' or '>' or '"' or '(' or ')' or ',' or ':' or ';' or '\\' or '[' or ']')) && guid[0] != '@' && guid[^1] != '@';
        message.MessageId = isId ? item.Guid! : $"{Digest($"{item.Guid ?? item.Headline}\n{item.Version}")}@{host}";
        Field(message, MailOwn.Prefix + "Guid", isId ? null : item.Guid);
    }

    private static void Links(MimeMessage message, WireItem item, WireLosses losses)
    {
        var answered = item.Links.FirstOrDefault(link => link.Guid is not null && link.Relation is "follows" or "corrects" or "withdraws" or "replaces");
        var related = item.Links.Where(link => link is { Relation: "related", Guid: not null }).ToList();
        var read = new List<WireLink>();
        if (answered is not null)
        {
            Field(message, "In-Reply-To", $"<{answered.Guid}>");
            read.Add(new WireLink(item.Signal switch { WireSignal.Correction => "corrects", WireSignal.Withdrawal => "withdraws", WireSignal.Update or WireSignal.Refile or WireSignal.Repeat => "replaces", _ => "follows" }, answered.Guid));
        }

        Field(message, "References", string.Join(' ', related.Select(link => $"<{link.Guid}>")));
        read.AddRange(related.Select(link => new WireLink("related", link.Guid)));
        if (!read.SequenceEqual(item.Links) || read.Any(link => link.Guid!.AsSpan().IndexOfAny("<> @") < 0))
        {
            losses.Lose(item, "links", "all that is said of links");
        }
    }

    private static MultipartAlternative Body(WireItem item, WireLosses losses)
    {
        var blocks = Copy(item, losses);
        var body = new MultipartAlternative { Boundary = "=_" + Digest($"{item.Guid}\n{item.Headline}\n{item.Version}") };
        body.Add(Part("plain", PlainText.Write(blocks)));
        body.Add(Part("html", $"<!DOCTYPE html>\n<html><body>\n{HtmlBody.Write(blocks).Replace("</p><", "</p>\n<", StringComparison.Ordinal)}\n</body></html>\n"));
        return body;
    }

    /// <summary>Byline, dateline and notes to editors stand in the copy, as press releases put them.</summary>
    private static List<WireBlock> Copy(WireItem item, WireLosses losses)
    {
        var blocks = item.Body.Where(block => block is not WirePicture { Media: var media } || SafeAddress.File(media.Href, null) is not null).ToList();
        if (blocks.Count < item.Body.Count)
        {
            losses.Lose(item, "body", "pictures without an address");
        }

        if (item.Media.Count > 0)
        {
            losses.Lose(item, "media", "files that stand beside the copy");
        }

        Dateline(item, blocks, losses);
        if (item.Byline is { } byline)
        {
            if (LineByline.Of($"By {Line(byline)}") == byline)
            {
                blocks.Insert(0, Paragraph($"By {byline}"));
            }
            else
            {
                losses.Lose(item, "byline", "a byline that is no list of names");
            }
        }

        if (item.EdNote is { } note)
        {
            blocks.Add(Paragraph("ENDS"));
            blocks.AddRange(note.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(Paragraph));
            if (!item.Body.Any(block => PlainText.Write([block]).Length >= 25))
            {
                losses.Lose(item, "ed-note", "notes where there is no copy before them");
                losses.Lose(item, "body", "the end of the copy");
            }
        }

        return blocks;
    }

    private static void Dateline(WireItem item, List<WireBlock> blocks, WireLosses losses)
    {
        var first = blocks.FindIndex(block => block is WireParagraph);
        LineDateline? read = null;
        if (item.Dateline is { } dateline && first >= 0 && blocks[first] is WireParagraph { Runs: [var lead, ..] runs } paragraph)
        {
            var head = item.Credit is null ? $"{dateline} - " : $"{dateline} ({item.Credit}) - ";
            var copy = PlainText.Write(paragraph.Runs);
            if (MailDateline.Of(head + copy) is { } said && said.Dateline == dateline && said.Agency == item.Credit && said.Length <= head.Length)
            {
                read = said;
                blocks[first] = new WireParagraph([new WireRun(head), .. paragraph.Runs]);
                if (lead is { Style: WireStyle.None, Href: null })
                {
                    blocks[first] = new WireParagraph([lead with { Text = head + lead.Text }, .. paragraph.Runs.Skip(1)]);
                }
            }
        }

        if (item.Dateline is not null && read is null)
        {
            losses.Lose(item, "dateline", "a dateline without copy, or one that could not be read again");
        }

        if (item.Located != (read is { Place: { Length: > 0 } place } ? new WirePlace(place.Split(',')[0].Trim()) : null))
        {
            losses.Lose(item, "located", "a place that no dateline names");
        }

        if (!item.Sources.SequenceEqual(read?.Sources ?? []))
        {
            losses.Lose(item, "sources", "sources that no dateline names");
        }
    }

    private static WireParagraph Paragraph(string text) => new([new WireRun(text)]);

    private static TextPart Part(string subtype, string text)
    {
        var part = new TextPart(subtype) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(Encoding.UTF8, text);
        return part;
    }

    private static void Field(MimeMessage message, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            message.Headers.Add(name, Line(value));
        }
    }

    /// <summary>mboxrd: the line of asctime's date before each message, and one more mark before every line that looks like it.</summary>
    private static void Append(MimeMessage message, ReadOnlySpan<byte> written, Stream destination)
    {
        destination.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"From {message.From.Mailboxes.First().Address} {message.Date.UtcDateTime:ddd MMM dd HH:mm:ss yyyy}\r\n")));
        foreach (var range in written.Split((byte)'\n'))
        {
            var line = written[range];
            if (line.IsEmpty && range.End.Value == written.Length)
            {
                break;
            }

            if (line.TrimStart((byte)'>').StartsWith("From "u8))
            {
                destination.WriteByte((byte)'>');
            }

            destination.Write(line);
            destination.WriteByte((byte)'\n');
        }

        destination.Write("\r\n"u8);
    }

    private static string Digest(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 12));

    private static FormatOptions Options()
    {
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        return options;
    }
}
