namespace Wireroom.Wire.Mail;

/// <summary>E-mail (RFC 5322 and MIME), one message or an mbox of several; written as multipart/alternative.</summary>
public sealed class MailFormat : WireFormat
{
    /// <inheritdoc/>
    public override string Name => "mail";

    /// <inheritdoc/>
    public override string Title => "E-mail (RFC 5322, MIME, mbox)";

    /// <inheritdoc/>
    public override string MediaType => "message/rfc822";

    /// <inheritdoc/>
    public override string Extension => "eml";

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads { get; } =
    [
        "guid", "version", "signal", "pub-status", "urgency", "priority", "slugline", "headlines", "dateline", "located", "byline", "credit",
        "sources", "provider", "sequence", "take-key", "ed-note", "embargo", "created", "version-created", "language", "genre", "subjects",
        "keywords", "rights", "word-count", "link", "body", "media", "links",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes => MailWriter.Carried;

    /// <inheritdoc/>
    public override Recognition Recognise(ReadOnlySpan<byte> head, bool whole) => MailRecognition.Of(head, whole);

    /// <inheritdoc/>
    public override void Read(WireInput input, IWireSink sink) => MailReader.Read(input, sink);

    /// <inheritdoc/>
    public override IReadOnlyList<WireFault> Write(IReadOnlyList<WireItem> items, WireFeed feed, Stream destination) => MailWriter.Write(items, feed, destination);
}
