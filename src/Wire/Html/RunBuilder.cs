using System.Text;

namespace Wireroom.Wire.Html;

/// <summary>Gathers the runs of one paragraph: white space collapses across styles, line breaks stay as line ends.</summary>
internal sealed class RunBuilder
{
    private readonly StringBuilder text = new();
    private List<WireRun> runs = [];
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
            var length = Spaces.IndexOfWhite(copy);
            if (length == 0)
            {
                if (!space && last != '\n')
                {
                    (space, spaceStyle, spaceHref) = (true, copyStyle, copyHref);
                }

                copy = copy[1..];
                continue;
            }

            Word(length < 0 ? copy : copy[..length], copyStyle, copyHref);
            copy = length < 0 ? [] : copy[length..];
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

        text.Append('\n');
        last = '\n';
        return true;
    }

    /// <summary>The runs gathered so far, trimmed; null where there is no text in them. The builder is empty afterwards.</summary>
    internal IReadOnlyList<WireRun>? Take()
    {
        Cut();
        space = false;
        last = '\n';
        if (runs.Count == 0)
        {
            return null;
        }

        var taken = runs;
        runs = [];
        while (taken.Count > 0 && Trimmed(taken[^1].Text.TrimEnd(), taken, taken.Count - 1))
        {
        }

        while (taken.Count > 0 && Trimmed(taken[0].Text.TrimStart(), taken, 0))
        {
        }

        return taken.Count == 0 ? null : taken;
    }

    private static bool Trimmed(string trimmed, List<WireRun> taken, int at)
    {
        if (trimmed.Length == 0)
        {
            taken.RemoveAt(at);
            return true;
        }

        if (trimmed.Length != taken[at].Text.Length)
        {
            taken[at] = taken[at] with { Text = trimmed };
        }

        return false;
    }

    private void Word(ReadOnlySpan<char> word, WireStyle wordStyle, string? wordHref)
    {
        if (space)
        {
            // The space keeps the style that it was sent in, so that a link is not underlined beyond its words.
            Switch(spaceStyle, spaceHref);
            text.Append(' ');
            space = false;
        }

        Switch(wordStyle, wordHref);
        text.Append(word);
        last = word[^1];
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
            runs.Add(new WireRun(text.ToString(), style, href));
            text.Clear();
        }
    }
}
