using System.Text;
using DiffPlex;

namespace Wireroom.Newsroom.Desk.Story;

/// <summary>What became of a piece of text.</summary>
public enum PieceKind
{
    /// <summary>In both.</summary>
    Same,

    /// <summary>Only in the old.</summary>
    Removed,

    /// <summary>Only in the new.</summary>
    Added,
}

/// <summary>A piece of text between two versions.</summary>
public sealed record Piece(PieceKind Kind, string Text);

/// <summary>A field of which something changed.</summary>
public sealed record ChangedField(string Name, IReadOnlyList<Piece> Pieces);

/// <summary>The difference between two texts, word by word.</summary>
public static class WordDiff
{
    private static readonly char[] Separators = [' ', '\n', '\t', ',', '.', ';', ':', '!', '?', '(', ')', '"', '“', '”', '„', '«', '»', '–', '—', '/'];

    /// <summary>The pieces of both texts in reading order; what was removed stands before what took its place.</summary>
    public static IReadOnlyList<Piece> Of(string old, string now)
    {
        if (old == now)
            return old.Length > 0 ? [new Piece(PieceKind.Same, old)] : [];
        var diff = Differ.Instance.CreateWordDiffs(old, now, ignoreWhitespace: false, Separators);
        var pieces = new List<Piece>();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(PieceKind.Same, diff.PiecesNew, at, block.InsertStartB - at);
            Add(PieceKind.Removed, diff.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            Add(PieceKind.Added, diff.PiecesNew, block.InsertStartB, block.InsertCountB);
            at = block.InsertStartB + block.InsertCountB;
        }

        Add(PieceKind.Same, diff.PiecesNew, at, diff.PiecesNew.Count - at);
        return pieces;

        void Add(PieceKind kind, IReadOnlyList<string> words, int from, int count)
        {
            if (count <= 0)
                return;
            var text = new StringBuilder();
            for (var word = from; word < from + count; word++)
                text.Append(words[word]);
            pieces.Add(new Piece(kind, text.ToString()));
        }
    }

    /// <summary>The fields of which something changed, in their order.</summary>
    public static IReadOnlyList<ChangedField> OfFields(IReadOnlyList<CopyField> old, IReadOnlyList<CopyField> now) =>
        [.. now.Zip(old).Where(pair => pair.First.Text != pair.Second.Text).Select(pair => new ChangedField(pair.First.Name, Of(pair.Second.Text, pair.First.Text)))];
}
