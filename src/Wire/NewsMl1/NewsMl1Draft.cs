using Wireroom.Wire.Dates;
using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMl1;

/// <summary>An item while its elements are read. Of what may be said once only, the first counts and the others are dropped visibly.</summary>
internal sealed class NewsMl1Draft(NewsMl1Topics topics, IWireSink sink) : XmlDraft("newsml-1")
{
    // More than any sender means; what is beyond is shown with what was dropped.
    private const int MostOfOneKind = 1000, LongestLine = 8000, MostHeadlines = 100;

    internal NewsMl1Topics Topics => topics;

    internal IWireSink Sink => sink;

    /// <summary>True for an item without copy, whose caption is what it says.</summary>
    internal bool IsOfFiles { get; set; }

    /// <summary>True where the place is the one that the story was written in, and not that of the event.</summary>
    internal bool IsLocatedByOrigin { get; set; }

    internal string? NameLabel { get; set; }

    internal string? Catchword { get; set; }

    internal string? Usage { get; set; }

    internal List<string> Creators { get; } = [];

    internal List<WireText> Headlines { get; } = [];

    internal List<string> Keywords { get; } = [];

    internal NewsMl1Dropped Dropped { get; } = new();

    /// <summary>Text of an element on one line.</summary>
    internal static string? Line(XmlElement element) => HtmlText.Line(element.RawText) is { Length: > 0 } line ? line : null;

    internal void Headline(string? text, string role, string? language)
    {
        if (Headlines.Count >= MostHeadlines)
        {
            Dropped.AddOnce("headline", text);
        }
        else if (text is not null && Headlines.All(headline => headline.Text != text))
        {
            Headlines.Add(new WireText(text, role == "main" && Headlines.Exists(headline => headline.Role == "main") ? "alternate" : role, language));
        }
    }

    internal void Byline(string? line)
    {
        if (Item.Byline is { Length: > LongestLine })
        {
            Dropped.AddOnce("byline", line);
        }
        else if (line is not null && Item.Byline?.Split(", ").Contains(line, StringComparer.Ordinal) != true)
        {
            Item = Item with { Byline = Item.Byline is null ? line : $"{Item.Byline}, {line}" };
        }
    }

    /// <summary>A text with another behind it; one that is said already is not said twice.</summary>
    internal string Joined(string name, string? said, string text, string between)
    {
        if (said is { Length: > LongestLine })
        {
            Dropped.AddOnce(name, text);
            return said;
        }

        return said is null ? text : said.Contains(text, StringComparison.Ordinal) ? said : said + between + text;
    }

    internal void Standfirst(string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            Item = Item with { Standfirst = Joined("standfirst", Item.Standfirst, text, "\n\n") };
        }
    }

    internal void Keyword(string? text)
    {
        var mark = text?.Contains(';', StringComparison.Ordinal) == true ? ';' : ',';
        foreach (var keyword in (text ?? "").Split(mark, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Keywords.Count >= MostOfOneKind)
            {
                Dropped.Add("keywords", text);
                return;
            }

            if (!Keywords.Contains(keyword, StringComparer.Ordinal))
            {
                Keywords.Add(keyword);
            }
        }
    }

    internal void Add(WireSubject subject, List<WireSubject> subjects)
    {
        var same = subjects.FindIndex(other => subject.Code is null ? other.Name == subject.Name : other.Code == subject.Code && other.Scheme == subject.Scheme);
        if (same < 0 && subjects.Count >= MostOfOneKind)
        {
            Dropped.AddOnce("subject", subject.Code ?? subject.Name);
        }
        else if (same < 0)
        {
            subjects.Add(subject);
        }
        else if (subjects[same].Name == subjects[same].Code)
        {
            // The same code, said elsewhere with its name.
            subjects[same] = subject with { Relevance = subjects[same].Relevance ?? subject.Relevance };
        }
    }

    internal void Add(WirePlace place)
    {
        if (Places.Count >= MostOfOneKind)
        {
            Dropped.AddOnce("place", place.Name);
        }
        else if (!Places.Contains(place))
        {
            Places.Add(place);
        }
    }

    internal WireItem Build()
    {
        var main = Headlines.FindIndex(headline => headline.Role == "main");
        if (main > 0)
        {
            Headlines.Insert(0, Headlines[main]);
            Headlines.RemoveAt(main + 1);
        }

        var slugline = Item.Slugline ?? NameLabel ?? Catchword;
        Dropped.Add("namelabel", NameLabel == slugline ? null : NameLabel);
        Dropped.Add("newsline.catchword", Catchword == slugline ? null : Catchword);
        Usage = Rights.UsageTerms is null ? Usage : Drop("usagerights", Usage);
        Rights = Rights with { UsageTerms = Rights.UsageTerms ?? Usage };
        return Settled(Item) with
        {
            Slugline = slugline,
            Headlines = Headlines,
            Byline = Item.Byline ?? Creator(),
            Embargo = Embargo(),
            Sources = [.. Sources.Distinct(StringComparer.Ordinal)],
            Keywords = Keywords,
            Links = [.. Links.Distinct()],
            Dropped = Dropped.Values,
        };
    }

    private string? Drop(string name, string? value)
    {
        Dropped.Add(name, value);
        return null;
    }

    /// <summary>Who made it is its byline where there is no other; the agency itself is no writer.</summary>
    private string? Creator()
    {
        var writers = Creators.Where(name => name != Item.Provider && !Sources.Contains(name, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        return writers.Count == 0 ? null : string.Join(", ", writers);
    }

    /// <summary>An embargo ends when the status becomes usable (NewsML 1.2, section 5.5.2.4). One whose end cannot be read stays closed.</summary>
    private WireEmbargo? Embargo()
    {
        if (!IsEmbargoed && Release is null)
        {
            return Item.Embargo;
        }

        if (!IsEmbargoed && Item.PubStatus == "usable" && WireDates.Instant(Release) <= Item.VersionCreated?.Instant)
        {
            Dropped.Add("statuswillchange", Release);
            return Item.Embargo;
        }

        var until = WireDates.Instant(Release) ?? (Release is null ? LineMode.LineEmbargo.Of(EmbargoWords ?? "")?.Until ?? WireDates.Instant(EmbargoWords) ?? Item.Embargo?.Until : null);
        var embargo = new WireEmbargo(Release ?? EmbargoWords ?? Item.Embargo?.AsSent ?? "embargoed", until);
        if (until is null)
        {
            sink.Take(WireFault.EmbargoUnread(embargo));
        }

        return embargo;
    }
}
