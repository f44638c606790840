namespace Wireroom.Wire.Html;

/// <summary>Addresses that may stand in a body.</summary>
public static class SafeAddress
{
    /// <summary>An absolute http, https, mailto or tel address for a link, or null.</summary>
    public static string? Link(string? address, Uri? baseAddress) => Absolute(address, baseAddress, forLink: true);

    /// <summary>An absolute http or https address for a picture, sound, film or frame, or null.</summary>
    public static string? File(string? address, Uri? baseAddress) => Absolute(address, baseAddress, forLink: false);

    private static string? Absolute(string? address, Uri? baseAddress, bool forLink)
    {
        if (string.IsNullOrWhiteSpace(address) || address.Length > 8192)
        {
            return null;
        }

        // Browsers drop tabs and line ends anywhere in an address (URL, section 4.4), so a scheme may hide behind them.
        var trimmed = address.AsSpan().IndexOfAny('\t', '\r', '\n') < 0 ? address.Trim() : string.Concat(address.Where(c => c is not ('\t' or '\r' or '\n'))).Trim();
        if (trimmed.StartsWith("//", StringComparison.Ordinal))
        {
            trimmed = (baseAddress?.Scheme ?? Uri.UriSchemeHttps) + ":" + trimmed;
        }

        if (Starts(trimmed, "http://") || Starts(trimmed, "https://") || (forLink && (Starts(trimmed, "mailto:") || Starts(trimmed, "tel:"))))
        {
            // As sent where it stands: a sender's signature over the address must survive.
            return IsPlain(trimmed) ? trimmed : Uri.TryCreate(trimmed, UriKind.Absolute, out var whole) ? whole.AbsoluteUri : null;
        }

        if (baseAddress is null || !Uri.TryCreate(baseAddress, trimmed, out var resolved) || resolved.Scheme is not ("http" or "https"))
        {
            return null;
        }

        return resolved.AbsoluteUri;
    }

    private static bool Starts(string address, string scheme) => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase);

    private static bool IsPlain(ReadOnlySpan<char> address) => address.IndexOfAnyExceptInRange('!', '~') < 0 && address.IndexOfAny("<>\"`\\") < 0;
}
