using System.Globalization;
using System.Text;
using System.Xml;
using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Paper.Pictures;
using Wireroom.Newsroom.Paper.Ready;
using Wireroom.Newsroom.Site.Frame;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Site.Machines;

/// <summary>
/// Site maps after sitemaps.org 0.9: an index of the pages that gather stories and of parts that hold at most 50,000 stories, the oldest first so that a part that is full stays as it is;
/// and the news site map of the last two days. A story's pictures stand with it.
/// </summary>
public static class SiteMap
{
    /// <summary>Addresses in a part at most ("must have no more than 50,000 URLs").</summary>
    public const int PartLength = 50_000;

    private const int GatheredLength = 10_000;
    private const int NewsLength = 1000;
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string ImageNamespace = "http://www.google.com/schemas/sitemap-image/1.1";
    private const string NewsNamespace = "http://www.google.com/schemas/sitemap-news/0.9";
    private static readonly TimeSpan News = TimeSpan.FromDays(2);

    /// <summary>Answers <c>/sitemap.xml</c>.</summary>
    public static Task IndexAsync(HttpContext context, Answers answers, ReleasedStore released) => answers.PageAsync(context, "/sitemap.xml", Answers.LatestKeys, async (edition, cancel) =>
    {
        var parts = await released.PartsAsync(PartLength, cancel).ConfigureAwait(false);
        return Write("sitemapindex", null, xml =>
        {
            foreach (var part in Enumerable.Range(1, parts.Count).Select(part => part.ToString(CultureInfo.InvariantCulture)).Prepend("pages"))
            {
                xml.WriteStartElement("sitemap", Namespace);
                xml.WriteElementString("loc", Namespace, edition.Absolute($"/sitemap-{part}.xml"));
                xml.WriteEndElement();
            }
        });
    });

    /// <summary>Answers <c>/sitemap-{part}.xml</c>.</summary>
    public static Task PartAsync(HttpContext context, int part, Answers answers, ReleasedStore released) =>
        answers.PageAsync(context, string.Create(CultureInfo.InvariantCulture, $"/sitemap-{part}.xml"), Answers.LatestKeys, async (edition, cancel) =>
        {
            var parts = await released.PartsAsync(PartLength, cancel).ConfigureAwait(false);
            if (part < 1 || part > parts.Count)
                return null;
            var rows = await released.LatestAsync(new ReleasedFilter { Before = part < parts.Count ? parts[part] : null }, PartLength, cancel).ConfigureAwait(false);
            var first = parts[part - 1];
            var pictures = await released.PicturesBetweenAsync(first, part < parts.Count ? parts[part] - 1 : long.MaxValue, cancel).ConfigureAwait(false);
            return Write("urlset", pictures.Count > 0 ? ("image", ImageNamespace) : null, xml =>
            {
                foreach (var row in rows.Where(row => row.Key >= first))
                {
                    WriteStory(xml, edition, row, () =>
                    {
                        xml.WriteElementString("lastmod", Namespace, edition.Times.Instant(row.UpdatedAt));
                        foreach (var picture in pictures[row.Key])
                            WriteImage(xml, edition, picture);
                    });
                }
            });
        });

    /// <summary>Answers <c>/sitemap-news.xml</c>: at most 1,000 stories, in Google's news schema 0.9.</summary>
    public static Task NewsAsync(HttpContext context, Answers answers, ReleasedStore released) => answers.PageAsync(context, "/sitemap-news.xml", Answers.LatestKeys, async (edition, cancel) =>
    {
        var rows = await released.LatestAsync(new ReleasedFilter { From = edition.MadeAt - News }, NewsLength, cancel).ConfigureAwait(false);
        return Write("urlset", ("news", NewsNamespace), xml =>
        {
            foreach (var row in rows)
                WriteStory(xml, edition, row, () => WriteNews(xml, edition, row));
        });
    });

    /// <summary>Answers <c>/sitemap-pages.xml</c>: the fronts, and the pages that gather stories, of each kind those with most.</summary>
    public static Task PagesAsync(HttpContext context, Answers answers, ReleasedStore released) => answers.PageAsync(context, "/sitemap-pages.xml", Answers.NamesKeys, async (edition, cancel) =>
    {
        List<string> addresses = ["/", "/latest", "/corrections", "/sources", .. edition.Sections.Select(section => StoryAddress.OfSection(section.Slug))];
        foreach (var topic in await released.TopicsAsync(GatheredLength, cancel).ConfigureAwait(false))
            addresses.Add(StoryAddress.OfTopic(topic.Slug));
        foreach (var kind in Enum.GetValues<NameKind>())
            addresses.AddRange((await released.NamesAsync(kind, GatheredLength, cancel).ConfigureAwait(false)).Select(name => StoryAddress.OfName(kind, name.Slug)));
        return Write("urlset", null, xml =>
        {
            foreach (var address in addresses)
            {
                xml.WriteStartElement("url", Namespace);
                xml.WriteElementString("loc", Namespace, edition.Absolute(address));
                xml.WriteEndElement();
            }
        });
    });

    private static void WriteStory(XmlWriter xml, Edition edition, ReleasedRow row, Action more)
    {
        xml.WriteStartElement("url", Namespace);
        xml.WriteElementString("loc", Namespace, edition.Absolute(StoryAddress.Of(row.Section, row.Slug, row.Story)));
        more();
        xml.WriteEndElement();
    }

    /// <summary>The largest JPEG, in Google's image schema 1.1.</summary>
    private static void WriteImage(XmlWriter xml, Edition edition, ShownPicture picture)
    {
        xml.WriteStartElement("image", ImageNamespace);
        xml.WriteElementString("loc", ImageNamespace, edition.Absolute(StoryAddress.OfPicture(picture.File, Rendition.Largest(picture.Width, picture.Height, picture.Focus))));
        xml.WriteEndElement();
    }

    private static void WriteNews(XmlWriter xml, Edition edition, ReleasedRow row)
    {
        xml.WriteStartElement("news", NewsNamespace);
        xml.WriteStartElement("publication", NewsNamespace);
        xml.WriteElementString("name", NewsNamespace, edition.Masthead.Name);
        xml.WriteElementString("language", NewsNamespace, row.Language.Split('-')[0].ToLowerInvariant());
        xml.WriteEndElement();
        xml.WriteElementString("publication_date", NewsNamespace, edition.Times.Instant(row.PublishedAt));
        xml.WriteElementString("title", NewsNamespace, XmlText.Of(row.Headline));
        xml.WriteEndElement();
    }

    private static Rendered Write(string root, (string Prefix, string Namespace)? more, Action<XmlWriter> content)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement(root, Namespace);
            if (more is { } extension)
                xml.WriteAttributeString("xmlns", extension.Prefix, null, extension.Namespace);
            content(xml);
            xml.WriteEndElement();
        }

        return new Rendered(StatusCodes.Status200OK, "application/xml; charset=utf-8", bytes.ToArray());
    }
}
