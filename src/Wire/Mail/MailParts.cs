using System.Security.Cryptography.Pkcs;
using MimeKit;
using MimeKit.Tnef;

namespace Wireroom.Wire.Mail;

/// <summary>
/// The parts of a message by what they are for (RFC 2045 to 2049): the text and HTML to choose from, files, and mails within. What is
/// signed is read, what is encrypted is named as such.
/// </summary>
internal sealed class MailParts(Action<WireFault> fault)
{
    private const int Deepest = 32;
    private const int MostParts = 2_000;

    private int count;

    /// <summary>Plain texts that are the body, in order.</summary>
    internal List<TextPart> Plain { get; } = [];

    /// <summary>HTML that is the body, in order.</summary>
    internal List<TextPart> Html { get; } = [];

    /// <summary>Everything else that has bytes.</summary>
    internal List<MimePart> Files { get; } = [];

    /// <summary>Mails within the mail.</summary>
    internal List<MimeMessage> Messages { get; } = [];

    internal List<WireDropped> Dropped { get; } = [];

    internal bool IsEncrypted { get; private set; }

    internal void Read(MimeEntity? entity, int depth = 0)
    {
        if (entity is null)
        {
            return;
        }

        if (depth > Deepest || ++count > MostParts)
        {
            if (count == MostParts + 1 || depth == Deepest + 1)
            {
                fault(new WireFault(WireFaultKind.Lost, "too-deep", "The mail has more parts than any sender makes, or parts within parts without end; the rest was passed over."));
            }

            return;
        }

        switch (entity)
        {
            case MimeKit.Cryptography.MultipartEncrypted:
                Encrypted();
                break;
            case Multipart { ContentType: var type } signed when type.IsMimeType("multipart", "signed"):
                Read(signed.FirstOrDefault(), depth + 1);
                foreach (var signature in signed.Skip(1))
                {
                    Dropped.Add(new WireDropped("signature", signature.ContentType.MimeType));
                }

                break;
            case Multipart multipart:
                foreach (var part in multipart.ToList())
                {
                    Read(part, depth + 1);
                }

                break;
            case MessagePart { Message: { } message }:
                Messages.Add(message);
                break;
            case TnefPart tnef:
                Tnef(tnef, depth);
                break;
            case MimePart part:
                Part(part, depth);
                break;
            default:
                break;
        }
    }

    private void Part(MimePart part, int depth)
    {
        var type = part.ContentType;
        if (type.IsMimeType("application", "pkcs7-mime") || type.IsMimeType("application", "x-pkcs7-mime"))
        {
            Opaque(part, depth);
        }
        else if (part is TextPart text && !IsFile(text) && (type.IsMimeType("text", "html") || type.IsMimeType("text", "plain") || type.MediaType != "text"))
        {
            (text.IsHtml ? Html : Plain).Add(text);
        }
        else if (type.MediaSubtype is "pgp-signature" or "pkcs7-signature" or "x-pkcs7-signature" or "pgp-keys" or "delivery-status" or "disposition-notification")
        {
            Dropped.Add(new WireDropped("part", type.MimeType));
        }
        else
        {
            Files.Add(part);
        }
    }

    // A text with a name is a file, whatever its disposition says; some programs say inline of all.
    private static bool IsFile(TextPart text) => text.IsAttachment || !string.IsNullOrEmpty(text.FileName);

    /// <summary>S/MIME in one piece (RFC 8551, section 3.2): the content of what is signed; what is enveloped cannot be read.</summary>
    private void Opaque(MimePart part, int depth)
    {
        try
        {
            var signed = new SignedCms();
            signed.Decode(MailText.Bytes(part).Span);
            if (signed.ContentInfo.Content is { Length: > 0 } content)
            {
                Read(MimeEntity.Load(MailReader.Options, new MemoryStream(content, writable: false)), depth + 1);
                return;
            }
        }
        catch (Exception refused) when (refused is System.Security.Cryptography.CryptographicException or FormatException or IOException or ArgumentException or InvalidOperationException)
        {
            // It is no signed content.
        }

        Encrypted();
    }

    private void Encrypted()
    {
        IsEncrypted = true;
        Dropped.Add(new WireDropped("part", "encrypted"));
    }

    private void Tnef(TnefPart tnef, int depth)
    {
        try
        {
            var message = tnef.ConvertToMessage();
            if (message.Body is not null)
            {
                Read(message.Body, depth + 1);
            }
        }
        catch (Exception damage) when (damage is TnefException or FormatException or IOException or ArgumentException or InvalidOperationException or NotSupportedException or IndexOutOfRangeException or OverflowException)
        {
            fault(new WireFault(WireFaultKind.Lost, "tnef-unread", "The mail's winmail.dat is damaged; what it held is lost. Ask the sender to send as HTML or plain text and not as rich text."));
        }
    }
}
