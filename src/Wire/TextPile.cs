namespace Wireroom.Wire;

/// <summary>A text put together of pieces, in one array that is used again and again.</summary>
internal sealed class TextPile
{
    private const int LongestKept = 128 * 1024;

    private char[] chars = [];

    internal int Length { get; private set; }

    internal void Clear()
    {
        Length = 0;
        chars = chars.Length > LongestKept ? [] : chars;
    }

    internal void Append(ReadOnlySpan<char> piece)
    {
        if (piece.Length > chars.Length - Length)
        {
            Array.Resize(ref chars, Math.Max(Math.Max(512, chars.Length * 2), Length + piece.Length));
        }

        piece.CopyTo(chars.AsSpan(Length));
        Length += piece.Length;
    }

    /// <summary>The text so far, and an empty pile.</summary>
    internal string Take()
    {
        var text = new string(chars, 0, Length);
        Clear();
        return text;
    }
}
