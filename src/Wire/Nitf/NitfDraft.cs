using Wireroom.Wire.LineMode;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Nitf;

/// <summary>An item while its elements are read. Of what may be said once only, the first counts and the others are dropped visibly.</summary>
internal sealed class NitfDraft() : XmlDraft("nitf")
{
    internal string? Title { get; set; }

    internal string? Slugline { get; set; }

    /// <summary>True where a message to editors says in so many words what is wanted.</summary>
    internal bool SaysSignal { get; set; }

    /// <summary>The name of the publication that printed it: who gives it, where no one else is named.</summary>
    internal string? Publication { get; set; }

    /// <summary>True where the place of the event was said by its region alone, so that a dateline says more of it.</summary>
    internal bool IsLocatedWidely { get; set; }

    internal List<WireText> Headlines { get; } = [];

    internal List<string> Keywords { get; } = [];

    internal XmlDropped Dropped { get; } = new();

    internal void Drop(string name, string? value) => Dropped.Add(name, value);

    internal void Drop(XmlElement element) => Dropped.Add(element);

    /// <summary>Drops the attributes that were not read.</summary>
    internal void DropRest(XmlElement element, params ReadOnlySpan<string> read) => Dropped.AddRest(element, read);

    /// <summary>What a title in the manner of a keyword line says behind its comma: <c>BC-US--Dam,3rd Ld-Writethru</c>.</summary>
    internal static WireSignal? SignalOf(string? title) => title is not null && title.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma ? SignalWords.OfLine(title[(comma + 1)..]) : null;

    internal WireItem Build(IWireSink sink)
    {
        if (Title is not null && Headlines.All(headline => headline.Text != Title))
        {
            Headlines.Add(new WireText(Title, Headlines.Count == 0 ? "main" : "title"));
        }

        Drop("pubdata.name", Item.Provider is null || Item.Provider == Publication ? null : Publication);
        Item = Item with { Provider = Item.Provider ?? Publication };
        if (!SaysSignal && Item.Signal == WireSignal.New && SignalOf(Title ?? Slugline ?? Item.Slugline) is { } signal)
        {
            Signal(signal);
        }

        var (embargo, published) = NitfEmbargo.Of(this);
        if (embargo is { Until: null })
        {
            sink.Take(WireFault.EmbargoUnread(embargo));
        }

        return Settled(Item) with
        {
            Slugline = Slugline ?? Item.Slugline,
            Headlines = Headlines,
            Embargo = embargo,
            Published = Item.Published ?? published,
            Keywords = Keywords,
            Dropped = Dropped.All,
        };
    }
}
