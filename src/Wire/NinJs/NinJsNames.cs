using System.Buffers;

namespace Wireroom.Wire.NinJs;

/// <summary>The editions that are written.</summary>
internal enum NinJsEdition
{
    /// <summary>2.1: names in lower case.</summary>
    Two,

    /// <summary>3.1: names in camel case.</summary>
    Three,
}

/// <summary>Names of properties, for detection and for the two spellings.</summary>
internal static class NinJsNames
{
    private static readonly SearchValues<string> Telling = SearchValues.Create(
        [
            "\"versioncreated\"", "\"pubstatus\"", "\"body_text\"", "\"body_html\"", "\"body_xhtml\"", "\"bodies\"", "\"headlines\"", "\"firstcreated\"", "\"copyrightholder\"",
            "\"copyrightnotice\"", "\"usageterms\"", "\"renditions\"", "\"description_text\"", "\"infosource\"", "\"infosources\"", "\"embargoed\"", "\"embargoeduntil\"",
            "\"slugline\"", "\"representationtype\"", "\"altids\"", "\"eventdetails\"", "ninjs-schema",
        ],
        StringComparison.OrdinalIgnoreCase);

    // What editorial systems put beside the name of their own.
    private static readonly SearchValues<string> Managed = SearchValues.Create(["\"versioncreated\"", "\"pubstatus\""], StringComparison.Ordinal);

    // A schema for JSON, and a vocabulary in SKOS, speak of the same things.
    private static readonly SearchValues<string> OfOthers = SearchValues.Create(["json-schema.org/", "\"conceptset\"", "\"@graph\""], StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the text holds <c>uri</c>, or <c>guid</c> as editorial systems have it before the item is published, and a property that only ninjs has.</summary>
    internal static bool IsSaidIn(string text) => text.AsSpan().IndexOfAny(OfOthers) < 0 &&
        (text.Contains("\"uri\"", StringComparison.OrdinalIgnoreCase) ? text.AsSpan().IndexOfAny(Telling) >= 0 : text.Contains("\"guid\"", StringComparison.Ordinal) && text.AsSpan().IndexOfAny(Managed) >= 0);

    internal static string Spelt(this NinJsEdition edition, string name) => edition == NinJsEdition.Three ? name : name switch
    {
        "embargoedUntil" => "embargoed",
        _ => name.ToLowerInvariant(),
    };
}
