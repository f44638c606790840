using System.Security.Cryptography;
using System.Text;

namespace Wireroom.Wire.NinJs;

/// <summary>ninjs wants every name to be a URI. Names that are none travel under a prefix of our own.</summary>
internal static class NinJsIds
{
    private const string Prefix = "urn:wireroom:";
    private const string UnnamedPrefix = Prefix + "unnamed:";

    /// <summary>A name for an item without one, the same for the same words; read again, it is none.</summary>
    internal static string Unnamed(WireItem item)
    {
        var words = Encoding.UTF8.GetBytes(string.Join('\n', item.Provider, item.Sequence, item.Slugline, item.Headline, Html.PlainText.Write(item.Body)));
        return UnnamedPrefix + Convert.ToHexStringLower(SHA256.HashData(words).AsSpan(0, 8));
    }

    internal static string? Guid(string? uri) => uri is null || uri.StartsWith(UnnamedPrefix, StringComparison.Ordinal)
        ? null
        : uri.StartsWith(Prefix, StringComparison.Ordinal) ? System.Uri.UnescapeDataString(uri[Prefix.Length..]) : uri;

    internal static string Uri(string guid) => IsUri(guid) ? guid : Prefix + System.Uri.EscapeDataString(guid);

    internal static bool IsUri(string? text) => text is not null && text.Contains(':', StringComparison.Ordinal) && System.Uri.IsWellFormedUriString(text, UriKind.Absolute);
}
