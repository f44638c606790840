using System.Globalization;
using System.IO.Compression;
using System.Text;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.Tests.Warc;

public sealed class WarcTests
{
    private const string Page = "<!DOCTYPE html><html lang=\"en\"><head><title>Weir opens</title></head><body><article><h1>Weir opens</h1><p>The weir at Teddington was opened on Monday after four months of work, the agency said.</p><p>Boats may pass again by day and by night, and the lock keeper has returned to his house.</p></article></body></html>";

    [Theory]
    [InlineData("crawl-1.0.warc", 1)]
    [InlineData("article-and-briefs.warc", 4)]
    [InlineData("crawl-1.1.warc.gz", 3)]
    [InlineData("feed-and-page.warc.gz", 3)]
    [InlineData("resource-lf.warc", 1)]
    [InlineData("cut-short.warc.gz", 2)]
    [InlineData("broken.warc", 2)]
    [InlineData("pictures-only.warc", 0)]
    public void Every_fixture_is_recognised_and_read(string fixture, int items) =>
        Assert.Equal(items, AssertWire.Whole("warc/" + fixture, "warc").Items.Count);

    [Fact]
    public void A_page_has_the_address_that_it_was_captured_at()
    {
        var document = Read("crawl-1.0.warc");
        var item = Assert.Single(document.Items);
        Assert.Equal(("page", "East pier to be rebuilt", "https://echo.example/pier", "https://echo.example/pier", "Whitby Echo"), (item.Format, item.Headline, item.Link, item.Guid, item.Provider));
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 18, 0, 0, TimeSpan.Zero), item.Published?.Instant);
        Assert.Empty(item.Guessed);
        Assert.Equal(["http-status", "revisit"], document.Faults.Select(fault => fault.Code));
    }

    [Fact]
    public void Codings_are_undone_and_the_bytes_decide()
    {
        var items = Read("crawl-1.1.warc.gz").Items;
        Assert.Equal(["Most na Muri zatvoren", "Lighthouse vote follows in January", "Second lighthouse vote follows in January"], items.Select(item => item.Headline));
        Assert.Contains("Šteta na nosačima veća je nego što smo mislili", PlainText.Write(items[0].Body), StringComparison.Ordinal);
        Assert.Equal("https://mura.example/vijesti/most", items[0].Link);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(1)), items[0].Published?.Instant);
    }

    [Fact]
    public void The_day_of_the_capture_is_a_guess_for_pages_without_a_date()
    {
        var item = Read("crawl-1.1.warc.gz").Items[1];
        Assert.Equal(new DateTimeOffset(2026, 11, 26, 10, 15, 30, TimeSpan.Zero), item.Published?.Instant);
        Assert.Equal(["date"], item.Guessed);
    }

    [Fact]
    public void Feeds_are_read_by_their_own_reader_and_texts_of_the_machine_by_none()
    {
        var items = Read("feed-and-page.warc.gz").Items;
        Assert.Equal(["rss", "rss", "page"], items.Select(item => item.Format));
        Assert.Equal(["e-1", "e-2", "https://echo.example/bus"], items.Select(item => item.Guid));
        Assert.Equal(("Ruth Oakes", new DateTimeOffset(2026, 11, 26, 7, 0, 0, TimeSpan.Zero)), (items[2].Byline, items[2].Published?.Instant));
        Assert.Null(items[0].Link);
    }

    [Fact]
    public void Broken_archives_give_what_is_whole()
    {
        var document = Read("broken.warc");
        Assert.Equal(["East pier to be rebuilt", "Never ends"], document.Items.Select(item => item.Headline));
        Assert.Equal(["no-length", "between-records", "no-response", "truncated-capture", "no-copy", "truncated"], document.Faults.Select(fault => fault.Code));
        Assert.DoesNotContain(document.Faults, fault => fault.Kind == WireFaultKind.Unreadable);
        Assert.Contains(Read("cut-short.warc.gz").Faults, fault => fault.Code == "truncated");
        Assert.Equal((WireFaultKind.Unreadable, "no-item"), (Read("pictures-only.warc").Faults[^1].Kind, Read("pictures-only.warc").Faults[^1].Code));
    }

    [Fact]
    public void Brotli_is_unpacked()
    {
        var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(Encoding.UTF8.GetBytes(Page));
        }

        Assert.Equal("Weir opens", Assert.Single(Of("Content-Encoding: br\r\n", packed.ToArray()).Items).Headline);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("gzip")]
    [InlineData("zstd")]
    public void A_coding_that_was_undone_before_is_not_undone_again(string coding) =>
        Assert.Equal("Weir opens", Assert.Single(Of($"Content-Encoding: {coding}\r\nTransfer-Encoding: chunked\r\n", Encoding.UTF8.GetBytes(Page)).Items).Headline);

    [Fact]
    public void A_payload_that_unpacks_without_end_is_passed_over()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var spaces = new byte[1024 * 1024];
            spaces.AsSpan().Fill((byte)' ');
            for (var at = 0; at < 64; at++)
            {
                gzip.Write(spaces);
            }
        }

        Assert.Equal("too-long", Of("Content-Encoding: gzip\r\n", packed.ToArray()).Faults[0].Code);
    }

    [Fact]
    public void An_archive_is_read_as_it_goes_by()
    {
        // A picture of 4 MB, so often that all of them together would be a quarter of a gigabyte.
        var head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
        var page = Record("response", "https://weir.example/", "application/http", Encoding.UTF8.GetBytes(head + Page));
        var picture = Encoding.UTF8.GetString(Record("response", "https://weir.example/a.jpg", "image/jpeg", Encoding.UTF8.GetBytes(new string('x', 4 * 1024 * 1024))));
        var sink = new WireDocument();
        WireFormats.Named("warc")!.Read(new WireInput(new Endless(Encoding.UTF8.GetString(page), picture, 1024L)), new WireDocument());
        var before = GC.GetAllocatedBytesForCurrentThread();
        WireFormats.Named("warc")!.Read(new WireInput(new Endless(Encoding.UTF8.GetString(page), picture, 256L * 1024 * 1024)), sink);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64L * 1024 * 1024);
        Assert.Equal("Weir opens", Assert.Single(sink.Items).Headline);
    }

    [Theory]
    [InlineData("WARC/1.0\r\n", Recognition.Yes)]
    [InlineData("WARC/1.1\n", Recognition.Yes)]
    [InlineData("\r\nWARC/0.17\r\n", Recognition.Yes)]
    [InlineData("WAR", Recognition.NotYet)]
    [InlineData("WARRINGTON, Nov 26", Recognition.No)]
    [InlineData("<html>", Recognition.No)]
    public void An_archive_is_recognised_by_its_first_record(string head, Recognition recognition) =>
        Assert.Equal(recognition, WireFormats.Named("warc")!.Recognise(Encoding.UTF8.GetBytes(head), whole: false));

    [Fact]
    public void A_compressed_file_that_is_no_archive_is_none()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write("just some text, long enough to be told"u8);
        }

        var format = WireFormats.Named("warc")!;
        Assert.Equal(Recognition.No, format.Recognise(packed.ToArray(), whole: true));
        Assert.Equal(Recognition.NotYet, format.Recognise([0x1F], whole: false));
        Assert.Equal(Recognition.No, format.Recognise([0x1F, 0x8B, 8, 0, 0], whole: true));
    }

    private static WireDocument Read(string fixture) => AssertWire.Read(AssertWire.Fixture("warc/" + fixture), "warc");

    private static WireDocument Of(string fields, byte[] payload) => AssertWire.Read(
        Record("response", "https://weir.example/", "application/http; msgtype=response", [.. Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{fields}\r\n"), .. payload]), "warc");

    private static byte[] Record(string type, string address, string contentType, byte[] block) =>
        [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"WARC/1.1\r\nWARC-Type: {type}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2026-11-26T10:00:00Z\r\nContent-Type: {contentType}\r\nContent-Length: {block.Length}\r\n\r\n")), .. block, .. "\r\n\r\n"u8];
}
