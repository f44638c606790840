using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.Page;

/// <summary>The picture over a story, where the copy itself holds none: the first figure of the article, or the one that the page names to others.</summary>
internal static class PagePicture
{
    public static WireMedia? Lead(IHtmlDocument document, PageFacts facts, Uri? baseAddress)
    {
        var article = document.QuerySelector("article") ?? document.QuerySelector("main") ?? document.QuerySelector("[itemprop='articleBody']")?.ParentElement;
        foreach (var figure in article?.QuerySelectorAll("figure").Take(4) ?? [])
        {
            if (PageMeta.InRail(figure) || figure.TextContent.Length > 2000)
                continue;
            if (HtmlBody.Read(Alone(document, figure), baseAddress).OfType<WirePicture>().FirstOrDefault() is { } found)
                return Completed(found.Media with { Role = "main" }, facts);
        }

        var address = SafeAddress.File(facts.Picture, baseAddress);
        if (address is null || !facts.IsArticle || ((string[])["logo", "favicon", "placeholder", "default", "sprite"]).Any(word => address.Contains(word, StringComparison.OrdinalIgnoreCase)))
            return null;
        return Completed(new WireMedia("main", address) { Kind = "picture" }, facts);
    }

    /// <summary>A copy of the figure, so that reading takes nothing from the page. Credits that stand beside the caption go into it.</summary>
    private static IElement Alone(IHtmlDocument document, IElement figure)
    {
        var holder = document.CreateElement("div");
        var copy = (IElement)figure.Clone();
        if (copy.QuerySelector("figcaption") is { } caption)
            foreach (var credit in copy.QuerySelectorAll("[class*='credit'], [class*='copyright'], [class*='source'], [itemprop='copyrightHolder'], small").ToList())
            {
                if (credit.TextContent.Length is 0 or > 200 || credit.LocalName is "img" or "source" or "picture" || credit.QuerySelector("img") is not null || caption == credit)
                    continue;
                credit.ClassName = "credit";
                if (!caption.Contains(credit))
                    caption.AppendChild(credit);
            }

        holder.AppendChild(copy);
        return holder;
    }

    private static WireMedia Completed(WireMedia media, PageFacts facts) => PageBlocks.WithCredit(media with
    {
        AltText = media.AltText ?? facts.PictureAlternative,
        Caption = media.Caption ?? facts.PictureCaption,
        Credit = media.Credit ?? facts.PictureCredit,
    });
}
