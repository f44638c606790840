using AngleSharp.Dom;

namespace Wireroom.Wire.Html;

/// <summary>Frames, films and sounds of other sites: their address stays, their code does not.</summary>
internal static class Embeds
{
    internal static WireEmbed? Of(IElement element, Uri? baseAddress)
    {
        var address = element.LocalName switch
        {
            "object" => element.GetAttribute("data") ?? element.QuerySelector("param[name=movie], param[name=src]")?.GetAttribute("value") ?? element.QuerySelector("embed")?.GetAttribute("src"),
            _ => element.GetAttribute("src") ?? element.GetAttribute("data-src") ?? element.QuerySelector("source")?.GetAttribute("src"),
        };
        return SafeAddress.File(address, baseAddress) is { } href ? new WireEmbed(href, Title(element.GetAttribute("title"))) : null;
    }

    /// <summary>The embed of an empty frame by its attributes.</summary>
    internal static WireEmbed? Frame(Func<string, string?> frame, Uri? baseAddress) =>
        SafeAddress.File(frame("src") ?? frame("data-src"), baseAddress) is { } href ? new WireEmbed(href, Title(frame("title"))) : null;

    /// <summary>An embed as <see cref="HtmlWriter"/> writes it.</summary>
    internal static WireEmbed? OfParagraph(IElement paragraph, Uri? baseAddress)
    {
        if (paragraph.ChildElementCount != 1 || paragraph.FirstElementChild is not { LocalName: "a" } link || SafeAddress.File(link.GetAttribute("href"), baseAddress) is not { } href)
        {
            return null;
        }

        var title = Title(link.TextContent);
        return new WireEmbed(href, title == href ? null : title);
    }

    private static string? Title(string? title) => string.IsNullOrWhiteSpace(title) ? null : Spaces.Collapse(title);
}
