using System.IO.Compression;

namespace Wireroom.Wire.Warc;

/// <summary>Archives of web pages (WARC 1.0 and 1.1, ISO 28500), plain or with every record compressed.</summary>
public sealed class WarcFormat : WireFormat
{
    /// <inheritdoc/>
    public override string Name => "warc";

    /// <inheritdoc/>
    public override string Title => "WARC 1.1";

    /// <inheritdoc/>
    public override string MediaType => "application/warc";

    /// <inheritdoc/>
    public override string Extension => "warc";

    /// <summary>True where the bytes begin as gzip does (RFC 1952, section 2.3.1).</summary>
    internal static bool IsCompressed(ReadOnlySpan<byte> head) => head is [0x1F, 0x8B, ..];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads { get; } =
    [
        "guid", "headlines", "standfirst", "dateline", "byline", "credit", "sources", "provider", "created", "version-created", "published",
        "language", "genre", "subjects", "keywords", "link", "body", "media",
    ];

    /// <inheritdoc/>
    public override Recognition Recognise(ReadOnlySpan<byte> head, bool whole)
    {
        if (head is [] or [0x1F])
        {
            return whole ? Recognition.No : Recognition.NotYet;
        }

        return IsCompressed(head) ? Unpacked(head, whole) : Begins(head.TrimStart("\r\n"u8), whole);
    }

    /// <inheritdoc/>
    public override void Read(WireInput input, IWireSink sink) => WarcReader.Read(input, sink);

    private static Recognition Unpacked(ReadOnlySpan<byte> head, bool whole)
    {
        try
        {
            using var unpacked = new GZipStream(new ReadOnlyMemoryStream(head.ToArray()), CompressionMode.Decompress);
            var first = new byte[16];
            return Begins(first.AsSpan(0, unpacked.ReadAtLeast(first, first.Length, throwOnEndOfStream: false)), whole);
        }
        catch (InvalidDataException)
        {
            // Too short to say anything, or no gzip after all.
            return whole || head.Length > 64 ? Recognition.No : Recognition.NotYet;
        }
    }

    private static Recognition Begins(ReadOnlySpan<byte> head, bool whole)
    {
        var version = "WARC/"u8;
        return head.StartsWith(version) ? Recognition.Yes
            : !whole && version.StartsWith(head) ? Recognition.NotYet : Recognition.No;
    }
}
