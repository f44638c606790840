using System.Text;
using Wireroom.Wire.Charsets;
using Wireroom.Wire.Html;
using Wireroom.Wire.Nitf;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMl1;

/// <summary>Reads the copy of a content item (NewsML 1.2, section 5.8): NITF, XHTML, escaped HTML or plain text, within an encoding or not.</summary>
internal static class NewsMl1Content
{
    private static readonly string[] Blocks = ["p", "div", "br", "table", "pre", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "html", "body", "block", "hl1", "hl2", "bq", "dl", "section", "article"];

    /// <summary>Copy, and all else that a NITF document within said.</summary>
    internal sealed record Copy(IReadOnlyList<WireBlock> Blocks, WireItem? Nitf = null);

    internal static Copy Read(XmlElement content, NewsMl1Draft draft)
    {
        var copy = new Copy([]);
        foreach (var part in content.Children)
        {
            switch (part.LocalName)
            {
                case "datacontent":
                    copy = Data(part, draft);
                    break;
                case "encoding":
                    copy = Encoded(part, draft);
                    break;
                case "characteristics":
                    Characteristics(part, draft);
                    break;
                case "comment":
                    NewsMl1Components.Comment(part, draft);
                    break;
                case "mediatype" or "format" or "mimetype" or "notation" or "catalog":
                    // How the copy is sent, which has been seen.
                    break;
                default:
                    draft.Dropped.Add(part);
                    break;
            }
        }

        return copy;
    }

    /// <summary>How well a content item says what its equivalents say too: NITF says most, plain text least.</summary>
    internal static int Rank(XmlElement content) => content.Children.FirstOrDefault(child => child.LocalName is "datacontent" or "encoding") switch
    {
        null => 0,
        { } data when data.Descendants().Any(child => child.LocalName == "nitf") => 4,
        { Children.Count: > 0, LocalName: "datacontent" } => 3,
        { } data => HtmlBody.LooksLikeMarkup(data.RawText) || (NewsMl1Shape.Said(content, "mimetype") ?? NewsMl1Shape.Said(content, "format")) is { } type && (type.Contains("html", StringComparison.OrdinalIgnoreCase) || type.Contains("xml", StringComparison.OrdinalIgnoreCase)) ? 2 : 1,
    };

    private static void Characteristics(XmlElement characteristics, NewsMl1Draft draft)
    {
        foreach (var element in characteristics.Children)
        {
            if (element.LocalName == "property")
            {
                NewsMl1Descriptive.Property(element, draft, "characteristics");
            }
            else if (element.LocalName != "sizeinbytes")
            {
                draft.Dropped.Add(element);
            }
        }
    }

    /// <summary>Data in an encoding such as Base64 (NewsML 1.2, Encoding), which may itself stand in another.</summary>
    private static Copy Encoded(XmlElement encoding, NewsMl1Draft draft)
    {
        if (encoding.Children.FirstOrDefault(child => child.LocalName is "datacontent" or "encoding") is { LocalName: "encoding" } inner)
        {
            return Encoded(inner, draft);
        }

        var data = encoding.Children.FirstOrDefault(child => child.LocalName == "datacontent") ?? encoding;
        if (encoding["notation"]?.Contains("64", StringComparison.Ordinal) != true)
        {
            return Data(data, draft);
        }

        var packed = string.Concat(data.RawText.Where(c => !char.IsWhiteSpace(c)));
        var bytes = new byte[packed.Length];
        if (!Convert.TryFromBase64String(packed, bytes, out var length))
        {
            draft.Sink.Take(new WireFault(WireFaultKind.Lost, "base64-unread", "Copy that was sent in Base64 is none and could not be read. Ask the sender to send it again."));
            draft.Dropped.Add("encoding", packed);
            return new Copy([]);
        }

        var charset = CharsetDetection.Decide(bytes.AsSpan(0, length), whole: true, null, draft.Sink.Take);
        return Text(charset.Encoding.GetString(bytes, charset.Preamble, length - charset.Preamble), data.Base, draft);
    }

    private static Copy Data(XmlElement data, NewsMl1Draft draft)
    {
        if (data.Children.Count == 0)
        {
            return Text(data.RawText, data.Base, draft);
        }

        if (data.Descendants().FirstOrDefault(child => child.LocalName == "nitf") is { } nitf)
        {
            var item = NitfReader.Item(nitf, draft.Sink);
            return new Copy(item.Body, item);
        }

        if (data.Children.FirstOrDefault(child => child.LocalName == "body") is { } body && body.Children.Any(IsPart))
        {
            var item = NitfReader.Item(data, draft.Sink);
            return new Copy(item.Body, item);
        }

        if (data.Children.Any(IsPart))
        {
            var item = NitfReader.Item(Wrapped("nitf", [Wrapped("body", data.Children, data)], data), draft.Sink);
            return new Copy(item.Body, item);
        }

        return new Copy(data.Descendants().Any(child => Blocks.Contains(child.LocalName)) || data.Children.Count == 1
            ? HtmlBody.Read(data.Markup(), data.Base)
            : [.. data.Children.SelectMany(child => HtmlBody.Read(child.Markup(), child.Base))]);
    }

    private static bool IsPart(XmlElement element) => element.LocalName is "body.content" or "body.head" or "body.end";

    private static XmlElement Wrapped(string name, IEnumerable<XmlElement> children, XmlElement outer)
    {
        var element = new XmlElement(name, [], outer.Language, outer.Base);
        foreach (var child in children)
        {
            element.Add(child);
        }

        return element;
    }

    private static Copy Text(string text, Uri? address, NewsMl1Draft draft)
    {
        var start = text.AsSpan().TrimStart();
        if (start.StartsWith("<?xml") || start.StartsWith("<nitf", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<!DOCTYPE nitf", StringComparison.OrdinalIgnoreCase))
        {
            // A NITF document as text within the document.
            var inner = new WireDocument();
            NitfReader.Read(WireInput.Of(Encoding.UTF8.GetBytes(text)) with { Charset = "utf-8", Base = address }, inner);
            if (inner.Items.Count > 0)
            {
                foreach (var fault in inner.Faults)
                {
                    draft.Sink.Take(fault);
                }

                return new Copy(inner.Items[0].Body, inner.Items[0]);
            }
        }

        return new Copy(HtmlBody.Read(text, address));
    }
}
