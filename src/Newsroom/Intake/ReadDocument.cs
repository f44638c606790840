using Wireroom.Wire;

namespace Wireroom.Newsroom.Intake;

/// <summary>A document that was recognised and read: the format's name (empty where none knows it), its items, and what was wrong.</summary>
public sealed record ReadDocument(string Format, IReadOnlyList<WireItem> Items, IReadOnlyList<WireFault> Faults)
{
    /// <summary>Largest document that is read, in bytes.</summary>
    public const int LargestDocument = 64 * 1024 * 1024;

    /// <summary>The readers' code for a document that ends before its end.</summary>
    public const string CutOff = "truncated";

    /// <summary>True where the document ended before its end.</summary>
    public bool IsCutOff => Faults.Any(fault => fault.Code == CutOff);

    /// <summary>Why nothing could be read, in a sentence; null where something was.</summary>
    public string? WhyUnreadable => Items.Count > 0
        ? null
        : Faults.FirstOrDefault(fault => fault.Kind is WireFaultKind.Unreadable) is { } fault
            ? fault.Place.Length > 0 ? $"{fault.Place}: {fault.Message}" : fault.Message
            : Format.Length == 0 ? "It is in no format that is read." : null;

    /// <summary>Recognises a document by its content and reads it. Never throws for bad copy.</summary>
    public static ReadDocument Of(Delivery delivery)
    {
        var bytes = delivery.Bytes;
        if (bytes.Length > LargestDocument)
            return Unreadable("too-large", $"It has {bytes.Length / 1024 / 1024} MB, and documents of up to {LargestDocument / 1024 / 1024} MB are read; split it.");
        if (Emptiness(bytes.Span) is { } empty)
            return empty;
        var head = bytes.Span[..Math.Min(bytes.Length, WireFormats.HeadLength)];
        if (WireFormats.Recognise(head, head.Length == bytes.Length) is not { } format)
            return Unknown(head);

        var document = new WireDocument();
        format.Read(
            WireInput.Of(bytes, delivery.Name) with
            {
                Charset = delivery.Charset, MediaType = delivery.MediaType, Base = delivery.Base, Date = delivery.Date, DateIsGuessed = delivery.DateIsGuessed,
            },
            document);
        return new ReadDocument(format.Name, document.Items, document.Faults);
    }

    private static ReadDocument? Emptiness(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return Unreadable("empty", "The file is empty; it was perhaps sent before it was written.");
        foreach (var value in bytes)
        {
            if (value is not (0x20 or 0x09 or 0x0A or 0x0D or 0x00))
                return null;
        }

        return Unreadable("empty", "The file holds nothing but blanks.");
    }

    private static ReadDocument Unknown(ReadOnlySpan<byte> head) => FileKind.Of(head) is { } kind
        ? Unreadable("not-a-wire", $"It is {kind} and not a wire.")
        : head.Contains((byte)0)
            ? Unreadable("binary", "It is binary data and not a wire.")
            : Unreadable("unknown-format", $"It is in no format that is read ({string.Join(", ", WireFormats.All.Select(format => format.Title))}).");

    private static ReadDocument Unreadable(string code, string message) => new("", [], [new WireFault(WireFaultKind.Unreadable, code, message)]);
}
