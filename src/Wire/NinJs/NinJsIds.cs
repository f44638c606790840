namespace Wireroom.Wire.NinJs;

/// <summary>ninjs wants every name to be a URI. Names that are none travel under a prefix of our own.</summary>
internal static class NinJsIds
{
    private const string Prefix = "urn:wireroom:";

    internal static string? Guid(string? uri) => uri is not null && uri.StartsWith(Prefix, StringComparison.Ordinal) ? System.Uri.UnescapeDataString(uri[Prefix.Length..]) : uri;

    internal static string Uri(string guid) => IsUri(guid) ? guid : Prefix + System.Uri.EscapeDataString(guid);

    internal static bool IsUri(string? text) => text is not null && text.Contains(':', StringComparison.Ordinal) && System.Uri.IsWellFormedUriString(text, UriKind.Absolute);
}
