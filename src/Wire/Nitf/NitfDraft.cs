using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Nitf;

/// <summary>An item while its elements are read. Of what may be said once only, the first counts and the others are dropped visibly.</summary>
internal sealed class NitfDraft
{
    internal WireItem Item { get; set; } = new() { Format = "nitf" };

    internal string? Title { get; set; }

    internal string? Slugline { get; set; }

    internal string? Release { get; set; }

    internal string? EmbargoWords { get; set; }

    internal bool IsEmbargoed { get; set; }

    /// <summary>True where the place of the event was said by its region alone, so that a dateline says more of it.</summary>
    internal bool IsLocatedWidely { get; set; }

    internal WireRights Rights { get; set; } = new();

    internal List<WireText> Headlines { get; } = [];

    internal List<string> Notes { get; } = [];

    internal List<string> Sources { get; } = [];

    internal List<WireSubject> Subjects { get; } = [];

    internal List<WireSubject> People { get; } = [];

    internal List<WireSubject> Organisations { get; } = [];

    internal List<WirePlace> Places { get; } = [];

    internal List<string> Keywords { get; } = [];

    internal List<WireBlock> Body { get; } = [];

    internal List<WireMedia> Media { get; } = [];

    internal List<WireLink> Links { get; } = [];

    internal XmlDropped Dropped { get; } = new();

    internal void Drop(string name, string? value) => Dropped.Add(name, value);

    internal void Drop(XmlElement element) => Dropped.Add(element);

    /// <summary>Drops the attributes that were not read.</summary>
    internal void DropRest(XmlElement element, params ReadOnlySpan<string> read) => Dropped.AddRest(element, read);

    internal void Signal(WireSignal signal)
    {
        // A kill or hold is never weakened by what else is said.
        if (Item.Signal is not (WireSignal.Withdrawal or WireSignal.Hold) || signal == WireSignal.Withdrawal)
        {
            Item = Item with { Signal = signal };
        }
    }

    internal WireItem Build(IWireSink sink)
    {
        if (Title is not null && Headlines.All(headline => headline.Text != Title))
        {
            Headlines.Add(new WireText(Title, Headlines.Count == 0 ? "main" : "title"));
        }

        var (embargo, published) = NitfEmbargo.Of(this);
        if (embargo is { Until: null })
        {
            sink.Take(new WireFault(WireFaultKind.Lost, "embargo-unread", $"The embargo \u201C{embargo.AsSent}\u201D is no time with a zone; the item stays closed until someone has read it."));
        }

        return Item with
        {
            Slugline = Slugline ?? Item.Slugline,
            Headlines = Headlines,
            EdNote = Notes.Count == 0 ? null : string.Join("\n\n", Notes.Distinct(StringComparer.Ordinal)),
            Embargo = embargo,
            Published = Item.Published ?? published,
            Rights = Rights == new WireRights() ? null : Rights,
            Sources = Sources,
            Subjects = Subjects,
            People = People,
            Organisations = Organisations,
            Places = Places,
            Keywords = Keywords,
            Body = Body,
            Media = Media,
            Links = Links,
            Dropped = Dropped.All,
        };
    }
}
