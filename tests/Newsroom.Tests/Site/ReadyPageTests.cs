using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Paper.Ready;
using static Wireroom.Newsroom.Tests.Site.Press;

namespace Wireroom.Newsroom.Tests.Site;

/// <summary>Pages kept as ready bytes: what is sent, and how little is kept.</summary>
public sealed class ReadyPageTests
{
    [Fact]
    public async Task A_page_comes_in_the_coding_that_the_reader_takes_and_says_the_same_in_each()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var (_, address) = await newsroom.ReleaseAsync(Copy("Ferry sails"));
        var plain = await newsroom.GetAsync(address);
        using var gzip = await newsroom.AskAsync(address, ask => ask.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip"));
        using var brotli = await newsroom.AskAsync(address, ask => ask.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br;q=0.9"));
        Assert.Equal(["gzip"], gzip.Content.Headers.ContentEncoding);
        Assert.Equal(["br"], brotli.Content.Headers.ContentEncoding);
        Assert.Equal(plain, await ReadAsync(new GZipStream(await gzip.Content.ReadAsStreamAsync(Cancel), CompressionMode.Decompress)));
        Assert.Equal(plain, await ReadAsync(new BrotliStream(await brotli.Content.ReadAsStreamAsync(Cancel), CompressionMode.Decompress)));
        Assert.Equal(gzip.Headers.ETag, brotli.Headers.ETag);
        Assert.Contains("Accept-Encoding", gzip.Headers.Vary);

        static async Task<string> ReadAsync(Stream stream)
        {
            using var reader = new StreamReader(stream);
            return await reader.ReadToEndAsync(Cancel);
        }
    }

    [Fact]
    public async Task Who_has_a_page_is_told_so_until_it_changes()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        await newsroom.ReleaseAsync(Copy("Ferry sails"));
        using var first = await newsroom.AskAsync("/");
        var tag = first.Headers.ETag!;
        Assert.Equal("public, max-age=1", first.Headers.CacheControl!.ToString());
        using (var again = await newsroom.AskAsync("/", ask => ask.Headers.IfNoneMatch.Add(tag)))
        {
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal(tag, again.Headers.ETag);
            Assert.Empty(await again.BodyAsync());
        }

        await newsroom.ReleaseAsync(Copy("Ferry returns"));
        using var changed = await newsroom.AskAsync("/", ask => ask.Headers.IfNoneMatch.Add(tag));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(tag, changed.Headers.ETag);
    }

    [Fact]
    public async Task What_a_page_does_not_know_in_its_query_makes_no_new_page()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var (_, address) = await newsroom.ReleaseAsync(Copy("Ferry sails"));
        var cache = newsroom.Services.GetRequiredService<PageCache>();
        foreach (var page in (string[])["/", address, "/region", "/latest", "/feed.xml", "/search?q=ferry"])
            await newsroom.GetAsync(page);
        var kept = cache.Count;
        for (var number = 0; number < 20; number++)
        {
            foreach (var page in (string[])["/?", address + "?", "/region?", "/latest?before=x&", "/feed.xml?", "/search?q=ferry&"])
                await newsroom.GetAsync($"{page}utm_{number}={number}");
            using var missing = await newsroom.AskAsync($"/nothing-{number}");
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        }

        Assert.Equal(kept, cache.Count);
    }

    [Fact]
    public async Task A_head_request_is_answered_like_a_get_without_the_page()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        await newsroom.ReleaseAsync(Copy("Ferry sails"));
        using var whole = await newsroom.AskAsync("/");
        for (var time = 0; time < 2; time++)
        {
            using var head = await newsroom.AskAsync("/", ask => ask.Method = HttpMethod.Head);
            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
            Assert.Equal(whole.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
            Assert.Empty(await head.BodyAsync());
        }
    }

    [Fact]
    public async Task A_page_forbids_every_script_but_our_own()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var (_, address) = await newsroom.ReleaseAsync(Copy("Ferry sails"));
        foreach (var page in (string[])["/", address, "/search", "/nowhere"])
        {
            using var answer = await newsroom.AskAsync(page);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            var html = await answer.BodyAsync();
            Assert.DoesNotMatch("<script(?! type=\"(module|application/ld\\+json)\")", html);
            Assert.DoesNotMatch("\\son[a-z]+=|<style|\\sstyle=", html);
        }
    }

    [Fact]
    public async Task Many_readers_of_a_page_that_is_not_ready_all_get_it()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var (_, address) = await newsroom.ReleaseAsync(Copy("Ferry sails"));
        var pages = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => newsroom.GetAsync(address)));
        Assert.All(pages, page => Assert.Equal(pages[0], page));
    }

    [Fact]
    public async Task Whoever_walks_through_the_archive_drives_out_nothing_that_is_read()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var cache = newsroom.Services.GetRequiredService<PageCache>();
        const int length = 1024 * 1024;
        const int many = (int)(PageCache.MostBytes / length) * 2;
        await AskAsync("/read");
        for (var story = 0; story < many; story++)
            await AskAsync($"/archive/{story}");

        Assert.NotNull(Find("/read"));
        Assert.NotNull(Find("/archive/0"));
        Assert.Null(Find($"/archive/{many - 1}"));
        await AskAsync($"/archive/{many - 1}");
        Assert.NotNull(Find($"/archive/{many - 1}"));
        Assert.True(cache.Count * (long)length <= PageCache.MostBytes);

        Task<ReadyPage> AskAsync(string address) => cache.GetAsync(address, [], _ => Task.FromResult(new Rendered(200, "text/html", new byte[length])), Cancel);
        ReadyPage? Find(string address) => cache.Find(address, newsroom.Services.GetRequiredService<TimeProvider>().GetUtcNow());
    }

    [Theory]
    [InlineData("", Encodings.None)]
    [InlineData("gzip, deflate, br", Encodings.Gzip | Encodings.Brotli)]
    [InlineData("br;q=0, GZIP;q=0.5", Encodings.Gzip)]
    [InlineData("gzip;q=0.000", Encodings.None)]
    [InlineData("identity, brx, xgzip", Encodings.None)]
    [InlineData(",,; ,br ;q=1", Encodings.Brotli)]
    public void Accepted_codings_are_read_as_they_are_meant(string value, Encodings expected) => Assert.Equal(expected, AcceptedEncoding.Of(value));
}
