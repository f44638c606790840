using Wireroom.Wire.Html;

namespace Wireroom.Wire.Xml;

/// <content>Attributes, namespaces and names.</content>
public sealed partial class XmlPull
{
    private const int Slots = 128;

    private readonly HashSet<string> sentNames = new(StringComparer.Ordinal);

    // The names of elements resolved last, each in the slot of its look: in most documents a few names come again and again.
    private readonly RecentName[] recent = new RecentName[Slots];

    /// <summary>Reads the attributes of a start tag, and opens the element.</summary>
    private void ReadAttributes(ReadOnlySpan<char> rest, ReadOnlySpan<char> raw)
    {
        attributes.Clear();
        var scope = open.Count > 0 ? open[^1].Scope : outermost;
        if (rest.IsEmpty)
        {
            Open(raw, scope, Language, Base);
            return;
        }

        var declares = rest.Contains("xmlns", StringComparison.Ordinal);
        if (declares)
        {
            for (var tag = rest; NextAttribute(ref tag, out var name, out var value);)
            {
                scope = Declared(scope, name, value);
            }
        }

        while (NextAttribute(ref rest, out var name, out var value) && attributes.Count < MostAttributes)
        {
            if (declares && name.StartsWith("xmlns"))
            {
                continue;
            }

            var resolved = Resolve(scope, name, ofAttribute: true);
            if (Attribute(resolved) is null)
            {
                attributes.Add(new XmlAttribute(resolved, Value(value)));
            }
            else
            {
                Fault(WireFaultKind.Repaired, "attribute-twice", $"The attribute {resolved} stands twice in one tag; the first counts.");
            }
        }

        var language = Attribute("xml:lang") ?? Language;
        var address = Attribute("xml:base") is { Length: > 0 } sent && Uri.TryCreate(Base, sent, out var resolvedBase) ? resolvedBase : Base;
        Open(raw, scope, language, address);
    }

    private void Open(ReadOnlySpan<char> raw, XmlScope scope, string? language, Uri? address)
    {
        ref var slot = ref recent[raw.IsEmpty ? 0 : ((raw[0] * 31) + (raw[^1] * 7) + raw.Length) % Slots];
        if (slot.Scope != scope || !raw.SequenceEqual(slot.Raw))
        {
            var name = Resolve(scope, raw, ofAttribute: false);
            slot = new RecentName(scope, raw.SequenceEqual(name) ? name : Interned(raw), name);
        }

        open.Push(slot.Raw, slot.Name, scope, language, address);
    }

    /// <summary>Takes the next attribute off the tag. Values without quotation marks, and attributes without value, count as in HTML.</summary>
    private static bool NextAttribute(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        // Everything that ends a name and begins none: what is left begins with a letter of a name, so that each round takes something.
        rest = rest.TrimStart(" \t\n/\"'=<>");
        name = value = default;
        if (rest.IsEmpty)
        {
            return false;
        }

        var length = rest.IndexOfAny(EndOfName);
        name = length < 0 ? rest : rest[..length];
        rest = rest[name.Length..].TrimStart(" \t\n");
        if (rest.IsEmpty || rest[0] != '=')
        {
            return true;
        }

        rest = rest[1..].TrimStart(" \t\n");
        if (rest.IsEmpty)
        {
            return true;
        }

        if (rest[0] is '"' or '\'')
        {
            var close = rest[1..].IndexOf(rest[0]);
            value = close < 0 ? rest[1..] : rest.Slice(1, close);
            rest = close < 0 ? default : rest[(close + 2)..];
            return true;
        }

        var end = rest.IndexOfAny(" \t\n");
        value = end < 0 ? rest : rest[..end];
        rest = rest[value.Length..];
        return true;
    }

    /// <summary>A value with references resolved and line ends as spaces (XML 1.0, section 3.3.3).</summary>
    private string Value(ReadOnlySpan<char> value)
    {
        if (value.IndexOfAny('&', '\n', '\t') < 0)
        {
            return value.ToString();
        }

        built.Clear();
        while (value.Length > 0)
        {
            var length = value.IndexOfAny('&', '\n', '\t');
            built.Append(length < 0 ? value : value[..length]);
            value = length < 0 ? default : value[length..];
            if (value.IsEmpty)
            {
                break;
            }

            if (value[0] == '&')
            {
                var taken = HtmlText.Reference(value, built);
                if (taken == 1)
                {
                    Fault(WireFaultKind.Repaired, "unescaped-ampersand", "An ampersand stands for itself here; it should be sent as &amp;.");
                }

                value = value[taken..];
            }
            else
            {
                built.Append(' ');
                value = value[1..];
            }
        }

        return built.ToString();
    }

    private XmlScope Declared(XmlScope scope, ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (!name.StartsWith("xmlns") || (name.Length > 5 && name[5] != ':'))
        {
            return scope;
        }

        var prefix = name.Length > 5 ? name[6..] : default;
        return scope.Lookup(prefix) is { } inForce && value.SequenceEqual(inForce) ? scope : new XmlScope(scope, prefix.ToString(), Value(value));
    }

    private readonly record struct RecentName(XmlScope Scope, string Raw, string Name);

    private string Interned(ReadOnlySpan<char> raw)
    {
        var names = sentNames.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!names.TryGetValue(raw, out var name))
        {
            name = raw.ToString();
            if (sentNames.Count < 4096)
            {
                sentNames.Add(name);
            }
        }

        return name;
    }

    private string Resolve(XmlScope scope, ReadOnlySpan<char> raw, bool ofAttribute)
    {
        var names = scope.Names(ofAttribute);
        if (names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(raw, out var name))
        {
            return name;
        }

        name = Canonical(scope, raw, ofAttribute);
        if (names.Count < 4096)
        {
            names[raw.ToString()] = name;
        }

        return name;
    }

    private string Canonical(XmlScope scope, ReadOnlySpan<char> raw, bool ofAttribute)
    {
        var colon = raw.IndexOf(':');
        var prefix = colon > 0 ? raw[..colon].ToString() : "";
        var local = (colon >= 0 ? raw[(colon + 1)..] : raw).ToString();
        local = vocabulary.FoldsCase ? local.ToLowerInvariant() : local;
        if (prefix.Length == 0 && ofAttribute)
        {
            return local;
        }

        var uri = scope.Lookup(prefix);
        if (uri is null)
        {
            if (prefix.Length == 0)
            {
                return local;
            }

            Fault(WireFaultKind.Repaired, "undeclared-prefix", $"The prefix \u201C{prefix}\u201D is not declared; it was read as it is commonly used.");
            return $"{prefix}:{local}";
        }

        var known = prefix == "xml" ? prefix : vocabulary.PrefixOf(uri);
        return known switch
        {
            "" => local,
            not null => $"{known}:{local}",

            // An unknown namespace at the root is the format's own in a dialect.
            null when prefix.Length == 0 && (open.Count == 0 || open[0].Scope.Lookup("") == uri) => local,
            null when prefix.Length > 0 && !vocabulary.Knows(prefix) => $"{prefix}:{local}",
            null => $"{{{uri}}}{local}",
        };
    }
}
