using System.Collections.Immutable;
using Microsoft.Extensions.Primitives;

namespace Wireroom.Newsroom.Paper.Ready;

/// <summary>
/// What every answer of the site forbids. A page may run our own bundled script and nothing else: no inline code, no frames, no third party.
/// Structured data (JSON-LD) is data, not script, and needs no exception (HTML, "data block").
/// </summary>
public static class SafetyHeaders
{
    private static readonly string Policy =
        $"default-src 'none'; script-src 'self'; style-src 'self' {LiteStyle.Hash}; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types wireroom-rail";

    /// <summary>For pages.</summary>
    public static ImmutableArray<KeyValuePair<string, StringValues>> ForPages { get; } =
    [
        new("Content-Security-Policy", Policy),
        new("X-Content-Type-Options", "nosniff"),
        new("Referrer-Policy", "strict-origin-when-cross-origin"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Permissions-Policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()"),
    ];

    /// <summary>For feeds, site maps and pictures.</summary>
    public static ImmutableArray<KeyValuePair<string, StringValues>> ForData { get; } =
    [
        new("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox"),
        new("X-Content-Type-Options", "nosniff"),
    ];
}
