using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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
        var letters = MemoryMarshal.Cast<char, ushort>(text);
        for (var at = 0; at < letters.Length;)
        {
            // Eight letters at a time where they are ASCII: a word begins where one that is no white space follows one that is.
            if (letters.Length - at >= Vector128<ushort>.Count && Vector128.Create(letters[at..]) is var eight && Vector128.LessThanAll(eight, Vector128.Create<ushort>(0x7F)))
            {
                var white = (Vector128.Equals(eight, Vector128.Create<ushort>(' ')) | Vector128.LessThanOrEqual(eight - Vector128.Create<ushort>('\t'), Vector128.Create<ushort>('\r' - '\t'))).ExtractMostSignificantBits();
                count += BitOperations.PopCount(~white & (white << 1 | (wasWhite ? 1u : 0)) & 0xFF);
                wasWhite = (white & 0x80) != 0;
                at += Vector128<ushort>.Count;
                continue;
            }

            var isWhite = char.IsWhiteSpace((char)letters[at++]);
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
