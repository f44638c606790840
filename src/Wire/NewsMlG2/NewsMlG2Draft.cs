using Wireroom.Wire.Nitf;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>An item while its elements are read. Of what may be said once only, the first counts and the others are dropped visibly.</summary>
internal sealed class NewsMlG2Draft : XmlDraft
{
    /// <summary>What an embargo without an end is called where the sender has no words for it.</summary>
    internal const string Embargoed = "embargoed";

    /// <summary>Most headlines, titles, descriptions, creators and sources of one item; all of them are compared with each other. Further ones are dropped visibly.</summary>
    internal const int Most = 200;

    internal NewsMlG2Draft(XmlElement root, NewsMlG2Codes codes, string? language)
        : base("newsml-g2")
    {
        Codes = codes;
        Language = language;
        Concepts = new NewsMlG2Concepts(this, root);
        Item = Item with { Language = language };
    }

    internal NewsMlG2Codes Codes { get; }

    internal NewsMlG2Concepts Concepts { get; }

    /// <summary>The language in which names are sought.</summary>
    internal string? Language { get; }

    /// <summary>True where references in the copy were escaped twice, and were mended.</summary>
    internal bool IsEscapedTwice { get; set; }

    internal WireTime? ContentCreated { get; set; }

    internal List<(WireText Text, int Rank)> Headlines { get; } = [];

    internal List<string> Titles { get; } = [];

    internal List<(string? Role, string Text, string? Language)> Descriptions { get; } = [];

    internal List<NewsMlG2Creator> Creators { get; } = [];

    /// <summary>Schemes from which providers, sources and holders come: their codes name organisations.</summary>
    internal HashSet<string> PartySchemes { get; } = new(StringComparer.Ordinal);

    /// <summary>Keywords in order, each once.</summary>
    internal OrderedDictionary<string, bool> Keywords { get; } = new(StringComparer.Ordinal);

    /// <summary>What the parts of a film are about; its copy where it has no other.</summary>
    internal List<string> Parts { get; } = [];

    internal XmlDropped Dropped { get; } = new();

    internal void Drop(string name, string? value) => Dropped.Add(name, value);

    internal void Drop(XmlElement element) => Dropped.Add(element);

    internal void DropRest(XmlElement element, params ReadOnlySpan<string> read) => Dropped.AddRest(element, read);

    /// <summary>Drops the children that were not read.</summary>
    internal void DropChildren(XmlElement element, params ReadOnlySpan<string> read)
    {
        foreach (var child in element.Children)
        {
            if (!read.Contains(child.Name))
            {
                Drop(child);
            }
        }
    }

    /// <summary>Notes to editors; one that speaks of an embargo closes the item (NewsML-G2 2.35, embargoed: absent, the item is not embargoed; senders say it in words all the same).</summary>
    internal void Note(string? note, string? role = null)
    {
        if (note is not null)
        {
            Notes.Add(note);
            IsEmbargoed |= NitfEmbargo.IsSaidIn(note) || role?.Contains("embargo", StringComparison.OrdinalIgnoreCase) == true;
        }
    }

    internal WireItem Build(IWireSink sink)
    {
        NewsMlG2Headlines.Settle(this);
        NewsMlG2Descriptions.Settle(this);
        NewsMlG2Creator.Settle(this);
        if (IsEscapedTwice)
        {
            sink.Take(new WireFault(WireFaultKind.Repaired, "escaped-twice", "References in the copy were escaped twice, such as &amp;#39; for an apostrophe; they were resolved."));
        }

        return Settled(Item) with
        {
            ContentCreated = ContentCreated,
            Embargo = Item.Embargo ?? NewsMlG2Embargo.Of(this, sink),
            Links = [.. Links.Select(link => link.Relation == NewsMlG2Links.PreviousVersion ? link with { Relation = Item.Signal == WireSignal.Correction ? "corrects" : "replaces" } : link)],
            Headlines = [.. Headlines.Select(headline => headline.Text)],
            Keywords = [.. Keywords.Keys],
            Dropped = Dropped.All,
        };
    }
}
