using System.Text;
using MimeKit;

namespace Wireroom.Wire.Mail;

/// <summary>Reads one message, or every message of an mbox (RFC 4155).</summary>
internal static class MailReader
{
    // Forwards within forwards: deeper ones are passed over with a fault.
    private const int DeepestMail = 8;

    internal static ParserOptions Options { get; } = new() { MaxMimeDepth = 64, CharsetEncoding = Encoding.UTF8 };

    internal static void Read(WireInput input, IWireSink sink)
    {
        var faults = new FaultLog(sink);
        var bytes = WholeBytes.Of(input.Bytes, faults.Take);
        Read(bytes, input, null, 0, sink, faults);
        faults.Finish();
    }

    /// <summary>Reads the messages of a document that may itself be part of a mail, <paramref name="outer"/>.</summary>
    internal static int Read(ReadOnlyMemory<byte> bytes, WireInput input, WireLink? outer, int depth, IWireSink sink, FaultLog faults)
    {
        bytes = bytes.Span is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
        bytes = bytes.TrimStart("\r\n"u8);
        var isMbox = MailRecognition.IsPostmark(Encoding.Latin1.GetString(bytes.Span[..Math.Min(bytes.Length, 500)]), out _, out _);
        var count = 0;
        var from = 0L;
        using var stream = new ReadOnlyMemoryStream(bytes);
        var parser = new MimeParser(Options, stream, isMbox ? MimeFormat.Mbox : MimeFormat.Entity);
        while (!parser.IsEndOfStream && (count == 0 || isMbox))
        {
            MimeMessage message;
            try
            {
                message = parser.ParseMessage();
            }
            catch (FormatException broken)
            {
                faults.Take(new WireFault(count == 0 ? WireFaultKind.Unreadable : WireFaultKind.Lost, "no-header", $"There is no header of a mail here ({broken.Message.TrimEnd('.')}); export the mail again as .eml or mbox.", from));
                break;
            }

            count++;
            var end = Math.Clamp(parser.Position, from, bytes.Length);
            Take(message, bytes[(int)from..(int)end], from, isMbox, input, outer, depth, sink, faults);
            from = end;
        }

        if (count == 0 && parser.IsEndOfStream)
        {
            faults.Take(new WireFault(WireFaultKind.Unreadable, "no-item", "The document holds no mail."));
        }

        return count;
    }

    /// <summary>Reads one message and what it carries.</summary>
    internal static void Take(MimeMessage message, ReadOnlyMemory<byte> bytes, long offset, bool isMbox, WireInput input, WireLink? outer, int depth, IWireSink sink, FaultLog faults)
    {
        if (depth > DeepestMail)
        {
            faults.Take(new WireFault(WireFaultKind.Lost, "too-deep", "The mail holds mails within mails without end; the innermost were passed over.", offset));
            return;
        }

        if (message.Body is Multipart { Boundary: { Length: > 0 } boundary } && !bytes.IsEmpty && bytes.Span.IndexOf(Encoding.Latin1.GetBytes($"--{boundary}--")) < 0)
        {
            faults.Take(new WireFault(WireFaultKind.Lost, "truncated", "The mail breaks off before its last part ends; what came was read. Ask the sender to send it again.", offset + bytes.Length));
        }

        new MailItem(message, input, outer, depth, isMbox, sink, faults, fault => faults.Take(fault.Offset < 0 && fault.Line < 0 ? fault with { Offset = offset } : fault)).Read();
    }
}
