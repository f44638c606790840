using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>What the parts of the writer share: elements in the namespace, QCodes, texts with breaks, times.</summary>
internal static partial class NewsMlG2Out
{
    internal static void Start(this XmlWriter xml, string name) => xml.WriteStartElement(name, NewsMlG2Reader.Namespace);

    internal static void Line(this XmlWriter xml, string name, string? text) => xml.Text(name, text is null ? null : Plain(text), null, NewsMlG2Reader.Namespace);

    /// <summary>An element that is a QCode, where there is one.</summary>
    internal static void Coded(this XmlWriter xml, string name, string? qcode)
    {
        if (qcode is not null)
        {
            xml.Start(name);
            xml.WriteAttributeString("qcode", qcode);
            xml.WriteEndElement();
        }
    }

    /// <summary>An element that is a name.</summary>
    internal static void Named(this XmlWriter xml, string element, string? name)
    {
        if (!string.IsNullOrWhiteSpace(name))
        {
            xml.Start(element);
            xml.Line("name", name);
            xml.WriteEndElement();
        }
    }

    /// <summary>A text whose line ends are breaks (BlockType).</summary>
    internal static void Block(this XmlWriter xml, string name, string? text, string? role = null)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        xml.Start(name);
        xml.Attribute("role", role);

        // An empty text keeps the writer from indenting mixed content.
        xml.WriteString("");
        foreach (var (at, line) in Normal(text).Split('\n').Index())
        {
            if (at > 0)
            {
                xml.Start("br");
                xml.WriteEndElement();
            }

            xml.WriteString(XmlOut.Clean(line));
        }

        xml.WriteEndElement();
    }

    internal static void Language(this XmlWriter xml, string? language)
    {
        if (IsLanguage(language))
        {
            xml.WriteAttributeString("xml", "lang", null, language!);
        }
    }

    /// <summary>True for what XML Schema takes as a language (part 2, section 3.3.3).</summary>
    internal static bool IsLanguage(string? language) =>
        language is { Length: > 0 } && language.Split('-').Index().All(part => part.Item.Length is >= 1 and <= 8 && part.Item.All(c => part.Index == 0 ? char.IsAsciiLetter(c) : char.IsAsciiLetterOrDigit(c)));

    /// <summary>A text of which every blank is a space and none stands beside another (g2normalizedString; what counts as white space differs between validators).</summary>
    internal static string Plain(string text) => Spaces.Collapse(text.Any(c => char.IsWhiteSpace(c) && c != ' ') ? string.Concat(text.Select(c => char.IsWhiteSpace(c) ? ' ' : c)) : text);

    /// <summary>A text as it is read again: blanks in a row are one, blank lines in a row are one.</summary>
    internal static string Normal(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(Spaces.Collapse);
        var normal = string.Join('\n', lines).Trim('\n');
        while (normal.Contains("\n\n\n", StringComparison.Ordinal))
        {
            normal = normal.Replace("\n\n\n", "\n\n", StringComparison.Ordinal);
        }

        return normal;
    }

    /// <summary>A QCode of a word of our own; null where the word cannot stand in one.</summary>
    internal static string? Own(string? word) => word is { Length: > 0 } && !word.Any(char.IsWhiteSpace) ? XmlOut.Clean($"{NewsMlG2Codes.Own}:{word}") : null;

    /// <summary>Scheme and code as a QCode; null where the scheme is no alias, or the code cannot stand in one.</summary>
    internal static string? QCode(string? scheme, string? code) =>
        scheme is { Length: > 0 } && code is { Length: > 0 } && !scheme.Any(c => char.IsWhiteSpace(c) || c is ':' or '/') && !code.Any(char.IsWhiteSpace) && XmlOut.Clean(scheme + code) == scheme + code && !code.Contains("//", StringComparison.Ordinal) && !scheme.Equals("urn", StringComparison.OrdinalIgnoreCase)
            ? $"{scheme}:{code}" : null;

    /// <summary>A time as XML Schema has it, as it was sent where that is the same; a local time keeps having no zone. Null where it could not be read.</summary>
    internal static string? Norm(WireTime? time) => time is null or { Instant: null, Local: null } ? null
        : AsSchemaHasIt().IsMatch(time.AsSent) ? time.AsSent
        : time.Instant is { } instant ? Norm(instant)
        : time.Local!.Value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture).TrimEnd('.');

    internal static string Norm(DateTimeOffset instant) =>
        instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture).TrimEnd('.') + (instant.Offset == TimeSpan.Zero ? "Z" : instant.ToString("zzz", CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,7})?(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d)?$", RegexOptions.CultureInvariant)]
    private static partial Regex AsSchemaHasIt();
}
