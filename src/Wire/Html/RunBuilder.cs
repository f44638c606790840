namespace Wireroom.Wire.Html;

/// <summary>Gathers the runs of one paragraph: white space collapses across styles, line breaks stay as line ends.</summary>
internal sealed class RunBuilder
{
    private readonly List<WireRun> runs = [];
    private readonly TextPile text = new();
    private WireStyle style;
    private string? href;
    private bool space;
    private WireStyle spaceStyle;
    private string? spaceHref;
    private char last = '\n';

    internal bool IsEmpty => runs.Count == 0 && text.Length == 0;

    internal void Append(ReadOnlySpan<char> copy, WireStyle copyStyle, string? copyHref)
    {
        while (copy.Length > 0)
        {
            if (Spaces.IsWhite(copy[0]))
            {
                if (!space && last != '\n')
                {
                    (space, spaceStyle, spaceHref) = (true, copyStyle, copyHref);
                }

                copy = copy[1..];
                continue;
            }

            var words = copy[..LengthOfWords(copy)];
            Words(words, copyStyle, copyHref);
            copy = copy[words.Length..];
        }
    }

    /// <summary>A line break; false where there was one just before, so that the two part paragraphs.</summary>
    internal bool Break()
    {
        space = false;
        if (last == '\n')
        {
            return IsEmpty;
        }

        text.Append("\n");
        last = '\n';
        return true;
    }

    /// <summary>The runs gathered so far, trimmed; null where there is no text in them. The builder is empty afterwards.</summary>
    internal IReadOnlyList<WireRun>? Take()
    {
        Cut();
        space = false;
        last = '\n';
        while (runs.Count > 0 && Trimmed(runs[^1].Text.TrimEnd(), runs.Count - 1))
        {
        }

        while (runs.Count > 0 && Trimmed(runs[0].Text.TrimStart(), 0))
        {
        }

        if (runs.Count == 0)
        {
            return null;
        }

        WireRun[] taken = [.. runs];
        runs.Clear();
        return taken;
    }

    /// <summary>Makes the builder ready for another body.</summary>
    internal void Reset()
    {
        runs.Clear();
        text.Clear();
        (style, href, space, spaceHref, last) = (WireStyle.None, null, false, null, '\n');
    }

    /// <summary>How far the words go that stand as they are to be read, with one space between each: mostly to the end, so that they are copied at once.</summary>
    private static int LengthOfWords(ReadOnlySpan<char> copy)
    {
        var other = copy.IndexOfAny(Spaces.OtherWhite);
        copy = other < 0 ? copy : copy[..other];
        var twice = copy.IndexOf("  ");
        return copy[..(twice < 0 ? copy.Length : twice)].TrimEnd(' ').Length;
    }

    private bool Trimmed(string trimmed, int at)
    {
        if (trimmed.Length == 0)
        {
            runs.RemoveAt(at);
            return true;
        }

        if (trimmed.Length != runs[at].Text.Length)
        {
            runs[at] = runs[at] with { Text = trimmed };
        }

        return false;
    }

    private void Words(ReadOnlySpan<char> words, WireStyle wordStyle, string? wordHref)
    {
        if (space)
        {
            // The space keeps the style that it was sent in, so that a link is not underlined beyond its words.
            Switch(spaceStyle, spaceHref);
            text.Append(" ");
            space = false;
        }

        Switch(wordStyle, wordHref);
        text.Append(words);
        last = words[^1];
    }

    private void Switch(WireStyle toStyle, string? toHref)
    {
        if (toStyle != style || toHref != href)
        {
            Cut();
            style = toStyle;
            href = toHref;
        }
    }

    private void Cut()
    {
        if (text.Length > 0)
        {
            runs.Add(new WireRun(text.Take(), style, href));
        }
    }
}
