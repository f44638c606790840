using System.Buffers;
using System.Text;
using System.Text.Json;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Desk.Editor;

/// <summary>A body for the editor in the browser: the form that <see cref="EditorBody"/> reads back.</summary>
public static class EditorJson
{
    /// <summary>The body as JSON.</summary>
    public static string Of(IReadOnlyList<Block> body)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var block in body)
            {
                json.WriteStartObject();
                Write(json, block);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, Block block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                json.WriteString("kind", "paragraph");
                Write(json, "text", paragraph.Text);
                break;
            case Heading heading:
                json.WriteString("kind", "heading");
                json.WriteNumber("level", Math.Clamp(heading.Level, 2, 4));
                Write(json, "text", heading.Text);
                break;
            case Quote quote:
                json.WriteString("kind", "quote");
                Write(json, "lines", quote.Paragraphs);
                json.WriteString("by", quote.Attribution);
                break;
            case BulletList list:
                json.WriteString("kind", "list");
                json.WriteBoolean("numbered", list.Numbered);
                Write(json, "items", list.Items);
                break;
            case Table table:
                Write(json, table);
                break;
            case Preformatted preformatted:
                json.WriteString("kind", "preformatted");
                json.WriteString("text", preformatted.Text);
                break;
            case PictureBlock { Picture: var picture }:
                Write(json, picture);
                break;
            case Embed embed:
                json.WriteString("kind", "embed");
                json.WriteString("href", embed.Href);
                json.WriteString("title", embed.Title);
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, string name, RichText text)
    {
        json.WritePropertyName(name);
        WriteRuns(json, text);
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<RichText> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            WriteRuns(json, text);
        json.WriteEndArray();
    }

    private static void WriteRuns(Utf8JsonWriter json, RichText text)
    {
        json.WriteStartArray();
        foreach (var run in text.Runs)
        {
            json.WriteStartObject();
            json.WriteString("t", run.Text);
            (RunStyle Style, string Name)[] styles = [(RunStyle.Bold, "b"), (RunStyle.Italic, "i"), (RunStyle.Superscript, "sup"), (RunStyle.Subscript, "sub")];
            foreach (var (style, name) in styles)
            {
                if (run.Style.HasFlag(style))
                    json.WriteBoolean(name, true);
            }

            if (run.Href is { } href)
                json.WriteString("href", href);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Table table)
    {
        json.WriteString("kind", "table");
        json.WriteString("caption", table.Caption);
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartArray();
            foreach (var cell in row)
            {
                json.WriteStartObject();
                json.WriteString("text", cell.Text);
                json.WriteBoolean("heading", cell.IsHeading);
                json.WriteNumber("columns", Math.Clamp(cell.ColumnSpan, 1, 100));
                json.WriteNumber("rows", Math.Clamp(cell.RowSpan, 1, 1000));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Picture picture)
    {
        json.WriteString("kind", "picture");
        json.WriteString("file", picture.File);
        json.WriteString("caption", picture.Caption);
        json.WriteString("alt", picture.AltText);
        json.WriteString("credit", picture.Credit);
        json.WriteNumber("width", picture.Width);
        json.WriteNumber("height", picture.Height);
        if (picture.Rights is not { } rights)
            return;
        json.WriteStartObject("rights");
        json.WriteString("terms", rights.UsageTerms);
        json.WriteString("holder", rights.Holder);
        json.WriteString("notice", rights.Notice);
        json.WriteString("licence", rights.Licence);
        if (rights.Expires is { } expires)
            json.WriteString("expires", expires.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }
}
