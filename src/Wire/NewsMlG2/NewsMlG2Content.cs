using System.Globalization;
using System.Text;
using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>
/// Reads the content (NewsML-G2 2.35, contentSet): its renditions are alternatives, so that one text is the copy and the files are
/// media. Copy is NITF, XHTML, or plain text.
/// </summary>
internal static class NewsMlG2Content
{
    private const int NoCopy = 9;

    private static readonly string[] Markup =
    [
        "html", "body", "div", "p", "section", "article", "main", "span", "ul", "ol", "dl", "table", "pre", "blockquote", "figure", "header", "h1", "h2", "h3", "h4", "h5", "h6", "em", "strong", "b", "i", "a", "br", "img",
    ];

    internal static void Read(XmlElement content, NewsMlG2Draft draft, IWireSink sink)
    {
        var texts = new List<XmlElement>();
        foreach (var element in content.Children)
        {
            switch (element.Name)
            {
                case "inlinexml" or "inlinedata":
                    texts.Add(element);
                    break;
                case "remotecontent":
                    draft.Media.Add(NewsMlG2Files.Read(element, "main", draft));
                    break;
                default:
                    draft.Drop(element);
                    break;
            }
        }

        var chosen = texts.Index().OrderBy(text => (Fitness(text.Item), NewsMlG2Text.Distance(text.Item.Language, draft.Language), text.Index)).Select(text => text.Item).FirstOrDefault();
        foreach (var text in texts)
        {
            if (text == chosen && Fitness(text) < NoCopy)
            {
                Copy(text, draft, sink);
                draft.Item = draft.Item with { WordCount = int.TryParse(text["wordcount"], NumberStyles.None, CultureInfo.InvariantCulture, out var words) ? words : draft.Item.WordCount };
            }
            else
            {
                draft.Drop(text.LocalName, $"{text["contenttype"] ?? Root(text)?.LocalName} {text.Length}");
            }
        }
    }

    /// <summary>Well-tagged copy first, then data, then paragraphs in markup of a sender's own, then bare text; what is no copy counts last.</summary>
    private static int Fitness(XmlElement text)
    {
        var type = text["contenttype"];
        if (text.Name == "inlinedata")
        {
            return type is null || type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || type.Contains("html", StringComparison.OrdinalIgnoreCase) || type.Contains("nitf", StringComparison.OrdinalIgnoreCase) ? 1 : NoCopy;
        }

        return Root(text) is not { } root ? (text.RawText.Trim().Length > 0 ? 3 : NoCopy)
            : root.LocalName is "nitf" or "body.content" || Markup.Contains(root.LocalName) ? 0
            : root.Descendants().Any(element => element.LocalName == "p") ? 2 : NoCopy;
    }

    private static XmlElement? Root(XmlElement text) => text.Children.Count > 0 ? text.Children[0] : null;

    private static void Copy(XmlElement text, NewsMlG2Draft draft, IWireSink sink)
    {
        var root = Root(text);
        if (root is null || text.Name == "inlinedata")
        {
            Data(text, draft);
        }
        else if (root.LocalName is "nitf" or "body.content" || (root.LocalName == "body" && root.Children.Any(child => child.LocalName is "body.head" or "body.content")))
        {
            NewsMlG2Nitf.Merge(root, draft, sink);
        }
        else
        {
            Html(text, root, draft);
        }
    }

    /// <summary>Text, or HTML sent as text; in base 64 where its encoding says so.</summary>
    private static void Data(XmlElement element, NewsMlG2Draft draft)
    {
        var text = element.RawText;
        if (element["encoding"]?.Contains("base64", StringComparison.OrdinalIgnoreCase) == true || element["encodinguri"]?.Contains("base64", StringComparison.OrdinalIgnoreCase) == true)
        {
            var bytes = new byte[text.Length];
            text = Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : text;
        }

        draft.Body.AddRange(NewsMlG2Text.HoldsMarkup(text) ? HtmlBody.Read(text, element.Base) : NewsMlG2Copy.Plain(text));
    }

    private static void Html(XmlElement text, XmlElement root, NewsMlG2Draft draft)
    {
        var body = root.LocalName == "html" ? root.Children.FirstOrDefault(child => child.LocalName == "body") ?? root : root.LocalName == "body" ? root : text;
        var title = NewsMlG2Text.Line(root.Children.FirstOrDefault(child => child.LocalName == "head")?.Children.FirstOrDefault(child => child.LocalName == "title"));
        if (title is not null && draft.Headlines.Count + draft.Titles.Count == 0)
        {
            draft.Titles.Add(title);
        }
        else
        {
            draft.Drop("html.title", draft.Titles.Contains(title!) || draft.Headlines.Any(headline => headline.Text.Text == title) ? null : title);
        }

        draft.Item = draft.Item with { Language = draft.Item.Language ?? root["xml:lang"] ?? root["lang"] };
        draft.Body.AddRange(NewsMlG2Copy.Read(body, draft));
    }
}
