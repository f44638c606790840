namespace Wireroom.Wire.Xml;

/// <summary>An item while the elements of an agency's document are read. Of what may be said once only, the first counts and the others are dropped visibly.</summary>
internal abstract class XmlDraft(string format) : WireDraft
{
    internal WireItem Item { get; set; } = new() { Format = format };

    internal WireRights Rights { get; set; } = new();

    /// <summary>When the item becomes usable, as sent; empty where it is held back without an end, null where nothing is said.</summary>
    internal string? Release { get; set; }

    /// <summary>The words that speak of an embargo.</summary>
    internal string? EmbargoWords { get; set; }

    /// <summary>True where the document says that it is under embargo, whether it says until when or not.</summary>
    internal bool IsEmbargoed { get; set; }

    internal List<string> Notes { get; } = [];

    internal List<WireBlock> Body { get; } = [];

    /// <summary>A kill or hold is never weakened by what else is said, and a correction is more than an update.</summary>
    internal void Signal(WireSignal signal)
    {
        var known = Item.Signal;
        if (signal != WireSignal.New && (signal == WireSignal.Withdrawal || (known is not (WireSignal.Withdrawal or WireSignal.Hold) && !(known == WireSignal.Correction && signal == WireSignal.Update))))
        {
            Item = Item with { Signal = signal };
        }
    }

    /// <summary>Takes a status of publication by any of the trade's words; false where the word is none of them.</summary>
    internal bool Status(string? word)
    {
        switch (word?.ToLowerInvariant())
        {
            case "usable" or "published":
                Item = Item with { PubStatus = "usable" };
                return true;
            case "canceled" or "cancelled" or "killed" or "deleted" or "withdrawn":
                Item = Item with { PubStatus = "canceled" };
                Signal(WireSignal.Withdrawal);
                return true;
            case "withheld" or "hold":
                Item = Item with { PubStatus = "withheld" };
                Signal(WireSignal.Hold);
                return true;
            case "embargoed" or "embargo":
                IsEmbargoed = true;
                return true;
            default:
                return false;
        }
    }

    /// <summary>The item with the lists, notes and rights.</summary>
    private protected WireItem Settled(WireItem item) => Listed(item) with
    {
        EdNote = Notes.Count == 0 ? null : string.Join("\n\n", Notes.Distinct(StringComparer.Ordinal)),
        Rights = Rights == new WireRights() ? null : Rights,
        Body = Body,
    };
}
