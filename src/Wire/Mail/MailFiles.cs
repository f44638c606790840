using MimeKit;
using Wireroom.Wire.Feeds;
using Wireroom.Wire.PhotoMetadata;

namespace Wireroom.Wire.Mail;

/// <summary>What a mail carries: files as media, wires and mails as items of their own with the mail as a link.</summary>
internal static class MailFiles
{
    /// <summary>The files that are media of the mail's own item, with the bytes of its pictures; wires are read apart, and are none.</summary>
    internal static (List<WireMedia> Media, List<WireFile> Pictures) Read(MailParts parts, Dictionary<string, string?> cids)
    {
        var media = new List<WireMedia>();
        var pictures = new List<WireFile>();
        var names = new Names();
        foreach (var part in parts.Files)
        {
            if (WireOf(part, out var bytes) is not null)
            {
                continue;
            }

            var alternative = "";
            bytes = bytes.IsEmpty ? MailText.Bytes(part) : bytes;
            var isInline = part.ContentId is { } cid && cids.TryGetValue(cid.Trim('<', '>'), out alternative);
            var file = Media(part, bytes, isInline ? "inline" : "attachment");
            file = isInline ? file with { AltText = file.AltText ?? alternative } : file;
            file = file.Href is { } name ? file with { Href = names.Of(name) } : file;
            media.Add(file);
            if (file is { Kind: "picture", Href: { } href })
            {
                pictures.Add(new WireFile(href, bytes));
            }
        }

        return (media, pictures);
    }

    /// <summary>A file with what it says of itself where it is a picture. Its address is its name: the bytes stand in the mail.</summary>
    private static WireMedia Media(MimePart part, ReadOnlyMemory<byte> bytes, string role)
    {
        var name = Name(part);
        var type = part.ContentType.MimeType.ToLowerInvariant();
        var picture = PictureMetadata.Of(bytes);
        var file = picture ?? new WireMedia(role, null, type) { Kind = FeedMedia.KindOf(type) };
        return file with { Role = role, Href = name ?? (picture is null ? null : "picture"), MediaType = type is "application/octet-stream" ? file.MediaType ?? type : type, Title = file.Title ?? Description(part), Bytes = bytes.Length, Guid = picture is null ? null : file.Guid };
    }

    /// <summary>The format of a wire that was sent as a file; null where the file is something else.</summary>
    internal static WireFormat? WireOf(MimePart part, out ReadOnlyMemory<byte> bytes)
    {
        bytes = default;
        if (part.ContentType.MediaType.ToLowerInvariant() is "image" or "audio" or "video" or "font")
        {
            return null;
        }

        bytes = MailText.Bytes(part);
        return WireOf(bytes.Span);
    }

    internal static WireFormat? WireOf(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, WireFormats.HeadLength)];

        // Pages and plain texts are files of the mail; they are no wires that someone sent.
        return WireFormats.Recognise(head, head.Length == bytes.Length) is { Name: not ("photo" or "page" or "capture") } format ? format : null;
    }

    /// <summary>Reads the wires and mails within.</summary>
    internal static void Inner(MailParts parts, WireLink self, WireInput input, int depth, bool isMbox, IWireSink sink, FaultLog faults)
    {
        foreach (var message in parts.Messages)
        {
            MailReader.Take(message, default, -1, isMbox, input with { Date = null }, self, depth + 1, sink, faults);
        }

        foreach (var part in parts.Files)
        {
            if (WireOf(part, out var bytes) is not { } format)
            {
                continue;
            }

            var inner = WireInput.Of(bytes, Name(part)) with { Charset = part.ContentType.Charset };
            if (format.Name == "mail")
            {
                if (depth < 8)
                {
                    MailReader.Read(bytes, inner, self, depth + 1, sink, faults);
                }
            }
            else
            {
                format.Read(inner, new Linking(sink, faults, self));
            }
        }
    }

    private static string? Name(MimePart part) => part.FileName is { Length: > 0 } name ? Path.GetFileName(name.Replace('\\', '/')) : part.ContentId is { Length: > 0 } cid ? $"cid:{cid}" : null;

    private static string? Description(MimePart part) => part.Headers["Content-Description"] is { Length: > 0 } said && said != part.FileName ? Html.Spaces.Collapse(said) : null;

    /// <summary>Names of files that are all different: programs call every picture of a mail image001.png.</summary>
    private sealed class Names
    {
        private readonly HashSet<string> given = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> last = new(StringComparer.Ordinal);

        internal string Of(string name)
        {
            var different = name;
            var number = last.GetValueOrDefault(name, 1);
            while (!given.Add(different))
            {
                different = $"{Path.GetFileNameWithoutExtension(name)}-{++number}{Path.GetExtension(name)}";
            }

            last[name] = number;
            return different;
        }
    }

    /// <summary>Gives every item that passes the mail as a link.</summary>
    internal sealed class Linking(IWireSink sink, FaultLog faults, WireLink mail) : IWireSink
    {
        public void Take(WireItem item) => sink.Take(mail.Guid is null && mail.Title is null ? item : item with { Links = [.. item.Links, mail] });

        public void Take(WireFault fault) => faults.Take(fault);

        public void Take(WireFile file) => sink.Take(file);
    }
}
