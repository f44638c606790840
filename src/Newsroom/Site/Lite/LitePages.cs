namespace Wireroom.Newsroom.Site.Lite;

/// <summary>
/// The lite version of a page: the same address behind <c>/lite</c>, the same words, in one request of at most 20 KB, without pictures and script,
/// for a poor line, an old phone, or who wants only to read.
/// </summary>
public static class LitePages
{
    /// <summary>Where the lite pages stand.</summary>
    public const string Root = "/lite";

    /// <summary>True where a lite page is asked for.</summary>
    public static bool IsAsked(HttpContext context) => context.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal);

    /// <summary>The lite address of a page.</summary>
    public static string Of(string address) => address == "/" ? Root : Root + address;

    /// <summary>The address in the version that is asked for.</summary>
    public static string In(HttpContext context, string address) => IsAsked(context) ? Of(address) : address;
}
