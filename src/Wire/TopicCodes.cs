namespace Wireroom.Wire;

/// <summary>Names of codes: IPTC's vocabularies as <c>medtop:20000002</c>, in addresses as <c>http://cv.iptc.org/newscodes/mediatopic/20000002</c>.</summary>
public static class TopicCodes
{
    private const string Iptc = "http://cv.iptc.org/newscodes/";

    // The alias of IPTC's standard catalog, and the vocabulary in addresses.
    private static readonly (string Alias, string Vocabulary)[] Vocabularies =
    [
        ("medtop", "mediatopic"),
        ("subj", "subjectcode"),
        ("genre", "genre"),
    ];

    /// <summary>The alias of a vocabulary of IPTC given by its address; other schemes as they are.</summary>
    public static string? SchemeOf(string? scheme) => scheme is null ? null : Split(scheme.TrimEnd('/') + "/0") is (var known, "0") && known == Vocabularies.FirstOrDefault(pair => pair.Alias == known).Alias ? known : scheme;

    /// <summary>The scheme of a code where editorial systems call IPTC's vocabularies by names of their own: <c>mediatopics</c>, <c>iptc_subject_code</c>.</summary>
    public static string? SchemeOf(string scheme, string code) =>
        SchemeOfFigures(code) is { } known && (scheme.StartsWith("mediatopic", StringComparison.OrdinalIgnoreCase) || scheme.StartsWith("iptc", StringComparison.OrdinalIgnoreCase) || scheme.StartsWith("subject", StringComparison.OrdinalIgnoreCase)) ? known : SchemeOf(scheme);

    /// <summary>The vocabulary of a bare code of IPTC's: subject codes and media topics have eight figures, and the topics begin at 20000000. Null for other codes.</summary>
    public static string? SchemeOfFigures(string code) => code.Length == 8 && code.All(char.IsAsciiDigit) && code[0] is '0' or '1' or '2' ? code[0] == '2' ? "medtop" : "subj" : null;

    /// <summary>The address of a vocabulary of IPTC given by its alias; other schemes as they are.</summary>
    public static string? SchemeAddress(string? scheme)
    {
        foreach (var (alias, vocabulary) in Vocabularies)
        {
            if (alias == scheme)
            {
                return Iptc + vocabulary + "/";
            }
        }

        return scheme;
    }

    /// <summary>Scheme and code of an address or of <c>scheme:code</c>; other texts are a code without a scheme.</summary>
    public static (string? Scheme, string Code) Split(string name)
    {
        foreach (var (alias, vocabulary) in Vocabularies)
        {
            if (After(name, Iptc + vocabulary + "/") is { } code || (code = After(name, "https://cv.iptc.org/newscodes/" + vocabulary + "/")) is not null)
            {
                return (alias, code);
            }
        }

        if (Uri.TryCreate(name, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            var stroke = name.LastIndexOfAny(['/', '#']) + 1;
            return stroke < name.Length && stroke > name.IndexOf("//", StringComparison.Ordinal) + 2 ? (name[..stroke], name[stroke..]) : (null, name);
        }

        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon < name.Length - 1 && !name.Contains("//", StringComparison.Ordinal) && !name.StartsWith("urn:", StringComparison.OrdinalIgnoreCase) && name.AsSpan(0, colon).IndexOfAny(" ./") < 0
            ? (name[..colon], name[(colon + 1)..])
            : (null, name);
    }

    /// <summary>The address of a code, or null where its scheme has none.</summary>
    public static string? Address(string? scheme, string? code)
    {
        if (code is null)
        {
            return null;
        }

        foreach (var (alias, vocabulary) in Vocabularies)
        {
            if (alias.Equals(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return Iptc + vocabulary + "/" + code;
            }
        }

        // A code with a colon in it is no address for that: TT:02000000:LAG.
        var address = scheme is null ? (IsAddress(code) ? code : null) : scheme.EndsWith('/') || scheme.EndsWith('#') ? scheme + code : null;
        return address is not null && address.Contains(':', StringComparison.Ordinal) && Uri.IsWellFormedUriString(address, UriKind.Absolute) ? address : null;
    }

    private static bool IsAddress(string code) => ((string[])["http:", "https:", "urn:", "tag:", "info:", "doi:"]).Any(start => code.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    private static string? After(string name, string start) => name.StartsWith(start, StringComparison.OrdinalIgnoreCase) && name.Length > start.Length ? name[start.Length..] : null;
}
