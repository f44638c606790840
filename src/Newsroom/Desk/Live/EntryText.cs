using System.Text;
using System.Text.RegularExpressions;
using Wireroom.Newsroom.Desk.Editor;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Desk.Live;

/// <summary>
/// An entry as it is typed in haste, also on a phone: an empty line begins a paragraph, lines with "- " are a list, lines with "&gt; " a quotation whose last
/// line may begin with a dash and name the speaker, and an address is a link.
/// </summary>
public static partial class EntryText
{
    /// <summary>The typed text as blocks.</summary>
    public static IReadOnlyList<Block> Blocks(string typed)
    {
        var blocks = new List<Block>();
        foreach (var part in Parts().Split(EditorBody.Clean(typed.ReplaceLineEndings("\n"), lines: true).Trim()))
        {
            var lines = part.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
            if (lines.Count == 0)
                continue;
            if (lines.All(line => line.StartsWith("- ", StringComparison.Ordinal)))
                blocks.Add(new BulletList(false, [.. lines.Select(line => Rich(line[2..].Trim()))]));
            else if (lines.All(line => line.StartsWith('>')))
                blocks.Add(QuoteOf([.. lines.Select(line => line[1..].Trim()).Where(line => line.Length > 0)]));
            else
                blocks.Add(new Paragraph(Rich(string.Join(' ', lines))));
        }

        return blocks;
    }

    /// <summary>Blocks as they would be typed.</summary>
    public static string Of(IReadOnlyList<Block> blocks)
    {
        var typed = new StringBuilder();
        foreach (var block in blocks)
        {
            if (typed.Length > 0)
                typed.Append("\n\n");
            typed.Append(block switch
            {
                BulletList list => string.Join('\n', list.Items.Select(item => "- " + item.Plain)),
                Quote quote => string.Join('\n', quote.Paragraphs.Select(line => "> " + line.Plain).Concat(quote.Attribution.Length > 0 ? ["> — " + quote.Attribution] : [])),
                _ => BodyText.Of([block]).Trim(),
            });
        }

        return typed.ToString();
    }

    private static Quote QuoteOf(List<string> lines)
    {
        var by = "";
        if (lines.Count > 1 && lines[^1][0] is '—' or '–' or '-')
        {
            by = lines[^1].TrimStart('—', '–', '-', ' ');
            lines.RemoveAt(lines.Count - 1);
        }

        return new Quote([.. lines.Select(Rich)], by);
    }

    private static RichText Rich(string text)
    {
        var runs = new List<Run>();
        var from = 0;
        foreach (Match link in Link().Matches(text))
        {
            if (!EditorBody.IsLink(link.Value))
                continue;
            Add(text[from..link.Index], null);
            Add(link.Value, link.Value);
            from = link.Index + link.Length;
        }

        Add(text[from..], null);
        return new RichText(runs.Count > 0 ? runs : [new Run("")]);

        void Add(string words, string? href)
        {
            if (words.Length > 0)
                runs.Add(new Run(words, RunStyle.None, href));
        }
    }

    [GeneratedRegex(@"\n[ \t]*\n")]
    private static partial Regex Parts();

    [GeneratedRegex(@"https?://[^\s<>""]+[^\s<>"".,;:!?)\]]")]
    private static partial Regex Link();
}
