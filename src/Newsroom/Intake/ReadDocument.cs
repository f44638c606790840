using Wireroom.Wire;
using Wireroom.Wire.Topics;

namespace Wireroom.Newsroom.Intake;

/// <summary>A document that was recognised and read: the format's name (empty where none knows it), its items, and what was wrong.</summary>
public sealed record ReadDocument(string Format, IReadOnlyList<WireItem> Items, IReadOnlyList<WireFault> Faults)
{
    /// <summary>Largest document that is read, in bytes.</summary>
    public const int LargestDocument = 64 * 1024 * 1024;

    /// <summary>The readers' code for a document that ends before its end.</summary>
    public const string CutOff = "truncated";

    /// <summary>Pictures whose bytes stand in the document, each with the place of its item among <see cref="Items"/>.</summary>
    public IReadOnlyList<(int Item, WireFile File)> Pictures { get; init; } = [];

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
            return Unreadable(Fault("too-large", $"It has {bytes.Length / 1024 / 1024} MB, and documents of up to {LargestDocument / 1024 / 1024} MB are read; split it."));
        if (Emptiness(bytes.Span) is { } empty)
            return Unreadable(empty);
        var head = bytes.Span[..Math.Min(bytes.Length, WireFormats.HeadLength)];
        if (WireFormats.Recognise(head, head.Length == bytes.Length) is not { } format)
            return Unreadable(Unknown(head));

        var document = new WireDocument();
        try
        {
            format.Read(
                WireInput.Of(bytes, delivery.Name) with
                {
                    Charset = delivery.Charset, MediaType = delivery.MediaType, Base = delivery.Base, Date = delivery.Date, DateIsGuessed = delivery.DateIsGuessed,
                },
                document);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // No reader should; where one does, what it had read before stands, as of a document that was cut off there.
            document.Take(Fault(CutOff, $"The reader of {format.Title} broke off, through a fault of its own: {fault.Message}"));
        }

        return new ReadDocument(format.Name, [.. document.Items.Select(MediaTopics.Complete)], document.Faults) { Pictures = document.Files };
    }

    /// <summary>Why a document that no format knows by its first bytes cannot be read.</summary>
    public static WireFault WhyUnknown(ReadOnlySpan<byte> head) => Emptiness(head) ?? Unknown(head);

    private static WireFault? Emptiness(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return Fault("empty", "The file is empty; it was perhaps sent before it was written.");
        return bytes.IndexOfAnyExcept(" \t\n\r\0"u8) < 0 ? Fault("empty", "The file holds nothing but blanks.") : null;
    }

    private static WireFault Unknown(ReadOnlySpan<byte> head) => FileKind.Of(head) is { } kind
        ? Fault("not-a-wire", $"It is {kind} and not a wire.")
        : head.Contains((byte)0)
            ? Fault("binary", "It is binary data and not a wire.")
            : Fault("unknown-format", $"It is in no format that is read ({string.Join(", ", WireFormats.All.Select(format => format.Title))}).");

    private static WireFault Fault(string code, string message) => new(WireFaultKind.Unreadable, code, message);

    private static ReadDocument Unreadable(WireFault fault) => new("", [], [fault]);
}
