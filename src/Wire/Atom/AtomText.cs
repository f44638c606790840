using Wireroom.Wire.Charsets;
using Wireroom.Wire.Feeds;
using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Atom;

/// <summary>Text and person constructs (RFC 4287, sections 3.1 and 3.2; Atom 0.3, sections 3.1 and 3.2).</summary>
internal static class AtomText
{
    private enum Form
    {
        Text,
        Html,
        Other,
    }

    /// <summary>The construct on one line, markup gone; null where it is empty.</summary>
    internal static string? Line(XmlElement element)
    {
        var line = Content(element, out var text) switch
        {
            Form.Html => HtmlText.Line(text),
            Form.Text => Spaces.Collapse(text),
            _ => "",
        };
        return line.Length == 0 ? null : line;
    }

    /// <summary>The construct as blocks; null where it holds neither text nor markup but a file.</summary>
    internal static IReadOnlyList<WireBlock>? Blocks(XmlElement element, Uri? site) => Content(element, out var text) switch
    {
        Form.Html => HtmlBody.Read(text, element.Base ?? site),
        Form.Text => PlainText.Read(text),
        _ => null,
    };

    /// <summary>The name of a person construct; its address where it has none.</summary>
    internal static string? Person(XmlElement element) =>
        element.Child("name")?.TextOrNull ?? element.Child("email")?.TextOrNull ?? (element.Children.Count == 0 ? PersonName.Of(FeedItemDraft.Line(element)) : null);

    private static Form Content(XmlElement element, out string text)
    {
        var type = element["type"]?.ToLowerInvariant();
        var mode = element["mode"]?.ToLowerInvariant();
        text = "";
        if (mode == "base64" || (type is not null && IsBinary(type)))
        {
            // RFC 4287, section 4.1.3.3, number 6: other media types than text and XML are Base64.
            if (!(IsText(type) || type == "application/octet-stream") || Decoded(element.Text) is not { } decoded)
            {
                return Form.Other;
            }

            text = decoded;
            return HtmlBody.LooksLikeMarkup(text) ? Form.Html : Form.Text;
        }

        if (element.Children.Count > 0)
        {
            text = element.Markup();
            return type is null or "text" or "html" or "xhtml" or "text/plain" or "text/html" or "application/xhtml+xml" or "application/xml" ? Form.Html : Form.Other;
        }

        text = element.Head ?? "";
        return type switch
        {
            "html" or "text/html" or "xhtml" or "application/xhtml+xml" => Form.Html,

            // Atom 0.3 escapes markup under any type; so do many senders of 1.0 that leave the type out.
            null or "text" or "text/plain" when mode == "escaped" || (type is null && HtmlBody.LooksLikeMarkup(text)) => Form.Html,
            null or "text" or "text/plain" => Form.Text,
            _ when type.StartsWith("text/", StringComparison.Ordinal) => Form.Text,
            _ => Form.Other,
        };
    }

    private static bool IsText(string? type) => type is null or "text" or "html" or "xhtml" || type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("xml", StringComparison.Ordinal);

    private static bool IsBinary(string type) => type.Contains('/', StringComparison.Ordinal) && !IsText(type) && !type.StartsWith("multipart/", StringComparison.Ordinal);

    private static string? Decoded(string text)
    {
        var buffer = new byte[(text.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(text, buffer, out var length))
        {
            return null;
        }

        if (buffer.AsSpan(0, length).IndexOfAnyInRange((byte)0, (byte)8) >= 0)
        {
            return null;
        }

        using var decoded = new DecodedText(WireInput.Of(buffer.AsMemory(0, length)), _ => { });
        return decoded.ReadToEnd();
    }
}
