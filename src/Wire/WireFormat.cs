namespace Wireroom.Wire;

/// <summary>The answer of a format that looks at the first bytes of a document.</summary>
public enum Recognition
{
    /// <summary>Not this format, whatever follows.</summary>
    No,

    /// <summary>Could still be; more bytes are needed to tell.</summary>
    NotYet,

    /// <summary>This format.</summary>
    Yes,
}

/// <summary>
/// A format: recognises its documents by content, reads them, and where the trade sends it, writes it.
/// A reader never throws for bad copy; it gives items and faults. A writer refuses rather than lies.
/// </summary>
public abstract class WireFormat
{
    /// <summary>Short lower-case name used on the command line and in <see cref="WireItem.Format"/>.</summary>
    public abstract string Name { get; }

    /// <summary>Name for people, with the edition: "RSS 2.0".</summary>
    public abstract string Title { get; }

    /// <summary>Media type of documents written.</summary>
    public abstract string MediaType { get; }

    /// <summary>File ending of documents written, without the point.</summary>
    public abstract string Extension { get; }

    /// <summary>Looks at the first bytes. <paramref name="whole"/> says that there are no more, so that <see cref="Recognition.NotYet"/> is no answer.</summary>
    public abstract Recognition Recognise(ReadOnlySpan<byte> head, bool whole);

    /// <summary>Reads every item of the document into <paramref name="sink"/>, in order, as the bytes go by.</summary>
    public abstract void Read(WireInput input, IWireSink sink);

    /// <summary>True where <see cref="Write"/> writes.</summary>
    public virtual bool CanWrite => false;

    /// <summary>
    /// The statements (names of <see cref="WireField"/>) that its reader finds in documents of the format. The others are not said in it, or stand in
    /// <see cref="WireItem.Dropped"/> by the document's own name. docs/formats.md is made from it, and a test holds it against the fixtures.
    /// </summary>
    public virtual IReadOnlyList<string> Reads => [];

    /// <summary>The statements that its writer carries: the writer's own list, by which it tells what is lost. Empty where it is not written.</summary>
    public virtual IReadOnlyList<string> Writes => [];

    /// <summary>Writes the items as one document and returns what could not be said in this format, or why it was refused.</summary>
    public virtual IReadOnlyList<WireFault> Write(IReadOnlyList<WireItem> items, WireFeed feed, Stream destination) =>
        [new WireFault(WireFaultKind.Unreadable, "not-written", $"{Title} is read but not written; choose another format.")];
}

/// <summary>A document to read, and what is known of it from outside.</summary>
public sealed record WireInput(Stream Bytes)
{
    /// <summary>A document in memory.</summary>
    public static WireInput Of(ReadOnlyMemory<byte> bytes, string? name = null) => new(new ReadOnlyMemoryStream(bytes)) { Name = name };

    /// <summary>File name or address; a hint for people and for relative links, never for the format.</summary>
    public string? Name { get; init; }

    /// <summary>Charset from outside the document (HTTP Content-Type), which wins where the format's own rules say so.</summary>
    public string? Charset { get; init; }

    /// <summary>Media type from outside the document (HTTP Content-Type), without parameters.</summary>
    public string? MediaType { get; init; }

    /// <summary>Base address for relative links.</summary>
    public Uri? Base { get; init; }

    /// <summary>A date for documents that carry none; <see cref="DateIsGuessed"/> says that it is the file's own time.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>True where <see cref="Date"/> was not stated by a person.</summary>
    public bool DateIsGuessed { get; init; }
}

/// <summary>Receives what a reader finds, in order.</summary>
public interface IWireSink
{
    /// <summary>An item was read.</summary>
    void Take(WireItem item);

    /// <summary>Something was wrong; it concerns the item that follows, or the document.</summary>
    void Take(WireFault fault);

    /// <summary>What the document said of itself as a feed, once, behind its last item.</summary>
    void Take(WireFeed feed)
    {
    }

    /// <summary>A picture whose bytes stand in the document; it is one of the files of the item that follows.</summary>
    void Take(WireFile file)
    {
    }
}

/// <summary>The bytes of a picture that came within a document, and the address by which the item's <see cref="WireMedia.Href"/> names it.</summary>
public sealed record WireFile(string Href, ReadOnlyMemory<byte> Bytes);

/// <summary>What a feed says of itself, read or written. Texts are plain; title and link are empty where a document gave none.</summary>
public sealed record WireFeed(string Title, string Link, string? SelfLink = null, string? Description = null, string? Language = null, DateTimeOffset? Updated = null)
{
    /// <summary>Lasting name of the feed (atom:id).</summary>
    public string? Guid { get; init; }

    /// <summary>Copyright notice.</summary>
    public string? Rights { get; init; }

    /// <summary>Who answers for the feed.</summary>
    public string? Author { get; init; }

    /// <summary>Address of the feed's picture.</summary>
    public string? Picture { get; init; }

    /// <summary>What else it said.</summary>
    public IReadOnlyList<WireDropped> Dropped { get; init; } = [];
}

/// <summary>A whole document in memory: every item and every fault.</summary>
public sealed class WireDocument : IWireSink
{
    private readonly List<WireItem> items = [];
    private readonly List<WireFault> faults = [];
    private readonly List<(int Item, WireFile File)> files = [];

    /// <summary>The items in document order.</summary>
    public IReadOnlyList<WireItem> Items => items;

    /// <summary>The faults in document order.</summary>
    public IReadOnlyList<WireFault> Faults => faults;

    /// <inheritdoc/>
    public void Take(WireItem item) => items.Add(item);

    /// <summary>What the document said of itself as a feed; null where it is none.</summary>
    public WireFeed? Feed { get; private set; }

    /// <inheritdoc/>
    public void Take(WireFault fault) => faults.Add(fault);

    /// <inheritdoc/>
    public void Take(WireFeed feed) => Feed = feed;

    /// <summary>The pictures that stand in the document, each with the place of its item among <see cref="Items"/>.</summary>
    public IReadOnlyList<(int Item, WireFile File)> Files => files;

    /// <inheritdoc/>
    public void Take(WireFile file) => files.Add((items.Count, file));
}
