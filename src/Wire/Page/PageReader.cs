using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Wireroom.Wire.Dates;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.Page;

/// <summary>Reads a page's HTML into its story and its briefs. What the page says of itself is asked first, the extractor only for the copy.</summary>
internal sealed class PageReader(WireInput input, IWireSink sink)
{
    public void Read(string source)
    {
        var markup = PageMarkup.Bound(source, out var cut);
        if (cut)
            sink.Take(new WireFault(WireFaultKind.Lost, "too-many-elements", $"The page has more than {PageMarkup.MostElements:N0} elements; what follows them was not read. Check what was captured."));
        var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(markup);
        var facts = new PageFacts();
        PageJsonLd.Read(document, facts);
        PageMeta.Read(document, facts);
        var address = AddressOf(document, facts);
        var known = address == PageBody.Unknown ? null : address;
        var rails = PageRails.Find(document, known);
        var picture = PagePicture.Lead(document, facts, known);
        var blocks = new PageBlocks(PageBody.Read(document, address, sink.Take), facts.Headline, facts.Description);

        var given = 0;
        var story = Story(facts, blocks, picture, known);
        if (IsStory(facts, blocks, rails))
        {
            sink.Take(story);
            given++;
        }

        // What the copy itself says and links, and the page's own headline and address, are no other stories.
        var told = given == 0 ? "" : TextForm.Fold((facts.Headline ?? "") + "\n" + PlainText.Write(blocks.Blocks));
        foreach (var brief in rails.Where(brief => told.Length == 0 || ((brief.Link is null || brief.Link != story.Link) && !told.Contains(TextForm.Fold(brief.Headline), StringComparison.Ordinal))))
        {
            sink.Take(Brief(brief));
            given++;
        }

        if (given == 0)
            sink.Take(new WireFault(WireFaultKind.Unreadable, "no-copy", "The page holds no copy. It may be filled by script: save it from a browser after it has loaded."));
    }

    /// <summary>The address that relative links are meant against: from outside, or as the page says.</summary>
    private Uri AddressOf(IHtmlDocument document, PageFacts facts)
    {
        var page = input.Base;
        foreach (var said in (string?[])[facts.Link, input.Name])
            if (page is null && Uri.TryCreate(said, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https")
                page = absolute;
        if (document.QuerySelector("base[href]")?.GetAttribute("href") is { } declared && Uri.TryCreate(page ?? PageBody.Unknown, declared, out var resolved) && resolved.Scheme is "http" or "https" && resolved.Host != PageBody.Unknown.Host)
            page = resolved;
        return page ?? PageBody.Unknown;
    }

    /// <summary>A page is a list where its copy is made of the leads of the stories that it points to.</summary>
    private static bool IsStory(PageFacts facts, PageBlocks blocks, List<PageBrief> rails)
    {
        var copy = blocks.Blocks.OfType<WireParagraph>().Select(paragraph => PageBlocks.TextOf(paragraph.Runs)).ToList();
        if (blocks.Blocks.Count == 0 || (copy.Count == 0 && !blocks.Blocks.Any(block => block is WireQuote or WireList or WireTable or WirePreformatted)))
            return false;
        if (facts.IsArticle || rails.Count < 3)
            return true;
        var leads = rails.SelectMany(brief => (string?[])[brief.Lead, brief.Headline]).OfType<string>().Select(TextForm.Fold).ToHashSet(StringComparer.Ordinal);
        var own = copy.Where(text => TextForm.Words(text) >= 10 && !leads.Contains(TextForm.Fold(text))).Sum(TextForm.Words);
        return own >= 40 && own * 2 > copy.Sum(TextForm.Words);
    }

    private WireItem Story(PageFacts facts, PageBlocks blocks, WireMedia? picture, Uri? address)
    {
        var guessed = new List<string>();
        var body = blocks.Blocks.ToList();
        if (picture is not null && !body.Take(4).Any(block => block is WirePicture))
            body.Insert(0, new WirePicture(picture));
        else if (picture is not null && body.FindIndex(block => block is WirePicture) is var first && body[first] is WirePicture { Media: { Caption: null, Credit: null } own } && own.Href == picture.Href)
            body[first] = new WirePicture(picture);

        var headline = facts.Headline is { Length: > 0 } said ? said : null;
        if (headline is null)
            guessed.Add("headline");
        var published = TimeOf(facts.Published) ?? TimeOf(blocks.Date);
        if (published is null && input is { Date: not null, DateIsGuessed: true })
            guessed.Add("date");
        var link = SafeAddress.Link(facts.Link, address);
        var standfirst = facts.Description is { } words && !Begins(blocks.Lead, words) ? words : null;
        return new WireItem
        {
            Format = "page",
            Guid = link ?? ContentName.Of("story", headline, blocks.Lead),
            Headlines = [headline is null ? new WireText(WorkingTitle.From(blocks.Lead), "working") : new WireText(headline)],
            Standfirst = standfirst,
            Dateline = facts.Dateline ?? blocks.Dateline,
            Byline = facts.Authors.Count > 0 ? string.Join(", ", facts.Authors.Select(BylineLine.Of).Distinct(StringComparer.OrdinalIgnoreCase)) : blocks.Byline,
            Credit = blocks.Agency,
            Sources = blocks.Agency is null ? [] : [blocks.Agency],
            Provider = facts.Site,
            Created = input.Date is { } date ? WireTime.Of(date) : null,
            Published = published ?? (input.Date is { } given ? WireTime.Of(given) : null),
            VersionCreated = TimeOf(facts.Modified),
            Language = facts.Language?.Replace('_', '-'),
            Subjects = facts.Section is null ? [] : [new WireSubject(facts.Section, "section")],
            Keywords = facts.Keywords,
            Link = link,
            Body = body,
            Media = body.OfType<WirePicture>().Select(block => block.Media).ToList(),
            Guessed = guessed,
            Dropped = blocks.Dropped,
        };
    }

    /// <summary>A description that is the lead once more, perhaps cut short, is no standfirst.</summary>
    private static bool Begins(string lead, string description)
    {
        var start = TextForm.Fold(description);
        return start.Length == 0 || TextForm.Fold(lead).StartsWith(start, StringComparison.Ordinal);
    }

    private static WireTime? TimeOf(string? text)
    {
        if (text is null)
            return null;
        var time = WireDates.Read(text);
        if (time is { Instant: null, Local: null } or null)
            time = StatedDate.TryParse(text, out var stated) ? stated : null;
        return time is null or { Instant: null, Local: null } ? null : time;
    }

    private WireItem Brief(PageBrief brief)
    {
        var lead = brief.Lead is null ? "" : Dateline.Split(brief.Lead, out _, out _);
        var time = TimeOf(brief.Time);
        return new WireItem
        {
            Format = "page",
            Guid = ContentName.Of("brief", brief.Headline, brief.Lead is null ? null : lead),
            Headlines = [new WireText(brief.Headline)],
            Genres = WireSubject.Only("Brief"),
            Link = brief.Link,
            Created = input.Date is { } date ? WireTime.Of(date) : null,
            Published = time ?? (input.Date is { } given ? WireTime.Of(given) : null),
            Body = lead.Length == 0 ? [] : [new WireParagraph([new WireRun(lead)])],
            Guessed = time is null && input is { Date: not null, DateIsGuessed: true } ? ["date"] : [],
        };
    }
}
