using System.Text;

namespace Wireroom.Stories.Body;

/// <summary>A body as plain text, for search, word counts and comparison.</summary>
public static class BodyText
{
    /// <summary>Every word of the body, a blank line between blocks.</summary>
    public static string Of(IReadOnlyList<Block> body)
    {
        var text = new StringBuilder();
        foreach (var block in body)
        {
            foreach (var line in Lines(block))
            {
                if (line.Length == 0)
                    continue;
                if (text.Length > 0)
                    text.Append("\n\n");
                text.Append(line);
            }
        }

        return text.ToString();
    }

    /// <summary>The words of a body, as <see cref="CountWords(ReadOnlySpan{char})"/> counts them.</summary>
    public static int CountWords(IReadOnlyList<Block> body)
    {
        var count = 0;
        foreach (var block in body)
        {
            // Most blocks are a paragraph of one run, which is a line as it stands.
            if (block is Paragraph { Text.Runs: [var run] })
            {
                count += CountWords(run.Text);
                continue;
            }

            foreach (var line in Lines(block))
                count += CountWords(line);
        }

        return count;
    }

    /// <summary>The words of a text by white space.</summary>
    public static int CountWords(ReadOnlySpan<char> text)
    {
        var count = 0;
        var wasWhite = true;
        foreach (var letter in text)
        {
            var isWhite = letter <= '~' ? letter == ' ' || letter is >= '\t' and <= '\r' : char.IsWhiteSpace(letter);
            if (wasWhite && !isWhite)
                count++;
            wasWhite = isWhite;
        }

        return count;
    }

    private static IEnumerable<string> Lines(Block block) => block switch
    {
        Paragraph paragraph => [paragraph.Text.Plain],
        Heading heading => [heading.Text.Plain],
        Quote quote => quote.Paragraphs.Select(paragraph => paragraph.Plain).Append(quote.Attribution),
        BulletList list => list.Items.Select(item => item.Plain),
        Table table => table.Rows.Select(row => string.Join("\t", row.Select(cell => cell.Text))).Prepend(table.Caption),
        Preformatted preformatted => [preformatted.Text],
        PictureBlock picture => [picture.Picture.Caption],
        Embed embed => [embed.Title],
        _ => [],
    };
}
