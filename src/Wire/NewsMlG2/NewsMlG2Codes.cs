using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>
/// Resolves QCodes, their sibling URIs and literals (NewsML-G2 2.35, QCodeType; catalog, catalogRef). Catalogs within the document
/// count; catalogs elsewhere are never fetched. Aliases of IPTC's standard catalog are known.
/// </summary>
internal sealed class NewsMlG2Codes
{
    /// <summary>Scheme of our own words, for what IPTC has no code for.</summary>
    internal const string OwnScheme = "urn:wireroom:g2:";

    /// <summary>Schemes that a sender gave an alias for, in a catalog that we do not have.</summary>
    internal const string AliasScheme = "urn:wireroom:alias:";

    /// <summary>Alias of our own words.</summary>
    internal const string Own = "wireroom";

    private const string Iptc = "http://cv.iptc.org/newscodes/";

    // From IPTC's standard catalog, version 41: what the reader understands, by alias and by the name in addresses.
    private static readonly (string Alias, string Vocabulary)[] Standard =
    [
        ("altidrole", "altidrole"), ("catinat", "catinature"), ("cinat", "cinature"), ("cpnat", "cpnature"), ("cpprole", "contentprodpartyrole"), ("crel", "conceptrelation"),
        ("ctrol", "contributorrole"), ("digsrctype", "digitalsourcetype"), ("dimensionunit", "dimensionunit"), ("drol", "descriptionrole"), ("ednoterole", "ednoterole"),
        ("eocstat", "eventoccurstatus"), ("eorol", "eventorganiserrole"), ("eprol", "eventparticipantrole"), ("frmt", "format"), ("genre", "genre"), ("irel", "itemrelation"),
        ("isrol", "infosourcerole"), ("loctyp", "location"), ("medtop", "mediatopic"), ("ncostat", "newscoveragestatus"), ("ninat", "ninature"), ("nmsig", "newsmsgsignal"),
        ("nprov", "newsprovider"), ("pgrmod", "pkggroupmode"), ("plinat", "plinature"), ("prov", "provider"), ("rnd", "rendition"), ("sig", "signal"), ("stat", "pubstatusg2"),
        ("subj", "subjectcode"), ("timeunit", "timeunit"), ("wldreg", "worldregion"),
    ];

    private readonly Dictionary<string, string> schemes = new(StringComparer.Ordinal);

    internal NewsMlG2Codes(NewsMlG2Codes? outer = null)
    {
        foreach (var (alias, address) in outer?.schemes ?? [])
        {
            schemes[alias] = address;
        }
    }

    /// <summary>True where IPTC's standard catalog declares the alias.</summary>
    internal static bool IsStandard(string alias) => Standard.Any(pair => pair.Alias == alias);

    /// <summary>True for an address of one of IPTC's vocabularies, of which the code is what counts.</summary>
    internal static bool IsIptc(string address) => address.Replace("https://", "http://", StringComparison.OrdinalIgnoreCase).StartsWith(Iptc, StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes the schemes that a catalog within the document declares.</summary>
    internal void Declare(XmlElement catalog)
    {
        foreach (var scheme in catalog.All("scheme"))
        {
            if (scheme["alias"] is { } alias && scheme["uri"] is { } address)
            {
                schemes[alias] = address;
            }
        }
    }

    /// <summary>Scheme and code of a concept: its qcode, else its uri, else its literal, which has no scheme.</summary>
    internal (string? Scheme, string? Code) Of(XmlElement concept)
    {
        if (concept["qcode"] is { } qcode)
        {
            return Split(qcode);
        }

        return concept["uri"] is { } address ? SplitAddress(address) : (null, concept["literal"]);
    }

    /// <summary>The bare code, in lower case, of an attribute or its sibling that ends in uri; the first where there are several. For words of which the scheme does not matter.</summary>
    internal string? Word(XmlElement element, string attribute)
    {
        var sent = element[attribute] ?? element[attribute == "qcode" ? "uri" : attribute + "uri"] ?? (attribute == "qcode" ? element["literal"] : null);
        return sent is null ? null : Bare(sent.Split(' ', 2)[0]).ToLowerInvariant();
    }

    /// <summary>The bare code of a QCode or address, as sent.</summary>
    internal string Bare(string name) => Split(name).Code;

    internal (string? Scheme, string Code) Split(string qcode)
    {
        var colon = qcode.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == qcode.Length - 1)
        {
            return (null, qcode);
        }

        var alias = qcode[..colon];
        if (schemes.TryGetValue(alias, out var address))
        {
            return (Alias(address) ?? address, qcode[(colon + 1)..]);
        }

        // Some senders put the address where the QCode belongs.
        return IsAddress(qcode) ? SplitAddress(qcode) : (alias, qcode[(colon + 1)..]);
    }

    private static (string? Scheme, string Code) SplitAddress(string address)
    {
        if (address.StartsWith(AliasScheme, StringComparison.Ordinal) && address.IndexOf(':', AliasScheme.Length) is var colon and > 0 && colon < address.Length - 1)
        {
            return (address[AliasScheme.Length..colon], address[(colon + 1)..]);
        }

        return TopicCodes.Split(address);
    }

    /// <summary>The alias under which we know a scheme by its address; null for the others.</summary>
    private static string? Alias(string address)
    {
        if (address == OwnScheme)
        {
            return Own;
        }

        if (address.StartsWith(AliasScheme, StringComparison.Ordinal))
        {
            return address[AliasScheme.Length..].TrimEnd(':');
        }

        var name = address.Replace("https://", "http://", StringComparison.OrdinalIgnoreCase);
        return name.StartsWith(Iptc, StringComparison.OrdinalIgnoreCase)
            ? Standard.FirstOrDefault(pair => pair.Vocabulary.Equals(name[Iptc.Length..].TrimEnd('/'), StringComparison.OrdinalIgnoreCase)).Alias
            : null;
    }

    private static bool IsAddress(string name) => name.Contains("//", StringComparison.Ordinal) || name.StartsWith("urn:", StringComparison.OrdinalIgnoreCase);
}
