namespace Wireroom.Wire.PhotoMetadata;

/// <summary>Pictures that say what they show: JPEG, PNG, WebP, TIFF, GIF, HEIF and AVIF with IPTC IIM, XMP or EXIF.</summary>
public sealed class PhotoFormat : WireFormat
{
    /// <inheritdoc/>
    public override string Name => "photo";

    /// <inheritdoc/>
    public override string Title => "Picture with IPTC, XMP or EXIF";

    /// <inheritdoc/>
    public override string MediaType => "image/jpeg";

    /// <inheritdoc/>
    public override string Extension => "jpg";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads { get; } =
    [
        "guid", "kind", "urgency", "priority", "headlines", "standfirst", "located", "byline", "credit", "sources", "provider", "sequence",
        "take-key", "ed-note", "embargo", "content-created", "version-created", "published", "language", "genre", "subjects", "people", "organisations",
        "places", "keywords", "rights", "body", "media", "links",
    ];

    /// <inheritdoc/>
    public override Recognition Recognise(ReadOnlySpan<byte> head, bool whole) => PictureKind.Recognise(head, whole);

    /// <inheritdoc/>
    public override void Read(WireInput input, IWireSink sink) => PhotoReader.Read(input, sink);
}
