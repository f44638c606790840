using Wireroom.Wire;
using Wireroom.Wire.NinJs;
using Wireroom.Wire.Topics;

namespace Wireroom.Newsroom.Cli.Read;

/// <summary>
/// Hands on each item of a document with the faults told before it. It holds one item back, so that the last of a document also has the faults
/// and the feed that came behind it; what cannot be read is complained of at once.
/// </summary>
internal sealed class ItemSink(string document, Complaints complaints, Action<WireItem, NinJsOrigin> take, CancellationToken cancel) : IWireSink
{
    private List<WireFault> faults = [];
    private WireItem? held;
    private NinJsOrigin? origin;
    private int items;

    public void Take(WireItem item)
    {
        cancel.ThrowIfCancellationRequested();
        if (held is not null)
            take(held, origin!);
        (held, origin, faults) = (MediaTopics.Complete(item), new NinJsOrigin(faults, document, items), []);
        items++;
    }

    public void Take(WireFault fault)
    {
        if (fault.Kind == WireFaultKind.Unreadable)
            complaints.Say(document, fault);
        faults.Add(fault);
    }

    public void Take(WireFeed feed) => origin = origin is null ? null : origin with { Feed = feed };

    /// <summary>Hands on the last item. Where there was none, what was wrong with the document has no item to stand in and is complained of.</summary>
    public void Finish()
    {
        if (held is not null)
        {
            take(held, origin! with { Faults = [.. origin.Faults, .. faults] });
            return;
        }

        foreach (var fault in faults.Where(fault => fault.Kind != WireFaultKind.Unreadable))
            complaints.Say(document, fault);
    }
}
