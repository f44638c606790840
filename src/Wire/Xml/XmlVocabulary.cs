using System.Collections.Frozen;

namespace Wireroom.Wire.Xml;

/// <summary>
/// The namespaces that a format knows, each with the prefix under which its readers name elements: <c>dc:creator</c>, whatever
/// prefix the document chose. A namespace with an empty prefix is the format's own.
/// </summary>
public sealed class XmlVocabulary
{
    private readonly FrozenDictionary<string, string> prefixes;
    private readonly FrozenSet<string> known;

    /// <summary>Names the namespaces. <paramref name="foldsCase"/> reads every name in lower case, for formats whose senders do not agree on it.</summary>
    public XmlVocabulary(bool foldsCase, params (string Uri, string Prefix)[] namespaces)
    {
        FoldsCase = foldsCase;
        prefixes = namespaces.DistinctBy(pair => Key(pair.Uri), StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(pair => Key(pair.Uri), pair => pair.Prefix, StringComparer.OrdinalIgnoreCase);
        known = namespaces.Select(pair => pair.Prefix).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>True where names are read in lower case.</summary>
    public bool FoldsCase { get; }

    internal string? PrefixOf(string uri) => prefixes.GetValueOrDefault(Key(uri));

    internal bool Knows(string prefix) => known.Contains(prefix);

    // Senders write namespaces with another case, with and without the last stroke, and with the wrong scheme.
    private static string Key(string uri)
    {
        var key = uri.AsSpan().Trim().TrimEnd("/#");
        return key.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? string.Concat("http://", key[8..]) : key.ToString();
    }
}
