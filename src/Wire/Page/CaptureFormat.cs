namespace Wireroom.Wire.Page;

/// <summary>A news page captured as plain text: what a reader copied from the screen, with the page's furniture around the copy.</summary>
public sealed class CaptureFormat : WireFormat
{
    /// <summary>Longest page that is read, in bytes.</summary>
    public const int LongestPage = 4 * 1024 * 1024;

    /// <summary>Most lines that a page may have.</summary>
    public const int MostLines = 20_000;

    /// <inheritdoc/>
    public override string Name => "capture";

    /// <inheritdoc/>
    public override string Title => "Captured page (plain text)";

    /// <inheritdoc/>
    public override string MediaType => "text/plain";

    /// <inheritdoc/>
    public override string Extension => "txt";

    /// <inheritdoc/>
    public override Recognition Recognise(ReadOnlySpan<byte> head, bool whole) => CaptureRecognition.Of(head, whole);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads { get; } =
    [
        "guid", "headlines", "standfirst", "dateline", "byline", "credit", "sources", "version-created", "published", "genre", "body", "media",
    ];

    /// <inheritdoc/>
    public override void Read(WireInput input, IWireSink sink)
    {
        if (PageText.Of(input, LongestPage, sink) is not { } text)
            return;
        var lines = CaptureLines.Of(text);
        if (lines.Count > MostLines)
            sink.Take(new WireFault(WireFaultKind.Unreadable, "too-long", $"The page has {lines.Count:N0} lines, which no news page has; check what was captured.", Line: MostLines, Column: 1));
        else
            new CaptureReader(input, sink).Read(lines);
    }
}
