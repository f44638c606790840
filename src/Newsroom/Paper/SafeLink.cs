namespace Wireroom.Newsroom.Paper;

/// <summary>Links of copy that may stand on a page. Intake lets only these through; the page does not rely on it.</summary>
public static class SafeLink
{
    /// <summary>The address where it is http, https, mailto or tel; otherwise null.</summary>
    public static string? Of(string? href) =>
        href is not null
        && Uri.TryCreate(href, UriKind.Absolute, out var address)
        && address.Scheme is ("http" or "https" or "mailto" or "tel")
            ? href
            : null;
}
