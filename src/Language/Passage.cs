namespace Wireroom.Language;

/// <summary>
/// What an annotator reads: running text with paragraphs parted by blank lines. Offsets into it are UTF-16 units; <see cref="CodePoints"/> turns them for output.
/// </summary>
/// <param name="Text">The text as the reader sees it; the headline, where there is one, is its first paragraph.</param>
/// <param name="Language">Tag of the language (BCP 47), or null where nobody has said; then the text itself is asked.</param>
/// <param name="HeadlineLength">UTF-16 units of the headline at the start of <paramref name="Text"/>; 0 where it has none, null where nobody knows.</param>
public sealed record Passage(string Text, string? Language = null, int? HeadlineLength = null)
{
    /// <summary>Between two paragraphs of a passage.</summary>
    public const string Break = "\n\n";

    /// <summary>A story's headline and paragraphs as one passage; <see cref="Place"/> leads back to them.</summary>
    public static Passage Of(string? headline, IEnumerable<string> paragraphs, string? language = null) => new(
        string.Join(Break, string.IsNullOrEmpty(headline) ? paragraphs : paragraphs.Prepend(headline)), language, headline?.Length ?? 0);

    /// <summary>Which of the blocks that <see cref="Of"/> was given an offset falls in, counted from 0 (the headline is block 0 where there is one), and where in it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset is outside the text.</exception>
    public (int Block, int Offset) Place(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Text.Length);
        var (block, start) = (0, 0);
        for (int at; (at = Text.IndexOf(Break, start, StringComparison.Ordinal)) >= 0 && at + Break.Length <= offset; block++)
            start = at + Break.Length;
        return (block, offset - start);
    }

    /// <summary>The words of a span.</summary>
    public string this[Span span] => Text[span.Start..span.End];
}
