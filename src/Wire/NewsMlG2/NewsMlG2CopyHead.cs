using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>What stands above the copy in an XHTML body and is said in the metadata: a header element, a teaser, a byline.</summary>
internal static class NewsMlG2CopyHead
{
    /// <summary>The body without them. What the header alone says is dropped visibly; a byline that is said nowhere else is taken.</summary>
    internal static XmlElement Taken(XmlElement body, NewsMlG2Draft draft)
    {
        if (draft.Item.Byline is null && body.Descendants().FirstOrDefault(element => element.LocalName is "p" or "div" && element["class"] is "byline" or "author") is { } byline)
        {
            draft.Item = draft.Item with { Byline = NewsMlG2Text.Line(byline) };
        }

        var above = body.Descendants().Where(element => IsHeader(element) || IsTeaser(element, draft)).ToHashSet();
        foreach (var line in above.Where(IsHeader).SelectMany(header => header.Children))
        {
            var text = NewsMlG2Text.Line(line);
            draft.Drop($"header.{line.LocalName}", text is null || text == draft.Item.Byline || draft.Headlines.Any(headline => headline.Text.Text == text) || draft.Titles.Contains(text) ? null : text);
        }

        return above.Count == 0 ? body : Without(body, above);
    }

    /// <summary>A header of the whole body, not of a part of it, beside copy that is not in it.</summary>
    private static bool IsHeader(XmlElement element) => element.LocalName == "header" && element.Children.Any(child => child.LocalName is "h1" or "h2" or "h3" or "time" or "ul" or "p");

    private static bool IsTeaser(XmlElement element, NewsMlG2Draft draft) =>
        element.LocalName is "p" or "div" && element["class"] is "teaser" or "summary" or "standfirst" && NewsMlG2Text.Block(element) is { } text && draft.Descriptions.Any(one => one.Text == text);

    private static XmlElement Without(XmlElement element, HashSet<XmlElement> left)
    {
        var copy = new XmlElement(element.Name, [.. element.Attributes], element.Language, element.Base) { Head = element.Head, Tail = element.Tail };
        foreach (var child in element.Children.Where(child => !left.Contains(child)))
        {
            copy.Add(Without(child, left));
        }

        return copy;
    }
}
