using System.Text.Json;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Storage;

/// <summary>
/// Reads stored copy (see <see cref="StoredJson"/>) from its UTF-8 bytes. It does by hand what almost every copy is made of, plain fields and paragraphs, and
/// asks the serializer for the rest: the serializer alone takes several times as long, and an article page waits for it.
/// </summary>
internal static class StoredCopy
{
    /// <summary>The copy.</summary>
    /// <exception cref="JsonException">The bytes are no stored copy.</exception>
    public static Copy Read(ReadOnlySpan<byte> utf8)
    {
        var json = new Utf8JsonReader(utf8);
        var plain = new Copy { Headline = "" };
        string headline = "", slugline = "", standfirst = "", dateline = "", byline = "", credit = "", section = "", place = "", advisory = "", edNote = "";
        var language = plain.Language;
        var urgency = plain.Urgency;
        var isWorkingTitle = false;
        IReadOnlyList<string> topics = [], guessed = [];
        IReadOnlyList<Block> body = [];
        Embargo? embargo = null;
        Rights? rights = null;
        json.Read();
        Expect(in json, JsonTokenType.StartObject);
        while (Next(ref json))
        {
            if (Is(ref json, "headline"u8))
                headline = Text(ref json);
            else if (Is(ref json, "body"u8))
                body = Blocks(ref json);
            else if (Is(ref json, "slugline"u8))
                slugline = Text(ref json);
            else if (Is(ref json, "standfirst"u8))
                standfirst = Text(ref json);
            else if (Is(ref json, "dateline"u8))
                dateline = Text(ref json);
            else if (Is(ref json, "byline"u8))
                byline = Text(ref json);
            else if (Is(ref json, "credit"u8))
                credit = Text(ref json);
            else if (Is(ref json, "section"u8))
                section = Text(ref json);
            else if (Is(ref json, "language"u8))
                language = Text(ref json);
            else if (Is(ref json, "urgency"u8))
                urgency = json.GetInt32();
            else if (Is(ref json, "place"u8))
                place = Text(ref json);
            else if (Is(ref json, "topics"u8))
                topics = Texts(ref json);
            else if (Is(ref json, "advisory"u8))
                advisory = Text(ref json);
            else if (Is(ref json, "edNote"u8))
                edNote = Text(ref json);
            else if (Is(ref json, "guessed"u8))
                guessed = Texts(ref json);
            else if (Is(ref json, "headlineIsWorkingTitle"u8))
                isWorkingTitle = json.GetBoolean();
            else if (Is(ref json, "embargo"u8))
                embargo = StoredJson.Read<Embargo>(ref json);
            else if (Is(ref json, "rights"u8))
                rights = StoredJson.Read<Rights>(ref json);
            else
                Pass(ref json);
        }

        return new Copy
        {
            Headline = headline,
            HeadlineIsWorkingTitle = isWorkingTitle,
            Slugline = slugline,
            Standfirst = standfirst,
            Dateline = dateline,
            Byline = byline,
            Credit = credit,
            Section = section,
            Language = language,
            Urgency = urgency,
            Place = place,
            Topics = topics,
            Body = body,
            Advisory = advisory,
            EdNote = edNote,
            Embargo = embargo,
            Rights = rights,
            Guessed = guessed,
        };
    }

    private static List<Block> Blocks(ref Utf8JsonReader json)
    {
        Expect(in json, JsonTokenType.StartArray);
        var blocks = new List<Block>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            blocks.Add(IsParagraph(json) ? Paragraph(ref json) : StoredJson.Read<Block>(ref json));
        return blocks;
    }

    /// <summary>Looks ahead in a copy of the reader: the kind stands first.</summary>
    private static bool IsParagraph(Utf8JsonReader ahead) =>
        ahead.TokenType == JsonTokenType.StartObject && Next(ref ahead) && Is(ref ahead, "kind"u8) && ahead.ValueTextEquals("paragraph"u8);

    private static Paragraph Paragraph(ref Utf8JsonReader json)
    {
        var runs = new List<Run>(1);
        while (Next(ref json))
        {
            if (!Is(ref json, "text"u8))
            {
                Pass(ref json);
                continue;
            }

            Expect(in json, JsonTokenType.StartObject);
            while (Next(ref json))
            {
                if (!Is(ref json, "runs"u8))
                {
                    Pass(ref json);
                    continue;
                }

                Expect(in json, JsonTokenType.StartArray);
                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                    runs.Add(Run(ref json));
            }
        }

        return new Paragraph(new RichText(runs));
    }

    private static Run Run(ref Utf8JsonReader json)
    {
        Expect(in json, JsonTokenType.StartObject);
        var text = "";
        var style = RunStyle.None;
        string? href = null;
        while (Next(ref json))
        {
            if (Is(ref json, "text"u8))
                text = Text(ref json);
            else if (Is(ref json, "style"u8))
                style = StoredJson.Read<RunStyle>(ref json);
            else if (Is(ref json, "href"u8))
                href = json.GetString();
            else
                Pass(ref json);
        }

        return new Run(text, style, href);
    }

    private static List<string> Texts(ref Utf8JsonReader json)
    {
        Expect(in json, JsonTokenType.StartArray);
        var texts = new List<string>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            texts.Add(Text(ref json));
        return texts;
    }

    private static string Text(ref Utf8JsonReader json) => json.GetString() ?? "";

    /// <summary>To the object's next name; false at its end.</summary>
    private static bool Next(ref Utf8JsonReader json) => json.Read() && json.TokenType == JsonTokenType.PropertyName;

    /// <summary>True where the name is that one; the reader then stands at its value.</summary>
    private static bool Is(ref Utf8JsonReader json, ReadOnlySpan<byte> name) => json.ValueTextEquals(name) && json.Read();

    /// <summary>Past the value of a name that is not known.</summary>
    private static void Pass(ref Utf8JsonReader json)
    {
        json.Read();
        json.Skip();
    }

    private static void Expect(in Utf8JsonReader json, JsonTokenType token)
    {
        if (json.TokenType != token)
            throw new JsonException($"A stored copy has {json.TokenType} where {token} belongs.");
    }
}
