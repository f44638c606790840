using System.Globalization;
using AngleSharp.Dom;

namespace Wireroom.Wire.Html;

/// <summary>Pictures, with the caption and credit that stand beside them.</summary>
internal static class Figures
{
    private static readonly string[] SourceAttributes = ["src", "data-src", "data-original", "data-lazy-src", "href"];

    internal static IEnumerable<WireBlock> Read(IElement figure, Func<INode, IReadOnlyList<WireBlock>> inside, Uri? baseAddress)
    {
        if (figure.QuerySelector("figure") is not null)
        {
            // A gallery: each of its pictures has a figure of its own.
            return inside(figure);
        }

        var caption = figure.QuerySelector("figcaption");
        var pictures = figure.QuerySelectorAll("img, image").Select(image => Picture(image.GetAttribute, baseAddress)).OfType<WireMedia>().ToList();
        if (pictures.Count == 0)
        {
            var blocks = inside(figure);
            var title = Spaces.Collapse(caption?.TextContent ?? "");
            return blocks is [WireEmbed embed, WireParagraph] && title.Length > 0 ? [embed with { Title = embed.Title ?? title }] : blocks;
        }

        var credit = Credit(caption);
        return Captioned(pictures, Spaces.Collapse(caption?.TextContent ?? ""), credit);
    }

    /// <summary>Pictures under one caption and credit; what each says of itself holds where those say nothing.</summary>
    internal static IEnumerable<WireBlock> Captioned(IEnumerable<WireMedia> pictures, string caption, string? credit) => pictures.Select(media => new WirePicture(media with
    {
        Caption = caption.Length > 0 ? caption : media.Caption,
        Credit = credit ?? media.Credit,
    }));

    /// <summary>The picture of an image element by its attributes; null where it has no address, or is one that only counts readers.</summary>
    internal static WireMedia? Picture(Func<string, string?> image, Uri? baseAddress)
    {
        var width = Pixels(image, "width");
        var height = Pixels(image, "height");
        if (width is 0 or 1 || height is 0 or 1)
        {
            return null;
        }

        var address = SourceAttributes.Select(name => SafeAddress.File(image(name), baseAddress)).FirstOrDefault(found => found is not null)
            ?? SafeAddress.File(LargestOf(image("srcset") ?? image("data-srcset")), baseAddress);
        if (address is null)
        {
            return null;
        }

        var alternative = image("alt");
        return new WireMedia("body", address)
        {
            Kind = "picture",
            Width = width,
            Height = height,
            AltText = string.IsNullOrWhiteSpace(alternative) ? null : Spaces.Collapse(alternative),
        };
    }

    /// <summary>A picture that stands for a character, such as an emoji: its alternative text is part of the copy.</summary>
    internal static bool IsGlyph(Func<string, string?> image) =>
        image("alt") is { Length: > 0 and <= 8 } && image("class")?.Split([' ', '\t', '\n', '\f', '\r']).Any(name => name is "emoji" or "wp-smiley") == true;

    private static string? Credit(IElement? caption)
    {
        var element = caption?.QuerySelector(".credit, .source, .byline, cite");
        var credit = Spaces.Collapse(element?.TextContent ?? "");
        if (credit.Length == 0)
        {
            return null;
        }

        element!.Remove();
        return credit;
    }

    /// <summary>The address with the widest descriptor of a srcset (HTML, section 4.8.4.2.1).</summary>
    private static string? LargestOf(string? sourceSet)
    {
        string? largest = null;
        var widest = -1d;
        foreach (var candidate in (sourceSet ?? "").Split(", ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = candidate.TrimEnd(',').Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var width = parts.Length > 1 && double.TryParse(parts[1].AsSpan()[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
            if (parts.Length > 0 && width > widest)
            {
                (largest, widest) = (parts[0], width);
            }
        }

        return largest;
    }

    private static int? Pixels(Func<string, string?> image, string name) =>
        int.TryParse(image(name)?.Replace("px", "", StringComparison.Ordinal), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var pixels) ? pixels : null;
}
