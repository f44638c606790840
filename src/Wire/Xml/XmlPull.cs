using System.Text;
using Wireroom.Wire.Charsets;

namespace Wireroom.Wire.Xml;

/// <summary>What <see cref="XmlPull.Read"/> stands on.</summary>
public enum XmlNode
{
    /// <summary>Before the first, or behind the last.</summary>
    None,

    /// <summary>A start tag, or an empty-element tag, whose end follows.</summary>
    Start,

    /// <summary>An end tag, sent or implied.</summary>
    End,

    /// <summary>A piece of text or a CDATA section.</summary>
    Text,
}

/// <summary>
/// Reads XML as it goes by, whatever state it is in, and never throws for what it holds. A DTD is passed over, so that there is
/// nothing to expand and nothing to fetch; entities that no DTD declared are read as HTML has them; what is not well formed is
/// mended where that is safe. Each repair is a fault with its place. Depth, sizes and counts are bounded.
/// </summary>
public sealed partial class XmlPull : IDisposable
{
    /// <summary>Deepest nesting; elements below are passed over.</summary>
    public const int Deepest = 256;

    private readonly XmlVocabulary vocabulary;
    private readonly FaultLog faults;
    private readonly DecodedText source;
    private readonly OpenElements open = new();
    private readonly List<XmlAttribute> attributes = new(8);
    private readonly StringBuilder built = new();
    private readonly XmlScope outermost;
    private readonly Uri? documentBase;
    private int ends;
    private bool rootSeen;
    private bool finished;

    /// <summary>Opens a document.</summary>
    public XmlPull(WireInput input, XmlVocabulary vocabulary, IWireSink sink)
    {
        this.vocabulary = vocabulary;
        faults = new FaultLog(sink);
        source = new DecodedText(input, faults.Take);
        outermost = new XmlScope(null, "xml", "http://www.w3.org/XML/1998/namespace");
        documentBase = input.Base ?? (Uri.TryCreate(input.Name, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null);
    }

    /// <summary>What the reader stands on.</summary>
    public XmlNode Node { get; private set; }

    /// <summary>Name of the element that starts or ends, as the vocabulary writes it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The text, references resolved.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The attributes of the element that starts.</summary>
    public IReadOnlyList<XmlAttribute> Attributes => attributes;

    /// <summary>The attributes of the element that starts, for keeps.</summary>
    internal XmlAttribute[] TakeAttributes() => attributes.Count == 0 ? [] : [.. attributes];

    /// <summary>Where <see cref="XmlTree"/> puts texts together that came in many pieces.</summary>
    internal StringBuilder Pieces { get; } = new();

    /// <summary>Number of open elements; 1 in the root.</summary>
    public int Depth => open.Count;

    /// <summary>The language in force (xml:lang), or null.</summary>
    public string? Language => open.Count > 0 ? open[^1].Language : null;

    /// <summary>The base address in force (xml:base), or null.</summary>
    public Uri? Base => open.Count > 0 ? open[^1].Base : documentBase;

    /// <summary>The value of an attribute of the element that starts, or null.</summary>
    public string? Attribute(string name)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.Name == name)
            {
                return attribute.Value;
            }
        }

        return null;
    }

    /// <summary>Goes on to the next start, end or text; false at the end of the document.</summary>
    public bool Read()
    {
        if (Node == XmlNode.End && open.Count > 0)
        {
            open.Pop();
        }

        while (!finished)
        {
            if (ends > 0)
            {
                ends--;
                return On(XmlNode.End, open[^1].Name);
            }

            if (at == end && !More())
            {
                Finish();
                continue;
            }

            if (buffer[at] == '<' ? ReadMarkup() : ReadText(0))
            {
                return true;
            }
        }

        Node = XmlNode.None;
        return false;
    }

    /// <summary>Passes over the element that the reader stands on the start of, to its end.</summary>
    public void Skip()
    {
        var depth = open.Count;
        while (Read() && !(Node == XmlNode.End && open.Count == depth))
        {
        }
    }

    /// <summary>Reports a fault at the place where the reader stands.</summary>
    public void Fault(WireFaultKind kind, string code, string message)
    {
        var (line, column) = Place(at);
        faults.Take(new WireFault(kind, code, message, -1, line, column));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        source.Dispose();
        Release();
    }

    private bool On(XmlNode node, string name)
    {
        Node = node;
        Name = name;
        return true;
    }

    private void Finish()
    {
        if (open.Count > 0)
        {
            Fault(WireFaultKind.Lost, "truncated", $"The document ends within {open[^1].Name}; what stood before was read. Ask the sender to send it again.");
            ends = open.Count;
            return;
        }

        if (!rootSeen)
        {
            Fault(WireFaultKind.Unreadable, "no-root", "The document holds no element.");
        }

        faults.Finish();
        finished = true;
    }
}
