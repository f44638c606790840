using System.Globalization;
using System.Text;
using System.Text.Json;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Desk.Editor;

/// <summary>
/// A body as the editor in the browser sends it, read strictly: every kind of block and every field by name, within bounds, links to nothing but
/// http, https, mailto and tel. What does not fit is refused with the block's number; nothing is guessed.
/// </summary>
public static class EditorBody
{
    private const int MostBlocks = 2_000;
    private const int MostLetters = 500_000;
    private const int LongestLink = 2_000;

    /// <summary>The body, or the sentence that says what is wrong with it.</summary>
    public static (IReadOnlyList<Block> Body, string? Fault) Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 12 });
            if (document.RootElement.ValueKind is not JsonValueKind.Array)
                return ([], "The text is not a list of blocks.");
            if (document.RootElement.GetArrayLength() > MostBlocks)
                return ([], $"The text has more than {MostBlocks} blocks.");
            var (blocks, letters) = (new List<Block>(), 0);
            foreach (var element in document.RootElement.EnumerateArray())
            {
                var block = BlockOf(element, blocks.Count + 1);
                letters += BodyText.Of([block]).Length;
                if (letters > MostLetters)
                    return ([], $"The text is longer than {MostLetters} characters.");
                blocks.Add(block);
            }

            return (blocks, null);
        }
        catch (JsonException)
        {
            return ([], "The text did not arrive whole. Save again.");
        }
        catch (UnfitBlockException unfit)
        {
            return ([], unfit.Message);
        }
    }

    /// <summary>A link that a reader may follow.</summary>
    public static bool IsLink(string address) =>
        address.Length <= LongestLink && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto" or "tel" && !address.Any(char.IsControl);

    /// <summary>A text without what no text holds: control characters and halves of surrogate pairs.</summary>
    public static string Clean(string text, bool lines = false)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (lines && rune.Value is '\n' or '\t')
                clean.Append(rune.ToString());
            else if (Rune.IsControl(rune))
                clean.Append(rune.Value is '\n' or '\t' or '\r' ? " " : "");
            else
                clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    private static Block BlockOf(JsonElement element, int number)
    {
        if (element.ValueKind is not JsonValueKind.Object)
            throw new UnfitBlockException(number, "is no block");
        // Suggestions are taken out before; see EditorDraft. What still says that it is one becomes no copy.
        if (element.TryGetProperty("sug", out _) || element.TryGetProperty("each", out _))
            throw new UnfitBlockException(number, "is a suggestion, and is neither accepted nor rejected");
        return Text(element, "kind", number) switch
        {
            "paragraph" => new Paragraph(Rich(Member(element, "text", number), number)),
            "heading" => new Heading(Rich(Member(element, "text", number), number), Number(element, "level", number, 2, 4)),
            "quote" => new Quote([.. Items(element, "lines", number).Select(line => Rich(line, number))], Clean(Text(element, "by", number))),
            "list" => new BulletList(Member(element, "numbered", number).ValueKind is JsonValueKind.True, [.. Items(element, "items", number).Select(item => Rich(item, number))]),
            "table" => new Table([.. Items(element, "rows", number).Select(row => (IReadOnlyList<Cell>)[.. List(row, number).Select(cell => CellOf(cell, number))])], Clean(Text(element, "caption", number))),
            "preformatted" => new Preformatted(Clean(Text(element, "text", number), lines: true)),
            "picture" => new PictureBlock(PictureOf(element, number)),
            "embed" => new Embed(Link(Text(element, "href", number), number), Clean(Text(element, "title", number))),
            var kind => throw new UnfitBlockException(number, $"is of an unknown kind \"{kind}\""),
        };
    }

    private static RichText Rich(JsonElement runs, int number)
    {
        var read = new List<Run>();
        foreach (var run in List(runs, number))
        {
            if (run.ValueKind is JsonValueKind.Object && (run.TryGetProperty("ins", out _) || run.TryGetProperty("del", out _)))
                throw new UnfitBlockException(number, "holds a suggestion that is neither accepted nor rejected");
            var text = Clean(Text(run, "t", number));
            if (text.Length == 0)
                continue;
            var style = (Flag(run, "b") ? RunStyle.Bold : 0) | (Flag(run, "i") ? RunStyle.Italic : 0) | (Flag(run, "sup") ? RunStyle.Superscript : 0) | (Flag(run, "sub") ? RunStyle.Subscript : 0);
            var href = run.TryGetProperty("href", out var link) && link.ValueKind is JsonValueKind.String ? Link(link.GetString()!, number) : null;
            if (read.Count > 0 && read[^1] is var last && last.Style == style && last.Href == href)
                read[^1] = last with { Text = last.Text + text };
            else
                read.Add(new Run(text, style, href));
        }

        return new RichText(read.Count > 0 ? read : [new Run("")]);
    }

    private static Cell CellOf(JsonElement cell, int number) =>
        new(Clean(Text(cell, "text", number)), Flag(cell, "heading"), Number(cell, "columns", number, 1, 100), Number(cell, "rows", number, 1, 1000));

    private static Picture PictureOf(JsonElement element, int number)
    {
        var file = Text(element, "file", number);
        if (file.Length > 0 && !PictureFiles.IsName(file))
            throw new UnfitBlockException(number, "names a picture that is not ours");
        return new Picture(
            file, Clean(Text(element, "caption", number)), Clean(Text(element, "alt", number)), Clean(Text(element, "credit", number)),
            Number(element, "width", number, 0, 100_000), Number(element, "height", number, 0, 100_000), RightsOf(element, number));
    }

    private static Rights? RightsOf(JsonElement element, int number)
    {
        if (!element.TryGetProperty("rights", out var rights) || rights.ValueKind is not JsonValueKind.Object)
            return null;
        DateTimeOffset? expires = rights.TryGetProperty("expires", out var time) && time.ValueKind is JsonValueKind.String
            && DateTimeOffset.TryParse(time.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
        return new Rights(Clean(Text(rights, "terms", number)), Clean(Text(rights, "holder", number)), Clean(Text(rights, "notice", number)), expires,
            rights.TryGetProperty("licence", out var licence) && licence.ValueKind is JsonValueKind.String && IsLink(licence.GetString()!) ? licence.GetString()! : "");
    }

    private static string Link(string address, int number)
    {
        var link = address.Trim();
        return IsLink(link) ? link : throw new UnfitBlockException(number, $"has a link that is not http, https, mailto or tel: \"{(link.Length > 60 ? link[..60] : link)}\"");
    }

    private static JsonElement Member(JsonElement element, string name, int number) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : throw new UnfitBlockException(number, $"has no \"{name}\"");

    private static string Text(JsonElement element, string name, int number) =>
        Member(element, name, number) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : throw new UnfitBlockException(number, $"has no text in \"{name}\"");

    private static int Number(JsonElement element, string name, int number, int least, int most) =>
        Member(element, name, number) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var read) && read >= least && read <= most
            ? read
            : throw new UnfitBlockException(number, $"has no number from {least} to {most} in \"{name}\"");

    private static bool Flag(JsonElement element, string name) => element.TryGetProperty(name, out var flag) && flag.ValueKind is JsonValueKind.True;

    private static JsonElement.ArrayEnumerator Items(JsonElement element, string name, int number) => List(Member(element, name, number), number);

    private static JsonElement.ArrayEnumerator List(JsonElement element, int number) =>
        element.ValueKind is JsonValueKind.Array ? element.EnumerateArray() : throw new UnfitBlockException(number, "has something else where a list belongs");

    private sealed class UnfitBlockException(int number, string what) : Exception($"Block {number} {what}.");
}
