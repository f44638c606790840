using Wireroom.Newsroom.Paper;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Outlets.Feeds;

/// <summary>A form that feeds are taken in: the ending of its address, and the format that writes it.</summary>
public sealed record FeedForm(string Ending, WireFormat Format)
{
    /// <summary>Every form that the pages announce.</summary>
    public static IReadOnlyList<FeedForm> All { get; } = [.. FeedAddress.Endings.Select(ending => new FeedForm(ending, WireFormats.Named(NameOf(ending))!))];

    /// <summary>Media type with the charset.</summary>
    public string MediaType { get; } = FeedAddress.MediaTypeOf(Ending) + "; charset=utf-8";

    /// <summary>The address of a page's feed in this form.</summary>
    public string Of(string page) => FeedAddress.Of(page, Ending);

    private static string NameOf(string ending) => ending switch
    {
        "atom" => "atom",
        "json" => "jsonfeed",
        _ => "rss",
    };
}
