using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Newsroom.Intake.WebSub;

namespace Wireroom.Newsroom.Intake.Feeds;

/// <summary>The bounds of a poll.</summary>
public sealed record FeedLimits
{
    /// <summary>For the whole answer, redirects among it.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Bytes after decompression.</summary>
    public int Length { get; init; } = 16 * 1024 * 1024;

    /// <summary>Redirects that are followed.</summary>
    public int Redirects { get; init; } = 5;
}

/// <summary>Fetches a feed once, conditionally and within bounds. Whatever goes wrong is a sentence in the answer.</summary>
public sealed class FetchFeed(GuardedHttp http, FeedLimits limits, TimeProvider clock)
{
    /// <summary>Asks for the feed with the validators of the last answer, without a login.</summary>
    public Task<FeedAnswer> FetchAsync(string address, string? etag, string? lastModified, CancellationToken cancel) => FetchAsync(address, etag, lastModified, new SourceLogin(), cancel);

    /// <summary>Asks for the feed with the validators of the last answer. The login is shown to the address's own host alone, whatever it redirects to.</summary>
    public async Task<FeedAnswer> FetchAsync(string address, string? etag, string? lastModified, SourceLogin login, CancellationToken cancel)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !IsWeb(uri))
            return new FeedAnswer { Fault = $"\"{address}\" is no http or https address." };
        using var time = new CancellationTokenSource(limits.Time, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancel);
        try
        {
            return await FollowAsync(uri, etag, lastModified, login, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new FeedAnswer { Fault = $"The server gave no whole answer within {limits.Time.TotalSeconds:0} seconds." };
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or InvalidDataException)
        {
            return new FeedAnswer { Fault = fault.InnerException is IOException inner ? $"The connection broke: {inner.Message}" : fault.Message };
        }
    }

    private static bool IsWeb(Uri uri) => uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps;

    private async Task<FeedAnswer> FollowAsync(Uri uri, string? etag, string? lastModified, SourceLogin login, CancellationToken cancel)
    {
        var home = uri.GetLeftPart(UriPartial.Authority);
        for (var hop = 0; hop <= limits.Redirects; hop++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            request.Headers.Accept.ParseAdd("application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5");
            // Word for word: feeds send validators that are none, and want them back.
            if (etag is { Length: > 0 })
                request.Headers.TryAddWithoutValidation("If-None-Match", etag);
            if (lastModified is { Length: > 0 })
                request.Headers.TryAddWithoutValidation("If-Modified-Since", lastModified);
            if (!login.IsEmpty && uri.GetLeftPart(UriPartial.Authority) == home)
                request.Headers.Authorization = Authorization(login);
            using var response = await http.SendAsync(request, cancel).ConfigureAwait(false);
            if (response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
            {
                if (response.Headers.Location is not { } location || !Uri.TryCreate(uri, location, out var next) || !IsWeb(next))
                    return new FeedAnswer { Fault = "The server redirects to no web address." };
                uri = next;
                continue;
            }

            return await AnswerAsync(uri, response, cancel).ConfigureAwait(false);
        }

        return new FeedAnswer { Fault = $"The server redirected more than {limits.Redirects} times, perhaps in a circle." };
    }

    private async Task<FeedAnswer> AnswerAsync(Uri uri, HttpResponseMessage response, CancellationToken cancel)
    {
        if (response.StatusCode is HttpStatusCode.NotModified)
            return new FeedAnswer();
        if (response.StatusCode is not HttpStatusCode.OK)
            return new FeedAnswer { Fault = $"The server answered {(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd() + ".", RetryAfter = Wait(response.Headers.RetryAfter) };
        if (response.Content.Headers.ContentLength > limits.Length)
            return TooLarge();
        var body = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            using var bytes = new MemoryStream();
            var buffer = new byte[32 * 1024];
            while (await body.ReadAsync(buffer, cancel).ConfigureAwait(false) is var count and > 0)
            {
                // Counted after decompression: a small bomb is as large as what comes out of it.
                if (bytes.Length + count > limits.Length)
                    return TooLarge();
                bytes.Write(buffer, 0, count);
            }

            var document = bytes.ToArray();
            return new FeedAnswer
            {
                Bytes = document,
                Hub = HubLinks.Of(response.Headers, document, uri),
                Address = uri,
                MediaType = response.Content.Headers.ContentType?.MediaType,
                Charset = response.Content.Headers.ContentType?.CharSet?.Trim('"'),
                ETag = First(response.Headers, "ETag"),
                LastModified = First(response.Content.Headers, "Last-Modified"),
            };
        }
    }

    // RFC 7617 section 2, RFC 6750 section 2.1.
    private static AuthenticationHeaderValue Authorization(SourceLogin login) => login.Key.Length > 0
        ? new AuthenticationHeaderValue("Bearer", login.Key)
        : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{login.User}:{login.Password}")));

    private FeedAnswer TooLarge() => new() { Fault = $"The feed has more than {limits.Length / 1024 / 1024} MB and was not read." };

    private static string? First(HttpHeaders headers, string name) => headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private TimeSpan? Wait(RetryConditionHeaderValue? after) => after?.Delta ?? (after?.Date is { } date ? date - clock.GetUtcNow() : null);
}
