using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Wireroom.Wire.Dates;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.Tests.Feeds;

/// <summary>
/// Feed documents with expected values that another project collected. Only what Wireroom carries is compared: texts as plain
/// text, addresses, names, times as instants. The share may neither fall below the floor nor rise above the ceiling unnoticed.
/// </summary>
public sealed partial class FeedparserCasesTests(ITestOutputHelper output)
{
    private const double Floor = 0.99;

    [Fact]
    public void Expected_values_of_a_foreign_collection_are_met()
    {
        var folder = Shared.Folder("feeds/feedparser");
        using var cases = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "cases.json")));
        var met = 0;
        var all = 0;
        foreach (var feed in cases.RootElement.EnumerateArray())
        {
            var file = feed.GetProperty("file").GetString()!;
            if (file.EndsWith("_crazy.xml", StringComparison.Ordinal))
            {
                // These expect the text of a script as copy; here no script survives.
                continue;
            }

            var document = Read(Path.Combine(folder, file), feed, out var format);
            foreach (var check in feed.GetProperty("checks").EnumerateArray())
            {
                if (check.GetProperty("op").GetString() != "==" || !TryFind(check, document, out var actual))
                {
                    continue;
                }

                all++;
                var expected = Comparable(check.GetProperty("value"));
                var found = actual.Select(Plain).ToList();
                if (found.Intersect(expected, StringComparer.Ordinal).Any())
                {
                    met++;
                }
                else
                {
                    output.WriteLine($"{file} [{format}] {string.Join(".", check.GetProperty("path").EnumerateArray())}: expected {expected[0]}, found {string.Join(" | ", found)}");
                }
            }
        }

        output.WriteLine($"{met} of {all} expected values are met: {(double)met / all:P2}");
        Assert.InRange((double)met / all, Floor, 1.0);
        Assert.InRange(all, 480, 712);
    }

    private static WireDocument Read(string path, JsonElement feed, out string format)
    {
        var bytes = File.ReadAllBytes(path);
        var document = new WireDocument();
        var reader = WireFormats.Recognise(bytes, whole: true);
        format = reader?.Name ?? "none";
        string? charset = null;
        Uri? address = feed.TryGetProperty("url", out var url) ? new Uri(url.GetString()!) : null;
        if (feed.TryGetProperty("httpHeaders", out var headers))
        {
            foreach (var header in headers.EnumerateObject())
            {
                var value = header.Value.GetString() ?? "";
                if (header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                {
                    var match = CharsetParameter().Match(value);
                    charset = match.Success ? match.Groups[1].Value : null;
                }
                else if (header.Name.Equals("Content-Location", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(address, value, out var location))
                {
                    address = location;
                }
            }
        }

        reader?.Read(WireInput.Of(bytes) with { Charset = charset, Base = address }, document);
        return document;
    }

    /// <summary>The values that Wireroom has for a path; false for paths that it does not carry.</summary>
    private static bool TryFind(JsonElement check, WireDocument document, out IEnumerable<string?> values)
    {
        var path = check.GetProperty("path").EnumerateArray().Select(part => part.ValueKind == JsonValueKind.Number ? "N" : part.GetString()!).ToArray();
        var numbers = check.GetProperty("path").EnumerateArray().Where(part => part.ValueKind == JsonValueKind.Number).Select(part => part.GetInt32()).ToArray();
        if (path is ["feed", ..] && document.Feed is { } feed && Feed(string.Join('.', path.Skip(1)), feed) is { } ofFeed)
        {
            values = ofFeed;
            return true;
        }

        if (path is ["entries", "N", ..] && Entry(string.Join('.', path.Skip(2))) is { } ofEntry)
        {
            var item = document.Items.ElementAtOrDefault(numbers[0]);
            values = item is null ? [] : ofEntry(item, numbers.Length > 1 ? numbers[1] : 0);
            return true;
        }

        values = [];
        return false;
    }

    private static IEnumerable<string?>? Feed(string path, WireFeed feed) => path switch
    {
        "title" or "title_detail.value" => [feed.Title],
        "description" or "tagline" or "subtitle" or "info" or "tagline_detail.value" or "info_detail.value" => [feed.Description],
        "link" => [feed.Link],
        "links.N.href" => [feed.Link, feed.SelfLink],
        "publisher" or "publisher_detail.name" => [feed.Author],
        "copyright" or "rights" or "copyright_detail.value" => [feed.Rights],
        "id" or "guid" => [feed.Guid],
        "language" => [feed.Language],
        "author" or "author_detail.name" or "authors.N.name" => [feed.Author, .. feed.Author?.Split(", ") ?? []],
        "updated_parsed" or "published_parsed" or "updated" or "published" => [feed.Updated?.ToString("O", CultureInfo.InvariantCulture)],
        "image.href" or "image.url" or "icon" => [feed.Picture],
        _ => null,
    };

    private static Func<WireItem, int, IEnumerable<string?>>? Entry(string path) => path switch
    {
        "title" or "title_detail.value" => (item, _) => [item.Headline],
        "description" or "summary" or "summary_detail.value" => (item, _) => [item.Standfirst, PlainText.Write(item.Body)],
        "content.N.value" => (item, _) => [PlainText.Write(item.Body), item.Standfirst],
        "link" => (item, _) => [item.Link],
        "links.N.href" => (item, _) => [item.Link, .. item.Links.Select(link => link.Href), .. item.Media.Select(file => file.Href)],
        "links.N.rel" => (item, _) => ["alternate", .. item.Links.Select(link => link.Relation), .. item.Media.Select(file => file.Role)],
        "links.N.title" => (item, _) => [.. item.Links.Select(link => link.Title), .. item.Media.Select(file => file.Title)],
        "links.N.length" => (item, _) => item.Media.Select(file => file.Bytes?.ToString(CultureInfo.InvariantCulture)),
        "enclosures.N.type" => (item, _) => item.Media.Select(file => file.MediaType),
        "id" or "guid" => (item, _) => [item.Guid],
        "author" or "author_detail.name" => (item, _) => [item.Byline],
        "tags.N.term" => (item, _) => [.. item.Keywords, .. item.Subjects.Select(subject => subject.Code ?? subject.Name)],
        "tags.N.label" => (item, _) => [.. item.Keywords, .. item.Subjects.Select(subject => subject.Name)],
        "tags.N.scheme" => (item, _) => item.Subjects.Select(subject => subject.Scheme),
        "updated_parsed" or "updated" => (item, _) => [Instant(item.VersionCreated), Instant(item.Published)],
        "published_parsed" or "published" => (item, _) => [Instant(item.Published)],
        "created_parsed" or "created" => (item, _) => [Instant(item.Created)],
        "rights" or "copyright" => (item, _) => [item.Rights?.Notice],
        "license" => (item, _) => [item.Rights?.UsageTerms],
        "language" or "content.N.language" => (item, _) => [item.Language],
        "title_detail.language" => (item, _) => [(item.Headlines.Count > 0 ? item.Headlines[0].Language : null) ?? item.Language],
        "thr_in-reply-to.href" => (item, _) => item.Links.Select(link => link.Href),
        "thr_in-reply-to.ref" => (item, _) => item.Links.Select(link => link.Guid),
        "source.rights" => (item, _) => [item.Rights?.Notice],
        "source.author" or "source.author_detail.name" => (item, _) => [item.Byline],
        "wfw_commentrss" => (item, _) => item.Links.Select(link => link.Href),
        "publisher_detail.name" or "publisher" => (item, _) => [item.Provider],
        "source.title" => (item, _) => item.Sources,
        "source.link" => (item, _) => item.Links.Select(link => link.Href),
        "subtitle" => (item, _) => item.Headlines.Select(headline => headline.Text),
        "media_thumbnail.N.url" or "image.href" => (item, _) => item.Media.Select(file => file.Href),
        _ => null,
    };

    private static string? Instant(WireTime? time) => (time?.Instant ?? (time?.Local is { } local ? new DateTimeOffset(local, TimeSpan.Zero) : null))?.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The expected value as plain text: tags gone, or kept where they are text.</summary>
    private static string[] Comparable(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            var parts = value.EnumerateArray().Select(part => part.GetInt32()).ToArray();
            return [new DateTimeOffset(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], TimeSpan.Zero).ToString("O", CultureInfo.InvariantCulture)];
        }

        var text = value.ValueKind switch { JsonValueKind.String => value.GetString()!, JsonValueKind.Null => "", _ => value.GetRawText() };
        var bare = WebUtility.HtmlDecode(Tag().Replace(Hidden().Replace(text, ""), " "));
        return [Plain(bare), Plain(Mail().Replace(text, "")), Plain(WebUtility.HtmlDecode(bare)), Plain(Tag().Replace(text, ""))];
    }

    /// <summary>White space as one space, an address without its last stroke, a date as its instant.</summary>
    private static string Plain(string? text) => WireDates.Instant(text) is { } instant
        ? instant.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)
        : White().Replace(text ?? "", " ").Trim().TrimEnd('/').Replace(" .", ".", StringComparison.Ordinal);

    [GeneratedRegex("charset\\s*=\\s*[\"']?([^\"';\\s]+)", RegexOptions.IgnoreCase)]
    private static partial Regex CharsetParameter();

    [GeneratedRegex("<(script|style)[^>]*>.*?</\\1>|<!--.*?-->", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Hidden();

    [GeneratedRegex(" \\([^()@]+@[^()]+\\)")]
    private static partial Regex Mail();

    [GeneratedRegex("</?[a-zA-Z!][^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+")]
    private static partial Regex White();
}
