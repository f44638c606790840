using System.Collections.Immutable;
using System.IO.Compression;
using System.IO.Hashing;
using Microsoft.Extensions.Primitives;

namespace Wireroom.Newsroom.Paper.Ready;

/// <summary>
/// A rendered answer as ready bytes with its headers: identity at once, gzip and Brotli when the first reader asks for them.
/// It may be served only in its <see cref="Moment"/>.
/// </summary>
public sealed class ReadyPage
{
    /// <summary>How long browsers and caches before us may show a page without asking: a second, because within it a kill must have reached the reader. Nothing stale either.</summary>
    private static readonly StringValues BriefCache = "public, max-age=1";

    /// <summary>As long as the most patient cache above: within it of a change by the clock, nobody may keep the page.</summary>
    private static readonly TimeSpan CachedElsewhere = TimeSpan.FromSeconds(1);

    private static readonly StringValues NoCache = "no-cache";
    private static readonly StringValues VaryByEncoding = "Accept-Encoding";
    private static readonly StringValues GzipCoding = "gzip";
    private static readonly StringValues BrotliCoding = "br";

    private readonly byte[] plain;
    private readonly StringValues contentType;
    private readonly StringValues etag;
    private readonly ImmutableArray<KeyValuePair<string, StringValues>> safety;
    private readonly string? location;
    private readonly Lazy<byte[]> gzip;
    private readonly Lazy<byte[]> brotli;
    private long lastServed;

    /// <param name="rendered">What was rendered.</param>
    /// <param name="moment">The moment that it shows.</param>
    public ReadyPage(Rendered rendered, Moment moment)
    {
        plain = rendered.Bytes;
        Status = rendered.Status;
        contentType = rendered.ContentType;
        location = rendered.Location;
        Moment = moment;
        safety = rendered.ContentType.StartsWith("text/html", StringComparison.Ordinal) ? SafetyHeaders.ForPages : SafetyHeaders.ForData;
        // Weak, because the same tag names all three codings of the page.
        etag = $"W/\"{XxHash128.HashToUInt128(plain):x32}\"";
        gzip = new Lazy<byte[]>(() => Compress(to => new GZipStream(to, CompressionLevel.Optimal)));
        brotli = new Lazy<byte[]>(() => Compress(to => new BrotliStream(to, new BrotliCompressionOptions { Quality = 5 })));
    }

    /// <summary>HTTP status.</summary>
    public int Status { get; }

    /// <summary>The moment that it shows.</summary>
    public Moment Moment { get; }

    /// <summary>The entity tag, which changes with the bytes.</summary>
    public string ETag => etag.ToString();

    /// <summary>When it was served last, in clock ticks; decides who leaves a full cache.</summary>
    public long LastServed => Volatile.Read(ref lastServed);

    /// <summary>Bytes held in memory.</summary>
    public long Size => plain.Length + (gzip.IsValueCreated ? gzip.Value.Length : 0) + (brotli.IsValueCreated ? brotli.Value.Length : 0) + 1024;

    /// <summary>Answers a GET or HEAD with the page, or with 304 where the reader has it already.</summary>
    public Task AnswerAsync(HttpContext context, DateTimeOffset now)
    {
        Volatile.Write(ref lastServed, now.UtcTicks);
        var request = context.Request;
        var response = context.Response;
        var headers = response.Headers;
        headers.ETag = etag;
        headers.Vary = VaryByEncoding;
        headers.CacheControl = Status == StatusCodes.Status200OK && Moment.GoodUntil - now > CachedElsewhere ? BriefCache : NoCache;
        foreach (var (name, value) in safety)
            headers[name] = value;
        if (Status == StatusCodes.Status200OK && IsKnown(request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.StatusCode = Status;
        if (location is not null)
        {
            headers.Location = location + request.QueryString.ToUriComponent();
            return Task.CompletedTask;
        }

        headers.ContentType = contentType;
        var bytes = Choose(request, headers);
        response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.BodyWriter.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    private byte[] Choose(HttpRequest request, IHeaderDictionary headers)
    {
        var accepted = AcceptedEncoding.Of(request);
        if (accepted == Encodings.None)
            return plain;
        if (accepted.HasFlag(Encodings.Brotli))
        {
            headers.ContentEncoding = BrotliCoding;
            return brotli.Value;
        }

        headers.ContentEncoding = GzipCoding;
        return gzip.Value;
    }

    /// <summary>RFC 9110 section 13.1.2: a list of tags, compared weakly, or an asterisk.</summary>
    private bool IsKnown(HttpRequest request)
    {
        foreach (var line in request.Headers.IfNoneMatch)
        {
            if (line is not null && (line == "*" || line.AsSpan().Contains(etag.ToString().AsSpan(2), StringComparison.Ordinal)))
                return true;
        }

        return false;
    }

    private byte[] Compress(Func<Stream, Stream> coding)
    {
        using var compressed = new MemoryStream(plain.Length / 3);
        using (var stream = coding(compressed))
            stream.Write(plain);
        return compressed.ToArray();
    }
}

/// <summary>What a page's code made: status, type and bytes.</summary>
public sealed record Rendered(int Status, string ContentType, byte[] Bytes)
{
    /// <summary>The page's right address, where it is asked for under another.</summary>
    public string? Location { get; init; }

    /// <summary>The way to the page's right address, for good.</summary>
    public static Rendered Moved(string address) => new(StatusCodes.Status301MovedPermanently, "text/plain", []) { Location = address };
}
