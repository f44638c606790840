namespace Wireroom.Wire.Xml;

/// <summary>The namespace declarations in force at an element, and the names already resolved under them.</summary>
internal sealed class XmlScope(XmlScope? outer, string prefix, string uri)
{
    private Dictionary<string, string>? elements;
    private Dictionary<string, string>? attributes;

    internal string? Lookup(ReadOnlySpan<char> sought)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (sought.SequenceEqual(scope.Prefix))
            {
                return scope.Uri;
            }
        }

        return null;
    }

    /// <summary>The names resolved so far, by the name as sent; attributes apart, because the default namespace is not theirs (Namespaces in XML, section 6.2).</summary>
    internal Dictionary<string, string> Names(bool ofAttributes) => ofAttributes
        ? attributes ??= new Dictionary<string, string>(StringComparer.Ordinal)
        : elements ??= new Dictionary<string, string>(StringComparer.Ordinal);

    private XmlScope? Outer => outer;

    private string Prefix => prefix;

    private string Uri => uri;
}
