using System.Text;

namespace Wireroom.Wire.Charsets;

/// <summary>
/// Decides the charset of a document from its first bytes: byte order mark, the pattern of zeros, the charset from outside, the
/// document's own declaration, strict UTF-8, and at last the look of the bytes (XML 1.0, appendix F; RFC 7303, section 3).
/// Bytes win over declarations that they deny, and that is a fault.
/// </summary>
public static class CharsetDetection
{
    // So many sequences of UTF-8 do not come about by accident in another charset.
    private const int TellingSequences = 3;

    /// <summary>Decides. <paramref name="outside"/> is the charset of HTTP or MIME; <paramref name="whole"/> says that <paramref name="head"/> is all there is.</summary>
    public static Charset Decide(ReadOnlySpan<byte> head, bool whole, string? outside, Action<WireFault> fault)
    {
        if (ByteOrder.OfMark(head) is { } marked)
        {
            return marked;
        }

        if (ByteOrder.OfZeros(head) is { } zeros)
        {
            return zeros;
        }

        var declared = Declaration.Charset(head);
        var named = Known(outside, fault) ?? Known(declared, fault);
        var name = Charset.Named(outside) is not null ? outside : declared;
        var bytes = Utf8Look.At(head, whole);
        if (named is null)
        {
            return bytes.Invalid == 0 ? Charset.Utf8 : new Charset(LegacyGuess.Of(head, whole));
        }

        return named switch
        {
            UTF8Encoding when bytes.Invalid > bytes.Sequences => Denied(LegacyGuess.Of(head, whole)),
            UTF8Encoding => Charset.Utf8,
            UnicodeEncoding or UTF32Encoding => Denied(bytes.Invalid == 0 ? Encoding.UTF8 : LegacyGuess.Of(head, whole)),
            _ when bytes.Invalid == 0 && bytes.Sequences >= (named.CodePage == 1252 ? 1 : TellingSequences) => Denied(Encoding.UTF8),
            _ => new Charset(named),
        };

        Charset Denied(Encoding actual)
        {
            fault(new WireFault(WireFaultKind.Repaired, "charset-mismatch", $"The document says that it is in {name}, but its bytes are not; it was read as {actual.WebName}."));
            return actual is UTF8Encoding ? Charset.Utf8 : new Charset(actual);
        }
    }

    private static Encoding? Known(string? name, Action<WireFault> fault)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        var encoding = Charset.Named(name);
        if (encoding is null)
        {
            fault(new WireFault(WireFaultKind.Repaired, "unknown-charset", $"The charset \u201C{Shown(name)}\u201D is unknown; the bytes decided."));
        }

        return encoding;
    }

    private static string Shown(string name) => name.Length > 40 ? name[..40] + "\u2026" : name;
}
