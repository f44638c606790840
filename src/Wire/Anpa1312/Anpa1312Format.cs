namespace Wireroom.Wire.Anpa1312;

/// <summary>The high-speed wire of North America (ANPA Bulletin 1312, amended to 89-3, 1989).</summary>
public sealed class Anpa1312Format : WireFormat
{
    /// <inheritdoc/>
    public override string Name => "anpa1312";

    /// <inheritdoc/>
    public override string Title => "ANPA 1312";

    /// <inheritdoc/>
    public override string MediaType => "text/plain";

    /// <inheritdoc/>
    public override string Extension => "anpa";

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads { get; } =
    [
        "version", "signal", "priority", "slugline", "headlines", "standfirst", "dateline", "located", "byline", "credit", "sources", "provider", "sequence",
        "take-key", "ed-note", "embargo", "version-created", "subjects", "word-count", "body", "links",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes => Anpa1312Writer.Carried;

    /// <inheritdoc/>
    public override Recognition Recognise(ReadOnlySpan<byte> head, bool whole) => Anpa1312Header.Recognise(head, whole);

    /// <inheritdoc/>
    public override void Read(WireInput input, IWireSink sink) => Anpa1312Reader.Read(input, sink);

    /// <inheritdoc/>
    public override IReadOnlyList<WireFault> Write(IReadOnlyList<WireItem> items, WireFeed feed, Stream destination) => Anpa1312Writer.Write(items, destination);
}
