using System.Buffers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.Page;

/// <summary>Who wrote a page, where only the page itself says so.</summary>
internal static class PageBylines
{
    private const int LongestByline = 100;
    private static readonly SearchValues<string> AddressMarks = SearchValues.Create(["://", "@"], StringComparison.Ordinal);

    /// <summary>"Ana Kovač (https://example.org/ana)" without the address.</summary>
    public static string WithoutAddress(string text) => text.EndsWith(')') && text.IndexOf('(', StringComparison.Ordinal) is > 1 and var at && text.AsSpan(at).ContainsAny(AddressMarks) ? text[..at].TrimEnd() : text;

    /// <summary>A name, not an address and not an account.</summary>
    public static bool IsName(string text) => text.Length is > 1 and <= LongestByline && !text.Contains("://", StringComparison.Ordinal) && text[0] is not '@' and not '/' && text.Any(char.IsLetter);

    /// <summary>The printed byline: marked by rel, itemprop, or by its name; outside rails and comments. Names alone, without the leading "By".</summary>
    public static IEnumerable<string> Printed(IHtmlDocument document)
    {
        var heading = document.QuerySelector("h1");
        foreach (var selector in (string[])["[itemprop~='author'] [itemprop='name']", "[itemprop~='author']", "[rel~='author']", "[class*='byline'], [id*='byline'], [class*='Byline'], [id*='Byline']", "[class*='author'], [id*='author'], [class*='Author'], [id*='Author']", "[class*='writer']"])
        {
            var names = new List<string>();
            IElement? first = null;
            // The byline follows the headline; names over it belong to other stories.
            foreach (var element in document.QuerySelectorAll(selector).Take(60).OrderBy(element => heading is null || heading.CompareDocumentPosition(element).HasFlag(DocumentPositions.Following) ? 0 : 1))
            {
                if (first is not null && element.ParentElement != first.ParentElement && element.ParentElement?.ParentElement != first.ParentElement?.ParentElement)
                    continue;
                if (element.TextContent.Length > 400 || PageMeta.InRail(element))
                    continue;
                var text = Clean(element);
                if (IsName(text) && TextForm.Words(text) <= 12 && !StatedDate.Is(text) && !names.Contains(text, StringComparer.OrdinalIgnoreCase))
                {
                    names.Add(text);
                    first ??= element;
                }

                if (names.Count > 0 && !selector.StartsWith("[itemprop", StringComparison.Ordinal) && !selector.StartsWith("[rel", StringComparison.Ordinal))
                    break;
            }

            if (names.Count > 0)
                return names.Take(4);
        }

        return [];
    }

    /// <summary>The first line of a byline element that is no date; what follows a bar or a date is not the writer's name.</summary>
    private static string Clean(IElement element)
    {
        foreach (var line in element.TextContent.Split('\n', '|', '•', '·'))
        {
            var text = Spaces.Collapse(line.Replace('\u00A0', ' '));
            if (text.Length < 3 || StatedDate.Is(text) || text.Equals("by", StringComparison.OrdinalIgnoreCase))
                continue;
            for (var space = text.IndexOf(' ', StringComparison.Ordinal); space > 0; space = text.IndexOf(' ', space + 1))
            {
                if (!StatedDate.Is(text[(space + 1)..]))
                    continue;
                text = text[..space];
                break;
            }

            var by = BylineLine.Of(text);
            if (by.Length > 1)
                return by.TrimEnd(',', '-', '–', '—', ' ');
        }

        return "";
    }
}
