using Wireroom.Wire;

namespace Wireroom.Newsroom.Cli.Formats;

/// <summary>What becomes of a statement of an item in a format.</summary>
internal enum Fate
{
    /// <summary>It is carried.</summary>
    Kept,

    /// <summary>It is left out, and named as lost.</summary>
    Dropped,

    /// <summary>The item is refused: it is not written as if it were copy.</summary>
    Refused,
}

/// <summary>What a format keeps, drops and refuses: fields by its own declaration, signals and embargoes by what its writer does with them.</summary>
internal sealed class FormatFacts
{
    // Told by readers of themselves, not by documents.
    private static readonly string[] OfReaders = ["guessed", "dropped"];

    // The signals have rows of their own.
    private const string Signals = "signal";

    private static readonly DateTimeOffset Noon = new(2026, 3, 3, 12, 0, 0, TimeSpan.Zero);

    private static readonly WireItem Probe = new()
    {
        Format = "probe", Guid = "urn:wireroom:probe", Headlines = [new WireText("Headline")], Slugline = "SLUG", Provider = "WIR", Sequence = "0001",
        VersionCreated = WireTime.Of(Noon), Published = WireTime.Of(Noon), Body = [new WireParagraph([new WireRun("Copy of the story.")])],
    };

    private FormatFacts(WireFormat format)
    {
        Format = format;
        Reading = Fields.ToDictionary(field => field, field => format.Reads.Contains(field) ? Fate.Kept : Fate.Dropped);
        Writing = format.CanWrite ? Fields.ToDictionary(field => field, field => format.Writes.Contains(field) ? Fate.Kept : Fate.Dropped) : [];
        Signalling = format.CanWrite ? Enum.GetValues<WireSignal>().ToDictionary(signal => signal, signal => Try(format, Probe with { Signal = signal }, Signals)) : [];
        Embargoed = format.CanWrite ? Try(format, Probe with { Embargo = new WireEmbargo("2026-03-04T06:00:00Z", Noon.AddHours(18)) }, "embargo") : null;
        EmbargoedWithoutTime = format.CanWrite ? Try(format, Probe with { Embargo = new WireEmbargo("Tuesday noon", null) }, "embargo") : null;
    }

    /// <summary>The statements of an item, but for those of the reader.</summary>
    public static IReadOnlyList<string> Fields { get; } = [.. WireField.All.Select(field => field.Name).Except(OfReaders)];

    /// <summary>Every format that Wireroom knows, in the order in which they are asked.</summary>
    public static IReadOnlyList<FormatFacts> All { get; } = [.. WireFormats.All.Select(format => new FormatFacts(format))];

    public WireFormat Format { get; }

    /// <summary>What the reader makes of each field that a document may say; dropped is also what the format has no place for.</summary>
    public IReadOnlyDictionary<string, Fate> Reading { get; }

    /// <summary>What the writer makes of each field; empty where the format is not written.</summary>
    public IReadOnlyDictionary<string, Fate> Writing { get; }

    /// <summary>What the writer makes of each signal; empty where the format is not written.</summary>
    public IReadOnlyDictionary<WireSignal, Fate> Signalling { get; }

    /// <summary>What becomes of an item under an embargo that still runs; null where the format is not written.</summary>
    public Fate? Embargoed { get; }

    /// <summary>What becomes of an item under an embargo that is no time; null where the format is not written.</summary>
    public Fate? EmbargoedWithoutTime { get; }

    private static Fate Try(WireFormat format, WireItem item, string field)
    {
        var faults = format.Write([item], new WireFeed("Wire", "https://wire.example/", Updated: Noon), Stream.Null);
        return faults.Any(fault => fault.Kind == WireFaultKind.Unreadable) ? Fate.Refused : faults.Any(fault => fault.Code == $"lost-{field}") ? Fate.Dropped : Fate.Kept;
    }
}
