namespace Wireroom.Newsroom.Paper;

/// <summary>The content codings that we write.</summary>
[Flags]
public enum Encodings
{
    /// <summary>As it is.</summary>
    None = 0,

    /// <summary><c>gzip</c>.</summary>
    Gzip = 1,

    /// <summary><c>br</c>.</summary>
    Brotli = 2,
}

/// <summary>Reads <c>Accept-Encoding</c> (RFC 9110 section 12.5.3), without allocating.</summary>
public static class AcceptedEncoding
{
    /// <summary>The codings among ours that the request accepts; a coding with weight 0 is refused.</summary>
    public static Encodings Of(HttpRequest request)
    {
        var accepted = Encodings.None;
        foreach (var line in request.Headers.AcceptEncoding)
            accepted |= Of(line);
        return accepted;
    }

    /// <summary>As <see cref="Of(HttpRequest)"/>, from the field's value.</summary>
    public static Encodings Of(ReadOnlySpan<char> value)
    {
        var accepted = Encodings.None;
        foreach (var range in value.Split(','))
        {
            var item = value[range].Trim();
            var semicolon = item.IndexOf(';');
            var coding = (semicolon < 0 ? item : item[..semicolon]).TrimEnd();
            if (semicolon >= 0 && IsZero(item[(semicolon + 1)..]))
                continue;
            if (coding.Equals("br", StringComparison.OrdinalIgnoreCase))
                accepted |= Encodings.Brotli;
            else if (coding.Equals("gzip", StringComparison.OrdinalIgnoreCase) || coding.Equals("x-gzip", StringComparison.OrdinalIgnoreCase))
                accepted |= Encodings.Gzip;
        }

        return accepted;
    }

    /// <summary>True for <c>q=0</c>, <c>q=0.0</c> and so on.</summary>
    private static bool IsZero(ReadOnlySpan<char> parameter)
    {
        var equals = parameter.IndexOf('=');
        return equals >= 0
            && parameter[..equals].Trim().Equals("q", StringComparison.OrdinalIgnoreCase)
            && parameter[(equals + 1)..].Trim().TrimStart('0').TrimStart('.').TrimStart('0').IsEmpty;
    }
}
