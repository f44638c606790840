using System.Text;
using Wireroom.Language;
using Wireroom.Language.Attribution;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Paper;

/// <summary>
/// Copy as one passage, the way the ledger of sources reads it: headline, standfirst, and the running text of the body; and the way back from an offset to
/// the piece of copy that it stands in. A working title was made from the lead and is left out.
/// </summary>
public sealed class CopyPassage
{
    /// <summary>The block of pieces that stand above the body.</summary>
    private const int Above = -1;

    private readonly List<Piece> pieces = [];

    private CopyPassage(Copy copy)
    {
        var text = new StringBuilder();
        var headline = copy.HeadlineIsWorkingTitle ? "" : copy.Headline;
        Add(text, Above, 0, headline);
        Add(text, Above, 1, copy.Standfirst);
        for (var block = 0; block < copy.Body.Count; block++)
        {
            var part = 0;
            foreach (var line in TextOf(copy.Body[block]))
                Add(text, block, part++, line.Plain);
        }

        Passage = new Passage(text.ToString(), copy.Language, headline.Length);
    }

    /// <summary>The passage.</summary>
    public Passage Passage { get; }

    /// <summary>The passage of that copy.</summary>
    public static CopyPassage Of(Copy copy) => new(copy);

    /// <summary>Reads who says so in the copy, with the desk's mends.</summary>
    public static Ledger ReadLedger(Copy copy, IReadOnlyList<Mend> mends)
    {
        var passage = Of(copy).Passage;
        return Mending.Apply(LedgerReader.Read(passage), passage, mends);
    }

    /// <summary>The same, where somebody waits for it: it is read at once, on the thread that asks.</summary>
    public static Task<Ledger> ReadLedgerNowAsync(Copy copy, IReadOnlyList<Mend> mends) => Task.FromResult(ReadLedger(copy, mends));

    /// <summary>The part of the body that holds the span: block, part within it (an item of a list, a paragraph of a quotation), and the span within that text; null above the body.</summary>
    public (int Block, int Part, Span Span)? PlaceOf(Span span)
    {
        foreach (var piece in pieces)
        {
            if (piece.Block != Above && span.Start >= piece.Start && span.Start < piece.Start + piece.Length)
                return (piece.Block, piece.Part, new Span(span.Start - piece.Start, Math.Min(span.End - piece.Start, piece.Length)));
        }

        return null;
    }

    private static IEnumerable<RichText> TextOf(Block block) => block switch
    {
        Paragraph paragraph => [paragraph.Text],
        Heading heading => [heading.Text],
        Quote quote => quote.Paragraphs,
        BulletList list => list.Items,
        _ => [],
    };

    private void Add(StringBuilder text, int block, int part, string piece)
    {
        if (piece.Length == 0)
            return;
        if (text.Length > 0)
            text.Append(Passage.Break);
        pieces.Add(new Piece(block, part, text.Length, piece.Length));
        text.Append(piece);
    }

    private readonly record struct Piece(int Block, int Part, int Start, int Length);
}
