using System.Globalization;
using System.Net;
using System.Text;
using Wireroom.Wire;
using Wireroom.Wire.Html;

namespace Wireroom.Bench;

/// <summary>Documents of the formats that are read and not written, out of the same items.</summary>
internal static class UnwrittenDocuments
{
    /// <summary>One document of all items, or one of each; none of a format that is not known here.</summary>
    public static List<byte[]> Of(WireFormat format, List<WireItem> items) => format.Name switch
    {
        "icalendar" => [Utf8($"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\n{string.Concat(items.Select(Event))}END:VCALENDAR\r\n")],
        "wxr" => [Utf8($"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Bench</title><link>https://bench.example</link><wp:wxr_version>1.2</wp:wxr_version>{string.Concat(items.Select(Post))}</channel></rss>""")],
        "photo" => [.. items.Select(Photo)],
        "page" => [.. items.Select(item => Utf8(Page(item)))],
        "warc" => [.. new[] { items.SelectMany(Record).ToArray() }],
        "capture" => [.. items.Select(item => Utf8($"{item.Headline}\n\n{item.Byline}\n{Date(item, "d MMMM yyyy, HH:mm")}\n\n{PlainText.Write(item.Body)}\n"))],
        _ => [],
    };

    private static string Event(WireItem item, int at) =>
        $"BEGIN:VEVENT\r\nUID:{at}@bench.example\r\nDTSTAMP:{Date(item, "yyyyMMdd'T'HHmmss'Z'")}\r\nDTSTART:{Date(item, "yyyyMMdd'T'HHmmss'Z'")}\r\nSUMMARY:{Escaped(item.Headline)}\r\nDESCRIPTION:{Escaped(PlainText.Write(item.Body))}\r\nLOCATION:Split\r\nEND:VEVENT\r\n";

    private static string Escaped(string? text) => (text ?? "").Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Post(WireItem item, int at) =>
        $"<item><title>{Html(item.Headline)}</title><link>{item.Link}</link><pubDate>{Date(item, "R")}</pubDate><dc:creator>{Html(item.Byline)}</dc:creator><guid isPermaLink=\"false\">{item.Guid}</guid><content:encoded><![CDATA[{HtmlBody.Write(item.Body)}]]></content:encoded><excerpt:encoded><![CDATA[{item.Standfirst}]]></excerpt:encoded><wp:post_id>{at + 1}</wp:post_id><wp:post_name>{item.Slugline}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><category domain=\"category\" nicename=\"bench\">{Html(item.Keywords[0])}</category></item>";

    private static string Page(WireItem item) =>
        $"<!doctype html><html lang=\"en\"><head><title>{Html(item.Headline)}</title><meta property=\"og:type\" content=\"article\"><meta property=\"article:published_time\" content=\"{Date(item, "O")}\"><link rel=\"canonical\" href=\"{item.Link}\"></head><body><nav><a href=\"/\">Bench</a></nav><article><h1>{Html(item.Headline)}</h1><p class=\"byline\">{Html(item.Byline)}</p>{HtmlBody.Write(item.Body)}</article><footer>Bench</footer></body></html>";

    private static byte[] Record(WireItem item)
    {
        var answer = Utf8($"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{Page(item)}");
        return [.. Utf8($"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {item.Link}\r\nWARC-Date: {Date(item, "yyyy-MM-dd'T'HH:mm:ss'Z'")}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {answer.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n"), .. answer, .. "\r\n\r\n"u8];
    }

    /// <summary>A JPEG of one pixel with its metadata in XMP.</summary>
    private static byte[] Photo(WireItem item)
    {
        var xmp = Utf8($"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" photoshop:Headline="{Html(item.Headline)}" photoshop:Credit="Bench"><dc:description><rdf:Alt><rdf:li xml:lang="x-default">{Html(item.Standfirst)}</rdf:li></rdf:Alt></dc:description><dc:creator><rdf:Seq><rdf:li>{Html(item.Byline)}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>""");
        byte[] head = [.. "http://ns.adobe.com/xap/1.0/\0"u8];
        var length = head.Length + xmp.Length + 2;
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. head, .. xmp, 0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0, 0xFF, 0xD9];
    }

    private static string Date(WireItem item, string form) => item.Published!.Instant!.Value.UtcDateTime.ToString(form, CultureInfo.InvariantCulture);

    private static string Html(string? text) => WebUtility.HtmlEncode(text ?? "");

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
