using System.Diagnostics;
using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;
using Wireroom.Stories.Body;
using Wireroom.Wire;

namespace Wireroom.Bench;

/// <summary>
/// Items a second out of documents of 500 items, in memory and on one thread, for each format; RSS and Atom beside
/// their peers. A format that holds one item a document is read 500 times.
/// </summary>
internal static class FormatsBench
{
    private const int Items = 500;
    private const int Rounds = 5;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);
    private static readonly WireFeed Feed = new("Bench", "https://bench.example/", Updated: DateTimeOffset.UnixEpoch.AddYears(56));

    /// <summary>Measures every format, or the one of that name.</summary>
    public static void Run(string only)
    {
        var items = Written();
        Console.WriteLine("processor seconds count, so that other work on the machine does not; allocated for each item: KB");
        foreach (var format in WireFormats.All.Where(format => only.Length == 0 || format.Name == only))
        {
            var documents = Documents(format, items);
            if (documents.Count == 0)
            {
                Console.WriteLine($"{format.Title}: there are no documents of it");
                continue;
            }

            List<(string What, Func<int> Read)> readers = [($"{format.Title}, {documents.Sum(bytes => bytes.Length) / 1024:n0} KB", () => documents.Sum(bytes => Read(format, bytes)))];
            if (format.Name is "rss" or "atom")
            {
                var bytes = documents[0];
                readers.Add(("  ServiceModel.Syndication", () => Syndication(bytes)));
                readers.Add(("  CodeHollow.FeedReader", () => CodeHollow.FeedReader.FeedReader.ReadFromByteArray(bytes).Items.Count));
            }

            Measure(readers);
            if (format.Name is "rss" or "atom")
                Feedparser.Run(documents[0]);
        }
    }

    /// <summary>The items as one document where the format holds several, or as one each; none where it does not hold them.</summary>
    private static List<byte[]> Documents(WireFormat format, List<WireItem> items)
    {
        if (!format.CanWrite)
        {
            return UnwrittenDocuments.Of(format, items) is { Count: > 0 } made && made.Sum(bytes => Read(format, bytes)) == Items ? made : [];
        }

        var one = Document(format, items);
        if (Read(format, one) == Items)
            return [one];
        var each = items.Select(item => Document(format, [item])).ToList();
        return each.Sum(bytes => Read(format, bytes)) == Items ? each : [];
    }

    private static byte[] Document(WireFormat format, List<WireItem> items)
    {
        using var document = new MemoryStream();
        format.Write(items, Feed, document);
        return document.ToArray();
    }

    private static int Read(WireFormat format, byte[] bytes)
    {
        var document = new WireDocument();
        format.Read(WireInput.Of(bytes), document);
        return document.Items.Count;
    }

    private static int Syndication(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return SyndicationFeed.Load(reader).Items.Count();
    }

    /// <summary>In turns, so that what the machine does beside it falls on all of them.</summary>
    private static void Measure(List<(string What, Func<int> Read)> readers)
    {
        foreach (var (_, read) in readers)
        {
            for (var warm = Stopwatch.StartNew(); warm.Elapsed < 2 * Round;)
                read();
        }

        var rates = readers.Select(_ => new List<double>()).ToList();
        var allocated = new double[readers.Count];
        for (var round = 0; round < Rounds; round++)
        {
            for (var at = 0; at < readers.Count; at++)
            {
                var (count, before, started) = (0, GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime);
                for (var watch = Stopwatch.StartNew(); watch.Elapsed < Round;)
                    count += readers[at].Read();
                rates[at].Add(count / (Environment.CpuUsage.TotalTime - started).TotalSeconds);
                allocated[at] = (GC.GetAllocatedBytesForCurrentThread() - before) / 1024.0 / count;
            }
        }

        for (var at = 0; at < readers.Count; at++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{readers[at].What,-44} {rates[at].Order().ElementAt(Rounds / 2),10:n0} items/s {allocated[at],8:n1}"));
    }

    /// <summary>Items as feeds have them: a headline, a summary of one sentence, a body of a few paragraphs, a date, a byline, a category.</summary>
    private static List<WireItem> Written()
    {
        var maker = new Copymaker(4);
        return [.. Enumerable.Range(0, Items).Select(at =>
        {
            var copy = maker.Next(at);
            var date = WireTime.Of(DateTimeOffset.UnixEpoch.AddYears(56).AddMinutes(at));
            return new WireItem
            {
                Format = "rss",
                Guid = string.Create(CultureInfo.InvariantCulture, $"https://bench.example/story/{at}"),
                Headlines = [new WireText(copy.Headline)],
                Slugline = string.Create(CultureInfo.InvariantCulture, $"bench-{copy.Section}-{at}"),
                Priority = "r",
                Urgency = 4,
                Sequence = string.Create(CultureInfo.InvariantCulture, $"{1000 + at}"),
                Standfirst = copy.Standfirst,
                Byline = copy.Byline,
                Keywords = [copy.Section],
                Link = string.Create(CultureInfo.InvariantCulture, $"https://bench.example/story/{at}"),
                Published = date,
                VersionCreated = date,
                Language = "en",
                Body = [.. copy.Body.OfType<Paragraph>().Take(3).Select(paragraph => new WireParagraph([new WireRun(paragraph.Text.Plain)]))],
            };
        })];
    }
}
