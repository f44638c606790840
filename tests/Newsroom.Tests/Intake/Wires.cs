using System.Text;
using Wireroom.Newsroom.Intake;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Tests.Intake;

/// <summary>Wires made for a test: documents as bytes, and items as a reader would give them.</summary>
internal static class Wires
{
    public const string Source = "adria";

    public static Delivery Deliver(string document, string name = "wire.xml") => new() { Source = Source, Name = name, Bytes = Encoding.UTF8.GetBytes(document) };

    public static string Rss(params string[] items) =>
        $"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Adria</title><link>https://adria.example/</link><description>News</description>{string.Concat(items)}</channel></rss>""";

    public static string RssItem(string guid, string title, string text) =>
        $"""<item><guid isPermaLink="false">{guid}</guid><title>{title}</title><link>https://adria.example/{guid}</link><category>world</category><description>{text}</description></item>""";

    public static WireItem Item(string guid, long version, string headline) => new()
    {
        Format = "ninjs",
        Guid = guid,
        Version = version,
        Headlines = [new WireText(headline)],
        Keywords = ["world"],
        Body = [new WireParagraph([new WireRun($"{headline}, officials said on Tuesday.")])],
    };

    /// <summary>Items handed over as if a reader had just read them.</summary>
    public static Task<ArrivalReport> TakeAsync(this Arrive arrive, params WireItem[] items) => arrive.TakeAsync(
        new Delivery { Source = Source, Name = "items", Bytes = Encoding.UTF8.GetBytes(string.Concat(items.Select(item => $"{item.Guid} {item.Version} {item.Signal}"))) },
        new ReadDocument("ninjs", items, []),
        TestContext.Current.CancellationToken);
}
