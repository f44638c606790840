using Wireroom.Wire.Dates;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>
/// The embargo (NewsML-G2 2.35, embargoed: the date and time before which all versions are embargoed, or nothing). Nothing in it is
/// an embargo without an end, and what cannot be read, or has no zone, closes the item.
/// </summary>
internal static class NewsMlG2Embargo
{
    internal static WireEmbargo? Of(NewsMlG2Draft draft, IWireSink sink)
    {
        if (draft.Release is { Length: 0 })
        {
            return new WireEmbargo(NewsMlG2Draft.Embargoed, null);
        }

        var embargo = draft.Release is { } sent ? new WireEmbargo(sent, WireDates.Instant(sent)) : draft.IsEmbargoed ? new WireEmbargo(NewsMlG2Draft.Embargoed, null) : null;
        if (embargo is { Until: null })
        {
            sink.Take(WireFault.EmbargoUnread(embargo));
        }

        return embargo;
    }
}
