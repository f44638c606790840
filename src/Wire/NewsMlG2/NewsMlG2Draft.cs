using Wireroom.Wire.Nitf;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>An item while its elements are read. Of what may be said once only, the first counts and the others are dropped visibly.</summary>
internal sealed class NewsMlG2Draft
{
    /// <summary>What an embargo without an end is called where the sender has no words for it.</summary>
    internal const string Embargoed = "embargoed";

    /// <summary>Most headlines, titles, descriptions, creators and sources of one item; all of them are compared with each other. Further ones are dropped visibly.</summary>
    internal const int Most = 200;

    internal NewsMlG2Draft(XmlElement root, NewsMlG2Codes codes, string? language)
    {
        Codes = codes;
        Language = language;
        Concepts = new NewsMlG2Concepts(this, root);
        Item = new WireItem { Format = "newsml-g2", Language = language };
    }

    internal WireItem Item { get; set; }

    internal NewsMlG2Codes Codes { get; }

    internal NewsMlG2Concepts Concepts { get; }

    /// <summary>The language in which names are sought.</summary>
    internal string? Language { get; }

    /// <summary>The embargo as sent: empty where it has no end, null where there is none.</summary>
    internal string? Embargo { get; set; }

    /// <summary>True where a note or signal speaks of an embargo.</summary>
    internal bool SaysEmbargo { get; set; }

    /// <summary>True where references in the copy were escaped twice, and were mended.</summary>
    internal bool IsEscapedTwice { get; set; }

    internal WireRights Rights { get; set; } = new();

    internal WireTime? ContentCreated { get; set; }

    internal List<(WireText Text, int Rank)> Headlines { get; } = [];

    internal List<string> Titles { get; } = [];

    internal List<string> Notes { get; } = [];

    internal List<(string? Role, string Text, string? Language)> Descriptions { get; } = [];

    internal List<NewsMlG2Creator> Creators { get; } = [];

    /// <summary>Schemes from which providers, sources and holders come: their codes name organisations.</summary>
    internal HashSet<string> PartySchemes { get; } = new(StringComparer.Ordinal);

    internal List<string> Sources { get; } = [];

    internal List<WireSubject> Subjects { get; } = [];

    internal List<WireSubject> People { get; } = [];

    internal List<WireSubject> Organisations { get; } = [];

    internal List<WirePlace> Places { get; } = [];

    /// <summary>Keywords in order, each once.</summary>
    internal OrderedDictionary<string, bool> Keywords { get; } = new(StringComparer.Ordinal);

    internal List<WireBlock> Body { get; } = [];

    /// <summary>What the parts of a film are about; its copy where it has no other.</summary>
    internal List<string> Parts { get; } = [];

    internal List<WireMedia> Media { get; } = [];

    internal List<WireLink> Links { get; } = [];

    internal List<string> Guessed { get; } = [];

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

    internal void Signal(WireSignal signal)
    {
        // A kill or hold is never weakened by what else is said, and a correction is more than an update.
        var known = Item.Signal;
        if (signal == WireSignal.Withdrawal || (known is not (WireSignal.Withdrawal or WireSignal.Hold) && !(known == WireSignal.Correction && signal is WireSignal.Update or WireSignal.New)))
        {
            Item = Item with { Signal = signal };
        }
    }

    /// <summary>Notes to editors; one that speaks of an embargo closes the item (NewsML-G2 2.35, embargoed: absent, the item is not embargoed; senders say it in words all the same).</summary>
    internal void Note(string? note, string? role = null)
    {
        if (note is not null)
        {
            Notes.Add(note);
            SaysEmbargo |= NitfEmbargo.IsSaidIn(note) || role?.Contains("embargo", StringComparison.OrdinalIgnoreCase) == true;
        }
    }

    internal WireItem Build(IWireSink sink)
    {
        NewsMlG2Headlines.Settle(this);
        NewsMlG2Descriptions.Settle(this);
        NewsMlG2Creator.Settle(this);
        if (ContentCreated is not null && Item.Created is not null && ContentCreated.AsSent != Item.Created.AsSent)
        {
            Drop("contentcreated", ContentCreated.AsSent);
        }

        if (IsEscapedTwice)
        {
            sink.Take(new WireFault(WireFaultKind.Repaired, "escaped-twice", "References in the copy were escaped twice, such as &amp;#39; for an apostrophe; they were resolved."));
        }

        return Item with
        {
            Created = Item.Created ?? ContentCreated,
            EdNote = Notes.Count == 0 ? null : string.Join("\n\n", Notes.Distinct(StringComparer.Ordinal)),
            Embargo = Item.Embargo ?? NewsMlG2Embargo.Of(this, sink),
            Links = [.. Links.Select(link => link.Relation == NewsMlG2Links.PreviousVersion ? link with { Relation = Item.Signal == WireSignal.Correction ? "corrects" : "replaces" } : link)],
            Rights = Rights == new WireRights() ? null : Rights,
            Headlines = [.. Headlines.Select(headline => headline.Text)],
            Sources = Sources,
            Subjects = Subjects,
            People = People,
            Organisations = Organisations,
            Places = Places,
            Keywords = [.. Keywords.Keys],
            Body = Body,
            Media = Media,
            Guessed = Guessed,
            Dropped = Dropped.All,
        };
    }
}
