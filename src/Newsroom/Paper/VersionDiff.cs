using System.Text.Encodings.Web;
using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;
using Microsoft.AspNetCore.Html;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Paper;

/// <summary>What became of a piece of text from one version to the next.</summary>
public enum DiffKind
{
    /// <summary>It stayed.</summary>
    Same,

    /// <summary>It went.</summary>
    Removed,

    /// <summary>It came.</summary>
    Added,
}

/// <summary>A piece of text and what became of it.</summary>
public sealed record DiffPiece(DiffKind Kind, string Text);

/// <summary>A passage (headline, standfirst or block) that changed, word by word; or how many blocks in a row stayed as they were.</summary>
public sealed record DiffPassage(string Part, IReadOnlyList<DiffPiece> Pieces, int Unchanged = 0);

/// <summary>The difference of two versions in words: blocks are matched first, then the words of those that changed.</summary>
public static class VersionDiff
{
    /// <summary>Name of the headline's passage.</summary>
    public const string Headline = "headline";

    /// <summary>Name of the standfirst's passage.</summary>
    public const string Standfirst = "standfirst";

    /// <summary>Name of a block's passage.</summary>
    public const string Block = "block";

    /// <summary>The passages in reading order; one alone that says "unchanged", or none, where no word differs.</summary>
    public static IReadOnlyList<DiffPassage> Of(Copy before, Copy after)
    {
        var passages = new List<DiffPassage>();
        if (before.Headline != after.Headline)
            passages.Add(new DiffPassage(Headline, Words(before.Headline, after.Headline)));
        if (before.Standfirst != after.Standfirst)
            passages.Add(new DiffPassage(Standfirst, Words(before.Standfirst, after.Standfirst)));
        passages.AddRange(Blocks(Lines(before.Body), Lines(after.Body)));
        return passages;
    }

    /// <summary>Two texts, word by word.</summary>
    public static IReadOnlyList<DiffPiece> Words(string before, string after)
    {
        var pieces = new List<DiffPiece>();
        var difference = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, new WordChunker());
        var at = 0;
        foreach (var block in difference.DiffBlocks)
        {
            Add(pieces, DiffKind.Same, difference.PiecesNew, at, block.InsertStartB);
            Add(pieces, DiffKind.Removed, difference.PiecesOld, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA);
            Add(pieces, DiffKind.Added, difference.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB);
            at = block.InsertStartB + block.InsertCountB;
        }

        Add(pieces, DiffKind.Same, difference.PiecesNew, at, difference.PiecesNew.Count);
        return pieces;
    }

    private static IEnumerable<DiffPassage> Blocks(string before, string after)
    {
        var difference = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, new LineChunker());
        var at = 0;
        foreach (var block in difference.DiffBlocks)
        {
            if (block.InsertStartB > at)
                yield return new DiffPassage(Block, [], block.InsertStartB - at);
            foreach (var passage in Changed(difference, block))
                yield return passage;
            at = block.InsertStartB + block.InsertCountB;
        }

        var rest = difference.PiecesNew.Count(line => line.Length > 0) - at;
        if (rest > 0)
            yield return new DiffPassage(Block, [], rest);
    }

    /// <summary>Blocks that went are set against those that came in their order; what is left over went or came whole.</summary>
    private static IEnumerable<DiffPassage> Changed(DiffResult difference, DiffBlock block)
    {
        for (var next = 0; next < Math.Max(block.DeleteCountA, block.InsertCountB); next++)
        {
            var went = next < block.DeleteCountA ? difference.PiecesOld[block.DeleteStartA + next] : "";
            var came = next < block.InsertCountB ? difference.PiecesNew[block.InsertStartB + next] : "";
            var pieces = Words(went, came);
            if (IsOneRewritten(pieces))
            {
                yield return new DiffPassage(Block, pieces);
                continue;
            }

            if (went.Length > 0)
                yield return new DiffPassage(Block, [new DiffPiece(DiffKind.Removed, went)]);
            if (came.Length > 0)
                yield return new DiffPassage(Block, [new DiffPiece(DiffKind.Added, came)]);
        }
    }

    /// <summary>True where enough stayed to read the two as one passage rewritten; a jumble of single words helps nobody.</summary>
    private static bool IsOneRewritten(IReadOnlyList<DiffPiece> pieces)
    {
        var same = pieces.Where(piece => piece.Kind == DiffKind.Same).Sum(piece => piece.Text.Length);
        var other = pieces.Where(piece => piece.Kind != DiffKind.Same).Sum(piece => piece.Text.Length);
        return same * 2 >= other; // what changed counts twice: once gone, once come
    }

    private static string Lines(IReadOnlyList<Block> body) => BodyText.Of(body).Replace("\n\n", "\r", StringComparison.Ordinal).Replace('\n', ' ').Replace('\r', '\n');

    private static void Add(List<DiffPiece> pieces, DiffKind kind, IReadOnlyList<string> words, int from, int until)
    {
        if (until > from)
            pieces.Add(new DiffPiece(kind, string.Concat(words.Skip(from).Take(until - from))));
    }
}

/// <summary>Pieces as HTML: <c>&lt;del&gt;</c> for what went, <c>&lt;ins&gt;</c> for what came.</summary>
public sealed class VersionDiffHtml(IReadOnlyList<DiffPiece> pieces) : IHtmlContent
{
    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var piece in pieces)
        {
            var element = piece.Kind switch
            {
                DiffKind.Removed => "del",
                DiffKind.Added => "ins",
                _ => null,
            };
            if (element is not null)
                writer.Write($"<{element}>");
            encoder.Encode(writer, piece.Text);
            if (element is not null)
                writer.Write($"</{element}>");
        }
    }
}
