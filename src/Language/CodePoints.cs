namespace Wireroom.Language;

/// <summary>Turns UTF-16 offsets of a text into Unicode code points, which is how offsets leave the program.</summary>
public sealed class CodePoints
{
    // The offsets of low surrogates: each is one unit that is not a code point of its own.
    private readonly int[] lows;

    /// <summary>Reads the text once.</summary>
    public CodePoints(string text) =>
        lows = [.. Enumerable.Range(0, text.Length).Where(at => at > 0 && char.IsSurrogatePair(text[at - 1], text[at]))];

    /// <summary>Code points before the UTF-16 offset.</summary>
    public int Of(int offset)
    {
        var at = Array.BinarySearch(lows, offset);
        return offset - (at < 0 ? ~at : at);
    }

    /// <summary>The span in code points: start, and the one after the last.</summary>
    public (int Start, int End) Of(Span span) => (Of(span.Start), Of(span.End));
}
