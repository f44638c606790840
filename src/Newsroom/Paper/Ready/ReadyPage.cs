using System.Buffers;
using System.Collections.Immutable;
using System.IO.Compression;
using System.IO.Hashing;
using Microsoft.Extensions.Primitives;

namespace Wireroom.Newsroom.Paper.Ready;

/// <summary>
/// A rendered answer as ready bytes with its headers, and a place in it for the <see cref="Inlay"/> where it has one: as pieces the first time, joined from
/// the second on, gzip and Brotli when the first reader asks for them. It may be served while its keys are silent, and only in its <see cref="Moment"/>.
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

    private readonly Rendered rendered;
    private readonly UInt128 hash;
    private readonly StringValues contentType;
    private readonly StringValues keys;
    private readonly ImmutableArray<KeyValuePair<string, StringValues>> safety;
    private Whole? whole;
    private long lastServed;

    /// <param name="rendered">What was rendered.</param>
    /// <param name="moment">The moment that it shows.</param>
    /// <param name="keys">The keys of what it shows.</param>
    public ReadyPage(Rendered rendered, Moment moment, IReadOnlyList<SurrogateKey> keys)
    {
        this.rendered = rendered;
        contentType = rendered.ContentType;
        Moment = moment;
        Keys = keys;
        this.keys = NamesOf(keys, HasPlace);
        safety = rendered.ContentType.StartsWith("text/html", StringComparison.Ordinal) ? SafetyHeaders.ForPages : SafetyHeaders.ForData;
        hash = XxHash128.HashToUInt128(rendered.Bytes);
    }

    /// <summary>HTTP status.</summary>
    public int Status => rendered.Status;

    /// <summary>The moment that it shows.</summary>
    public Moment Moment { get; }

    /// <summary>The keys of what it shows, without the inlay.</summary>
    public IReadOnlyList<SurrogateKey> Keys { get; }

    /// <summary>True where an inlay must be laid in.</summary>
    public bool HasPlace => rendered.Place >= 0;

    /// <summary>When it was served last, in clock ticks; decides who leaves a full cache.</summary>
    public long LastServed => Volatile.Read(ref lastServed);

    /// <summary>Bytes held in memory.</summary>
    public long Size => rendered.Bytes.Length + (Volatile.Read(ref whole)?.Size ?? 0) + 1024;

    /// <summary>Answers a GET or HEAD with the page, or with 304 where the reader has it already.</summary>
    /// <param name="context">The request.</param>
    /// <param name="now">The time.</param>
    /// <param name="laid">What is laid in; null only where <see cref="HasPlace"/> is false.</param>
    public Task AnswerAsync(HttpContext context, DateTimeOffset now, Laid? laid)
    {
        Volatile.Write(ref lastServed, now.UtcTicks);
        var request = context.Request;
        var response = context.Response;
        var headers = response.Headers;
        var answer = WholeWith(laid?.Inlay);
        headers.ETag = answer.ETag;
        headers.Vary = VaryByEncoding;
        headers.CacheControl = Status == StatusCodes.Status200OK && Moment.GoodUntil - now > CachedElsewhere && !(laid?.Moment.GoodUntil - now <= CachedElsewhere) ? BriefCache : NoCache;
        if (keys.Count > 0)
            headers["Surrogate-Key"] = keys;
        if (rendered.Link is { } link)
            headers.Link = link;
        foreach (var (name, value) in safety)
            headers[name] = value;
        if (Status == StatusCodes.Status200OK && IsKnown(request, answer.ETag.ToString()))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.StatusCode = Status;
        if (rendered.Location is { } location)
        {
            headers.Location = rendered.KeepsQuery ? location + request.QueryString.ToUriComponent() : location;
            return Task.CompletedTask;
        }

        headers.ContentType = contentType;
        var chosen = Choose(request, headers, answer);
        response.ContentLength = chosen?.Length ?? answer.Length;
        if (HttpMethods.IsHead(request.Method))
            return Task.CompletedTask;
        return chosen is null
            ? SendPiecesAsync(response, laid!.Inlay, context.RequestAborted)
            : response.BodyWriter.WriteAsync(chosen, context.RequestAborted).AsTask();
    }

    /// <summary>The bytes in the coding that the reader takes; null for the page as it is, to be sent in pieces.</summary>
    private static byte[]? Choose(HttpRequest request, IHeaderDictionary headers, Whole answer)
    {
        var accepted = AcceptedEncoding.Of(request);
        if (accepted == Encodings.None)
            return answer.Plain;
        if (accepted.HasFlag(Encodings.Brotli))
        {
            headers.ContentEncoding = BrotliCoding;
            return answer.Brotli;
        }

        headers.ContentEncoding = GzipCoding;
        return answer.Gzip;
    }

    /// <summary>RFC 9110 section 13.1.2: a list of tags, compared weakly, or an asterisk.</summary>
    private static bool IsKnown(HttpRequest request, string etag)
    {
        foreach (var line in request.Headers.IfNoneMatch)
        {
            if (line is not null && (line == "*" || line.AsSpan().Contains(etag.AsSpan(2), StringComparison.Ordinal)))
                return true;
        }

        return false;
    }

    private async Task SendPiecesAsync(HttpResponse response, Inlay inlay, CancellationToken cancel)
    {
        await response.StartAsync(cancel).ConfigureAwait(false);
        var writer = response.BodyWriter;
        writer.Write(rendered.Bytes.AsSpan(0, rendered.Place));
        writer.Write(inlay.Html);
        writer.Write(rendered.Bytes.AsSpan(rendered.Place + Inlay.Place.Length));
        await writer.FlushAsync(cancel).ConfigureAwait(false);
    }

    private Whole WholeWith(Inlay? inlay)
    {
        var joined = Volatile.Read(ref whole);
        if (joined is null || joined.Inlay != inlay)
            Volatile.Write(ref whole, joined = new Whole(this, inlay));
        return joined;
    }

    /// <summary>For caches before us, whose copy of the page holds the rail: it shows the latest.</summary>
    private static string NamesOf(IReadOnlyList<SurrogateKey> keys, bool withRail) => keys switch
    {
        [] => withRail ? Storage.SurrogateKeys.Latest : "",
        [{ Name: Storage.SurrogateKeys.Latest }] => Storage.SurrogateKeys.Latest,
        [var key] => withRail ? $"{key.Name} {Storage.SurrogateKeys.Latest}" : key.Name,
        _ => string.Join(' ', keys.Select(key => key.Name).Concat(withRail ? [Storage.SurrogateKeys.Latest] : []).Distinct()),
    };

    /// <summary>The page with one inlay laid in; its forms are made when they are asked for, each once.</summary>
    private sealed class Whole(ReadyPage page, Inlay? inlay)
    {
        private byte[]? joined;
        private byte[]? gzip;
        private byte[]? brotli;
        private int sent;

        public Inlay? Inlay => inlay;

        /// <summary>The entity tag, which changes with the bytes. Weak, because the same tag names all three codings of the page.</summary>
        public StringValues ETag { get; } = inlay is null ? $"W/\"{page.hash:x32}\"" : $"W/\"{page.hash:x32}{inlay.Hash:x16}\"";

        public int Length => page.rendered.Bytes.Length + (inlay is null ? 0 : inlay.Html.Length - Ready.Inlay.Place.Length);

        /// <summary>Null the first time where there is an inlay: most pages of a site are asked for once, and sent in pieces they need no joining.</summary>
        public byte[]? Plain => inlay is null ? page.rendered.Bytes : Interlocked.Exchange(ref sent, 1) == 0 ? null : Once(ref joined, Join);

        public byte[] Gzip => Once(ref gzip, () => Compress(to => new GZipStream(to, CompressionLevel.Optimal)));

        public byte[] Brotli => Once(ref brotli, () => Compress(to => new BrotliStream(to, new BrotliCompressionOptions { Quality = 5 })));

        public long Size => (joined?.Length ?? 0) + (gzip?.Length ?? 0) + (brotli?.Length ?? 0);

        private byte[] Once(ref byte[]? form, Func<byte[]> make)
        {
            if (Volatile.Read(ref form) is { } made)
                return made;
            lock (this)
                return form ??= make();
        }

        private byte[] Join() => page.rendered.With(inlay);

        private byte[] Compress(Func<Stream, Stream> coding)
        {
            using var compressed = new MemoryStream(Length / 3);
            using (var stream = coding(compressed))
                stream.Write(Join());
            return compressed.ToArray();
        }
    }
}

/// <summary>What a page's code made: status, type and bytes.</summary>
public sealed record Rendered(int Status, string ContentType, byte[] Bytes)
{
    /// <summary>Where <see cref="Inlay.Place"/> stands in the bytes; -1 where nothing is laid in.</summary>
    public int Place { get; init; } = -1;

    /// <summary>The page's right address, where it is asked for under another.</summary>
    public string? Location { get; init; }

    /// <summary>True where what stands after the question mark goes to the right address too.</summary>
    public bool KeepsQuery { get; init; }

    /// <summary>The field <c>Link</c> (RFC 8288), or null.</summary>
    public string? Link { get; init; }

    /// <summary>The way to the page's right address, for good.</summary>
    public static Rendered Moved(string address, bool keepsQuery = true) => new(StatusCodes.Status301MovedPermanently, "text/plain", []) { Location = address, KeepsQuery = keepsQuery };

    /// <summary>The bytes with that laid into their place, where they have one.</summary>
    public byte[] With(Inlay? inlay) => inlay is null || Place < 0 ? Bytes : [.. Bytes.AsSpan(0, Place), .. inlay.Html, .. Bytes.AsSpan(Place + Inlay.Place.Length)];
}
