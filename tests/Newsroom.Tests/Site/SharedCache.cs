using System.Net;
using System.Net.Http.Headers;

namespace Wireroom.Newsroom.Tests.Site;

/// <summary>An answer as a reader got it.</summary>
internal sealed record Answered(HttpStatusCode Status, string Body, CacheControlHeaderValue? Control, DateTimeOffset At);

/// <summary>
/// A cache between the site and its readers that keeps as much as it may (RFC 9111 section 4.2, RFC 5861): what it holds is shown while it is fresh, and for as
/// long after as the answer allows stale copies.
/// </summary>
internal sealed class SharedCache(HttpClient site, TimeProvider clock)
{
    private readonly Dictionary<string, Answered> kept = [];

    /// <summary>The page as a reader behind the cache sees it.</summary>
    public async Task<Answered> GetAsync(string address)
    {
        var cancel = TestContext.Current.CancellationToken;
        if (kept.TryGetValue(address, out var held) && clock.GetUtcNow() - held.At < Lasts(held.Control))
            return held;
        using var answer = await site.GetAsync(new Uri(address, UriKind.Relative), cancel);
        var fresh = new Answered(answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(cancel)), answer.Headers.CacheControl, clock.GetUtcNow());
        kept[address] = fresh;
        return fresh;
    }

    private static TimeSpan Lasts(CacheControlHeaderValue? control)
    {
        if (control is null || control.NoStore || control.NoCache || control.Private)
            return TimeSpan.Zero;
        var stale = control.Extensions.FirstOrDefault(extension => extension.Name == "stale-while-revalidate")?.Value;
        return (control.SharedMaxAge ?? control.MaxAge ?? TimeSpan.Zero) + (stale is null ? TimeSpan.Zero : TimeSpan.FromSeconds(int.Parse(stale, System.Globalization.CultureInfo.InvariantCulture)));
    }
}
