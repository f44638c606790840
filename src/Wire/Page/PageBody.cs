using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SmartReader;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.Page;

/// <summary>Takes a page's copy out of its furniture, as blocks.</summary>
internal static class PageBody
{
    /// <summary>Stands in for an unknown address, so that relative links can be told and lost. Nothing is ever fetched: the reader is given the parsed page.</summary>
    public static readonly Uri Unknown = new("https://page.invalid/");

    /// <summary>
    /// Most that the extractor is given: characters of text, each as often as elements stand around it, because the extractor reads
    /// the text of every element again. Pages of newspapers come to two or three millions.
    /// </summary>
    private const long MostWeight = 20_000_000;

    public static IReadOnlyList<WireBlock> Read(IHtmlDocument document, Uri address, Action<WireFault> fault)
    {
        string? markup;
        if (Weight(document) <= MostWeight)
        {
            markup = Extract(document, address);
        }
        else
        {
            fault(new WireFault(WireFaultKind.Lost, "too-deep", "The page's elements stand in each other without end, so that its copy could not be told from what is around it; all of it was read. Check what was captured."));
            markup = Largest(document.Body?.InnerHtml);
        }

        return markup is null ? [] : HtmlBody.Read(markup, address).Select(block => Rebase(block, address)).OfType<WireBlock>().ToList();
    }

    private static long Weight(IHtmlDocument document)
    {
        var weight = 0L;
        var depth = 1;
        for (INode? node = document.DocumentElement; node is not null;)
        {
            weight += node is IText text ? (long)text.Length * depth : 0;
            if (node.FirstChild is { } child)
            {
                (node, depth) = (child, depth + 1);
                continue;
            }

            while (node is not null && node.NextSibling is null)
            {
                (node, depth) = (node.Parent, depth - 1);
            }

            node = node?.NextSibling;
        }

        return weight;
    }

    private static string? Extract(IHtmlDocument document, Uri address)
    {
        var whole = document.Body?.InnerHtml;
        try
        {
            using var reader = new Reader(address.AbsoluteUri, document) { ContinueIfNotReadable = true, DisableJSONLD = true };
            var article = reader.GetArticle();
            if (article.Completed && !string.IsNullOrWhiteSpace(article.Content) && article.TextContent.Length > 0)
                return article.Content;
        }
#pragma warning disable CA1031 // Whatever a hostile page does to the extractor, the page's own body is still there.
        catch (Exception)
#pragma warning restore CA1031
        {
            return Largest(whole);
        }

        return Largest(whole);
    }

    /// <summary>The copy where the extractor found none: the page's own article or main element, or everything.</summary>
    private static string? Largest(string? whole)
    {
        if (string.IsNullOrWhiteSpace(whole))
            return null;
        var document = new HtmlParser().ParseDocument(whole);
        return (document.QuerySelector("article") ?? document.QuerySelector("main") ?? document.Body)?.InnerHtml;
    }

    /// <summary>Loses addresses that only the stand-in made absolute.</summary>
    private static WireBlock? Rebase(WireBlock block, Uri address)
    {
        if (address != Unknown)
            return block;
        return block switch
        {
            WireParagraph paragraph => paragraph with { Runs = Runs(paragraph.Runs) },
            WireHeading heading => heading with { Runs = Runs(heading.Runs) },
            WireQuote quote => quote with { Paragraphs = quote.Paragraphs.Select(Runs).ToList() },
            WireList list => list with { Items = list.Items.Select(Runs).ToList() },
            WirePicture picture when IsStandIn(picture.Media.Href) => new WirePicture(picture.Media with { Href = null }),
            WireEmbed embed when IsStandIn(embed.Href) => null,
            _ => block,
        };
    }

    private static IReadOnlyList<WireRun> Runs(IReadOnlyList<WireRun> runs) => runs.Select(run => IsStandIn(run.Href) ? run with { Href = null } : run).ToList();

    private static bool IsStandIn(string? href) => href is not null && href.StartsWith(Unknown.AbsoluteUri, StringComparison.OrdinalIgnoreCase);
}
