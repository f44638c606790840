using System.Diagnostics;
using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;
using Wireroom.Stories.Body;
using Wireroom.Wire;

namespace Wireroom.Bench;

/// <summary>Items a second out of documents of 500 items, in memory and on one thread, for each format that is written too; RSS and Atom beside their peers.</summary>
internal static class FormatsBench
{
    private const int Items = 500;
    private const int Rounds = 5;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    public static void Run()
    {
        var items = Written();
        foreach (var format in WireFormats.All.Where(format => format.CanWrite))
        {
            using var document = new MemoryStream();
            format.Write(items, new WireFeed("Bench", "https://bench.example/", Updated: DateTimeOffset.UnixEpoch.AddYears(56)), document);
            var bytes = document.ToArray();
            if (Read(format, bytes) != Items)
            {
                Console.WriteLine($"{format.Name}: does not hold {Items} items in one document");
                continue;
            }

            Print($"{format.Title}, {bytes.Length / 1024:n0} KB", () => Read(format, bytes));
            if (format.Name is "rss" or "atom")
            {
                Print($"  ServiceModel.Syndication ({format.Name})", () => Syndication(bytes));
                Print($"  CodeHollow.FeedReader ({format.Name})", () => CodeHollow.FeedReader.FeedReader.ReadFromByteArray(bytes).Items.Count);
            }
        }
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

    private static void Print(string what, Func<int> read)
    {
        for (var warm = Stopwatch.StartNew(); warm.Elapsed < Round;)
            read();
        var rates = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var count = 0;
            var watch = Stopwatch.StartNew();
            while (watch.Elapsed < Round)
                count += read();
            rates.Add(count / watch.Elapsed.TotalSeconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-44} {rates.Order().ElementAt(Rounds / 2),10:n0} items/s"));
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
                Standfirst = copy.Standfirst,
                Byline = copy.Byline,
                Keywords = [copy.Section],
                Link = string.Create(CultureInfo.InvariantCulture, $"https://bench.example/story/{at}"),
                Published = date,
                VersionCreated = date,
                Body = [.. copy.Body.OfType<Paragraph>().Take(3).Select(paragraph => new WireParagraph([new WireRun(paragraph.Text.Plain)]))],
            };
        })];
    }
}
