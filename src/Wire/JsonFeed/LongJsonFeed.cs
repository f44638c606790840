using System.Text;
using System.Text.Json;
using Wireroom.Wire.Json;

namespace Wireroom.Wire.JsonFeed;

/// <summary>
/// Reads a feed that is too long to be held: item by item, as the text goes by. What the feed says of itself is known to the items
/// as far as it stands before them; where it says more behind them, that is a fault.
/// </summary>
internal sealed class LongJsonFeed(IWireSink sink, Uri? baseAddress)
{
    private const int MostOfFeed = 4 * 1024 * 1024;

    private const int LongestPiece = 16 * 1024 * 1024;

    private readonly FaultLog faults = new(sink);
    private readonly StringBuilder members = new();
    private WireFeed feed = new("", "");
    private string? author;
    private bool isOpen;
    private bool hasList;
    private bool saysMore;

    internal void Read(TextReader text)
    {
        var pieces = new JsonPieces(text, LongestPiece, "items");
        for (var kind = pieces.Read(); kind != JsonPieces.Kind.End; kind = pieces.Read())
        {
            switch (kind)
            {
                case JsonPieces.Kind.Start:
                    Close();
                    isOpen = true;
                    break;
                case JsonPieces.Kind.Member when members.Length + pieces.Value.Length <= MostOfFeed:
                    members.Append(members.Length == 0 ? "" : ",").Append(pieces.Name).Append(':').Append(pieces.Value);
                    saysMore = true;
                    break;
                case JsonPieces.Kind.List:
                    hasList = true;
                    Say();
                    break;
                case JsonPieces.Kind.Value:
                    Item(pieces.Value);
                    break;
                default:
                    faults.Take(new WireFault(WireFaultKind.Lost, "too-large", $"An item, or what the feed says of itself, is longer than {pieces.Longest} characters; it was passed over."));
                    break;
            }
        }

        Close();
        if (pieces.IsBroken)
        {
            faults.Take(new WireFault(WireFaultKind.Lost, "not-json", "The document is not JSON from somewhere on; what stood before was read. Ask the sender to mend it."));
        }

        else if (pieces.IsCut)
        {
            faults.Take(new WireFault(WireFaultKind.Lost, "truncated", "The document ends in the middle; what stood before was read. Ask the sender to send it again."));
        }

        if (!hasList)
        {
            faults.Take(JsonFeedReader.NoItem);
        }

        faults.Finish();
    }

    private void Item(string text)
    {
        using var item = JsonText.Parse(text, new Unplaced(faults));
        if (item is null)
        {
            return;
        }

        if (item.RootElement.ValueKind == JsonValueKind.Object)
        {
            sink.Take(JsonFeedItem.Read(item.RootElement, feed, author, baseAddress ?? JsonFeedReader.BaseOf(feed)));
        }
        else
        {
            faults.Take(JsonFeedReader.NotAnItem);
        }
    }

    /// <summary>Reads what the feed has said of itself so far.</summary>
    private void Say()
    {
        using var said = JsonText.Parse($"{{{members}}}", new Unplaced(faults));
        if (said is not null)
        {
            feed = JsonFeedReader.Feed(said.RootElement, faults.Take, out author);
        }

        saysMore = false;
    }

    private void Close()
    {
        if (!isOpen)
        {
            return;
        }

        if (hasList && saysMore)
        {
            faults.Take(new WireFault(WireFaultKind.Lost, "feed-behind-items", "The feed says of itself behind its items what belongs to each; the document is so long that they were read without it. Ask the sender to put it first."));
        }

        Say();
        sink.Take(feed);
        members.Clear();
        isOpen = false;
    }

    /// <summary>Faults of pieces: their places count from the piece and say nothing of the document.</summary>
    private sealed class Unplaced(FaultLog faults) : IWireSink
    {
        public void Take(WireItem item)
        {
        }

        public void Take(WireFault fault) => faults.Take(fault with { Line = -1, Column = -1 });
    }
}
