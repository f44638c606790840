namespace Wireroom.Wire;

/// <summary>How bad a fault is.</summary>
public enum WireFaultKind
{
    /// <summary>Something was wrong and was mended; nothing of value was lost.</summary>
    Repaired,

    /// <summary>Part of the document could not be used; the rest was.</summary>
    Lost,

    /// <summary>The document, or this item of it, could not be read at all.</summary>
    Unreadable,
}

/// <summary>
/// Something wrong with a document: what, where (byte offset from the start, or line and column, -1 where unknown), and in
/// <see cref="Message"/> one sentence for people that says what to do where something can be done. <see cref="Code"/> is a stable
/// short name in lower case with hyphens, such as <c>charset-mismatch</c>.
/// </summary>
public sealed record WireFault(WireFaultKind Kind, string Code, string Message, long Offset = -1, int Line = -1, int Column = -1)
{
    /// <summary>The place in words: "line 12, column 4", "byte 1033", or an empty text where it is not known.</summary>
    public string Place => Line >= 0 ? $"line {Line}, column {Column}" : Offset >= 0 ? $"byte {Offset}" : "";

    /// <summary>An embargo whose end is not known, which keeps its item closed.</summary>
    internal static WireFault EmbargoUnread(WireEmbargo embargo) =>
        new(WireFaultKind.Lost, "embargo-unread", $"The embargo \u201C{embargo.AsSent}\u201D is no time with a zone; the item stays closed until someone has read it.");
}
